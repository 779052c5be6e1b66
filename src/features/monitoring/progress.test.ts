import { describe, expect, test } from 'vitest'
import { progress, shareDone } from './progress.ts'

const row = (due: `${number}-${number}-${number}`, stored: 'open' | 'done' | 'waived', person = 'Sari') => ({
  due,
  stored,
  area: due < '2026-06-01' ? ('PP' as const) : ('MP' as const),
  personId: person === '' ? null : person,
  person: person === '' ? null : person,
})

describe('progress', () => {
  const rows = [
    row('2026-01-31', 'done'),
    row('2026-02-28', 'open'),
    row('2026-11-24', 'open', ''),
    row('2026-12-01', 'open', 'Budi'),
    row('2026-12-02', 'open', 'Budi'),
    row('2026-12-31', 'waived'),
  ]
  const found = progress(rows, '2026-11-24')

  test('counts every obligation in exactly one state', () => {
    expect(found.all).toEqual({ done: 1, late: 1, due: 2, upcoming: 1, waived: 1 })
  })

  test('keeps the regulation’s order of areas, twelve months, and names nobody last', () => {
    expect(found.perArea.map(area => area.code)).toEqual(['MP', 'PP'])
    expect(found.perMonth).toHaveLength(12)
    expect(found.perMonth[11]?.counts).toEqual({ done: 0, late: 0, due: 1, upcoming: 1, waived: 1 })
    expect(found.perPerson.map(person => person.name)).toEqual(['Budi', 'Sari', null])
  })

  test('gives the same sum by area, by month and by person', () => {
    const sum = (list: readonly { counts: typeof found.all }[]) =>
      list.reduce((n, { counts }) => n + Object.values(counts).reduce((a, b) => a + b, 0), 0)
    expect([sum(found.perArea), sum(found.perMonth), sum(found.perPerson)]).toEqual([6, 6, 6])
  })

  test('leaves the waived out of the share, and has no share of nothing', () => {
    expect(shareDone(found.all)).toBe(1 / 5)
    expect(shareDone(progress([row('2026-12-31', 'waived')], '2026-11-24').all)).toBeNull()
  })
})
