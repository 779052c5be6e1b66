import { type Cursor, Impossible } from './cursor.ts'
import type { Unit } from './reading.ts'
import { everyMonths, periodEnds, type Recurrence } from './recurrence.ts'

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

/** "`times` times in `count` units": spread evenly, where that gives whole months. */
export function timesRule(cursor: Cursor, times: number, count: number, unit: Unit): Recurrence | null {
  if (times === 1) return everyRule(cursor, count, unit)
  const perMonths = (monthsOf[unit] ?? 0) * count
  const apart = perMonths / times
  if (perMonths === 0 || times < 1) throw new Impossible({ code: 'times-without-dates', times })
  cursor.assume({ code: 'spread-evenly', times })
  if (apart === 0.5) return { freq: 'monthly', days: [15, -1] }
  if (!Number.isInteger(apart) || 12 % apart !== 0)
    throw new Impossible({ code: 'times-without-dates', times })
  return everyMonths(apart)
}

/** Days of every month; a day that some months lack is left out there, as RFC 5545 does. */
export function monthDays(cursor: Cursor, days: readonly number[]): Recurrence {
  for (const day of days) {
    if (day < 1 || day > 31) throw new Impossible({ code: 'not-understood', part: `tanggal ${day}` })
    if (day > 28) cursor.assume({ code: 'months-without-day', day })
  }
  return { freq: 'monthly', days: [...new Set(days)].sort((a, b) => a - b) }
}
