import { type LocalDate, yearOf } from '../shared/local-date.ts'
import { Cursor, contradictory, Impossible } from './cursor.ts'
import { bounded, type Draft, listed, recurring } from './draft.ts'
import {
  type Duration,
  durationEnd,
  firstDay,
  isSpeltOut,
  mayRecur,
  readDuration,
  startsAfter,
} from './duration.ts'
import { hasOneDay } from './each-frequency.ts'
import { cutException, type Exception, without } from './exception.ts'
import { readFrequency } from './frequency.ts'
import { everyRule } from './frequency-rule.ts'
import { readMarkedList } from './list-marks.ts'
import { listWindows } from './list-windows.ts'
import { readPeriodList } from './period-list.ts'
import { type Assumption, isDoubtful, type ScheduleReading, unresolved } from './reading.ts'
import { reasonWithoutDates } from './reason-without-dates.ts'
import { formatRule, type Recurrence } from './recurrence.ts'
import { cutTimes, timesAndPeriods } from './stated-times.ts'
import { normalise, tokenise } from './tokenise.ts'
import type { Token } from './vocabulary.ts'

export type ScheduleOptions = {
  /** The plan year, 1900 to 2199; due dates outside it are left out. */
  readonly year: number
  /** First day of a duration ("1 bulan"), where it is known. */
  readonly start?: LocalDate
  /** What a bare length of time means, where the row tells; "6 bulan" is a recurrence unless told otherwise. */
  readonly lengthMeans?: 'duration' | 'recurrence'
}

/** How a table says that a cell is empty: nothing, dashes, "n/a", "tidak ada", "nihil". */
const isBlank = /^[\s\p{Dash}]*(?:\(?(?:n ?\/ ?a|n\. ?a|na|tidak ada|nihil)\.?\)?)?[\s\p{Dash}]*$/u

/** In characters: fifty-two full dates are a thousand; reading takes longer than in proportion to the length. */
const longest = 5_000

/**
 * Reads the target time of a work plan: an expression in Indonesian becomes windows and due dates in the plan year,
 * or a recurrence. A bare month is due on its last day; days are calendar days, not moved to working days. Words that
 * no rule accounts for leave the whole text unresolved, and so does a text of more than 5,000 characters.
 */
export function readSchedule(text: string, options: ScheduleOptions): ScheduleReading {
  if (text.trim().length > longest)
    return unresolved(text, { code: 'not-understood', part: `${text.trim().slice(0, 60)}…` })
  const list = readMarkedList(text)
  const { tokens, assumptions: spelling } = tokenise(list?.text ?? text)
  const marks: Assumption[] = list?.numbered ? [{ code: 'numbers-read-as-marks' }] : []
  if (isBlank.test(normalise(text))) return unresolved(text, { code: 'empty' })
  if (tokens.every(({ is }) => is === 'dash'))
    return unresolved(text, { code: 'not-understood', part: text.trim() })
  let furthest = 0
  let asked: readonly Token[] = tokens
  try {
    const exception = cutException(tokens, options.year)
    if (exception !== null) asked = exception.rest
    for (const rule of [
      lengthOfTime,
      periodsOnly,
      frequencyOnly,
      frequencyThenPeriods,
      periodsThenFrequency,
      lengthAndPeriods,
      timesAndPeriods,
      frequencyTwice,
      frequencyAndTimes,
    ]) {
      const cursor = new Cursor(asked, options.year)
      const draft = rule(cursor, options)
      if (draft !== null) {
        const left = exception === null ? draft : leaveOut(draft, exception, cursor)
        const { times = left.dates.length } = draft
        if (times !== left.dates.length)
          throw new Impossible({ code: 'times-beside-frequency', times, dates: left.dates.length })
        return finish(text, left, [...marks, ...spelling, ...cursor.assumptions], options.year)
      }
      furthest = Math.max(furthest, cursor.furthest)
    }
  } catch (problem) {
    if (problem instanceof Impossible) return unresolved(text, problem.reason)
    throw problem
  }
  return unresolved(text, reasonWithoutDates(text, asked, furthest))
}

function leaveOut(draft: Draft, exception: Exception, cursor: Cursor): Draft {
  const { phrase } = exception
  const left = without(draft, exception, cursor.planYear)
  for (const assumption of exception.assumptions) cursor.assume(assumption)
  cursor.assume({ code: 'excepted', phrase, count: draft.dates.length - left.dates.length })
  return left
}

const lengthOfTime = (cursor: Cursor, options: ScheduleOptions): Draft | null => {
  const duration = readDuration(cursor)
  if (duration === null || !cursor.done) return null
  const isBare = !cursor.tokens.some(({ is }) => marksLength.has(is))
  const { start, lengthMeans = isBare && isHalfYear(duration) ? 'recurrence' : 'duration' } = options
  if (start === undefined && lengthMeans === 'recurrence') {
    cursor.assume({ code: 'span-read-as-recurring', ...duration })
    const rule = everyRule(cursor, duration.count, duration.unit)
    return rule === null ? null : recurring(rule, options.year, null)
  }
  if (mayRecur(duration)) cursor.assume({ code: 'duration-may-recur', ...duration })
  if (start === undefined) {
    cursor.assume({ code: 'duration-needs-start' })
    return { kind: 'duration', rule: null, until: null, windows: [], dates: [] }
  }
  cursor.assume({ code: startsAfter(start) ? 'counted-after-month-end' : 'duration-counted-from', start })
  if (duration.unit === 'workday') cursor.assume({ code: 'holidays-unknown' })
  const end = durationEnd(duration, start)
  return listed({ kind: 'duration', windows: [[firstDay(start), end]] })
}

/** "Paling lama 6 bulan", "selama 6 bulan", "3 - 6 bulan" name a length and no frequency. */
const marksLength: ReadonlySet<Token['is']> = new Set<Token['is']>(['deadline', 'during', 'to', 'dash'])

const isHalfYear = ({ count, unit }: Duration) =>
  (unit === 'month' && count === 6) || (unit === 'semester' && count === 1)

const periodsOnly = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const list = readPeriodList(cursor)
  if (list === null || !cursor.done) return null
  const reading = listWindows(list, year, assumption => cursor.assume(assumption))
  if (reading.kind !== 'open') return listed(reading)
  for (const [from, until] of reading.windows) cursor.assume({ code: 'open-without-frequency', from, until })
  return { ...listed(reading), dates: [] }
}

const frequencyOnly = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const rule = readFrequency(cursor)
  cursor.passOver('regular')
  return rule === null || !cursor.done ? null : recurring(rule, year, null)
}

const frequencyThenPeriods = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const rule = readFrequency(cursor)
  if (rule === null) return null
  cursor.passOver('comma', 'filler', 'break')
  const list = readPeriodList(cursor)
  return list === null || !cursor.done ? null : bounded(cursor, rule, list, year)
}

const periodsThenFrequency = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const list = readPeriodList(cursor)
  if (list === null) return null
  cursor.passOver('comma', 'filler', 'break')
  const rule = readFrequency(cursor)
  return rule === null || !cursor.done ? null : bounded(cursor, rule, list, year)
}

/** `Setiap 3 bulan (triwulan)`, `tiap semester (2 kali setahun)`, and `mingguan (setiap Senin)`, which names the day. */
const frequencyTwice = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const rule = readFrequency(cursor)
  if (rule === null) return null
  cursor.passOver('comma', 'filler', 'break', 'slash')
  const first = cursor.assumptions.splice(0)
  const again = readFrequency(cursor)
  if (again === null || !cursor.done) return null
  const draft = recurring(rule, year, null)
  const second = recurring(again, year, null)
  if (draft.dates.join() === second.dates.join()) {
    cursor.assumptions = first
    cursor.assume({ code: 'frequency-said-twice' })
    return draft
  }
  if (!first.some(leavesDayOpen) || !namesDay(rule, again)) throw contradictory(cursor)
  cursor.assume({ code: 'months-named-beside-frequency' })
  return second
}

const leavesDayOpen = ({ code }: Assumption) => code === 'week-ends-on-sunday' || code === 'due-on-last-day'

/** One day of each week, of each month, or of the year. */
function namesDay(rule: Recurrence, again: Recurrence): boolean {
  if (rule.freq !== again.freq || !hasOneDay(again)) return false
  if (rule.freq === 'weekly') return rule.interval === 1
  if (rule.freq !== 'yearly' || again.freq !== 'yearly') return true
  return rule.months.length === 1 && again.months.length === 1
}

/** `Setiap bulan (12 kali)`, `12 kali (setiap bulan)`: as many dates as times. */
const frequencyAndTimes = (cursor: Cursor, options: ScheduleOptions): Draft | null => {
  const counted = cutTimes(cursor.tokens)
  if (counted === null) return null
  for (const rule of [frequencyOnly, frequencyThenPeriods, periodsThenFrequency]) {
    const rest = new Cursor(counted.rest, options.year)
    const draft = rule(rest, options)
    if (draft === null) continue
    for (const assumption of rest.assumptions) cursor.assume(assumption)
    if (counted.minimum) cursor.assume({ code: 'minimum-read-as-exact' })
    cursor.assume({ code: 'frequency-said-twice' })
    return { ...draft, times: counted.times }
  }
  return null
}

/** `3 bulan (Maret - Mei)`, `Maret - Mei (3 bulan)`: the dates rule where they spell the length out. */
const lengthAndPeriods = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const before = cursor.attempt(readDuration)
  if (before !== null) cursor.passOver('comma', 'filler', 'break')
  const list = readPeriodList(cursor)
  if (list === null || list.open || list.before) return null
  cursor.passOver('comma', 'filler', 'break')
  const duration = before ?? readDuration(cursor)
  if (duration === null || !cursor.done) return null
  const reading = listWindows(list, year, assumption => cursor.assume(assumption))
  if (!isSpeltOut(duration, reading.windows)) throw contradictory(cursor)
  cursor.assume({ code: 'length-beside-dates', ...duration })
  return listed(reading)
}

function finish(text: string, draft: Draft, assumed: readonly Assumption[], year: number): ScheduleReading {
  const dates = [...new Set(draft.dates)].sort()
  const ends = draft.kind === 'recurring' || draft.kind === 'open' ? draft.windows.map(([, to]) => to) : []
  const outside = [...dates, ...ends].filter(date => yearOf(date) !== year)
  const assumptions = distinct([
    ...assumed,
    ...outside.map((date): Assumption => ({ code: 'outside-plan-year', date, year })),
  ])
  return {
    text,
    kind: draft.kind,
    rrule: draft.rule === null ? null : formatRule(draft.rule, draft.until),
    windows: draft.windows,
    dates: dates.filter(date => yearOf(date) === year),
    ambiguous: assumptions.some(isDoubtful),
    assumptions,
    reason: null,
  }
}

const distinct = (assumptions: readonly Assumption[]): Assumption[] => [
  ...new Map(assumptions.map(assumption => [JSON.stringify(assumption), assumption])).values(),
]
