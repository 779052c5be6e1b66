import { daysBetween, type LocalDate } from '../core/shared/local-date.ts'
import type { Locale } from './messages.ts'

const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }

/** long: 6 November 2026 · short: 6 Nov 2026 · day-month: 6 Nov · weekday: Jumat, 6 November 2026 · month: November 2026 */
export type DateStyle = 'long' | 'short' | 'day-month' | 'weekday' | 'month'

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** Zones that an agency can be in, with the abbreviation that people write behind a time. */
export const zones = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const
export type Zone = keyof typeof zones

/** A zone by its name in the time zone database; any other name is western Indonesia's. */
export const asZone = (name: string | undefined): Zone =>
  name !== undefined && name in zones ? (name as Zone) : 'Asia/Jakarta'

// Building an Intl object costs a hundred times more than using it.
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const found = kept.get(key)
  if (found instanceof Intl.DateTimeFormat) return found
  const made = new Intl.DateTimeFormat(tags[locale], options)
  kept.set(key, made)
  return made
}
function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}${digits}`
  const found = kept.get(key)
  if (found instanceof Intl.NumberFormat) return found
  const made = new Intl.NumberFormat(tags[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  kept.set(key, made)
  return made
}

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`)
const dateFormats = new Map<string, Intl.DateTimeFormat>()

export function formatDate(date: LocalDate, locale: Locale, style: DateStyle = 'long'): string {
  const key = locale + style
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tags[locale], { ...dateOptions[style], timeZone: 'UTC' })
    dateFormats.set(key, format)
  }
  return format.format(utc(date))
}

/** `month` counts from 1. @example monthName(8, 'id', 'short') // 'Agu' */
export const monthName = (
  month: number,
  locale: Locale,
  style: 'long' | 'short' | 'narrow' = 'long',
): string =>
  dateFormat(locale, { month: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)))

/** ISO weekday, 1 is Monday. @example weekdayName(5, 'id') // 'Jumat' */
export const weekdayName = (day: number, locale: Locale, style: 'long' | 'short' = 'long'): string =>
  dateFormat(locale, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))

/** An instant as a local date and time with its zone: `24 November 2026 pukul 15.00 WIB`. */
export function formatDateTime(instant: Date, zone: Zone, locale: Locale): string {
  const day = dateFormat(locale, { ...dateOptions.long, timeZone: zone }).format(instant)
  return `${day}${locale === 'id' ? ' pukul' : ','} ${formatTime(instant, zone, locale)} ${zones[zone]}`
}

/** The time of day alone: `15.00`. */
export const formatTime = (instant: Date, zone: Zone, locale: Locale): string =>
  dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(instant)

/** `digits` after the decimal mark, always shown. @example formatNumber(1250.5, 'id', 2) // '1.250,50' */
export const formatNumber = (value: number, locale: Locale, digits = 0): string =>
  numberFormat(locale, digits).format(value)

/** A share from 0 to 1. @example formatPercent(0.9231, 'id', 2) // '92,31%' */
export const formatPercent = (share: number, locale: Locale, digits = 0): string =>
  `${formatNumber(share * 100, locale, digits)}%`

/** How far a due date lies from today, as one says it. */
export function relativeDays(date: LocalDate, today: LocalDate, locale: Locale): string {
  const days = daysBetween(today, date)
  if (locale === 'id') {
    if (days === 0) return 'hari ini'
    if (days === 1) return 'besok'
    return days > 0 ? `${formatNumber(days, 'id')} hari lagi` : `terlambat ${formatNumber(-days, 'id')} hari`
  }
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 0) return `in ${formatNumber(days, 'en')} days`
  return days === -1 ? '1 day late' : `${formatNumber(-days, 'en')} days late`
}

/** A size in bytes, in the unit that people read. @example formatBytes(1_310_720, 'id') // '1,3 MB' */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, locale)} KB`
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
  const tenths = Math.round(size * 10)
  return `${formatNumber(tenths / 10, locale, tenths % 10 === 0 ? 0 : 1)} ${unit}`
}
