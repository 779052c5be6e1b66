import { describe, expect, it } from 'vitest'
import { assignSchedules, datedObligations, obligationState } from './obligation-dates.ts'
import { readSchedule } from './read-schedule.ts'

describe('which schedule holds for which action', () => {
  it('as many schedules as actions pair up in order', () => {
    expect(assignSchedules(['SOP', 'SK'], ['Feb 2019', 'Maret 2019'])).toEqual([['Feb 2019'], ['Maret 2019']])
  })

  it('one schedule holds for every action', () => {
    expect(assignSchedules(['a', 'b'], ['Mei 2019'])).toEqual([['Mei 2019'], ['Mei 2019']])
  })

  it('otherwise every action has each distinct schedule', () => {
    expect(assignSchedules(['a', 'b', 'c'], ['Februari 2019', 'februari  2019'])).toEqual(
      Array.from({ length: 3 }, () => ['februari  2019']),
    )
    expect(assignSchedules(['a'], ['Feb 2019', 'Maret 2019'])).toEqual([['Feb 2019', 'Maret 2019']])
  })

  it('without a schedule an action has none', () => {
    expect(assignSchedules(['a', 'b'], [])).toEqual([[], []])
  })
})

it('an obligation keeps the first day of its window', () => {
  const read = (text: string) => datedObligations(readSchedule(text, { year: 2019 }))
  expect(read('April sd Juni 2019')).toEqual([{ from: '2019-04-01', due: '2019-06-30' }])
  expect(read('5 Maret 2019')).toEqual([{ from: null, due: '2019-03-05' }])
  expect(read('Per semester').map(({ due }) => due)).toEqual(['2019-06-30', '2019-12-31'])
  expect(read('4 bulan')).toEqual([])
})

describe('the state of an obligation on a day', () => {
  it.each([
    ['2019-03-23', 'upcoming'],
    ['2019-03-24', 'due'],
    ['2019-03-31', 'due'],
    ['2019-04-01', 'late'],
  ] as const)('open and due on 31 March, it is on %s %s', (today, state) => {
    expect(obligationState({ stored: 'open', due: '2019-03-31' }, today)).toBe(state)
  })

  it('done and waived stay so on any day', () => {
    expect(obligationState({ stored: 'done', due: '2019-03-31' }, '2020-01-01')).toBe('done')
    expect(obligationState({ stored: 'waived', due: '2019-03-31' }, '2019-01-01')).toBe('waived')
  })
})
