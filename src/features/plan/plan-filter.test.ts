import { describe, expect, test } from 'vitest'
import { isFiltered, matches, nobody, planFilter } from './plan-filter.ts'
import { planIndicators } from './plan-page.view.tsx'

const action = (id: string, text: string, personId: string | null, person: string | null) => ({
  id,
  indicatorId: id.slice(0, 1),
  text,
  personId,
  person,
})
const rows = planIndicators(
  {
    indicators: [
      { id: 'a', text: 'Tim bekerja', owner: null, area: 'MP', subNo: '1', subName: 'Tim kerja' },
      { id: 'b', text: 'Survei', owner: 'Pokja 6', area: 'PP', subNo: '1', subName: 'Pelayanan' },
      { id: 'c', text: 'Agen', owner: null, area: 'MP', subNo: '2', subName: 'Agen' },
    ],
    actions: [
      action('a1', 'Rapat', 'sari', 'Sari'),
      action('b1', 'Menyurvei', null, null),
      action('c1', 'Memilih', null, null),
    ],
    evidence: [{ indicatorId: 'a', text: 'Notula' }],
    obligations: [
      { actionId: 'a1', due: '2028-03-31', stored: 'open', personId: null, person: null, proven: false },
      { actionId: 'a1', due: '2028-05-31', stored: 'done', personId: 'budi', person: 'Budi', proven: false },
      { actionId: 'b1', due: '2028-12-31', stored: 'open', personId: null, person: null, proven: false },
    ],
  },
  '2028-06-15',
)
const shown = (query: Record<string, string>) =>
  rows.filter(row => matches(row, planFilter(query))).map(({ id }) => id)

describe('the filters of the plan table', () => {
  test('show everything when none is set, whatever else the address carries', () => {
    expect(shown({})).toEqual(['a', 'b', 'c'])
    expect(isFiltered(planFilter({ q: ' ', page: '2' }))).toBe(false)
  })

  test('look for words in indicators, actions, evidence, people and owners', () => {
    expect(shown({ q: 'NOTULA' })).toEqual(['a'])
    expect(shown({ q: 'rapat' })).toEqual(['a'])
    expect(shown({ q: 'budi' })).toEqual(['a'])
    expect(shown({ q: 'pokja 6' })).toEqual(['b'])
    expect(shown({ q: 'tidak ada' })).toEqual([])
  })

  test('know a person by the actions and by the single dates that were given to them', () => {
    expect(shown({ person: 'sari' })).toEqual(['a'])
    expect(shown({ person: 'budi' })).toEqual(['a'])
    expect(shown({ person: nobody })).toEqual(['b', 'c'])
  })

  test('take the state from the chosen month and person alone', () => {
    expect(shown({ state: 'late' })).toEqual(['a'])
    expect(shown({ state: 'done' })).toEqual([])
    expect(shown({ month: '5', state: 'done' })).toEqual(['a'])
    expect(shown({ month: '5', state: 'late' })).toEqual([])
    expect(shown({ person: 'budi', state: 'done' })).toEqual(['a'])
    expect(shown({ person: 'budi', month: '3' })).toEqual([])
    expect(shown({ month: '12' })).toEqual(['b'])
  })

  test('find what has no date, and hold together', () => {
    expect(shown({ state: 'incomplete' })).toEqual(['c'])
    expect(shown({ area: 'MP', state: 'incomplete' })).toEqual(['c'])
    expect(shown({ area: 'PP', state: 'incomplete' })).toEqual([])
    expect(shown({ month: 'Mei' })).toEqual([])
  })
})
