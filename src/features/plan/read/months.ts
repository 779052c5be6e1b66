import { covers, type GridRow } from './grid.ts'
import { holdsOther, saysDone } from './headings.ts'
import { fold } from './items.ts'

const spellings = [
  'januari jan jnr',
  'februari pebruari feb peb febr pebr',
  'maret mar mrt',
  'april apr apl',
  'mei may',
  'juni jun',
  'juli jul',
  'agustus agt agu ags agst agust aug',
  'september sep sept',
  'oktober okt oct',
  'november nopember nov nop',
  'desember des dec',
].map(words => words.split(' '))

/** The names a schedule text is written with; January is 0. */
export const shortMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agt',
  'Sep',
  'Okt',
  'Nov',
  'Des',
] as const

/** One column of a chart of months: the month (0 to 11) and, where months are divided, its week (from 1). */
export interface MonthColumn {
  readonly column: number
  readonly unit: 'month' | 'quarter' | 'semester'
  /** From 0. */
  readonly index: number
  readonly week: number | null
  /** Only where the headings name several years. */
  readonly year: number | null
}

/** The month a heading names, from 0: `Mrt.`, `Mar-26`, `B03`, `Bulan ke-3`; null for anything else. */
export function monthOfHeading(text: string): number | null {
  const plain = fold(text).toLowerCase()
  const number = /^(?:b(?=\d\d$)|(?:bulan|bln\.?) ?(?:ke[- ]?)?)(\d{1,2})$/.exec(plain)?.[1]
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) - 1 : null
  const word = /^([a-z]+)\.?(?:[\s'’-]*(?:20)?\d\d)?$/.exec(plain)?.[1]
  if (word === undefined) return null
  const index = spellings.findIndex(words => words.includes(word))
  return index < 0 ? null : index
}

function yearOfHeading(text: string): number | null {
  const [, long, short] = /\b(20\d\d)\b|[a-z][\s'’-]*(\d\d)$/i.exec(fold(text)) ?? []
  const year = long ?? (short === undefined || monthOfHeading(text) === null ? undefined : `20${short}`)
  return year === undefined || /^b\d\d$|^(?:bulan|bln)/i.test(fold(text)) ? null : Number(year)
}

const longer = [
  ['quarter', /^(?:tw|triwulan|tribulan|tri wulan|kuartal|kw|q)\.?\s*(iv|i{1,3}|[1-4])$/i, 4],
  ['semester', /^(?:semester|smt|sem)\.?\s*(i{1,2}|[12])$/i, 2],
] as const

const plainMonth = { unit: 'month', week: null, year: null } as const
const letters = 'JFMAMJJASOND'
export const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * The month columns of one row of headings. Names may stand anywhere; bare numbers 1–12 or I–XII and the letters
 * J F M … D count only as a full set of twelve, and `TW I`–`TW IV` as a set of four.
 */
export function monthColumns(cells: readonly { column: number; text: string }[]): MonthColumn[] {
  const named = cells.flatMap(({ column, text }): MonthColumn[] => {
    const index = monthOfHeading(text)
    return index === null ? [] : [{ ...plainMonth, column, index }]
  })
  if (named.length >= 2) return named

  for (const [unit, heading, count] of longer) {
    const found = cells.flatMap(({ column, text }): MonthColumn[] => {
      const sign = heading.exec(fold(text))?.[1]?.toUpperCase() ?? ''
      const index = romans.indexOf(sign) >= 0 ? romans.indexOf(sign) : Number(sign) - 1
      return sign === '' || index >= count ? [] : [{ ...plainMonth, column, unit, index }]
    })
    if (found.length >= 2) return found
  }

  for (let start = 0; start + 12 <= cells.length; start += 1) {
    const twelve = cells.slice(start, start + 12)
    const every = (shown: (index: number) => string) =>
      twelve.every(({ text }, at) => fold(text).toUpperCase() === shown(at))
    if (
      every(at => String(at + 1)) ||
      every(at => String(at + 1).padStart(2, '0')) ||
      every(at => romans[at] ?? '') ||
      every(at => letters[at] ?? '')
    ) {
      return twelve.map(({ column }, index) => ({ ...plainMonth, column, index }))
    }
  }
  return []
}

/** Which row heads the months, the months themselves where quarters stand above them; -1 where none does. */
export function monthRow(rows: readonly GridRow[]): { at: number; found: readonly MonthColumn[] } {
  const found = rows.map((_, at) => monthColumns(namedCells(rows, at)))
  const months = found.findIndex(([first]) => first?.unit === 'month')
  const at = months >= 0 ? months : found.findIndex(columns => columns.length > 0)
  return { at, found: found[at] ?? [] }
}

/** The month columns of a table by its heading rows. */
export function monthsOf(rows: readonly GridRow[]): MonthColumn[] {
  const { at, found } = monthRow(rows)
  const [row, below] = [rows[at], rows[at + 1]]
  if (row === undefined) return []
  const years = new Map<number, number | null>()
  const kept = found.filter(({ column }) => {
    const heads = rows.slice(0, at + 1).flatMap(({ cells }) => cells.filter(cell => covers(cell, column)))
    years.set(column, heads.map(({ text }) => yearOfHeading(text)).findLast(year => year !== null) ?? null)
    return !heads.some(({ text }) => holdsOther(text))
  })
  const several = new Set([...years.values()].filter(year => year !== null)).size > 1
  const isDone = (column: number) =>
    rows.slice(at + 1).some(({ cells }) => cells.some(cell => covers(cell, column) && saysDone(cell.text)))
  const columns = kept.flatMap(month => {
    const span = row.cells.find(({ column }) => column === month.column)?.columnSpan ?? 1
    const weeks =
      span >= 4 && span <= 5 && below !== undefined && monthOfHeading(below.cells[0]?.text ?? '') === null
    return Array.from({ length: span }, (_, offset) => ({
      ...month,
      column: month.column + offset,
      week: weeks ? offset + 1 : null,
      year: several ? (years.get(month.column) ?? null) : null,
    }))
  })
  return columns.filter(({ column }) => !isDone(column))
}

/** A row's headings; `I` under "Triwulan" is `Triwulan I`. */
function namedCells(rows: readonly GridRow[], at: number): { column: number; text: string }[] {
  return (rows[at]?.cells ?? [])
    .filter(({ text }) => text !== '')
    .map(({ column, text }) => {
      const above = rows[at - 1]?.cells.find(cell => covers(cell, column))?.text ?? ''
      const unit = /(triwulan|tribulan|kuartal|semester)\W*$/i.exec(above)?.[1]
      return {
        column,
        text: unit === undefined || !/^(?:[1-4]|i{1,3}|iv)$/i.test(text) ? text : `${unit} ${text}`,
      }
    })
}
