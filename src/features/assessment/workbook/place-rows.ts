import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import type { Cell, GridRow } from '../../plan/read/index.ts'
import type { Findings } from './diagnostics.ts'
import type { AnswerTable } from './find-table.ts'
import { keyOf, type Meaning, officialRows, operandsInOrder } from './meanings.ts'
import type { Wording } from './words.ts'

/** A row of a table that is known for what it asks. */
export interface PlacedRow {
  readonly row: GridRow
  readonly meaning: Meaning
}

interface Read {
  readonly row: GridRow
  readonly text: string
  readonly idCell: Cell | undefined
  readonly byId: Meaning | null
  byNumber: Meaning | null
  byText: Meaning | null
}

/**
 * What each row of a table asks: by its code or number in the ID column, by the numbers of the headings above it,
 * or by its text. Codes go before numbers, which moved rows lose, unless most of the codes are off, as they are
 * once somebody has inserted a row and filled them in anew.
 */
export function placeRows(
  table: AnswerTable,
  instrument: Instrument,
  wording: Wording,
  findings: Findings,
): readonly PlacedRow[] {
  const known = indexOf(instrument, wording)
  const rows = table.rows.map((row): Read => {
    const labels = labelCells(table, row)
    const idCell = row.cells.find(({ column, text }) => column === table.id && text !== '')
    const { text } = numberAndText(labels)
    return {
      row,
      text,
      idCell,
      byId: known.byId.get(idKey(idCell?.text ?? '')) ?? null,
      byNumber: null,
      byText: known.byText.get(squeezed(text)) ?? totalOf(instrument, text),
    }
  })
  numberRows(table, instrument, known, rows)

  const both = rows.filter(one => isAsked(one.byId) && isAsked(one.byNumber ?? one.byText))
  const differ = both.filter(one => !same(one.byId, one.byNumber ?? one.byText))
  const shifted = differ.length * 2 > both.length
  if (shifted)
    findings.add('codes-shifted', 'warning', {
      sheet: table.sheet,
      given: String(differ.length),
      expected: String(both.length),
    })
  const placed: PlacedRow[] = []
  const claimed = new Set<string>()
  for (const one of rows) if (!shifted && one.byId) claimed.add(keyOf(one.byId))
  for (const one of rows) {
    const free = [one.byNumber, one.byText].find(
      meaning => meaning !== null && (shifted || !claimed.has(keyOf(meaning))),
    )
    const meaning = (shifted ? null : one.byId) ?? free ?? null
    if (meaning === null) continue
    if (!shifted && differ.includes(one) && one.idCell)
      findings.at(
        'code-and-number-differ',
        'note',
        { sheet: table.sheet, row: one.row.index, column: one.idCell.column },
        { code: codeOf(meaning), given: one.idCell.text, expected: codeOf(one.byNumber ?? one.byText) },
      )
    placed.push({ row: one.row, meaning })
  }
  return placed
}

const isAsked = (meaning: Meaning | null): boolean =>
  meaning?.kind === 'question' || meaning?.kind === 'operand'
const same = (a: Meaning | null, b: Meaning | null): boolean =>
  a !== null && b !== null && keyOf(a) === keyOf(b)
export const codeOf = (meaning: Meaning | null): string => {
  if (meaning === null) return ''
  if (meaning.kind === 'operand') return `${meaning.code}.${meaning.operand}`
  if (meaning.kind === 'role' || meaning.kind === 'role-total') return meaning.role
  if (meaning.kind === 'total') return 'total'
  return 'code' in meaning ? meaning.code : 'area' in meaning ? `${meaning.pillar}.${meaning.area}` : ''
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9%]+/g, '')
const idKey = (text: string): string => text.trim().toUpperCase().replace(/\.0+$/, '')

interface Known {
  readonly byId: ReadonlyMap<string, Meaning>
  readonly byPath: ReadonlyMap<string, Meaning>
  readonly byText: ReadonlyMap<string, Meaning>
  /** What a count of a question is called. */
  readonly operandText: (code: string, operand: string) => readonly string[]
}

function indexOf(instrument: Instrument, wording: Wording): Known {
  const byId = new Map<string, Meaning>()
  const byPath = new Map<string, Meaning>()
  for (const { row, path, meaning } of officialRows(instrument)) {
    byId.set(String(row), meaning)
    if (meaning.kind === 'question') byId.set(meaning.code.toUpperCase(), meaning)
    if (meaning.kind === 'operand') byId.set(`${meaning.code}.${meaning.operand}`.toUpperCase(), meaning)
    if (path.length > 0 && meaning.kind !== 'heading') byPath.set(path.join('.'), meaning)
  }
  const labels = new Map<string, string>()
  const byText = new Map<string, Meaning>()
  const ambiguous = new Set<string>()
  for (const { question } of questionsOf(instrument)) {
    const { code, text, answer } = question
    for (const one of [text.id, text.en, wording[code]?.text]) {
      const key = squeezed(one ?? '')
      if (key.length < 8) continue
      const stands = byText.get(key)
      if (stands && !same(stands, { kind: 'question', code })) ambiguous.add(key)
      byText.set(key, { kind: 'question', code })
    }
    if (answer?.kind !== 'ratio') continue
    for (const { name, label } of answer.operands) labels.set(`${code}.${name}`, label.id)
  }
  for (const key of ambiguous) byText.delete(key)
  return {
    byId,
    byPath,
    byText,
    operandText: (code, operand) =>
      [labels.get(`${code}.${operand}`), wording[`${code}.${operand}`]?.text].map(text =>
        squeezed(text ?? ''),
      ),
  }
}

const labelCells = ({ labels: [from, to] }: AnswerTable, row: GridRow): readonly Cell[] =>
  row.cells.filter(({ column, text }) => column >= from && column < to && text !== '')

const numbering = /^([A-D]|I{1,3}|IV|VI{0,3}|\d{1,2}|i{1,3}|iv|vi{0,3}|[a-h]|-)[.)]?$/
const numberedText = /^([A-D]|I{1,3}|IV|VI{0,3}|\d{1,2}|i{1,3}|iv|vi{0,3}|[a-h])[.)]\s+(\S[\s\S]*)$/

function numberAndText(cells: readonly Cell[]): { number: string | null; text: string } {
  const [first, second] = cells
  if (!first) return { number: null, text: '' }
  const alone = numbering.exec(first.text)
  if (alone) return { number: alone[1] ?? null, text: second?.text ?? '' }
  const joined = numberedText.exec(first.text)
  if (joined) return { number: joined[1] ?? null, text: joined[2] ?? '' }
  const dash = /^[-–•]\s*(\S[\s\S]*)$/.exec(first.text)
  return { number: null, text: dash?.[1] ?? first.text }
}

/** Of role, pillar, area, sub-item, question. */
function levelOf(number: string): number {
  if (/^[AB]$/.test(number)) return 0
  if (/^[IVX]+$/.test(number)) return 1
  if (/^\d+$/.test(number)) return 2
  return /^[iv]+$/.test(number) ? 3 : 4
}

/** Follows the numbers of the headings down the table, and the lines of counts below a ratio. */
function numberRows(table: AnswerTable, instrument: Instrument, known: Known, rows: readonly Read[]): void {
  const path: (string | undefined)[] = []
  const pathText = () => path.filter(part => part !== undefined).join('.')
  let ratio: { code: string; lines: Read[] } | null = null
  const isRatio = (code: string) => operandsInOrder(instrument, code).length > 0
  const close = () => {
    if (ratio) nameLines(ratio.code, ratio.lines, table, instrument, known)
    ratio = null
  }
  for (const one of rows) {
    const { number } = numberAndText(labelCells(table, one.row))
    if (one.byText?.kind === 'role-total' || one.byText?.kind === 'total') {
      close()
      continue
    }
    const continues = ratio !== null && (number === null || number === '-')
    if (continues) {
      ratio?.lines.push(one)
      continue
    }
    if (number === null) {
      if (one.byText?.kind === 'question' && isRatio(one.byText.code)) {
        close()
        ratio = { code: one.byText.code, lines: [] }
      } else if (one.byId?.kind === 'question' && isRatio(one.byId.code))
        ratio = { code: one.byId.code, lines: [] }
      continue
    }
    close()
    const level = levelOf(number)
    if (number === '-') path[4] = nextLetter(path[4])
    else {
      path[level] = number
      path.length = level + 1
    }
    const meaning = known.byPath.get(pathText()) ?? null
    one.byNumber = meaning
    const question = [meaning, one.byText, one.byId].find(found => found?.kind === 'question')
    if (question?.kind === 'question' && isRatio(question.code)) ratio = { code: question.code, lines: [] }
  }
  close()
}

const nextLetter = (letter: string | undefined): string =>
  letter === undefined ? 'a' : String.fromCharCode(letter.charCodeAt(0) + 1)

/** The counts below a ratio: by their text, else in their order; the share and a heading over them are no counts. */
function nameLines(
  code: string,
  lines: readonly Read[],
  table: AnswerTable,
  instrument: Instrument,
  known: Known,
): void {
  const operands = operandsInOrder(instrument, code)
  const counts = lines.filter(
    ({ row, text }) =>
      text !== '' &&
      !/^persentase|^percentage/i.test(text) &&
      row.cells.find(({ column }) => column === table.options)?.text !== '%',
  )
  const named = new Map<string, Read>()
  for (const operand of operands) {
    const texts = known.operandText(code, operand)
    const line = counts.find(({ text }) => text !== '' && texts.includes(squeezed(text)))
    if (line) named.set(operand, line)
  }
  const inOrder = counts.length === operands.length + 1 ? counts.slice(1) : counts
  if (named.size < operands.length && inOrder.length === operands.length)
    for (const [at, operand] of operands.entries()) {
      const line = inOrder[at]
      if (line) named.set(operand, line)
    }
  for (const [operand, line] of named) line.byNumber = { kind: 'operand', code, operand }
}

/** A row of totals has no number. */
function totalOf({ roles }: Instrument, text: string): Meaning | null {
  const words = text.toLowerCase().replace(/\s+/g, ' ').trim()
  const role = roles.find(
    ({ title }) =>
      words === `total ${title.id.toLowerCase()}` || words === `total ${title.en?.toLowerCase()}`,
  )
  if (role) return { kind: 'role-total', role: role.code }
  return /^(nilai|total) .*(evaluasi|akhir)|^(grand total|total nilai|total zi|nilai total)$/.test(words)
    ? { kind: 'total' }
    : null
}
