import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRow } from '../../../core/schedule/row-schedule.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../../db/testing.ts'
import type { Deps } from '../../../db/write.ts'
import { editIndicator } from '../indicator/edit-indicator.ts'
import { isSame } from '../plan-diff.ts'
import { findImport, findPlan, planContent } from '../queries.ts'
import type { PlanDocument } from '../read/index.ts'
import { confirmImport } from './confirm-import.ts'
import { correctImport } from './correct-import.ts'
import { compareWithPlan } from './reimport.ts'
import { saveImport } from './save-import.ts'

const row = (text: string, action: string, schedule: string) => ({
  id: 'I.1.1',
  text,
  actions: [action],
  evidence: ['Laporan'],
  schedules: readRow(
    { indicator: text, actions: [action], evidence: [], schedule },
    { year: 2026 },
  ).schedules.map(reading => ({ ...reading, fromMarks: false })),
  owner: null,
  place: { kind: 'line' as const, line: 2 },
})

const plan = (...indicators: ReturnType<typeof row>[]): PlanDocument => ({
  title: 'Rencana Aksi 2026',
  year: 2026,
  areas: [
    { code: 'MP', label: 'Manajemen Perubahan', subComponents: [{ no: 1, name: 'Tim Kerja', indicators }] },
  ],
  counts: {
    areas: 1,
    subComponents: 1,
    indicators: indicators.length,
    actions: indicators.length,
    evidence: indicators.length,
    schedules: indicators.length,
  },
  warnings: [],
})

describe.each(testDatabases)('importing a plan on $name', ({ open }) => {
  let database: OpenDatabase
  let unitId: string
  const userId = randomUUID()
  const deps = (): Deps => ({
    db: database.db,
    now: new Date('2026-06-15T01:00:00Z'),
    today: '2026-06-15',
    newId: randomUUID,
    actor: { userId, employeeId: null, name: 'Ketua', grants: [] },
  })
  const save = async (document: PlanDocument) => {
    const file = { fileName: 'rencana.xlsx', sha256: 'ab', size: 1 }
    const saved = await saveImport(deps(), { unit: { id: unitId }, year: 2026, document, ...file })
    if (!saved.ok) throw new Error('not saved')
    return saved.value.importId
  }
  const standing = async () => {
    const found = await findPlan(database.db, unitId, 2026)
    if (!found) throw new Error('no plan')
    return { plan: found, ...(await planContent(database.db, found.id)) }
  }

  beforeAll(async () => {
    database = await open()
    unitId = (await seedUnit(database.db)).unitId
    await database.db
      .insertInto('auth_user')
      .values({ id: userId, name: 'Ketua', email: `${userId}@example.id`, email_verified: true, image: null })
      .execute()
  })
  afterAll(() => database.close())

  test('a corrected row is read again, and a correction made against an older preview is refused', async () => {
    const importId = await save(plan(row('Tim dibentuk', 'Menyusun SK', 'Maret 2026')))
    const change = {
      kind: 'row' as const,
      row: { area: 0, subComponent: 0, indicator: 0 },
      correction: {
        text: 'Tim dibentuk',
        actions: ['Menyusun SK'],
        evidence: [],
        schedules: ['April 2026'],
        owner: null,
        start: null,
      },
    }
    expect(await correctImport(deps(), { importId, unitId, revision: 1, change })).toEqual({
      ok: true,
      value: null,
    })
    const stored = await findImport(database.db, unitId, importId)
    expect(stored?.document.areas[0]?.subComponents[0]?.indicators[0]?.schedules[0]?.dates).toEqual([
      '2026-04-30',
    ])
    expect(stored?.document.warnings.map(({ code }) => code)).toEqual(['evidence-missing'])
    expect(await correctImport(deps(), { importId, unitId, revision: 1, change })).toEqual({
      ok: false,
      problem: { kind: 'stale' },
    })
  })

  test('an import is confirmed once: the second time changes nothing', async () => {
    const importId = await save(plan(row('Tim dibentuk', 'Menyusun SK', 'Tiap bulan')))
    const input = { importId, unitId, revision: 1 }
    expect((await confirmImport(deps(), input)).ok).toBe(true)
    expect(await confirmImport(deps(), input)).toEqual({ ok: false, problem: { kind: 'already-confirmed' } })
    const { indicators, obligations } = await standing()
    expect([indicators.length, obligations.length]).toEqual([1, 12])
  })

  test('a newer document keeps ids and what is done, and replaces the open dates', async () => {
    const before = await standing()
    await database.db
      .updateTable('obligation')
      .set({ state: 'done', done_on: '2026-01-20' })
      .where('plan_id', '=', before.plan.id)
      .where('due', '=', '2026-01-31')
      .execute()
    const importId = await save(
      plan(
        row('Tim dibentuk', 'Menyusun SK', 'Desember 2026'),
        row('Agen perubahan', 'Memilih agen', 'Mei 2026'),
      ),
    )
    expect((await confirmImport(deps(), { importId, unitId, revision: 1 })).ok).toBe(true)
    const after = await standing()
    expect(after.indicators[0]?.id).toBe(before.indicators[0]?.id)
    expect(after.actions.map(({ id }) => id)).toContain(before.actions[0]?.id)
    expect(after.obligations.map(({ due, stored }) => `${due} ${stored}`).sort()).toEqual([
      '2026-01-31 done',
      '2026-05-31 open',
      '2026-12-31 open',
    ])
  })

  test('editing an indicator derives its open dates anew and refuses an older form', async () => {
    const {
      plan: { id: planId, revision },
      indicators,
    } = await standing()
    const input = {
      unitId,
      planId,
      indicatorId: indicators[0]?.id ?? '',
      revision,
      content: {
        text: 'Susunan tim',
        actions: ['Menyusun SK'],
        evidence: ['SK'],
        schedules: ['Juli 2026'],
        owner: null,
        start: null,
      },
      reason: '',
    }
    expect(await editIndicator(deps(), input)).toEqual({ ok: true, value: null })
    expect(await editIndicator(deps(), input)).toEqual({ ok: false, problem: { kind: 'stale' } })
    const { obligations } = await standing()
    expect(obligations.map(({ due }) => due).sort()).toEqual(['2026-01-31', '2026-05-31', '2026-07-31'])
  })

  test('the same document again leaves a plan as it is: published', async () => {
    const { plan: before } = await standing()
    await database.db.updateTable('plan').set({ status: 'published' }).where('id', '=', before.id).execute()
    const words = [
      row('Susunan tim', 'Menyusun SK', 'Juli 2026'),
      row('Agen perubahan', 'Memilih agen', 'Mei 2026'),
    ] as const
    const same = plan({ ...words[0], evidence: ['SK'] }, words[1])
    const importId = await save(same)
    const compared = await compareWithPlan(database.db, before, same, deps())
    expect([isSame(compared.diff), compared.stays.size]).toEqual([true, 0])
    expect((await confirmImport(deps(), { importId, unitId, revision: 1 })).ok).toBe(true)
    expect((await standing()).plan.status).toBe('published')
  })

  test('a row that is left out stays where its dates are settled, and that is said, not that it is gone', async () => {
    const { plan: before } = await standing()
    const document = plan(row('Survei', 'Menyurvei', 'Agustus 2026'))
    const { diff, stays } = await compareWithPlan(database.db, before, document, deps())
    expect(diff.removed.map(({ text }) => text)).toEqual(['Susunan tim', 'Agen perubahan'])
    expect([...stays.values()]).toEqual([['Menyusun SK']])
    const importId = await save(document)
    expect((await confirmImport(deps(), { importId, unitId, revision: 1 })).ok).toBe(true)
    const after = await standing()
    expect(after.indicators.map(({ text }) => text).sort()).toEqual(['Survei', 'Susunan tim'])
    const log = await database.db
      .selectFrom('plan_change')
      .select(['kind', 'subject'])
      .where('plan_id', '=', before.id)
      .where('kind', 'in', ['removed', 'changed'])
      .where('subject', 'in', ['Susunan tim', 'Agen perubahan'])
      .where('reason', '=', 'rencana.xlsx')
      .orderBy('subject')
      .execute()
    expect(log).toEqual([
      { kind: 'removed', subject: 'Agen perubahan' },
      { kind: 'changed', subject: 'Susunan tim' },
    ])
  })
})
