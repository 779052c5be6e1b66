import {
  type FrequencyConflict,
  frequencyConflict,
  type RowText,
  statementsOf,
} from './frequency-conflict.ts'
import { readSchedule, type ScheduleOptions } from './read-schedule.ts'
import { type Assumption, isDoubtful, type ScheduleReading } from './reading.ts'
import { everyMonths, expandRule, formatRule, type Recurrence } from './recurrence.ts'
import { splitScheduleCell } from './split-cell.ts'
import { type Frequency, type StatedFrequency, statedFrequencies } from './stated-frequency.ts'

export type Row = RowText & { readonly schedule: string }

export type RowReading = {
  readonly schedules: readonly ScheduleReading[]
  readonly conflict: FrequencyConflict | null
}

/**
 * Reads a schedule cell together with its row. The cell rules; the row's words settle only what the cell leaves open:
 * - a bare length ("6 bulan") is a recurrence where the row, or a row of the same sub-component with the same cell,
 *   states that very frequency, and a duration otherwise;
 * - an open end ("Januari 2019 dst") takes its due dates from the frequencies that the row states.
 */
export function readRow(
  row: Row,
  options: ScheduleOptions & { readonly siblings?: readonly Row[] },
): RowReading {
  const { siblings = [], ...rest } = options
  const schedules = splitScheduleCell(row.schedule).map(text =>
    readRowSchedule({ ...row, schedule: text }, rest, siblings),
  )
  return { schedules, conflict: frequencyConflict(row, schedules) }
}

/** One expression of a cell, read with its row. */
export function readRowSchedule(
  row: Row,
  options: ScheduleOptions,
  siblings: readonly Row[] = [],
): ScheduleReading {
  const reading = readSchedule(row.schedule, options)
  if (reading.kind === 'open') return withStatedDates(reading, statementsOf(row), options.year)
  const length = lengthOf(reading)
  return length === null ? reading : readLength(reading, length, row, options, siblings)
}

type Length = Extract<Frequency, { is: 'every' }>

function lengthOf(reading: ScheduleReading): Length | null {
  const bare =
    reading.kind === 'duration' || reading.assumptions.some(({ code }) => code === 'span-read-as-recurring')
  const stated = bare ? statedFrequencies(`setiap ${reading.text}`)[0]?.frequency : undefined
  return stated?.is === 'every' ? stated : null
}

function readLength(
  reading: ScheduleReading,
  length: Length,
  row: Row,
  options: ScheduleOptions,
  siblings: readonly Row[],
): ScheduleReading {
  const own = phrasesOf(row, length)
  const theirs = siblings
    .filter(({ schedule }) => schedule === row.schedule)
    .flatMap(other => phrasesOf(other, length))
  const phrases = own.length > 0 ? own : theirs
  if (phrases.length === 0)
    return reading.kind === 'duration'
      ? reading
      : readSchedule(row.schedule, { ...options, lengthMeans: 'duration' })
  const { start: _start, ...withoutStart } = options
  const recurring = readSchedule(row.schedule, { ...withoutStart, lengthMeans: 'recurrence' })
  const code = own.length > 0 ? 'frequency-from-row' : 'frequency-from-sibling'
  return { ...recurring, ambiguous: true, assumptions: [...recurring.assumptions, { code, phrases }] }
}

const phrasesOf = (row: Row, length: Length): string[] =>
  [...row.actions, ...row.evidence, row.indicator]
    .flatMap(statedFrequencies)
    .filter(({ frequency }) => JSON.stringify(frequency) === JSON.stringify(length))
    .map(({ phrase }) => phrase)
    .slice(0, 1)

function withStatedDates(
  reading: ScheduleReading,
  stated: readonly StatedFrequency[],
  year: number,
): ScheduleReading {
  const known = stated.flatMap(({ phrase, frequency }) => {
    const rule = ruleOf(frequency)
    return rule === null ? [] : [{ phrase, rule }]
  })
  const [window] = reading.windows
  const [first, ...others] = known
  if (window === undefined || first === undefined) return reading
  const until = `${year}-12-31` as const
  const dates = [...new Set(known.flatMap(({ rule }) => expandRule(rule, window[0], until)))]
    .filter(date => date.startsWith(`${year}-`))
    .sort()
  const assumptions: Assumption[] = [
    ...reading.assumptions.filter(({ code }) => code !== 'open-without-frequency'),
    { code: 'frequency-from-row', phrases: known.map(({ phrase }) => phrase) },
  ]
  const rrule = others.length === 0 ? formatRule(first.rule, null) : null
  return { ...reading, rrule, dates, assumptions, ambiguous: assumptions.some(isDoubtful) }
}

/** Daily duties and counts without dates give no due dates of their own. */
function ruleOf(frequency: Frequency): Recurrence | null {
  if (frequency.is !== 'every' || frequency.unit === 'day') return null
  if (frequency.unit === 'week') return { freq: 'weekly', interval: frequency.count, weekdays: [7] }
  return frequency.count <= 12 && 12 % frequency.count === 0 ? everyMonths(frequency.count) : null
}
