import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDate,
  parseLocalDate,
  weekday,
} from './local-date.ts'

describe('Civil dates', () => {
  test('counting days is the inverse of adding them, over leap years and centuries', () => {
    const start: LocalDate = '1896-02-28'
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: -90_000, max: 90_000 }),
        (from, days) => {
          const day = addDays(start, from)
          expect(daysBetween(day, addDays(day, days))).toBe(days)
          expect(daysBetween(addDays(day, days), day)).toBe(0 - days)
        },
      ),
    )
  })
  test('seven days later is the same weekday, 1 for Monday to 7 for Sunday', () => {
    expect(weekday('2019-12-29')).toBe(7)
    expect(weekday('2019-12-30')).toBe(1)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), days => {
        const day = addDays('1900-01-01', days)
        expect(weekday(addDays(day, 7))).toBe(weekday(day))
      }),
    )
  })
  test.each(['2019-02-31', '2019-02-29', '2019-13-01', '2019-00-10', '19-1-1', '2019-1-01', ''])(
    'there is no day "%s"',
    text => {
      expect(parseLocalDate(text)).toBeNull()
    },
  )
  test('29 February exists in a leap year alone', () => {
    expect(localDate(2020, 2, 29)).toBe('2020-02-29')
    expect(localDate(1900, 2, 29)).toBeNull()
    expect(localDate(2000, 2, 29)).toBe('2000-02-29')
  })
  test('a month later than 31 January is the last day of February', () => {
    expect(addMonths('2019-01-31', 1)).toBe('2019-02-28')
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29')
  })
})
