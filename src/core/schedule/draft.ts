import { firstOfMonth, type LocalDate, lastOfMonth } from '../shared/local-date.ts'
import { boundedRule, periodsOf } from './bounded-rule.ts'
import { type Cursor, contradictory, Impossible } from './cursor.ts'
import { type ListReading, listWindows } from './list-windows.ts'
import type { PeriodList } from './period-list.ts'
import type { Assumption, ScheduleKind, Window } from './reading.ts'
import { expandRule, type Recurrence } from './recurrence.ts'

/** What an expression comes to, before its dates are held against the plan year. */
export type Draft = {
  readonly kind: ScheduleKind
  readonly rule: Recurrence | null
  /** The last day of the rule, where the text prints one. */
  readonly until: LocalDate | null
  readonly windows: readonly Window[]
  readonly dates: readonly LocalDate[]
  /** The number of dates that the text prints beside its frequency. */
  readonly times?: number
}

type Bound = { readonly window: Window; readonly open: boolean }

export function recurring(rule: Recurrence, year: number, bound: Bound | null): Draft {
  const [from, to] = bound?.window ?? [firstOfMonth(year, 1), lastOfMonth(year, 12)]
  const [end = to] = [to, lastOfMonth(year, 12)].sort()
  const until = bound === null || bound.open ? null : to
  const windows = bound ? [bound.window] : []
  return { kind: 'recurring', rule, until, windows, dates: expandRule(rule, from, end) }
}

/** Due at the end of each window. */
export const listed = ({ kind, windows }: ListReading): Draft => ({
  kind,
  rule: null,
  until: null,
  windows,
  dates: windows.map(([, to]) => to),
})

/** A frequency beside periods: they bound it, or name its dates one by one. */
export function bounded(cursor: Cursor, rule: Recurrence, list: PeriodList, year: number): Draft | null {
  const assumed = cursor.assumptions.length
  const { kind, windows } = listWindows(list, year, assumption => cursor.assume(assumption))
  const [first] = windows
  if (first === undefined) return null
  const usual = expandRule(rule, firstOfMonth(year, 1), lastOfMonth(year, 12))
  if (kind === 'once' || kind === 'dates') {
    const ownDates = periodsOf(rule) === null
    if (usual.length === windows.length && (!ownDates || allWithin(usual, windows))) {
      cursor.assume({ code: 'months-named-beside-frequency' })
      return { ...listed({ kind, windows }), ...(ownDates && { dates: usual }) }
    }
  }
  // A single day bounds nothing: "setiap bulan, 31 Desember".
  if (windows.length > 1 || (kind === 'once' && !list.before && first[0] === first[1]))
    throw contradictory(cursor)
  const kept = cursor.assumptions.splice(assumed).filter(saysBound)
  for (const assumption of kept) cursor.assume(assumption)
  const window: Window = list.before ? [firstOfMonth(year, 1), first[1]] : first
  if (list.before) cursor.assume({ code: 'start-from-plan-year', from: window[0] })
  const open = kind === 'open'
  const within = boundedRule(rule, { window, open }, assumption => cursor.assume(assumption))
  const laterYear = open && periodsOf(within) !== null
  if (!laterYear && expandRule(within, ...window).length === 0) throw contradictory(cursor)
  const draft = recurring(within, year, { window, open })
  const { length } = draft.dates
  // "2 kali setahun, Juni" names one time of two.
  if (!open && length < usual.length && cursor.assumptions.some(counts(usual.length)))
    throw new Impossible({ code: 'times-beside-frequency', times: usual.length, dates: length })
  // "Triwulanan, bulan ke-3": one month bounds no quarter, and may be meant of each.
  if (kind === 'once' && !list.before && cursor.assumptions.some(isPartial)) throw contradictory(cursor)
  return draft
}

const isPartial = ({ code }: Assumption) => code === 'partial-first-period'

const counts = (times: number) => (assumption: Assumption) =>
  assumption.code === 'spread-evenly' && assumption.times === times

const allWithin = (dates: readonly LocalDate[], windows: readonly Window[]) =>
  dates.every(date => windows.some(([from, to]) => from <= date && date <= to))

/** Whether it holds of a window that bounds a recurrence, not only of one that is due at its end. */
export const saysBound = (assumption: Assumption): boolean =>
  assumption.code === 'vague-part' ? assumption.part !== 'late' : !aboutDue.has(assumption.code)

const aboutDue: ReadonlySet<Assumption['code']> = new Set<Assumption['code']>([
  'due-on-last-day',
  'window-without-frequency',
  'uneven-spacing',
  'each-period-of-range',
])
