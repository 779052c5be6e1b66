import { daysBetween, type LocalDate, weekday } from '../../core/shared/local-date.ts'

export type Reminder<Duty> = {
  readonly duty: Duty
  readonly kind: ReminderKind
  /** Days ahead, 0, or days late. */
  readonly days: number
}

/** Where a person chooses; every letter leads there. */
export const reminderPath = '/akun/pengingat'

export const reminderKinds = ['upcoming', 'due', 'late'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export type ReminderTimes = {
  /** How many days ahead a date is first recalled; 0 leaves that out. */
  readonly daysBefore: number
  /** The day of the week on which what is late is recalled; 1 is Monday. */
  readonly lateWeekday: number
}

/** When a person is reminded, and of what by mail. */
export type ReminderWishes = ReminderTimes & { readonly byMail: readonly ReminderKind[] }

/** What holds for whoever has not chosen. */
export const usualWishes: ReminderWishes = { byMail: reminderKinds, daysBefore: 3, lateWeekday: 1 }

/**
 * What a person is told today about what they have not done: once `daysBefore` days ahead, once on the day,
 * then once a week. Late ones come first, the longest late at the top.
 */
export function reminderPlan<Duty extends { readonly due: LocalDate }>(
  open: readonly Duty[],
  { daysBefore, lateWeekday }: ReminderTimes,
  today: LocalDate,
): Reminder<Duty>[] {
  const lateDay = weekday(today) === lateWeekday
  const reminders = open.flatMap((duty): Reminder<Duty>[] => {
    const left = daysBetween(today, duty.due)
    if (left === 0) return [{ duty, kind: 'due', days: 0 }]
    if (left > 0) return left === daysBefore ? [{ duty, kind: 'upcoming', days: left }] : []
    return lateDay ? [{ duty, kind: 'late', days: -left }] : []
  })
  return reminders.toSorted((a, b) => (a.duty.due < b.duty.due ? -1 : a.duty.due > b.duty.due ? 1 : 0))
}
