import { describe, expect, test } from 'vitest'
import { worstState } from '../display/obligation-state.ts'
import { Gantt, yearShare } from './gantt.ts'
import { MonthCalendar, weeksOf } from './month-calendar.tsx'
import { MonthColumns } from './month-columns.ts'
import { addCounts, countsInWords, totalOf } from './parts.ts'
import { ProgressBar } from './progress-bar.ts'
import { monthsOf, YearStrip, yearInWords } from './year-strip.ts'

describe('The year strip', () => {
  test('shows in each month the state that needs a person most', () => {
    const months = monthsOf([
      { month: 1, state: 'done' },
      { month: 1, state: 'late' },
      { month: 12, state: 'upcoming' },
    ])
    expect(months).toEqual(['late', ...Array(10).fill(null), 'upcoming'])
    expect(worstState([])).toBeNull()
  })

  test('says in words what it shows, joining neighbouring months', () => {
    const months = [...Array(9).fill('done'), 'late', 'due', null]
    expect(yearInWords('id', months)).toBe('Terlambat: Okt. Jatuh tempo: Nov. Selesai: Jan–Sep.')
    expect(yearInWords('en', Array(12).fill(null))).toBe('nothing scheduled')
  })

  test('has twelve cells and one accessible name', () => {
    const strip = YearStrip({ locale: 'id', months: Array(12).fill('done') }).toString()
    expect(strip.match(/<i /g)).toHaveLength(12)
    expect(strip).toContain('role="img" aria-label="Selesai: Jan–Des."')
  })
})

describe('Counts by state', () => {
  test('add up and read as a sentence', () => {
    expect(totalOf(addCounts([{ done: 2, late: 1 }, { done: 3 }]))).toBe(6)
    expect(countsInWords({ done: 12, late: 2, due: 0 }, 'id')).toBe('12 selesai, 2 terlambat')
  })

  test('fill a bar to its whole width', () => {
    const bar = ProgressBar({
      locale: 'id',
      label: 'Area <V>',
      counts: { done: 1, upcoming: 3 },
      ticks: [{ at: 0.6, label: '60' }],
    })
    expect(`${bar}`).toContain('class="p-done" x="0%" width="25%"')
    expect(`${bar}`).toContain('class="p-upcoming" x="25%" width="75%"')
    expect(`${bar}`).toContain('aria-label="Area &lt;V&gt;: 1 selesai, 3 belum waktunya; ambang 60"')
  })

  test('draw an empty bar and empty columns without dividing by nothing', () => {
    expect(ProgressBar({ locale: 'id', label: 'x', counts: {} }).toString()).not.toContain('NaN')
    expect(MonthColumns({ locale: 'id', label: 'x', months: Array(12).fill({}) }).toString()).not.toContain(
      'NaN',
    )
  })
})

describe('The month calendar', () => {
  test('begins its weeks on Monday and holds every day once', () => {
    const weeks = weeksOf(2026, 11)
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeks.flat().filter(d => d !== null)).toHaveLength(30)
    expect(weeksOf(2027, 2)).toHaveLength(4)
  })

  test('shows the first items of a full day and counts the rest', () => {
    const page = MonthCalendar({
      locale: 'id',
      year: 2026,
      month: 11,
      today: '2026-11-24',
      previousHref: '?m=10',
      nextHref: '?m=12',
      dayHref: d => `?d=${d}`,
      items: ['a', 'b', 'c', 'd', 'e'].map(text => ({ date: '2026-11-30', text, href: '#', state: 'late' })),
    })
    expect(`${page}`.match(/cal-item/g)).toHaveLength(3)
    expect(`${page}`).toContain('<a href="?d=2026-11-30">2 lagi</a>')
    expect(`${page}`).toContain('aria-current="date"')
  })
})

describe('The Gantt', () => {
  test('gives every month the same width and holds other years at the ends', () => {
    expect(yearShare('2026-01-01', 2026)).toBe(0)
    expect(yearShare('2026-07-01', 2026)).toBe(0.5)
    expect(yearShare('2026-12-31', 2026, true)).toBe(1)
    expect(yearShare('2025-12-31', 2026)).toBe(0)
    expect(yearShare('2027-01-01', 2026)).toBe(1)
  })

  test('says each row in words', () => {
    const page = Gantt({
      locale: 'id',
      year: 2026,
      today: '2026-11-24',
      caption: 'Jadwal',
      nameHeader: 'Langkah aksi',
      groups: [
        {
          rows: [
            {
              name: 'a',
              marks: [
                { to: '2026-06-30', state: 'done' },
                { to: '2026-10-31', state: 'late' },
              ],
            },
          ],
        },
      ],
    })
    expect(`${page}`).toContain('aria-label="Terlambat: 31 Okt. Selesai: 30 Jun"')
  })
})
