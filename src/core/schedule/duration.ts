import {
  addDays,
  addMonths,
  type LocalDate,
  lastOfMonth,
  monthOf,
  weekday,
  yearOf,
} from '../shared/local-date.ts'
import type { Cursor } from './cursor.ts'
import { monthsOf, takeUnit } from './frequency-rule.ts'
import type { Unit, Window } from './reading.ts'

export type Duration = { readonly count: number; readonly unit: Unit }

/** In any unit; beyond it the calendar of dates ends, and no plan goes there. */
const longest = 1000

/** `4 bulan`, `selama 2 minggu`, `1-2 bulan`: a length of time without a date. */
export function readDuration(cursor: Cursor): Duration | null {
  cursor.passOver('deadline', 'during', 'filler')
  const first = cursor.take('number')
  if (first === null) return null
  const upper = cursor.attempt(at => {
    takeUnit(at)
    return at.take('to') || at.take('dash') ? at.take('number') : null
  })
  const unit = takeUnit(cursor)
  if (unit === null || first.value < 1 || (upper !== null && upper.value <= first.value)) return null
  const count = upper?.value ?? first.value
  if (count > longest) return null
  if (upper !== null) cursor.assume({ code: 'upper-bound-used', count, unit })
  return { count, unit }
}

/**
 * The last day of a duration. The start is its first day, unless it is the last day of a month: an event that is due
 * at the end of a month (as every bare month is) is followed by the duration from the next day on.
 */
export const durationEnd = (duration: Duration, start: LocalDate): LocalDate =>
  endOf(duration, firstDay(start))

function endOf({ count, unit }: Duration, first: LocalDate): LocalDate {
  if (unit === 'day') return addDays(first, count - 1)
  if (unit === 'week') return addDays(first, count * 7 - 1)
  if (unit !== 'workday') return addDays(addMonths(first, count * (monthsOf[unit] ?? 1)), -1)
  let end = first
  for (let left = count; ; end = addDays(end, 1)) {
    if (weekday(end) <= 5) left--
    if (left <= 0) return end
  }
}

export const firstDay = (start: LocalDate): LocalDate => (startsAfter(start) ? addDays(start, 1) : start)

export const startsAfter = (start: LocalDate): boolean => start === lastOfMonth(yearOf(start), monthOf(start))

/**
 * Whether windows spell a length out: as one stretch of that length ("3 bulan (Maret - Mei)"), or as what recurs
 * so often in a year ("6 bulan (Juni dan Desember)").
 */
export function isSpeltOut(duration: Duration, windows: readonly Window[]): boolean {
  const [first] = windows
  const last = windows.at(-1)
  if (first === undefined || last === undefined) return false
  const unbroken = windows.every(
    ([from], at) => from === addDays(windows[at - 1]?.[1] ?? addDays(from, -1), 1),
  )
  if (unbroken && endOf(duration, first[0]) === last[1]) return true
  return windows.length > 1 && duration.count * (monthsOf[duration.unit] ?? 0) * windows.length === 12
}

/** Whether "every so long" would divide the year, so that the words may have meant that. */
export function mayRecur({ count, unit }: Duration): boolean {
  const months = monthsOf[unit]
  return months !== undefined && count * months > 1 && count * months < 12 && 12 % (count * months) === 0
}
