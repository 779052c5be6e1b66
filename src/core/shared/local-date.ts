import { Temporal } from 'temporal-polyfill'

/**
 * A civil date as `YYYY-MM-DD`, without a time or a zone; the text order is the date order.
 * Law and plan count in these. Build one with the functions here, never by hand.
 */
export type LocalDate = `${number}-${number}-${number}`

const iso = (date: Temporal.PlainDate) => date.toString() as LocalDate
const plain = (date: LocalDate) => Temporal.PlainDate.from(date)

/** The date, or null where the calendar has no such day (31 February). `month` counts from 1. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return iso(Temporal.PlainDate.from({ year, month, day }))
}

/** Reads `YYYY-MM-DD`; null for any other text and for a day the calendar does not have. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Days in a month (28 to 31). `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

export const firstOfMonth = (year: number, month: number): LocalDate =>
  iso(Temporal.PlainDate.from({ year, month, day: 1 }))

export const lastOfMonth = (year: number, month: number): LocalDate =>
  iso(Temporal.PlainDate.from({ year, month, day: daysInMonth(year, month) }))

export const addDays = (date: LocalDate, days: number): LocalDate => iso(plain(date).add({ days }))

/** Adds months; a day that the target month lacks becomes its last day (31 Jan + 1 = 28 Feb). */
export const addMonths = (date: LocalDate, months: number): LocalDate => iso(plain(date).add({ months }))

// Counted from the parts of the text, for a page asks it of every obligation; Temporal takes some thirty times as long.
const dayNumber = (date: LocalDate): number =>
  Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / 86_400_000

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: LocalDate): number => plain(date).dayOfWeek

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** Month of the year, 1 to 12. */
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))

export const dayOf = (date: LocalDate): number => Number(date.slice(8, 10))

const zoned = new Map<string, Intl.DateTimeFormat>()

/** The civil date of an instant in a time zone such as `Asia/Jakarta`. */
export function civilDate(instant: Date, zone: string): LocalDate {
  let format = zoned.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    zoned.set(zone, format)
  }
  return format.format(instant) as LocalDate
}
