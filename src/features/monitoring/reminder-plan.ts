import { daysBetween, type LocalDate } from '../../core/shared/local-date.ts'

export type Reminder<Duty> = {
  readonly duty: Duty
  readonly kind: 'before' | 'today' | 'late'
  /** Days ahead, 0, or days late. */
  readonly days: number
}

const weekLate = 7

/**
 * What a person is told today about what they have not done: once `daysBefore` days ahead, once on the day,
 * then every seventh day late. Late ones come first, the longest late at the top.
 */
export function reminderPlan<Duty extends { readonly due: LocalDate }>(
  open: readonly Duty[],
  daysBefore: number,
  today: LocalDate,
): Reminder<Duty>[] {
  const reminders = open.flatMap((duty): Reminder<Duty>[] => {
    const left = daysBetween(today, duty.due)
    if (left === 0) return [{ duty, kind: 'today', days: 0 }]
    if (left > 0) return left === daysBefore ? [{ duty, kind: 'before', days: left }] : []
    return -left % weekLate === 0 ? [{ duty, kind: 'late', days: -left }] : []
  })
  return reminders.toSorted((a, b) => (a.duty.due < b.duty.due ? -1 : a.duty.due > b.duty.due ? 1 : 0))
}
