import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { readSnapshot } from '../history/plan-snapshot.ts'
import { documentOf, type Seed, seedPeople } from '../plan.test-data.tsx'
import { findPlan } from '../queries.ts'
import { approvePlan, publishPlan, returnPlan, submitPlan } from './move-plan.ts'

const clear = { text: 'Tim dibentuk', actions: ['Menyusun SK'], schedules: ['Maret 2028'] }
const unclear = { text: 'Survei', actions: ['Menyurvei'], schedules: ['3 bulan'] }

describe.each(testDatabases)('a plan on its way on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let planId: string
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    seed = await seedPeople(database.db)
    planId = await seed.importPlan(documentOf(2028, { MP: [clear] }), 2028)
  })
  afterAll(() => database.close())

  const plan = async () => findPlan(database.db, seed.unit.id, 2028)
  const versions = () =>
    database.db.selectFrom('plan_version').selectAll().where('plan_id', '=', planId).execute()
  const kinds = async () =>
    (await database.db.selectFrom('plan_change').select('kind').where('plan_id', '=', planId).execute()).map(
      ({ kind }) => kind,
    )

  test('is approved only after it was submitted, and a refusal leaves no trace', async () => {
    expect(await approvePlan(seed.deps('head'), { planId, note: '' })).toEqual({
      ok: false,
      problem: { kind: 'wrong-status', status: 'draft' },
    })
    expect([(await plan())?.version, await versions(), await kinds()]).toEqual([0, [], ['imported']])
  })

  test('is submitted once, sent back with a reason only, and published only after the approval', async () => {
    expect((await submitPlan(seed.deps(), { planId })).ok).toBe(true)
    expect(await submitPlan(seed.deps(), { planId })).toMatchObject({ problem: { kind: 'wrong-status' } })
    expect(await publishPlan(seed.deps('head'), { planId })).toMatchObject({
      problem: { kind: 'wrong-status', status: 'submitted' },
    })
    expect(await returnPlan(seed.deps('head'), { planId, reason: '  ' })).toMatchObject({
      problem: { kind: 'reason-missing' },
    })
    expect((await plan())?.status).toBe('submitted')
    expect((await returnPlan(seed.deps('head'), { planId, reason: 'Lengkapi' })).ok).toBe(true)
    expect((await plan())?.status).toBe('draft')
  })

  test('has one version when two heads approve at once, and the second is told so', async () => {
    await submitPlan(seed.deps(), { planId })
    const outcomes = await Promise.all([
      approvePlan(seed.deps('head'), { planId, note: 'satu' }),
      approvePlan(seed.deps('head'), { planId, note: 'dua' }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problem: { kind: 'wrong-status', status: 'approved' },
    })
    expect((await versions()).map(({ version }) => version)).toEqual([1])
    expect((await kinds()).filter(kind => kind === 'approved')).toHaveLength(1)
  })

  test('keeps what was approved, with the names of its people, and is published as that version', async () => {
    await database.db
      .updateTable('action')
      .set({ person_id: seed.people.staff.employeeId })
      .where('plan_id', '=', planId)
      .execute()
    await submitPlan(seed.deps(), { planId })
    await approvePlan(seed.deps('head'), { planId, note: '' })
    await publishPlan(seed.deps('head'), { planId })
    const [version] = await versions()
    const stored = readSnapshot(version?.content)
    expect(stored.indicators.map(({ text }) => text)).toEqual(['Tim dibentuk'])
    expect(stored.obligations.map(({ due }) => due)).toEqual(['2028-03-31'])
    expect(stored.people).toEqual([{ id: seed.people.staff.employeeId, name: 'Sari' }])
    const { public_version } = await database.db
      .selectFrom('plan')
      .select('public_version')
      .where('id', '=', planId)
      .executeTakeFirstOrThrow()
    expect(public_version).toBe(1)
  })

  test('with a schedule that names no date is submitted, but approved only with a written word', async () => {
    const other = await seedPeople(database.db)
    const id = await other.importPlan(documentOf(2028, { MP: [clear, unclear] }), 2028)
    expect((await submitPlan(other.deps(), { planId: id })).ok).toBe(true)
    expect(await approvePlan(other.deps('head'), { planId: id, note: ' ' })).toEqual({
      ok: false,
      problem: { kind: 'confirmation-missing', count: 1 },
    })
    expect((await findPlan(database.db, other.unit.id, 2028))?.status).toBe('submitted')
    expect((await approvePlan(other.deps('head'), { planId: id, note: 'Menunggu anggaran' })).ok).toBe(true)
  })
})
