import { readSchedule } from '../../../core/schedule/read-schedule.ts'
import { splitScheduleCell } from '../../../core/schedule/split-cell.ts'
import { monthOf } from '../../../core/shared/local-date.ts'
import { fold } from './items.ts'
import { type MonthColumn, monthOfHeading, romans, shortMonths } from './months.ts'
import type { Finding } from './plan-document.ts'

/** A marked month, quarter or week of a chart. */
export interface Mark extends MonthColumn {
  /** What stands there; empty for a colour. */
  readonly said: string
  /** True where one cell reaches over several columns. */
  readonly wide: boolean
}

/** Nothing, a dash, a zero, a box that nobody ticked, or "no" in so many words. */
const noMark = /^(?:[-–—0.□☐]*|tidak(?: ada)?|tdk|nihil|n\s*\/\s*a)$/i

/** What was taken back or is not known; that is worth saying. */
const denied = /^(?:\?+|(?:di)?batal(?:kan)?|(?:di)?tunda|belum(?: ada| pasti)?|tentatif|tba|tbd)$/i

export const isDenied = (text: string): boolean => denied.test(fold(text))

/** Whether a cell under a month is marked: by any sign but a dash or zero, or by a colour that is not a plain one. */
export const isMark = (text: string, fill: string | null, plain: readonly (string | null)[]): boolean =>
  fold(text) === '' ? fill !== null && !plain.includes(fill) : !noMark.test(fold(text)) && !isDenied(text)

const plainSign = /^(?:[^\p{L}\p{N}]*|\p{L}|1|ya|ok|ada)$/iu
const quantity = /^\d+(?:[.,]\d+)?\s*(?:%|\p{L}[\p{L}\s./()]*)?$/u
/** "1-4", "2 dan 4", "10, 15": days or weeks, by how high they are. */
const figures = /^\d{1,2}(?:\s*(?:[-–,&]|dan|s\.?d\.?)\s*\d{1,2})+$/i
/** Up to here a bare number may well count something; above it is a day. */
const largestCount = 12

/** The time that a mark stands for, and whether what stands there was taken for a day or not understood. */
function timeOf(mark: Mark, year: number | null): { text: string; doubt: 'day' | 'unread' | null } {
  const period = periodOf(mark, year)
  const said = fold(mark.said).replace(/^\((.*)\)$|^(\d+)[.)]$/, '$1$2')
  if (plainSign.test(said)) return { text: period, doubt: null }
  const number = /^\d+$/.test(said) ? Number(said) : null
  const inMonth = mark.unit === 'month' && mark.week === null && !mark.wide
  if (number !== null && inMonth && number > largestCount && number <= 31)
    return { text: `${number} ${period}`, doubt: 'day' }
  if (number !== null) return { text: period, doubt: mark.unit === 'month' ? 'unread' : null }
  if (quantity.test(said) && !namesMonth(said)) return { text: period, doubt: null }
  const listed = figures.test(said)
  if (listed && Math.max(...said.split(/\D+/).map(Number)) <= largestCount)
    return { text: period, doubt: 'unread' }
  const within = inMonth ? timeWithin(said, mark, year) : null
  return within === null ? { text: period, doubt: 'unread' } : { text: within, doubt: listed ? 'day' : null }
}

const namesMonth = (said: string): boolean =>
  said.split(/[^\p{L}]+/u).some(word => monthOfHeading(word) !== null)

/** "minggu 2" under July is "minggu 2 Jul"; null where the text names no time of that month. */
function timeWithin(said: string, mark: Mark, year: number | null): string | null {
  const planYear = mark.year ?? year
  const hasMonth = namesMonth(said)
  const hasDate = /\d\s*([-/.])\s*\d+\s*\1\s*\d/.test(said)
  const suffix = hasDate || planYear === null || /20\d\d/.test(said) ? '' : ` ${planYear}`
  const text = hasMonth || hasDate ? `${said}${suffix}` : `${said} ${periodOf(mark, year)}`
  const { kind, windows } = readSchedule(text, { year: planYear ?? 2000 })
  const month = `-${String(mark.index + 1).padStart(2, '0')}-`
  const named = kind === 'once' || kind === 'dates' || kind === 'window'
  return named && windows.flat().every(date => date.includes(month)) ? text : null
}

function periodOf({ unit, index, week, year: own }: MonthColumn, year: number | null): string {
  const printed = own ?? year
  const suffix = printed === null ? '' : ` ${printed}`
  if (unit !== 'month') return `${unit === 'quarter' ? 'TW' : 'Semester'} ${romans[index] ?? ''}${suffix}`
  const month = `${shortMonths[index] ?? ''}${suffix}`
  return week === null ? month : `minggu ke-${week} ${month}`
}

/** The schedule that marks stand for: every marked month is one due date. */
export const scheduleOfMarks = (marks: readonly Mark[], year: number | null): string =>
  [...new Set(marks.map(mark => timeOf(mark, year).text))].join(', ')

/** A cell of a chart as a warning names it: `Apr: 15`. */
export const cellOfChart = (column: MonthColumn, said: string): string =>
  `${periodOf({ ...column, year: null }, null)}: ${fold(said)}`

/** Whether the marked months are those of the written target time. */
function agree(marks: readonly Mark[], schedules: readonly string[], year: number | null): boolean {
  if (marks.some(({ unit }) => unit !== 'month')) return false
  const dates = schedules
    .flatMap(splitScheduleCell)
    .flatMap(text => readSchedule(text, { year: year ?? 2000 }).dates)
  const written = new Set(dates.map(monthOf))
  const marked = new Set(marks.map(({ index }) => index + 1))
  return marked.size === written.size && [...marked].every(month => written.has(month))
}

/** What stands under months and is more than a mark, or none because the target time is written out. */
export function marksFindings(
  { marks, schedules }: { readonly marks: readonly Mark[]; readonly schedules: readonly string[] },
  year: number | null,
): Finding[] {
  if (schedules.length > 0)
    return marks.length > 0 && !agree(marks, schedules, year) ? [{ code: 'marks-beside-schedule' }] : []
  const cells = (doubt: 'day' | 'unread') =>
    marks.filter(mark => timeOf(mark, year).doubt === doubt).map(mark => cellOfChart(mark, mark.said))
  const [days, unread] = [cells('day'), cells('unread')]
  return [
    ...(days.length > 0 ? [{ code: 'marks-read-as-days', cells: days } as const] : []),
    ...(unread.length > 0 ? [{ code: 'marks-with-words', cells: unread } as const] : []),
  ]
}
