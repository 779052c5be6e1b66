import { daysBetween, type LocalDate } from '../shared/local-date.ts'
import type { ScheduleReading } from './reading.ts'

/**
 * Which schedules hold for each action of a row: as many schedules as actions pair up in order, a single schedule holds
 * for all of them, and otherwise every action has every distinct schedule.
 */
export function assignSchedules(actions: readonly string[], schedules: readonly string[]): string[][] {
  if (schedules.length > 1 && schedules.length === actions.length)
    return schedules.map(schedule => [schedule])
  const distinct = [
    ...new Map(schedules.map(text => [text.replace(/\s+/g, ' ').trim().toLowerCase(), text])).values(),
  ]
  return actions.map(() => distinct)
}

/** One date on which something is owed; `from` is the first day on which it may be done, where a window is known. */
export type DatedObligation = { readonly from: LocalDate | null; readonly due: LocalDate }

/** The obligations of one reading, by date. */
export function datedObligations({ dates, windows }: ScheduleReading): DatedObligation[] {
  return dates.map(due => {
    const from = windows.find(([start, end]) => end === due && start < end)?.[0] ?? null
    return { from, due }
  })
}

/** Days before its date, that day included, from which an obligation counts as due. */
export const dueSoonDays = 7

export type ObligationState = 'upcoming' | 'due' | 'late' | 'done' | 'waived'

/** The state of an obligation on a day: an open one is late once its date has passed. */
export function obligationState(
  { stored, due }: { readonly stored: 'open' | 'done' | 'waived'; readonly due: LocalDate },
  today: LocalDate,
): ObligationState {
  if (stored !== 'open') return stored
  const left = daysBetween(today, due)
  if (left < 0) return 'late'
  return left <= dueSoonDays ? 'due' : 'upcoming'
}
