import {
  addDays,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  type LocalDate,
  localDate,
  monthOf,
  weekday,
  yearOf,
} from '../shared/local-date.ts'

/** The part of RFC 5545 that schedules need. Weekdays are ISO (1 is Monday); day -1 is the last of a month. */
export type Recurrence =
  | { readonly freq: 'daily'; readonly interval: number }
  | { readonly freq: 'weekly'; readonly interval: number; readonly weekdays: readonly number[] }
  | { readonly freq: 'monthly'; readonly days: readonly number[]; readonly periods?: Periods }
  /** The `nths` of each weekday in a month, 1 to 4; -1 is the last. */
  | { readonly freq: 'monthly'; readonly nths: readonly number[]; readonly weekdays: readonly number[] }
  | {
      readonly freq: 'yearly'
      readonly months: readonly number[]
      readonly days: readonly number[]
      readonly periods?: Periods
    }

/** The rule falls on the ends of periods of so many months, which begin where the calendar has them or anywhere. */
export type Periods = { readonly months: number; readonly calendar: boolean }

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const interval = (count: number) => (count === 1 ? '' : `;INTERVAL=${count}`)

/** The value of an RRULE property; `until` is its last day, where the text prints one. */
export function formatRule(rule: Recurrence, until: LocalDate | null): string {
  const end = until === null ? '' : `;UNTIL=${until.replaceAll('-', '')}`
  switch (rule.freq) {
    case 'daily':
      return `FREQ=DAILY${interval(rule.interval)}${end}`
    case 'weekly':
      return `FREQ=WEEKLY${interval(rule.interval)};BYDAY=${rule.weekdays.map(day => dayCodes[day - 1]).join(',')}${end}`
    case 'monthly':
      return 'nths' in rule
        ? `FREQ=MONTHLY;BYDAY=${rule.nths.flatMap(nth => rule.weekdays.map(day => `${nth}${dayCodes[day - 1]}`)).join(',')}${end}`
        : `FREQ=MONTHLY;BYMONTHDAY=${rule.days.join(',')}${end}`
    case 'yearly':
      return `FREQ=YEARLY;BYMONTH=${rule.months.join(',')};BYMONTHDAY=${rule.days.join(',')}${end}`
  }
}

/** Every day on which the rule falls, from `from` (its DTSTART) to `to`, both included. */
export function expandRule(rule: Recurrence, from: LocalDate, to: LocalDate): LocalDate[] {
  if (to < from) return []
  const found =
    rule.freq === 'daily' || rule.freq === 'weekly' ? bySteps(rule, from, to) : byMonths(rule, from, to)
  return found.filter(date => date >= from && date <= to).sort()
}

function bySteps(
  rule: Extract<Recurrence, { freq: 'daily' | 'weekly' }>,
  from: LocalDate,
  to: LocalDate,
): LocalDate[] {
  const found: LocalDate[] = []
  const start = rule.freq === 'daily' ? from : addDays(from, 1 - weekday(from))
  const step = rule.freq === 'daily' ? rule.interval : rule.interval * 7
  const offsets = rule.freq === 'daily' ? [0] : rule.weekdays.map(day => day - 1)
  const length = daysBetween(start, to)
  for (let day = 0; day <= length; day += step)
    for (const offset of offsets) found.push(addDays(start, day + offset))
  return found
}

function byMonths(
  rule: Extract<Recurrence, { freq: 'monthly' | 'yearly' }>,
  from: LocalDate,
  to: LocalDate,
): LocalDate[] {
  const found = new Set<LocalDate>()
  for (let year = yearOf(from); year <= yearOf(to); year++)
    for (let month = 1; month <= 12; month++) {
      if (rule.freq === 'yearly' && !rule.months.includes(month)) continue
      for (const day of 'nths' in rule ? nthDays(rule, year, month) : rule.days) {
        const date = localDate(year, month, day < 0 ? daysInMonth(year, month) + 1 + day : day)
        if (date !== null) found.add(date)
      }
    }
  return [...found]
}

/** Days of that month on which the rule's weekdays come for one of its `nths` times. */
function nthDays(
  { nths, weekdays }: Extract<Recurrence, { nths: readonly number[] }>,
  year: number,
  month: number,
): number[] {
  return nths.flatMap(nth => {
    const first = nth < 0 ? daysInMonth(year, month) - 6 : (nth - 1) * 7 + 1
    const opens = weekday(addDays(firstOfMonth(year, month), first - 1))
    return weekdays.map(day => first + ((day - opens + 7) % 7))
  })
}

/** The last day of every `months`-th month, counted from January: 3 gives the ends of the quarters. */
export const everyMonths = (months: number): Recurrence => periodEnds({ months, calendar: true }, 1)

/** The last day of every period of a year, the first of which begins with the month `first`. */
export function periodEnds(periods: Periods, first: number): Recurrence {
  if (periods.months === 1) return { freq: 'monthly', days: [-1], periods }
  const ends = Array.from(
    { length: Math.floor(12 / periods.months) },
    (_, index) => ((first - 2 + (index + 1) * periods.months) % 12) + 1,
  )
  return { freq: 'yearly', months: ends.sort((a, b) => a - b), days: [-1], periods }
}

/**
 * How unevenly dates stand around the year: the longest gap less the shortest, in months; 0 is even, as a
 * recurrence would have it. May and October give 2 (gaps of 5 and 7).
 */
export function unevenness(dates: readonly LocalDate[]): number {
  const first = dates[0]
  if (first === undefined) return 0
  const at = dates.map(date => (yearOf(date) - yearOf(first)) * 12 + monthOf(date))
  const gaps = at.map((month, index) => (at[index + 1] ?? monthOf(first) + 12) - month)
  return Math.max(...gaps) - Math.min(...gaps)
}
