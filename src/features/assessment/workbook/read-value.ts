import type { Instrument, Question, RatioAnswer } from '../../../core/instrument/instrument.ts'
import type { Cell } from '../../plan/read/index.ts'
import type { Findings } from './diagnostics.ts'

export type ValuePlace = { readonly sheet: string; readonly row: number; readonly column: number }

/** Words for "not yet" that workbooks show in a cell without an answer. */
const nothing = /^(-|–|blm diisi|belum diisi|belum dijawab|kosong|n\/?a|pilih)$/i

/** Whether a cell holds no answer. */
export const isEmptyCell = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.text === '' && cell.formula === null) || nothing.test(cell.text)

/** What every answer cell is looked at for; false where it cannot be read at all. */
function isReadable(cell: Cell, place: ValuePlace, code: string, findings: Findings): boolean {
  if (cell.formula === 'error') {
    findings.at('answer-error', 'error', place, { code, given: cell.text })
    return false
  }
  if (cell.formula === 'no-value') {
    findings.at('answer-without-value', 'error', place, { code, given: `=${cell.source ?? ''}` })
    return false
  }
  if (cell.formula === 'value') {
    const outside = /\[\d+\]|\.xls/i.test(cell.source ?? '')
    findings.at(outside ? 'external-link' : 'answer-formula', 'warning', place, { code, given: cell.text })
  }
  return true
}

const foreign: Readonly<Record<string, string>> = { YES: 'Ya', NO: 'Tidak' }
const spoken: Readonly<Record<string, string>> = { Y: 'Ya', IYA: 'Ya', T: 'Tidak', TDK: 'Tidak' }

/** The option that a cell names, or null with a diagnostic. */
export function readOption(
  { scales }: Instrument,
  question: Question,
  cell: Cell,
  place: ValuePlace,
  findings: Findings,
): string | null {
  const { code, answer } = question
  if (answer?.kind !== 'choice' && answer?.kind !== 'yes-no') return null
  if (!isReadable(cell, place, code, findings)) return null
  const options = (scales[answer.scale]?.options ?? []).map(({ key }) => key)
  const given = cell.text.trim().replace(/[.)]$/, '').toUpperCase()
  const found = options.find(key => key.toUpperCase() === given)
  if (found) return found
  const translated = foreign[given]
  if (translated && options.includes(translated)) {
    findings.at('other-language', 'warning', place, { code, given: cell.text, expected: translated })
    return translated
  }
  const said = spoken[given]
  if (said && options.includes(said)) return said
  findings.at('unknown-option', 'error', place, { code, given: cell.text, expected: options.join(', ') })
  return null
}

/** A number in a cell: as it stands, or out of a text that is nothing but a number. */
function numberIn(cell: Cell, place: ValuePlace, code: string, findings: Findings): string | null {
  if (!isReadable(cell, place, code, findings)) return null
  const text = cell.text.trim()
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && cell.number) return text
  const typed = text.replace(/^'/, '').replace(',', '.')
  // "1.234" may be a thousand or a decimal: nobody can tell.
  if (!cell.number && /^-?\d+(\.\d+)?$/.test(typed) && !/^-?\d{1,3}[.,]\d{3}$/.test(text)) {
    findings.at('number-as-text', 'warning', place, { code, given: text, expected: typed })
    return typed
  }
  findings.at('not-a-number', 'error', place, { code, given: text })
  return null
}

/** An index as a decimal text within its range, or null with a diagnostic. */
export function readIndexCell(
  { code, answer }: Question,
  cell: Cell,
  place: ValuePlace,
  findings: Findings,
): string | null {
  if (answer?.kind !== 'index') return null
  const text = numberIn(cell, place, code, findings)
  if (text === null) return null
  const value = Number(text)
  if (!(value >= Number(answer.min) && value <= Number(answer.max))) {
    findings.at('index-out-of-range', 'error', place, {
      code,
      given: cell.text,
      expected: `${answer.min}–${answer.max}`,
    })
    return null
  }
  if (/e/i.test(text) || (text.split('.')[1] ?? '').length > 15) {
    findings.at('index-too-fine', 'error', place, { code, given: cell.text, expected: '15' })
    return null
  }
  return text
}

/** The counts of a ratio. Without any the question is not answered; with some every other is missing. */
export function readCounts(
  { operandLimit }: Instrument,
  code: string,
  { operands }: RatioAnswer,
  cells: ReadonlyMap<string, { readonly cell: Cell | undefined; readonly place: ValuePlace }>,
  findings: Findings,
): Readonly<Record<string, number>> | null {
  const filled = operands.filter(({ name }) => !isEmptyCell(cells.get(name)?.cell))
  if (filled.length === 0) return null
  const counts: Record<string, number> = {}
  for (const { name } of operands) {
    const found = cells.get(name)
    const own = `${code}.${name}`
    if (!found) {
      findings.add('operand-missing', 'error', { code: own })
      continue
    }
    const { cell, place } = found
    if (cell === undefined || isEmptyCell(cell)) {
      findings.at('operand-missing', 'error', place, { code: own })
      continue
    }
    const text = numberIn(cell, place, own, findings)
    if (text === null) continue
    const value = Number(text)
    const about = { code: own, given: cell.text }
    if (value < 0) findings.at('operand-negative', 'error', place, about)
    else if (value > Number(operandLimit))
      findings.at('operand-too-large', 'error', place, { ...about, expected: operandLimit })
    else if (!Number.isInteger(value)) findings.at('operand-fractional', 'error', place, about)
    else counts[name] = value
  }
  return Object.keys(counts).length === operands.length ? counts : null
}
