import { firstOfMonth, type LocalDate, lastOfMonth, yearOf } from '../shared/local-date.ts'
import { boundedRule, periodsOf } from './bounded-rule.ts'
import { Cursor, Impossible } from './cursor.ts'
import {
  type Duration,
  durationEnd,
  firstDay,
  isSpeltOut,
  mayRecur,
  readDuration,
  startsAfter,
} from './duration.ts'
import { readFrequency } from './frequency.ts'
import { everyRule } from './frequency-rule.ts'
import { readMarkedList } from './list-marks.ts'
import { listWindows } from './list-windows.ts'
import { type PeriodList, readPeriodList } from './period-list.ts'
import {
  type Assumption,
  isDoubtful,
  type ScheduleKind,
  type ScheduleReading,
  unresolved,
  type Window,
} from './reading.ts'
import { reasonWithoutDates } from './reason-without-dates.ts'
import { expandRule, formatRule, type Recurrence } from './recurrence.ts'
import { normalise, tokenise } from './tokenise.ts'

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

type Draft = {
  kind: ScheduleKind
  rrule: string | null
  windows: readonly Window[]
  dates: readonly LocalDate[]
}

/**
 * Reads the target time of a work plan: an expression in Indonesian becomes windows and due dates in the plan year,
 * or a recurrence. A bare month is due on its last day; days are calendar days, not moved to working days. Words that
 * no rule accounts for leave the whole text unresolved.
 */
export function readSchedule(text: string, options: ScheduleOptions): ScheduleReading {
  const list = readMarkedList(text)
  const { tokens, assumptions: spelling } = tokenise(list?.text ?? text)
  const marks: Assumption[] = list?.numbered ? [{ code: 'numbers-read-as-marks' }] : []
  if (isBlank.test(normalise(text))) return unresolved(text, { code: 'empty' })
  if (tokens.every(({ is }) => is === 'dash'))
    return unresolved(text, { code: 'not-understood', part: text.trim() })
  let furthest = 0
  try {
    for (const rule of [
      lengthOfTime,
      periodsOnly,
      frequencyOnly,
      frequencyThenPeriods,
      periodsThenFrequency,
      lengthAndPeriods,
      timesAndPeriods,
    ]) {
      const cursor = new Cursor(tokens, options.year)
      const draft = rule(cursor, options)
      if (draft !== null)
        return finish(text, draft, [...marks, ...spelling, ...cursor.assumptions], options.year)
      furthest = Math.max(furthest, cursor.furthest)
    }
  } catch (problem) {
    if (problem instanceof Impossible) return unresolved(text, problem.reason)
    throw problem
  }
  return unresolved(text, reasonWithoutDates(text, tokens, furthest))
}

const lengthOfTime = (cursor: Cursor, options: ScheduleOptions): Draft | null => {
  const duration = readDuration(cursor)
  if (duration === null || !cursor.done) return null
  const { start, lengthMeans = isHalfYear(duration) ? 'recurrence' : 'duration' } = options
  if (start === undefined && lengthMeans === 'recurrence') {
    cursor.assume({ code: 'span-read-as-recurring', ...duration })
    const rule = everyRule(cursor, duration.count, duration.unit)
    return rule === null ? null : recurring(rule, options.year, null)
  }
  if (mayRecur(duration)) cursor.assume({ code: 'duration-may-recur', ...duration })
  if (start === undefined) {
    cursor.assume({ code: 'duration-needs-start' })
    return { kind: 'duration', rrule: null, windows: [], dates: [] }
  }
  cursor.assume({ code: startsAfter(start) ? 'counted-after-month-end' : 'duration-counted-from', start })
  if (duration.unit === 'workday') cursor.assume({ code: 'holidays-unknown' })
  const end = durationEnd(duration, start)
  return { kind: 'duration', rrule: null, windows: [[firstDay(start), end]], dates: [end] }
}

const isHalfYear = ({ count, unit }: Duration) =>
  (unit === 'month' && count === 6) || (unit === 'semester' && count === 1)

const periodsOnly = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const list = readPeriodList(cursor)
  if (list === null || !cursor.done) return null
  const { kind, windows } = listWindows(list, year, assumption => cursor.assume(assumption))
  if (kind !== 'open') return { kind, rrule: null, windows, dates: windows.map(([, to]) => to) }
  for (const [from, until] of windows) cursor.assume({ code: 'open-without-frequency', from, until })
  return { kind, rrule: null, windows, dates: [] }
}

const frequencyOnly = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const rule = readFrequency(cursor)
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

/** `3 bulan (Maret - Mei)`, `Maret - Mei (3 bulan)`: the dates rule where they spell the length out. */
const lengthAndPeriods = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const before = cursor.attempt(readDuration)
  if (before !== null) cursor.passOver('comma', 'filler', 'break')
  const list = readPeriodList(cursor)
  if (list === null || list.open || list.before) return null
  cursor.passOver('comma', 'filler', 'break')
  const duration = before ?? readDuration(cursor)
  if (duration === null || !cursor.done) return null
  const { kind, windows } = listWindows(list, year, assumption => cursor.assume(assumption))
  if (!isSpeltOut(duration, windows)) throw new Impossible({ code: 'contradictory', part: textOf(cursor) })
  cursor.assume({ code: 'length-beside-dates', ...duration })
  return { kind, rrule: null, windows, dates: windows.map(([, to]) => to) }
}

/** `2 kali (Maret dan September)`, `Maret (1 kali)`: as many dates as times. */
const timesAndPeriods = (cursor: Cursor, { year }: ScheduleOptions): Draft | null => {
  const before = cursor.attempt(readTimes)
  if (before !== null) cursor.passOver('comma', 'filler', 'break')
  const list = readPeriodList(cursor)
  if (list === null || list.open || list.before) return null
  cursor.passOver('comma', 'filler', 'break')
  const times = before ?? readTimes(cursor)
  if (times === null || !cursor.done) return null
  const { kind, windows } = listWindows(list, year, assumption => cursor.assume(assumption))
  if (windows.length === 1 && times > 1) throw new Impossible({ code: 'times-without-dates', times })
  if (windows.length !== times) throw new Impossible({ code: 'contradictory', part: textOf(cursor) })
  cursor.assume({ code: 'months-named-beside-frequency' })
  return { kind, rrule: null, windows, dates: windows.map(([, to]) => to) }
}

function readTimes(cursor: Cursor): number | null {
  cursor.passOver('regular')
  if (cursor.take('minimum')) cursor.assume({ code: 'minimum-read-as-exact' })
  if (cursor.take('once')) return 1
  const number = cursor.take('number')
  return number !== null && cursor.take('times') ? number.value : null
}

type Bound = { readonly window: Window; readonly open: boolean }

function recurring(rule: Recurrence, year: number, bound: Bound | null): Draft {
  const [from, to] = bound?.window ?? [firstOfMonth(year, 1), lastOfMonth(year, 12)]
  const [end = to] = [to, lastOfMonth(year, 12)].sort()
  const dates = expandRule(rule, from, end)
  const until = bound === null || bound.open ? null : to
  return { kind: 'recurring', rrule: formatRule(rule, until), windows: bound ? [bound.window] : [], dates }
}

/** A frequency beside periods: they bound it, or name its dates one by one. */
function bounded(cursor: Cursor, rule: Recurrence, list: PeriodList, year: number): Draft | null {
  const assumed = cursor.assumptions.length
  const { kind, windows } = listWindows(list, year, assumption => cursor.assume(assumption))
  const [first] = windows
  if (first === undefined) return null
  if (kind === 'once' || kind === 'dates') {
    const usual = expandRule(rule, firstOfMonth(year, 1), lastOfMonth(year, 12))
    const ownDates = periodsOf(rule) === null
    if (usual.length === windows.length && (!ownDates || allWithin(usual, windows))) {
      cursor.assume({ code: 'months-named-beside-frequency' })
      return { kind, rrule: null, windows, dates: ownDates ? usual : windows.map(([, to]) => to) }
    }
  }
  if (windows.length > 1) throw new Impossible({ code: 'contradictory', part: textOf(cursor) })
  const kept = cursor.assumptions.splice(assumed).filter(saysBound)
  for (const assumption of kept) cursor.assume(assumption)
  const window: Window = list.before ? [firstOfMonth(year, 1), first[1]] : first
  if (list.before) cursor.assume({ code: 'start-from-plan-year', from: window[0] })
  const open = kind === 'open'
  const within = boundedRule(rule, { window, open }, assumption => cursor.assume(assumption))
  const laterYear = open && periodsOf(within) !== null
  if (!laterYear && expandRule(within, ...window).length === 0)
    throw new Impossible({ code: 'contradictory', part: textOf(cursor) })
  return recurring(within, year, { window, open })
}

const allWithin = (dates: readonly LocalDate[], windows: readonly Window[]) =>
  dates.every(date => windows.some(([from, to]) => from <= date && date <= to))

/** Whether it holds of a window that bounds a recurrence, not only of one that is due at its end. */
const saysBound = (assumption: Assumption): boolean =>
  assumption.code === 'vague-part' ? assumption.part !== 'late' : !aboutDue.has(assumption.code)

const aboutDue: ReadonlySet<Assumption['code']> = new Set<Assumption['code']>([
  'due-on-last-day',
  'window-without-frequency',
  'uneven-spacing',
  'each-period-of-range',
])

const textOf = (cursor: Cursor) => cursor.tokens.map(({ printed }) => printed).join(' ')

function finish(text: string, draft: Draft, assumed: readonly Assumption[], year: number): ScheduleReading {
  const dates = [...new Set(draft.dates)].sort()
  const ends = draft.kind === 'recurring' || draft.kind === 'open' ? draft.windows.map(([, to]) => to) : []
  const outside = [...dates, ...ends].filter(date => yearOf(date) !== year)
  const assumptions = distinct([
    ...assumed,
    ...outside.map((date): Assumption => ({ code: 'outside-plan-year', date, year })),
  ])
  const kept = dates.filter(date => yearOf(date) === year)
  return { ...draft, text, dates: kept, ambiguous: assumptions.some(isDoubtful), assumptions, reason: null }
}

const distinct = (assumptions: readonly Assumption[]): Assumption[] => [
  ...new Map(assumptions.map(assumption => [JSON.stringify(assumption), assumption])).values(),
]
