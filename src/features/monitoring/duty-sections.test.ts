import { describe, expect, test } from 'vitest'
import { addDays } from '../../core/shared/local-date.ts'
import { dutySections } from './duty-sections.ts'
import { yearMarks } from './year-marks.ts'

const today = '2026-11-24'
const weekly = Array.from({ length: 52 }, (_, i) => ({
  actionId: 'a',
  from: null,
  due: addDays('2026-01-04', i * 7),
  stored: i < 40 ? ('done' as const) : ('open' as const),
}))

describe('a weekly action', () => {
  test('stands once in each part of the duties, with its other dates behind it', () => {
    const found = dutySections(weekly, today)
    const shape = Object.entries(found).map(([part, groups]) => [part, groups.map(g => 1 + g.others.length)])
    expect(Object.fromEntries(shape)).toEqual({ late: [7], week: [1], month: [3], later: [1], settled: [40] })
    expect(found.late[0]?.first.due).toBe('2026-10-11')
    expect(found.settled[0]?.first.due).toBe('2026-10-04')
  })

  test('is drawn in the year as one bar for each run of the same state', () => {
    expect(yearMarks(weekly, today).map(mark => [mark.state, mark.from, mark.to])).toEqual([
      ['done', '2026-01-04', '2026-10-04'],
      ['late', '2026-10-11', '2026-11-22'],
      ['due', undefined, '2026-11-29'],
      ['upcoming', '2026-12-06', '2026-12-27'],
    ])
  })
})

describe('an action with few dates', () => {
  test('keeps a mark for each date', () => {
    expect(yearMarks(weekly.slice(0, 13), today)).toHaveLength(13)
  })
})
