import { monthOf, weekday } from '../shared/local-date.ts'
import { Cursor, Impossible, textOf } from './cursor.ts'
import { type Draft, recurring, saysBound } from './draft.ts'
import { eachWeekday } from './each-frequency.ts'
import { listWindows } from './list-windows.ts'
import { readPeriodList } from './period-list.ts'
import type { Assumption, Window } from './reading.ts'
import type { Recurrence } from './recurrence.ts'
import type { Token } from './vocabulary.ts'

/** What "kecuali Juli dan Agustus" or "selain hari Jumat" leaves out, and the tokens around it. */
export type Exception = {
  readonly phrase: string
  readonly windows: readonly Window[]
  readonly weekdays: readonly number[]
  readonly assumptions: readonly Assumption[]
  readonly rest: readonly Token[]
}

export function cutException(tokens: readonly Token[], year: number): Exception | null {
  const at = tokens.findIndex(({ is }) => is === 'except')
  if (at < 0) return null
  const cursor = new Cursor(tokens, year)
  cursor.at = at + 1
  const left = readWeekdays(cursor) ?? readWindows(cursor)
  const goesOn = cursor.done || cursor.peek('comma') || cursor.peek('break') || cursor.peek('from')
  if (left === null || !goesOn) return null
  return {
    ...left,
    phrase: textOf(tokens.slice(at, cursor.at)),
    assumptions: cursor.assumptions.filter(saysBound),
    rest: joined(tokens.slice(0, at), tokens.slice(cursor.at)),
  }
}

const readWeekdays = (cursor: Cursor) => {
  const rule = cursor.attempt(eachWeekday)
  return rule?.freq === 'weekly' ? { weekdays: rule.weekdays, windows: [] } : null
}

function readWindows(cursor: Cursor) {
  const list = readPeriodList(cursor)
  if (list === null || list.open || list.before) return null
  const { windows } = listWindows(list, cursor.planYear, assumption => cursor.assume(assumption))
  return { weekdays: [], windows }
}

function joined(before: readonly Token[], after: readonly Token[]): Token[] {
  const rest = [...before]
  while (rest.at(-1)?.is === 'comma' || rest.at(-1)?.is === 'break') rest.pop()
  return rest.length > 0 ? [...rest, ...after] : after.slice(1)
}

/** The draft without the dates that are left out; each part of the exception must leave something out. */
export function without(draft: Draft, exception: Exception, year: number): Draft {
  const { phrase } = exception
  const parts = [
    ...exception.windows.map(([from, to]) => draft.dates.filter(date => from <= date && date <= to)),
    ...exception.weekdays.map(day => draft.dates.filter(date => weekday(date) === day)),
  ]
  if (parts.some(part => part.length === 0)) throw new Impossible({ code: 'excepts-nothing', phrase })
  const left = new Set(parts.flat())
  const dates = draft.dates.filter(date => !left.has(date))
  if (dates.length === 0) throw new Impossible({ code: 'excepts-everything', phrase })
  if (draft.rule !== null) {
    const rule = ruleWithout(draft.rule, dates, exception.weekdays)
    const [window] = draft.windows
    const again = rule && recurring(rule, year, window ? { window, open: draft.until === null } : null)
    if (again?.dates.join() === dates.join()) return again
    return { ...draft, kind: 'dates', rule: null, until: null, windows: [], dates }
  }
  const windows = draft.windows.filter(([, to]) => dates.includes(to))
  return {
    ...draft,
    kind: draft.kind === 'dates' && dates.length === 1 ? 'once' : draft.kind,
    windows,
    dates,
  }
}

/** A rule that may give just the dates that remain: with fewer weekdays, or in fewer months. */
function ruleWithout(
  rule: Recurrence,
  dates: Draft['dates'],
  weekdays: readonly number[],
): Recurrence | null {
  if (rule.freq === 'daily' || rule.freq === 'weekly') {
    const usual = rule.freq === 'weekly' ? rule.weekdays : [1, 2, 3, 4, 5, 6, 7]
    const interval = rule.freq === 'weekly' ? rule.interval : 1
    return { freq: 'weekly', interval, weekdays: usual.filter(day => !weekdays.includes(day)) }
  }
  if ('nths' in rule) return null
  return { freq: 'yearly', months: [...new Set(dates.map(monthOf))].sort((a, b) => a - b), days: rule.days }
}
