import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '../../core/shared/local-date.ts'
import { reminderPlan } from './reminder-plan.ts'

/** A Tuesday. */
const today: LocalDate = '2026-11-24'
const tuesday = 2
const kindOf = (left: number, daysBefore = 3, lateWeekday = tuesday) =>
  reminderPlan([{ due: addDays(today, left) }], { daysBefore, lateWeekday }, today)[0]?.kind

describe('today’s reminders', () => {
  test('come exactly so many days before and on the day', () => {
    expect([4, 3, 2, 1, 0].map(left => kindOf(left))).toEqual([
      undefined,
      'upcoming',
      undefined,
      undefined,
      'due',
    ])
  })

  test('name what is late on the chosen day of the week, and on no other', () => {
    expect([-1, -6, -7, -100].map(left => kindOf(left))).toEqual(['late', 'late', 'late', 'late'])
    for (const other of [1, 3, 4, 5, 6, 7]) expect([other, kindOf(-7, 3, other)]).toEqual([other, undefined])
  })

  test('say a date only once where no day before is wanted', () => {
    expect(reminderPlan([{ due: today }], { daysBefore: 0, lateWeekday: tuesday }, today)).toEqual([
      { duty: { due: today }, kind: 'due', days: 0 },
    ])
  })

  test('are none where nothing is owed', () => {
    expect(reminderPlan([], { daysBefore: 3, lateWeekday: tuesday }, today)).toEqual([])
  })

  test('put the longest late first', () => {
    const dues: LocalDate[] = [addDays(today, 3), addDays(today, -7), today, addDays(today, -21)]
    const found = reminderPlan(
      dues.map(due => ({ due })),
      { daysBefore: 3, lateWeekday: tuesday },
      today,
    )
    expect(found.map(r => r.kind)).toEqual(['late', 'late', 'due', 'upcoming'])
    expect(found[0]?.days).toBe(21)
  })

  test('remind of a date that stays open twice before it is late, and then once a week', () => {
    const numbers = [
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 7 }),
    ] as const
    fc.assert(
      fc.property(...numbers, (daysBefore, weeks, lateWeekday) => {
        const due: LocalDate = addDays(today, 40)
        const days = Array.from({ length: 41 + weeks * 7 }, (_, i) => addDays(today, i))
        const kinds = days.flatMap(day =>
          reminderPlan([{ due }], { daysBefore, lateWeekday }, day).map(r => r.kind),
        )
        expect(kinds).toEqual(['upcoming', 'due', ...Array.from({ length: weeks }, () => 'late')])
      }),
    )
  })
})
