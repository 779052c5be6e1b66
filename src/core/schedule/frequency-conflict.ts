import { type LocalDate, monthOf } from '../shared/local-date.ts'
import type { ScheduleReading } from './reading.ts'
import { unevenness } from './recurrence.ts'
import { type Frequency, type StatedFrequency, statedFrequencies } from './stated-frequency.ts'

export type RowText = {
  readonly indicator: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
}

export type Statement = StatedFrequency & {
  readonly source: 'indicator' | 'action' | 'evidence'
  /** Place within the actions or the evidence, from 0. */
  readonly index: number
  /** Whether the schedule cell provides for it. */
  readonly met: boolean
}

/** The row's words ask for another rhythm than its schedule cell; a person decides which holds. */
export type FrequencyConflict = { readonly statements: readonly Statement[]; readonly cell: string }

/**
 * Compares the frequencies stated in a row with its schedules; null where the cell provides for all of them.
 * "Berkala" counts only where nothing more definite is said, and any recurrence or list of dates satisfies it.
 */
export function frequencyConflict(
  row: RowText,
  schedules: readonly ScheduleReading[],
): FrequencyConflict | null {
  const cell = schedules.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' | ')
  if (schedules.every(({ reason }) => reason?.code === 'empty')) return null
  const statements = statementsOf(row).map(stated => ({ ...stated, met: isMet(stated.frequency, schedules) }))
  return statements.some(({ met }) => !met) ? { statements, cell } : null
}

/** The definite statements of a row, each frequency once, actions first; else the indefinite ones. */
export function statementsOf(row: RowText): Omit<Statement, 'met'>[] {
  const all = [
    ...row.actions.flatMap((text, index) => from('action', text, index)),
    ...row.evidence.flatMap((text, index) => from('evidence', text, index)),
    ...from('indicator', row.indicator, 0),
  ]
  const definite = all.filter(({ frequency }) => frequency.is !== 'periodic')
  const seen = new Map<string, Omit<Statement, 'met'>>()
  for (const stated of definite.length > 0 ? definite : all) {
    const key = JSON.stringify(stated.frequency)
    if (!seen.has(key)) seen.set(key, stated)
  }
  return [...seen.values()]
}

const from = (source: Statement['source'], text: string, index: number) =>
  statedFrequencies(text).map(stated => ({ ...stated, source, index }))

function isMet(frequency: Frequency, schedules: readonly ScheduleReading[]): boolean {
  const rules = schedules.filter(isPrintedRecurrence)
  const dates = [
    ...new Set(schedules.flatMap(schedule => (namesDates(schedule) ? schedule.dates : []))),
  ].sort()
  switch (frequency.is) {
    case 'on-event':
      return schedules.some(({ reason }) => reason?.code === 'depends-on-event')
    case 'periodic':
      return rules.length > 0 || dates.length > 1
    case 'times':
      if (frequency.each === 'week') return rules.some(rule => daysOfEachWeek(rule) === frequency.times)
      return dates.length === frequency.times || rules.some(rule => rule.dates.length === frequency.times)
    case 'every':
      return (
        rules.some(rule => recursEvery(frequency, rule)) ||
        namesEach(frequency, dates) ||
        (dates.length > 0 && namesEach(frequency, intoNextYear(schedules)))
      )
  }
}

/** "Juli 2019, Januari 2020": what is due for a year may be due after it. */
const intoNextYear = (schedules: readonly ScheduleReading[]): LocalDate[] => {
  const ends = schedules.filter(({ kind }) => kind === 'once' || kind === 'dates').flatMap(endsOf)
  return [...new Set(ends)].sort()
}

const endsOf = ({ windows }: ScheduleReading): LocalDate[] => windows.map(([, to]) => to)

const namesDates = ({ kind }: ScheduleReading) => kind === 'once' || kind === 'dates' || kind === 'window'

/** "6 bulan" prints a length of time, however it is read. */
const isPrintedRecurrence = ({ kind, assumptions }: ScheduleReading) =>
  kind === 'recurring' && !assumptions.some(({ code }) => code === 'span-read-as-recurring')

type Every = Extract<Frequency, { is: 'every' }>

/** Once a year is met by any single date or window; so many times a year by as many dates, evenly apart. */
function namesEach({ unit, count }: Every, dates: readonly LocalDate[]): boolean {
  if (unit !== 'month' || dates.length === 0) return false
  if (count === 12) return dates.length === 1
  return dates.length === 12 / count && unevenness(dates) === 0
}

const weekdaysOf = ({ rrule }: ScheduleReading): number =>
  /BYDAY=([A-Z,]+)/.exec(rrule ?? '')?.[1]?.split(',').length ?? 0

const daysOfEachWeek = (reading: ScheduleReading): number =>
  recursEvery({ is: 'every', unit: 'week', count: 1 }, reading) ? weekdaysOf(reading) : 0

function recursEvery({ unit, count }: Every, reading: ScheduleReading): boolean {
  const { rrule, dates } = reading
  if (rrule === null) return false
  const interval = Number(/INTERVAL=(\d+)/.exec(rrule)?.[1] ?? 1)
  if (unit === 'day')
    return rrule.startsWith('FREQ=DAILY') ? interval === count : count === 1 && weekdaysOf(reading) >= 5
  if (unit === 'week') return rrule.startsWith('FREQ=WEEKLY') && interval === count
  if (rrule.startsWith('FREQ=MONTHLY')) return count === 1
  if (!rrule.startsWith('FREQ=YEARLY')) return false
  const months = /BYMONTH=([\d,]+)/.exec(rrule)?.[1]?.split(',').map(Number) ?? dates.map(monthOf)
  return (
    months.length === 12 / count && months.every((month, index) => month === (months[0] ?? 0) + index * count)
  )
}
