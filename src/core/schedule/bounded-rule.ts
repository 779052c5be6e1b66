import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf, yearOf } from '../shared/local-date.ts'
import type { Assumption, Window } from './reading.ts'
import { expandRule, type Periods, periodEnds, type Recurrence } from './recurrence.ts'

type Assume = (assumption: Assumption) => void

export const periodsOf = (rule: Recurrence): Periods | null =>
  'periods' in rule ? (rule.periods ?? null) : null

/**
 * The rule as it runs within a window. Periods that the calendar names ("per triwulan") stay where they are; others
 * ("setiap 3 bulan") are counted from the window's first month: that month is due first where no end is printed or the
 * count lands on it, as in "Maret s.d. Desember", else the end of the first period. Days of the window that no due date
 * closes are named.
 */
export function boundedRule(
  rule: Recurrence,
  { window, open }: { readonly window: Window; readonly open: boolean },
  assume: Assume,
): Recurrence {
  const periods = periodsOf(rule)
  if (periods === null) return rule
  const start = monthOf(window[0])
  const startIsDue = !periods.calendar && dueAtStart(periods, window, open)
  const first = startIsDue ? start - periods.months + 1 : start
  const bounded = periods.calendar ? rule : periodEnds(periods, first)
  sayWhereCounted(bounded, periods, window, assume)
  if (startIsDue) return bounded
  const last = expandRule(bounded, ...window).at(-1)
  const rest = last === undefined ? window[0] : addDays(last, 1)
  if (rest <= window[1]) assume({ code: 'rest-without-date', from: rest, to: window[1] })
  return bounded
}

function dueAtStart({ months }: Periods, [from, to]: Window, open: boolean): boolean {
  const start = monthOf(from)
  const further = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - start
  // Quarters, thirds and semesters of the calendar are meant where one of them begins there.
  const calendar = months > 2 && (start - 1) % months === 0
  return start > 1 && 12 % months === 0 && (open ? !calendar : further > 0 && further % months === 0)
}

function sayWhereCounted(rule: Recurrence, periods: Periods, [from]: Window, assume: Assume): void {
  const [first] = expandRule(rule, from, lastOfMonth(yearOf(from) + 1, 12))
  if (first === undefined) return
  if (!periods.calendar) {
    if (monthOf(from) > 1) assume({ code: 'counted-from-month', count: periods.months, from, first })
    return
  }
  const begins = addMonths(firstOfMonth(yearOf(first), monthOf(first)), 1 - periods.months)
  if (from !== begins) assume({ code: 'partial-first-period', from, to: first })
}
