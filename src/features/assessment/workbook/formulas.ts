import {
  type Instrument,
  type Question,
  questionsOf,
  type RatioAnswer,
  type SubItem,
  type Sum,
} from '../../../core/instrument/instrument.ts'
import type { ScoreSettings } from '../../../core/score/answers.ts'
import { keyOf, type Meaning } from './meanings.ts'

/** Where a table stands: the row of each part by its key, and the columns of answers. */
export interface Standing {
  readonly rowOf: (key: string) => number | null
  /** Letters: the first column with an answer counts. */
  readonly answers: readonly string[]
  /** The letter of the column that the formulas stand in. */
  readonly value: string
}

/** What a value cell shows while its question has no answer; a sum leaves it out. */
export const notFilled = 'Blm Diisi'

/**
 * The formula of every value, by the key of its row: those of the official workbook, except that a sub-item is
 * divided by its number of questions, so that a blank counts as nothing, and that its parts are all counted.
 */
export function formulasOf(
  instrument: Instrument,
  standing: Standing,
  settings: ScoreSettings = {},
): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>()
  const { rowOf, value } = standing
  const put = (meaning: Meaning, formula: string | null) => {
    if (formula !== null && rowOf(keyOf(meaning)) !== null) formulas.set(keyOf(meaning), formula)
  }
  const cellsOf = (meanings: readonly Meaning[]): string[] | null => {
    const rows = meanings.map(meaning => rowOf(keyOf(meaning)))
    return rows.every(row => row !== null) ? rows.map(row => `${value}${row}`) : null
  }
  const sumOf = (meanings: readonly Meaning[]) => {
    const cells = cellsOf(meanings)
    return cells === null ? null : `SUM(${range(cells)})`
  }
  for (const { question, subItem } of questionsOf(instrument))
    put(
      { kind: 'question', code: question.code },
      questionFormula(instrument, question, subItem, standing, settings),
    )
  for (const pillar of instrument.pillars) {
    for (const { area, subItems } of pillar.areas) {
      for (const subItem of subItems) {
        const sum = sumOf(subItem.questions.map(({ code }) => ({ kind: 'question', code })))
        const share = `/${subItem.questions.length}*${subItem.weight}`
        put(
          { kind: 'sub-item', code: subItem.code },
          sum === null ? null : subItem.combine === 'average' ? `${sum}${share}` : sum,
        )
      }
      put({ kind: 'area', pillar: pillar.code, area }, sumOf(subItems.map(subItemRow)))
    }
    put(
      { kind: 'pillar', code: pillar.code },
      sumOf(pillar.areas.flatMap(one => one.subItems.map(subItemRow))),
    )
  }
  for (const { code: role } of instrument.roles) {
    const parts = instrument.pillars
      .filter(pillar => pillar.role === role)
      .flatMap(pillar => pillar.areas.flatMap(one => one.subItems.map(subItemRow)))
    put({ kind: 'role', role }, sumOf(parts))
    put({ kind: 'role-total', role }, sumOf(parts))
  }
  put({ kind: 'total' }, sumOf(instrument.roles.map(({ code }) => ({ kind: 'role-total', role: code }))))
  return formulas
}

const subItemRow = ({ code }: SubItem): Meaning => ({ kind: 'sub-item', code })

/** Cells as ranges where they stand one under the other. */
function range(cells: readonly string[]): string {
  const parts: { from: string; to: string; row: number }[] = []
  for (const cell of cells) {
    const row = Number(cell.replace(/^[A-Z]+/, ''))
    const last = parts.at(-1)
    if (last && row === last.row + 1) {
      last.to = cell
      last.row = row
    } else parts.push({ from: cell, to: cell, row })
  }
  return parts.map(({ from, to }) => (from === to ? from : `${from}:${to}`)).join(',')
}

function questionFormula(
  instrument: Instrument,
  { code, answer, weight }: Question,
  { combine }: SubItem,
  standing: Standing,
  settings: ScoreSettings,
): string | null {
  if (answer === null) return null
  const times = combine === 'weighted' ? `*${weight ?? '0'}` : ''
  const row = standing.rowOf(`question:${code}`)
  if (answer.kind === 'ratio') {
    const share = ratioFormula(code, answer, standing, settings, times)
    return share
  }
  if (row === null) return null
  const given = givenIn(standing.answers, row)
  if (answer.kind === 'index') {
    const over = answer.min === '0' ? given : `(${given}-${answer.min})`
    const range = answer.min === '0' ? answer.max : `(${answer.max}-${answer.min})`
    return `IF(${blankIn(standing.answers, row)},"${notFilled}",${over}/${range}${times})`
  }
  return (instrument.scales[answer.scale]?.options ?? []).reduceRight(
    (rest, { key, value }) => `IF(${given}="${key}",${value}${times},${rest})`,
    `"${notFilled}"`,
  )
}

/** The first column's answer, or the next one's where it has none. */
const givenIn = (columns: readonly string[], row: number): string =>
  columns.reduceRight<string>(
    (rest, column) => (rest === '' ? `${column}${row}` : `IF(${column}${row}="",${rest},${column}${row})`),
    '',
  )

const blankIn = (columns: readonly string[], row: number): string =>
  `${columns.map(column => `${column}${row}`).join('&')}=""`

function ratioFormula(
  code: string,
  { operands, numerator, denominator, cap, floor, zeroDenominator }: RatioAnswer,
  { rowOf, answers }: Standing,
  settings: ScoreSettings,
  times: string,
): string | null {
  const rows = new Map(operands.map(({ name }) => [name, rowOf(`operand:${code}.${name}`)]))
  if ([...rows.values()].some(row => row === null)) return null
  const cell = (name: string) => givenIn(answers, rows.get(name) ?? 0)
  const sum = ({ plus, minus }: Sum) => {
    const text = `${plus.map(cell).join('+')}${minus.map(name => `-${cell(name)}`).join('')}`
    return plus.length + minus.length === 1 ? text : `(${text})`
  }
  const blank = operands.map(({ name }) => blankIn(answers, rows.get(name) ?? 0)).join(',')
  const [over, under] = [sum(numerator), sum(denominator)]
  const zero = zeroDenominator.setting
    ? (settings.zeroDenominator?.[code] ?? zeroDenominator.whenNumeratorZero)
    : zeroDenominator.whenNumeratorZero
  const none =
    zero === zeroDenominator.otherwise ? zero : `IF(${over}=0,${zero},${zeroDenominator.otherwise})`
  return `IF(OR(${blank}),"${notFilled}",IF(${under}<=0,${none},MAX(${floor},MIN(${cap},${over}/${under})))${times})`
}

/**
 * The official workbook's own way with a sub-item: blanks are left out, of two parts the first counts twice, and
 * what cannot be divided is an error, for which `#` stands.
 */
export function officialSubItem(
  { code, weight, combine, workbook, questions }: SubItem,
  { value, answers: [answer = ''], rowOf }: Standing,
  sheet: string,
): string | null {
  const at = (key: string, column = value) => {
    const row = rowOf(key)
    return row === null ? null : `${sheet}!${column}${row}`
  }
  const cells = questions.map(question => at(`question:${question.code}`))
  const own = at(`sub-item:${code}`)
  if (own === null || cells.includes(null)) return null
  const counted = workbook === 'first-part-twice' ? questions.slice(0, 1) : questions
  const empty = counted.flatMap(({ code: question, answer: answering }) => {
    if (answering?.kind !== 'ratio' || !answering.zeroDenominator.setting) return []
    const under = answering.denominator.plus.map(name => at(`operand:${question}.${name}`, answer))
    return [`AND(COUNT(${under.join(',')})=${under.length},SUM(${under.join(',')})=0)`]
  })
  const guarded = (formula: string) =>
    empty.length === 0 ? formula : `IF(OR(${empty.join(',')}),"#",${formula})`
  if (workbook === 'first-part-twice')
    return guarded(`IF(ISNUMBER(${cells[0]}),${cells[0]}/${questions[0]?.weight ?? '1'}*${weight},"#")`)
  if (combine === 'weighted') return own
  const all = cells.join(',')
  return guarded(`IF(COUNT(${all})=0,"#",SUM(${all})/MAX(1,COUNT(${all}))*${weight})`)
}
