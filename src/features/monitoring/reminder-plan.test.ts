import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '../../core/shared/local-date.ts'
import { reminderPlan } from './reminder-plan.ts'

const today: LocalDate = '2026-11-24'
const kindOf = (left: number, before = 3) =>
  reminderPlan([{ due: addDays(today, left) }], before, today)[0]?.kind

describe('today’s reminders', () => {
  test('come exactly so many days before, on the day, and every seventh day late', () => {
    expect([4, 3, 2, 1, 0].map(left => kindOf(left))).toEqual([
      undefined,
      'before',
      undefined,
      undefined,
      'today',
    ])
    expect([-1, -6, -7, -8, -14].map(left => kindOf(left))).toEqual([
      undefined,
      undefined,
      'late',
      undefined,
      'late',
    ])
  })

  test('say a date only once where no day before is wanted', () => {
    expect(reminderPlan([{ due: today }], 0, today)).toEqual([
      { duty: { due: today }, kind: 'today', days: 0 },
    ])
  })

  test('are none where nothing is owed', () => {
    expect(reminderPlan([], 3, today)).toEqual([])
  })

  test('put the longest late first', () => {
    const dues: LocalDate[] = [addDays(today, 3), addDays(today, -7), today, addDays(today, -21)]
    const found = reminderPlan(
      dues.map(due => ({ due })),
      3,
      today,
    )
    expect(found.map(r => r.kind)).toEqual(['late', 'late', 'today', 'before'])
    expect(found[0]?.days).toBe(21)
  })

  test('remind of a date that stays open twice before it is late, and then once a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }), (before, weeks) => {
        const due: LocalDate = addDays(today, 40)
        const days = Array.from({ length: 41 + weeks * 7 }, (_, i) => addDays(today, i))
        const kinds = days.flatMap(day => reminderPlan([{ due }], before, day).map(r => r.kind))
        expect(kinds).toEqual(['before', 'today', ...Array.from({ length: weeks }, () => 'late')])
      }),
    )
  })
})
