import {
  daysInMonth,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  localDate,
  weekday,
} from '../shared/local-date.ts'
import { Impossible } from './cursor.ts'
import type { Period } from './period.ts'
import type { Assumption, Window } from './reading.ts'

type Dated = Period & { month?: number | null; year: number | null }
type Assume = (assumption: Assumption) => void

/**
 * The days that a period covers in `year`; it is due on the last of them. A part of a month is its first ten days,
 * the days up to the fifteenth, or its last day; a part of a year or a block is a month of it.
 */
export function spanOf(period: Dated, year: number, assume: Assume): Window {
  switch (period.is) {
    case 'day':
      return daySpan(period, year, assume)
    case 'week':
      return weekSpan(period.week, period.month ?? 1, year, assume)
    case 'month':
      return monthSpan(period, year, assume)
    case 'block':
      return blockSpan(period, year, assume)
    case 'year':
      return yearSpan(period.part, year, assume)
  }
}

function daySpan(period: Extract<Period, { is: 'day' }>, year: number, assume: Assume): Window {
  const month = period.month ?? 0
  const date = localDate(year, month, period.day)
  if (date === null) throw new Impossible({ code: 'no-such-date', day: period.day, month, year })
  if (period.weekday !== null && weekday(date) !== period.weekday)
    assume({ code: 'weekday-mismatch', printed: period.weekday, date })
  return [date, date]
}

function weekSpan(week: number, month: number, year: number, assume: Assume): Window {
  const length = daysInMonth(year, month)
  const first = week === -1 ? length - 6 : (week - 1) * 7 + 1
  const from = localDate(year, month, first)
  const to = localDate(year, month, Math.min(first + 6, length))
  if (from === null || to === null) throw new Impossible({ code: 'no-such-week', week, month, year })
  assume({ code: 'weeks-of-seven-days', week })
  return [from, to]
}

function monthSpan(period: Extract<Period, { is: 'month' }>, year: number, assume: Assume): Window {
  const { month, part } = period
  const last = lastOfMonth(year, month)
  if (part === null) {
    assume({ code: 'due-on-last-day' })
    return [firstOfMonth(year, month), last]
  }
  const [from, to] = { early: [1, 10], mid: [11, 15], late: [32, 32] }[part] as [number, number]
  const span: Window = [localDate(year, month, from) ?? last, localDate(year, month, to) ?? last]
  assume({ code: 'vague-part', part, unit: 'month', date: span[1] })
  return span
}

const unitOfBlock = { 3: 'quarter', 4: 'third', 6: 'semester' } as const

function blockSpan(period: Extract<Period, { is: 'block' }>, year: number, assume: Assume): Window {
  const first = (period.nth - 1) * period.months + 1
  const last = period.nth * period.months
  if (period.part === null) {
    assume({ code: 'due-on-last-day' })
    return [firstOfMonth(year, first), lastOfMonth(year, last)]
  }
  const middle = first + Math.ceil(period.months / 2) - 1
  const month = { early: first, mid: middle, late: last }[period.part]
  const to = lastOfMonth(year, month)
  assume({ code: 'vague-part', part: period.part, unit: unitOfBlock[period.months], date: to })
  return [period.part === 'late' ? to : firstOfMonth(year, month), to]
}

function yearSpan(part: 'early' | 'mid' | 'late' | null, year: number, assume: Assume): Window {
  if (part === null) return [firstOfMonth(year, 1), lastOfMonth(year, 12)]
  const month = { early: 1, mid: 6, late: 12 }[part]
  const to: LocalDate = lastOfMonth(year, month)
  assume({ code: 'vague-part', part, unit: 'year', date: to })
  return [part === 'late' ? to : firstOfMonth(year, month), to]
}
