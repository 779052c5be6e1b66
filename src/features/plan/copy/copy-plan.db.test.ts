import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { documentOf, type Seed, seedPeople } from '../plan.test-data.tsx'
import { findPlan, planContent } from '../queries.ts'
import { type CopyInput, copyPlan } from './copy-plan.ts'

const source = documentOf(2028, {
  MP: [
    {
      text: 'Tim dibentuk',
      actions: ['Menyusun SK', 'Membagi tugas'],
      schedules: ['Februari 2028', 'Mei 2028'],
      owner: 'Sekretariat',
    },
    { text: 'Rapat', actions: ['Rapat tim'], schedules: ['Tiap bulan'] },
  ],
  PP: [{ text: 'Survei', actions: ['Menyurvei'], evidence: [], schedules: ['29 Februari 2028'] }],
})

describe.each(testDatabases)('copying a plan on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let planId: string
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    seed = await seedPeople(database.db)
    planId = await seed.importPlan(source, 2028)
  })
  afterAll(() => database.close())

  const input = (toYear: number, revision = 1): CopyInput => {
    const { id: unitId, path: unitPath } = seed.unit
    return { planId, unitId, unitPath, toYear, revision }
  }
  const give = (text: string, personId: string | null) =>
    database.db
      .updateTable('action')
      .set({ person_id: personId })
      .where('plan_id', '=', planId)
      .where('text', '=', text)
      .execute()
  const contentOf = async (year: number) => {
    const plan = await findPlan(database.db, seed.unit.id, year)
    if (!plan) throw new Error(`no plan of ${year}`)
    return { plan, content: await planContent(database.db, plan.id) }
  }

  test('makes a draft with the dates of the new year and only the people who are still there', async () => {
    const staff = seed.people.staff.employeeId
    await give('Menyusun SK', staff)
    await give('Menyurvei', seed.people.gone.employeeId)
    await database.db
      .updateTable('obligation')
      .set({ state: 'done', done_on: '2028-02-20', note: 'sudah' })
      .where('plan_id', '=', planId)
      .where('due', '=', '2028-02-29')
      .execute()
    const done = await copyPlan(seed.deps(), input(2030))
    expect(done).toMatchObject({ ok: true, value: { obligations: 15 } })
    const { plan, content } = await contentOf(2030)
    expect([plan.title, plan.status, plan.version]).toEqual(['Rencana Aksi 2030', 'draft', 0])
    expect(content.indicators.map(({ text, owner }) => [text, owner])).toEqual([
      ['Tim dibentuk', 'Sekretariat'],
      ['Rapat', null],
      ['Survei', null],
    ])
    const person = new Map(content.actions.map(({ text, personId }) => [text, personId]))
    expect([...person]).toEqual(
      expect.arrayContaining([
        ['Menyusun SK', staff],
        ['Membagi tugas', null],
        ['Rapat tim', null],
        ['Menyurvei', null],
      ]),
    )
    const datesOf = (text: string) => {
      const id = content.actions.find(action => action.text === text)?.id
      return content.obligations.filter(({ actionId }) => actionId === id).map(({ due }) => due)
    }
    expect(datesOf('Menyusun SK')).toEqual(['2030-02-28'])
    expect(datesOf('Membagi tugas')).toEqual(['2030-05-31'])
    expect(datesOf('Rapat tim')).toHaveLength(12)
    expect(datesOf('Menyurvei')).toEqual(['2030-02-28'])
    expect(content.obligations.every(({ stored }) => stored === 'open')).toBe(true)
    expect(content.evidence.map(({ text }) => text)).toEqual(['Laporan', 'Laporan'])
  })

  test('is refused for a year that has a plan, for the same year, and for no year at all', async () => {
    await seed.importPlan(documentOf(2029, { MP: [{ text: 'A', actions: ['B'], schedules: [] }] }), 2029)
    const refused = async (year: number) => await copyPlan(seed.deps(), input(year))
    expect(await refused(2029)).toEqual({ ok: false, problem: { kind: 'plan-exists' } })
    expect(await refused(2028)).toEqual({ ok: false, problem: { kind: 'year-wrong' } })
    expect(await refused(1999)).toEqual({ ok: false, problem: { kind: 'year-wrong' } })
    expect((await contentOf(2029)).content.indicators).toHaveLength(1)
  })

  test('is refused when the plan changed since its copy was shown', async () => {
    expect(await copyPlan(seed.deps(), input(2030, 7))).toEqual({ ok: false, problem: { kind: 'stale' } })
  })

  test('has one effect when the same form arrives twice', async () => {
    const deps = { ...seed.deps(), requestKey: randomUUID() }
    const first = await copyPlan(deps, input(2031))
    expect(await copyPlan(deps, input(2031))).toEqual(first)
  })

  test('leaves nothing behind when one of its statements fails', async () => {
    const count = async () => {
      const { db } = database
      const { n } = await db
        .selectFrom('audit_entry')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return Number(n)
    }
    const before = await count()
    const same = randomUUID()
    await expect(copyPlan({ ...seed.deps(), newId: () => same }, input(2032))).rejects.toThrow()
    expect(await findPlan(database.db, seed.unit.id, 2032)).toBeUndefined()
    const rows = await database.db.selectFrom('plan_area').where('plan_id', '=', same).selectAll().execute()
    expect([rows, await count()]).toEqual([[], before])
  })

  test('keeps the copies of two people at once to one', async () => {
    const outcomes = await Promise.all([
      copyPlan(seed.deps(), input(2033)),
      copyPlan(seed.deps(), input(2033)),
    ])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await contentOf(2033)).content.indicators).toHaveLength(3)
  })
})
