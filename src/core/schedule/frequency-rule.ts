import { type Cursor, Impossible } from './cursor.ts'
import type { Unit } from './reading.ts'
import { everyMonths, periodEnds, type Recurrence } from './recurrence.ts'

export type Rule = (cursor: Cursor) => Recurrence | null

export const takeUnit = (cursor: Cursor, ...wanted: Unit[]): Unit | null => {
  const unit = cursor.peek('unit')?.unit
  if (unit === undefined || (wanted.length > 0 && !wanted.includes(unit))) return null
  cursor.take('unit')
  return unit
}

export const monthsOf: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  third: 4,
  semester: 6,
  year: 12,
}

/** "Every `count` units": due on the last day of each period, a week ending on its Sunday. */
export function everyRule(cursor: Cursor, count: number, unit: Unit): Recurrence | null {
  if (count < 1) return null
  if (unit === 'day') {
    if (count > 1) cursor.assume({ code: 'counted-from-january', count, unit })
    return { freq: 'daily', interval: count }
  }
  if (unit === 'workday') return count === 1 ? workingDays(cursor) : null
  if (unit === 'week') {
    cursor.assume({ code: 'week-ends-on-sunday' })
    if (count > 1) cursor.assume({ code: 'counted-from-january', count, unit })
    return { freq: 'weekly', interval: count, weekdays: [7] }
  }
  const months = (monthsOf[unit] ?? 1) * count
  if (months > 12)
    throw new Impossible({ code: 'every-several-years', years: Math.round((months / 12) * 10) / 10 })
  cursor.assume({ code: 'due-on-last-day' })
  if (12 % months !== 0) cursor.assume({ code: 'counted-from-january', count, unit })
  return periodEnds({ months, calendar: unit !== 'month' || count === 1 }, 1)
}

export function workingDays(cursor: Cursor): Recurrence {
  cursor.assume({ code: 'holidays-unknown' })
  return { freq: 'weekly', interval: 1, weekdays: [1, 2, 3, 4, 5] }
}

/** "`times` times in `count` units", more than once: spread evenly, where that gives whole or half months. */
export function timesRule(cursor: Cursor, times: number, count: number, unit: Unit): Recurrence | null {
  const apart = monthsApart(times, count, unit)
  if (apart === null) throw new Impossible({ code: 'times-without-dates', times })
  cursor.assume({ code: 'spread-evenly', times })
  return apart === 0.5 ? { freq: 'monthly', days: [15, -1] } : everyMonths(apart)
}

function monthsApart(times: number, count: number, unit: Unit): number | null {
  const apart = ((monthsOf[unit] ?? 0) * count) / times
  return apart === 0.5 || (apart > 0 && 12 % apart === 0 && Number.isInteger(apart)) ? apart : null
}

/**
 * Whether a count that stands apart says how often in each period, as in "setiap tahun (2 kali)"; in "setiap semester
 * (2 kali)" and "setiap bulan (12 kali)" it says how many dates there are.
 */
export const isWithinEach = (times: number, count: number, unit: Unit): boolean =>
  times * (monthsOf[unit] ?? 0) * count !== 12 && isPossible(times, count, unit)

const isPossible = (times: number, count: number, unit: Unit) =>
  times === 1 || monthsApart(times, count, unit) !== null

/** The count of `setiap bulan 2 kali`, `setiap tahun (minimal 1 kali)`; one with a span of its own stands for itself. */
export function readTimesWithin(cursor: Cursor, count: number, unit: Unit): number | null {
  const apart = cursor.passOver('comma') > 0
  cursor.passOver('filler')
  if (cursor.take('minimum')) cursor.assume({ code: 'minimum-read-as-exact' })
  const times = cursor.take('number')?.value
  if (times === undefined || !cursor.take('times') || cursor.attempt(readSpan) !== null) return null
  return (apart ? isWithinEach : isPossible)(times, count, unit) ? times : null
}

/** `setahun`, `per tahun`, `dalam 1 tahun`, `/tahun` */
const readSpan = (cursor: Cursor): Unit | null => {
  cursor.passOver('filler')
  const marks = cursor.passOver('each', 'slash')
  return cursor.take('number') !== null || marks > 0 ? (cursor.take('unit')?.unit ?? null) : null
}

/** Days of every month; a day that some months lack is left out there, as RFC 5545 does. */
export function monthDays(cursor: Cursor, days: readonly number[]): Recurrence {
  for (const day of days) {
    if (day < 1 || day > 31) throw new Impossible({ code: 'not-understood', part: `tanggal ${day}` })
    if (day > 28) cursor.assume({ code: 'months-without-day', day })
  }
  return { freq: 'monthly', days: [...new Set(days)].sort((a, b) => a - b) }
}
