import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { addDays, monthOf } from '../../core/shared/local-date.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { listObligations, type ObligationFilter } from './list-obligations.ts'
import { type Obligation, personObligations, unitObligations } from './queries.ts'
import { type Seed, seedProgramme, today } from './seed.test-data.tsx'

const states = ['upcoming', 'due', 'late', 'done', 'waived'] as const

describe.each(testDatabases)('a list of obligations on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let all: readonly Obligation[]
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    const { staff, other } = seed.people
    // Both sides of every border between two states, and several on one day.
    const days = [-1, 0, 1, 6, 7, 8, 9].map(days => addDays(today, days))
    await seed.addAction('MP', 'Batas', staff.employeeId, days)
    await seed.addAction('PP', 'Batas lain', other.employeeId, [...days, '2026-01-31', '2026-12-31'])
    const settled = await seed.addAction('PP', 'Selesai', null, ['2026-03-01', '2026-11-24', '2026-12-31'])
    for (const [i, id] of settled.entries())
      await database.db
        .updateTable('obligation')
        .set(i === 1 ? { state: 'waived', note: 'Ditiadakan' } : { state: 'done', done_on: today })
        .where('id', '=', id)
        .execute()
    all = await unitObligations(database.db, seed.unit.id, 2026)
    expect(new Set(all.map(row => obligationState(row, today)))).toEqual(new Set(states))
  })
  afterAll(() => database.close())

  const idsOf = async (filter: Partial<ObligationFilter>) => {
    const asked = { year: 2026, after: null, limit: 200, ...filter }
    return (await listObligations(database.db, asked, today)).rows.map(row => row.id)
  }
  const inOrder = (rows: readonly Obligation[]) =>
    rows.toSorted((a, b) => (a.due < b.due || (a.due === b.due && a.id < b.id) ? -1 : 1)).map(row => row.id)

  test('finds by state, area, person and month, alone and together, what the rules say', async () => {
    const unitId = seed.unit.id
    const people = [undefined, seed.people.staff.employeeId ?? '', seed.people.other.employeeId ?? '']
    let found = 0
    for (const state of [undefined, ...states])
      for (const area of [undefined, 'MP', 'PP', 'SDM'] as const)
        for (const person of people)
          for (const month of [undefined, 3, 11]) {
            const expected = all.filter(
              row =>
                (state === undefined || obligationState(row, today) === state) &&
                (area === undefined || row.area === area) &&
                (person === undefined || row.personId === person) &&
                (month === undefined || monthOf(row.due) === month),
            )
            found += expected.length
            expect([state, area, person, month, await idsOf({ unitId, state, area, person, month })]).toEqual(
              [...[state, area, person, month], inOrder(expected)],
            )
          }
    expect(found).toBeGreaterThan(100)
  })

  test('gives every row once, a page at a time, and says where the last one is', async () => {
    const unitId = seed.unit.id
    for (const limit of [1, 2, 5, all.length - 1, all.length, all.length + 1]) {
      const seen: string[] = []
      let after: ObligationFilter['after'] = null
      for (let more = true; more; ) {
        const page = await listObligations(database.db, { unitId, year: 2026, after, limit }, today)
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        seen.push(...page.rows.map(row => row.id))
        after = page.rows.at(-1) ?? null
        more = page.more
      }
      expect([limit, seen]).toEqual([limit, inOrder(all)])
    }
  })

  test('of one person or one unit never has another’s, nor another year’s', async () => {
    const mine = seed.people.staff.employeeId ?? ''
    expect(await idsOf({ person: mine })).toEqual(inOrder(await personObligations(database.db, mine)))
    const stranger = await seedProgramme(database.db)
    expect(await idsOf({ unitId: stranger.unit.id, person: mine })).toEqual([])
    expect(await idsOf({ unitId: seed.unit.id, year: 2025 })).toEqual([])
    expect(await idsOf({ unitId: seed.unit.id })).toEqual(inOrder(all))
  })
})
