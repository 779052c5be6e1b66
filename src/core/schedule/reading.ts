import type { LocalDate } from '../shared/local-date.ts'

export type ScheduleKind = 'once' | 'dates' | 'window' | 'recurring' | 'open' | 'duration' | 'unresolved'

export type Part = 'early' | 'mid' | 'late'
export type Unit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'third' | 'semester' | 'year'
export type Window = readonly [from: LocalDate, to: LocalDate]

/** What a target-time text means, together with everything that the reading took for granted. */
export type ScheduleReading = {
  readonly text: string
  readonly kind: ScheduleKind
  /** An RFC 5545 recurrence value (`FREQ=WEEKLY;BYDAY=SU`); it runs from the first window, or from 1 January. */
  readonly rrule: string | null
  readonly windows: readonly Window[]
  /** Due dates within the plan year, sorted, each once. */
  readonly dates: readonly LocalDate[]
  /** True when a person should confirm the reading: it is unresolved, or rests on a doubtful assumption. */
  readonly ambiguous: boolean
  readonly assumptions: readonly Assumption[]
  readonly reason: UnresolvedReason | null
}

export type Assumption =
  | { readonly code: 'due-on-last-day' }
  | { readonly code: 'year-from-plan'; readonly year: number }
  | { readonly code: 'year-from-neighbour'; readonly year: number }
  | {
      readonly code: 'two-digit-year'
      readonly printed: string
      readonly year: number
      readonly mayBeDay: boolean
    }
  | { readonly code: 'outside-plan-year'; readonly date: LocalDate; readonly year: number }
  | { readonly code: 'day-before-month'; readonly printed: string; readonly date: LocalDate }
  | {
      readonly code: 'figures-read-as-date'
      readonly printed: string
      readonly day: number
      readonly month: number
    }
  | { readonly code: 'year-read-as-whole'; readonly year: number }
  | { readonly code: 'window-without-frequency'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'open-without-frequency'; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly code: 'start-from-plan-year'; readonly from: LocalDate }
  | { readonly code: 'uneven-spacing' }
  | { readonly code: 'each-period-of-range'; readonly count: number }
  | { readonly code: 'noun-read-as-recurring'; readonly word: string }
  | { readonly code: 'span-read-as-recurring'; readonly count: number; readonly unit: Unit }
  | { readonly code: 'duration-needs-start' }
  | { readonly code: 'duration-counted-from'; readonly start: LocalDate }
  | { readonly code: 'counted-after-month-end'; readonly start: LocalDate }
  | { readonly code: 'duration-may-recur'; readonly count: number; readonly unit: Unit }
  | { readonly code: 'length-beside-dates'; readonly count: number; readonly unit: Unit }
  | { readonly code: 'upper-bound-used'; readonly count: number; readonly unit: Unit }
  | { readonly code: 'week-ends-on-sunday' }
  | { readonly code: 'holidays-unknown' }
  | { readonly code: 'vague-part'; readonly part: Part; readonly unit: Unit; readonly date: LocalDate | null }
  | { readonly code: 'part-of-one-month'; readonly part: Part; readonly month: number }
  | {
      readonly code: 'part-of-one-block'
      readonly part: Part
      readonly unit: 'quarter' | 'third' | 'semester'
      readonly nth: number
    }
  | {
      readonly code: 'day-of-one-month'
      readonly unit: 'day' | 'week'
      readonly nth: number
      readonly month: number
    }
  | { readonly code: 'narrower-used'; readonly endsDiffer: boolean }
  | { readonly code: 'last-semester-read-as-second' }
  | { readonly code: 'weeks-of-seven-days'; readonly week: number }
  | { readonly code: 'months-without-day'; readonly day: number }
  | { readonly code: 'spread-evenly'; readonly times: number }
  | { readonly code: 'counted-from-january'; readonly count: number; readonly unit: Unit }
  | {
      readonly code: 'counted-from-month'
      /** Months of a period. */
      readonly count: number
      readonly from: LocalDate
      readonly first: LocalDate
    }
  | { readonly code: 'partial-first-period'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'rest-without-date'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'month-code'; readonly printed: string; readonly month: number }
  | { readonly code: 'day-before'; readonly date: LocalDate }
  | { readonly code: 'day-before-each-month'; readonly day: number }
  | { readonly code: 'minimum-read-as-exact' }
  | { readonly code: 'report-due-next-month' }
  | { readonly code: 'months-named-beside-frequency' }
  | { readonly code: 'frequency-said-twice' }
  | { readonly code: 'excepted'; readonly phrase: string; readonly count: number }
  | { readonly code: 'weekday-mismatch'; readonly printed: number; readonly date: LocalDate }
  | { readonly code: 'spelling'; readonly printed: string; readonly read: string }
  | { readonly code: 'repeated-expression' }
  | { readonly code: 'slash-read-as-list' }
  | { readonly code: 'listed-without-separator' }
  | { readonly code: 'numbers-read-as-marks' }
  | { readonly code: 'frequency-from-row'; readonly phrases: readonly string[] }
  | { readonly code: 'frequency-from-sibling'; readonly phrases: readonly string[] }

export type UnresolvedReason =
  | { readonly code: 'empty' }
  | { readonly code: 'not-understood'; readonly part: string }
  | { readonly code: 'no-such-date'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly code: 'no-such-week'; readonly week: number; readonly month: number; readonly year: number }
  | {
      readonly code: 'no-such-period'
      readonly nth: number
      readonly unit: 'quarter' | 'third' | 'semester'
      readonly count: number
    }
  | { readonly code: 'ends-before-start'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'depends-on-event'; readonly phrase: string }
  | { readonly code: 'no-frequency'; readonly phrase: string }
  | { readonly code: 'times-without-dates'; readonly times: number }
  | { readonly code: 'times-beside-frequency'; readonly times: number; readonly dates: number }
  | { readonly code: 'excepts-nothing'; readonly phrase: string }
  | { readonly code: 'excepts-everything'; readonly phrase: string }
  | { readonly code: 'every-several-years'; readonly years: number }
  | { readonly code: 'day-without-month'; readonly day: number }
  | { readonly code: 'contradictory'; readonly part: string }

/** Assumptions that another careful reader could well have made differently. */
const doubtful: ReadonlySet<Assumption['code']> = new Set<Assumption['code']>([
  'year-from-neighbour',
  'outside-plan-year',
  'figures-read-as-date',
  'year-read-as-whole',
  'window-without-frequency',
  'open-without-frequency',
  'start-from-plan-year',
  'uneven-spacing',
  'each-period-of-range',
  'noun-read-as-recurring',
  'span-read-as-recurring',
  'duration-needs-start',
  'duration-may-recur',
  'length-beside-dates',
  'upper-bound-used',
  'week-ends-on-sunday',
  'part-of-one-month',
  'part-of-one-block',
  'day-of-one-month',
  'last-semester-read-as-second',
  'weeks-of-seven-days',
  'months-without-day',
  'spread-evenly',
  'counted-from-january',
  'counted-from-month',
  'partial-first-period',
  'rest-without-date',
  'report-due-next-month',
  'minimum-read-as-exact',
  'weekday-mismatch',
  'spelling',
  'slash-read-as-list',
  'listed-without-separator',
  'numbers-read-as-marks',
  'frequency-from-row',
  'frequency-from-sibling',
])

export const isDoubtful = (assumption: Assumption): boolean => {
  if (assumption.code === 'two-digit-year') return assumption.mayBeDay
  if (assumption.code === 'narrower-used') return assumption.endsDiffer
  if (assumption.code === 'vague-part') return assumption.unit !== 'month' || assumption.part !== 'late'
  return doubtful.has(assumption.code)
}

export function unresolved(text: string, reason: UnresolvedReason): ScheduleReading {
  return {
    text,
    kind: 'unresolved',
    rrule: null,
    windows: [],
    dates: [],
    ambiguous: true,
    assumptions: [],
    reason,
  }
}
