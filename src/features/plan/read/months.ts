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
}

/** The month a heading names, from 0; null for anything else. */
export function monthOfHeading(text: string): number | null {
  const word = /^([a-z]+)\.?(?:[\s'’-]*(?:20)?\d\d)?$/.exec(fold(text).toLowerCase())?.[1]
  if (word === undefined) return null
  const index = spellings.findIndex(words => words.includes(word))
  return index < 0 ? null : index
}

const longer = [
  ['quarter', /^(?:tw|triwulan|tribulan|tri wulan|kuartal|kw|q)\.?\s*(iv|i{1,3}|[1-4])$/i, 4],
  ['semester', /^(?:semester|smt|sem)\.?\s*(i{1,2}|[12])$/i, 2],
] as const

const letters = 'JFMAMJJASOND'
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * The month columns of one row of headings. Names may stand anywhere; bare numbers 1–12 or I–XII and the letters
 * J F M … D count only as a full set of twelve, and `TW I`–`TW IV` as a set of four.
 */
export function monthColumns(cells: readonly { column: number; text: string }[]): MonthColumn[] {
  const named = cells.flatMap(({ column, text }): MonthColumn[] => {
    const index = monthOfHeading(text)
    return index === null ? [] : [{ column, unit: 'month', index, week: null }]
  })
  if (named.length >= 2) return named

  for (const [unit, heading, count] of longer) {
    const found = cells.flatMap(({ column, text }): MonthColumn[] => {
      const sign = heading.exec(fold(text))?.[1]?.toUpperCase() ?? ''
      const index = romans.indexOf(sign) >= 0 ? romans.indexOf(sign) : Number(sign) - 1
      return sign === '' || index >= count ? [] : [{ column, unit, index, week: null }]
    })
    if (found.length >= 2) return found
  }

  for (let start = 0; start + 12 <= cells.length; start += 1) {
    const twelve = cells.slice(start, start + 12)
    const every = (shown: (index: number) => string) =>
      twelve.every(({ text }, at) => fold(text).toUpperCase() === shown(at))
    if (every(at => String(at + 1)) || every(at => romans[at] ?? '') || every(at => letters[at] ?? '')) {
      return twelve.map(({ column }, index) => ({ column, unit: 'month', index, week: null }))
    }
  }
  return []
}

const noMark = /^[-–—0.]*$/

/** Whether a cell under a month is marked: by any sign but a dash or zero, or by a colour that its row does not share. */
export const isMark = (text: string, fill: string | null, rowFill: string | null): boolean =>
  fold(text) === '' ? fill !== null && fill !== rowFill : !noMark.test(fold(text))

/** The schedule that marks stand for: every marked month is one due date. */
export function scheduleOfMarks(marked: readonly MonthColumn[], year: number | null): string {
  const seen = new Set<string>()
  const suffix = year === null ? '' : ` ${year}`
  for (const { unit, index, week } of marked) {
    if (unit !== 'month')
      seen.add(`${unit === 'quarter' ? 'TW' : 'Semester'} ${romans[index] ?? ''}${suffix}`)
    else
      seen.add(
        week === null
          ? `${shortMonths[index] ?? ''}${suffix}`
          : `minggu ke-${week} ${shortMonths[index] ?? ''}${suffix}`,
      )
  }
  return [...seen].join(', ')
}
