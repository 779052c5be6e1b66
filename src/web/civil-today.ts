import type { LocalDate } from '../core/shared/local-date.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The civil date of an instant in a time zone such as `Asia/Jakarta`. */
export function civilDate(instant: Date, zone: string): LocalDate {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(instant) as LocalDate
}
