import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { defaultChapters } from '../documents/index.ts'
import { prepareChapters } from './prepare-chapters.ts'
import { findFigures, listChapters } from './queries.ts'
import { saveChapter } from './save-chapter.ts'
import { saveFigures } from './save-figures.ts'
import { findWorkPlan, mergedChapter } from './work-plan.ts'

describe.each(testDatabases)('the chapters of a work plan on $name', ({ open }) => {
  let database: OpenDatabase
  let unitId: string
  let unitPath: [string, string]
  const deps = (more: Partial<Deps> = {}): Deps => ({
    db: database.db,
    now: new Date('2026-03-02T01:00:00Z'),
    today: '2026-03-02',
    newId: randomUUID,
    actor: { userId: 'ketua', employeeId: null, name: 'Ketua Tim', grants: [] },
    ...more,
  })
  const addPlan = async (year: number, approved = false) => {
    const id = randomUUID()
    const at = new Date('2026-02-27T20:00:00Z')
    await database.db
      .insertInto('plan')
      .values({
        id,
        unit_id: unitId,
        year,
        title: `Rencana ${year}`,
        status: approved ? 'approved' : 'draft',
        approved_by: approved ? 'kepala' : null,
        approved_at: approved ? at : null,
        created_at: at,
        updated_at: at,
      })
      .execute()
    return id
  }
  const edit = (year: number, body: string, revision: number, more: Partial<Deps> = {}) =>
    saveChapter(deps(more), {
      unitId,
      year,
      key: 'penutup',
      title: 'Penutup',
      body,
      revision,
      reason: 'Masukan rapat',
    })
  const closing = async (planId: string) =>
    (await listChapters(database.db, planId)).find(({ key }) => key === 'penutup')
  const unit = () => ({
    id: unitId,
    slug: 'unit',
    name: 'Unit Contoh',
    shortName: 'Unit',
    zone: 'Asia/Jakarta',
    path: unitPath,
  })

  beforeAll(async () => {
    database = await open()
    const seeded = await seedUnit(database.db)
    unitId = seeded.unitId
    unitPath = seeded.unitPath
    await database.db
      .insertInto('auth_user')
      .values(
        ['ketua', 'kepala'].map(id => ({ id, name: id, email: `${id}@contoh.go.id`, email_verified: true })),
      )
      .execute()
    const at = new Date('2026-01-02T00:00:00Z')
    await database.db
      .insertInto('employee')
      .values({
        id: randomUUID(),
        unit_id: unitId,
        user_id: 'kepala',
        nip: '197001011995031001',
        name: 'Siti Kepala',
        position: 'Kepala Unit',
        created_at: at,
        updated_at: at,
      })
      .execute()
  })
  afterAll(() => database.close())

  test('are the default ones until somebody edits them', async () => {
    const planId = await addPlan(2026)
    const chapters = await listChapters(database.db, planId)
    expect(chapters.map(({ key }) => key)).toEqual(defaultChapters.map(({ key }) => key))
    expect(chapters.every(({ revision, changed }) => revision === 1 && changed === null)).toBe(true)
  })

  test('are stored whole by the first edit, with the change, its author and an audit entry', async () => {
    const planId = await addPlan(2027, true)
    expect(await edit(2027, 'Demikian.', 1)).toEqual(ok({ revision: 2 }))
    const rows = await database.db.selectFrom('chapter').select('key').where('plan_id', '=', planId).execute()
    expect(rows).toHaveLength(defaultChapters.length)
    expect(await closing(planId)).toMatchObject({
      text: 'Demikian.',
      number: 'V',
      changed: { by: 'ketua', at: deps().now },
    })
    const change = await database.db
      .selectFrom('plan_change')
      .selectAll()
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow()
    expect(change).toMatchObject({ kind: 'chapter-changed', subject: 'penutup', reason: 'Masukan rapat' })
    expect(change.after).toEqual({ title: 'Penutup', body: 'Demikian.' })
    const audit = await database.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'chapter-saved')
      .executeTakeFirstOrThrow()
    expect(audit.detail).toEqual({ year: 2027, key: 'penutup', revision: 2 })
  })

  test('make an approved plan a draft again when their text changes', async () => {
    const plan = await database.db
      .selectFrom('plan')
      .select(['status', 'revision'])
      .where('year', '=', 2027)
      .executeTakeFirstOrThrow()
    expect(plan).toEqual({ status: 'draft', revision: 2 })
  })

  test('refuse a text written against an older revision, and lose nothing', async () => {
    const planId = await addPlan(2028)
    await edit(2028, 'Teks pertama.', 1)
    expect(await edit(2028, 'Teks kedua.', 1)).toEqual({ ok: false, problem: { kind: 'stale' } })
    expect((await closing(planId))?.text).toBe('Teks pertama.')
  })

  test('keep one of two texts saved at the same time', async () => {
    const planId = await addPlan(2029)
    const outcomes = await Promise.all([edit(2029, 'Satu.', 1), edit(2029, 'Dua.', 1)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await closing(planId))?.revision).toBe(2)
  })

  test('change once when the same form arrives twice', async () => {
    const planId = await addPlan(2030)
    const requestKey = randomUUID()
    await edit(2030, 'Sekali.', 1, { requestKey })
    expect(await edit(2030, 'Sekali.', 1, { requestKey })).toEqual(ok({ revision: 2 }))
    expect((await closing(planId))?.revision).toBe(2)
  })

  test('refuse a chapter or a plan that does not exist', async () => {
    const input = { unitId, key: 'lampiran', title: 'x', body: 'x', revision: 1, reason: '' }
    const noPlan = await saveChapter(deps(), { ...input, year: 2099 })
    expect(noPlan).toEqual({ ok: false, problem: { kind: 'no-plan' } })
    const planId = await addPlan(2031)
    const noChapter = await saveChapter(deps(), { ...input, year: 2031 })
    expect(noChapter).toEqual({ ok: false, problem: { kind: 'no-chapter' } })
    const rows = await database.db.selectFrom('chapter').where('plan_id', '=', planId).select('id').execute()
    expect(rows).toEqual([])
  })

  test('are prepared once, beside what is already there', async () => {
    await addPlan(2032)
    const first = await prepareChapters(deps(), { unitId, year: 2032 })
    expect(first).toEqual(ok({ added: defaultChapters.length }))
    const again = await prepareChapters(deps(), { unitId, year: 2032 })
    expect(again).toEqual({ ok: false, problem: { kind: 'unchanged' } })
  })

  test('merge the figures of the unit and name those that are missing', async () => {
    await addPlan(2033)
    const before = await findWorkPlan(database.db, unit(), 2033, '2033-01-05')
    if (!before) throw new Error('there is a plan')
    const chapter = { key: 'x', number: 'I', title: 'Uji', text: 'Visi: {{unit.visi}}. {{layanan.jenis}}' }
    expect(mergedChapter(before, chapter).missing).toEqual(['visi unit', 'jumlah jenis layanan'])
    const changes = [
      { key: 'unit.visi', drawn: '', text: 'Melayani' },
      { key: 'layanan.jenis', drawn: '', text: '1250' },
    ]
    expect(await saveFigures(deps(), { unitId, year: 2033, changes })).toEqual(ok({ saved: 2 }))
    const after = await findWorkPlan(database.db, unit(), 2033, '2033-01-05')
    if (!after) throw new Error('there is a plan')
    expect(mergedChapter(after, chapter)).toMatchObject({
      title: 'Uji',
      missing: [],
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Visi: Melayani. 1.250' }] }],
    })
  })

  test('refuse a figure that somebody else stored meanwhile, and keep what was not touched', async () => {
    const save = (text: string, drawn: string) =>
      saveFigures(deps(), {
        unitId,
        year: 2034,
        changes: [{ key: 'pegawai.jumlah', drawn, text }],
      })
    await save('40', '')
    expect(await save('41', '')).toEqual({
      ok: false,
      problem: { kind: 'stale', now: { 'pegawai.jumlah': '40' } },
    })
    expect(await save('40', '')).toEqual({ ok: false, problem: { kind: 'unchanged' } })
    expect(await save('', '40')).toEqual(ok({ saved: 1 }))
    expect((await findFigures(database.db, unitId, 2034)).stored).toEqual({ 'pegawai.jumlah': '' })
  })

  test('carry the signature of the head who approved, until a figure changes or is emptied', async () => {
    await addPlan(2035, true)
    const approval = async () => (await findWorkPlan(database.db, unit(), 2035, '2026-03-05'))?.approval
    expect(await approval()).toMatchObject({
      role: 'Kepala Unit',
      name: 'Siti Kepala',
      nip: '197001011995031001',
      date: '2026-02-28',
    })
    const set = (drawn: string, text: string, now: string) =>
      saveFigures(deps({ now: new Date(now) }), {
        unitId,
        year: 2035,
        changes: [{ key: 'unit.visi', drawn, text }],
      })
    await set('', 'Lama', '2026-02-01T00:00:00Z')
    expect(await approval()).not.toBeNull()
    await set('Lama', '', '2026-03-02T00:00:00Z')
    expect(await approval()).toBeNull()
  })
})
