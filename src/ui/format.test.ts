import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  monthName,
  relativeDays,
  weekdayName,
} from './format.ts'

describe('Dates', () => {
  test('are written in full, short, without the year and with the weekday', () => {
    expect(formatDate('2026-11-06', 'id')).toBe('6 November 2026')
    expect(formatDate('2026-08-17', 'id', 'short')).toBe('17 Agu 2026')
    expect(formatDate('2026-11-06', 'id', 'day-month')).toBe('6 Nov')
    expect(formatDate('2026-11-06', 'id', 'weekday')).toBe('Jumat, 6 November 2026')
    expect(formatDate('2026-11-06', 'en')).toBe('6 November 2026')
    expect(formatDate('2026-11-06', 'en', 'weekday')).toBe('Friday, 6 November 2026')
  })

  test('do not depend on the zone of the machine', () => {
    expect(formatDate('2026-01-01', 'id')).toBe('1 Januari 2026')
    expect(formatDate('2026-12-31', 'id')).toBe('31 Desember 2026')
  })

  test('of an instant show the local time with its zone', () => {
    const instant = new Date('2026-11-24T17:30:00Z')
    expect(formatDateTime(instant, 'Asia/Jakarta', 'id')).toBe('25 November 2026 pukul 00.30 WIB')
    expect(formatDateTime(instant, 'Asia/Makassar', 'id')).toBe('25 November 2026 pukul 01.30 WITA')
    expect(formatDateTime(instant, 'Asia/Jayapura', 'en')).toBe('25 November 2026, 02:30 WIT')
  })

  test('have month and weekday names counted from January and Monday', () => {
    expect(monthName(5, 'id')).toBe('Mei')
    expect(monthName(10, 'id', 'short')).toBe('Okt')
    expect(weekdayName(1, 'id')).toBe('Senin')
    expect(weekdayName(7, 'en', 'short')).toBe('Sun')
  })
})

describe('The distance to a due date', () => {
  test.each([
    ['2026-11-24', 'hari ini', 'today'],
    ['2026-11-25', 'besok', 'tomorrow'],
    ['2026-11-27', '3 hari lagi', 'in 3 days'],
    ['2026-11-23', 'terlambat 1 hari', '1 day late'],
    ['2026-11-06', 'terlambat 18 hari', '18 days late'],
  ] as const)('%s seen from 24 November is "%s"', (due, id, en) => {
    expect(relativeDays(due, '2026-11-24', 'id')).toBe(id)
    expect(relativeDays(due, '2026-11-24', 'en')).toBe(en)
  })
})

describe('Numbers', () => {
  test('use the decimal comma in Indonesian and the point in English', () => {
    expect(formatNumber(1250.5, 'id', 2)).toBe('1.250,50')
    expect(formatNumber(1250.5, 'en', 2)).toBe('1,250.50')
    expect(formatPercent(0.9231, 'id', 2)).toBe('92,31%')
    expect(formatBytes(1_310_720, 'id')).toBe('1,3 MB')
    expect(formatBytes(512, 'id')).toBe('512 B')
    expect(formatBytes(200_000_000, 'id')).toBe('200 MB')
    expect(formatBytes(21_474_836_480, 'id')).toBe('21,5 GB')
  })
})
