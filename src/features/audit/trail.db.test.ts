import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import { type AuditFacts, type Deps, write } from '../../db/write.ts'
import { recordExport, trailAsCsv } from './export-trail.ts'
import { type AuditFilter, auditPage, auditPeople, subjectTitles } from './queries.ts'

const everything: AuditFilter = { person: '', action: '', subject: '', subjectId: '', from: '', to: '' }

const reader = { userId: 'pembaca', restricted: true }

describe.each(testDatabases)('the audit trail on $name', ({ open }) => {
  let database: OpenDatabase
  let agencyId: string
  let unitId: string
  let otherId: string
  const person = randomUUID()
  const deps = (at: string, userId: string | null): Deps => ({
    db: database.db,
    now: new Date(at),
    today: '2026-11-24',
    newId: randomUUID,
    actor: userId === null ? null : { userId, employeeId: null, name: 'Ani', grants: [] },
  })
  const enter = (at: string, facts: AuditFacts, userId: string | null = null) =>
    write(deps(at, userId), async (_tx, record) => {
      record(facts)
      return ok(null)
    })
  const find = async (filter: Partial<AuditFilter>, onUnit = unitId) => {
    const scope = {
      unitId: onUnit,
      zone: 'Asia/Jayapura',
      filter: { ...everything, ...filter },
      reader,
    } as const
    const { rows, total } = await auditPage(database.db, scope, 1, 50)
    expect(total).toBe(rows.length)
    return rows.map(row => row.subjectId)
  }

  beforeAll(async () => {
    database = await open()
    ;({ agencyId, unitId } = await seedUnit(database.db))
    otherId = (await seedUnit(database.db)).unitId
    await database.db
      .insertInto('auth_user')
      .values({ id: person, name: 'Ani', email: 'ani@contoh.go.id', email_verified: true, image: null })
      .execute()
    const plan = { action: 'plan-approved', subjectType: 'plan', unitId }
    // 15.30 UTC is half past midnight of the next day in WIT.
    await enter('2026-11-22T15:30:00Z', { ...plan, subjectId: 'a' }, person)
    await enter('2026-11-23T14:59:59Z', { ...plan, subjectId: 'b', detail: { note: '=1+1;"x"' } }, person)
    await enter('2026-11-23T15:00:00Z', {
      ...plan,
      action: 'signed-in',
      subjectType: 'account',
      subjectId: person,
    })
    await enter('2026-11-24T01:00:00Z', { ...plan, subjectId: 'c', unitId: otherId }, person)
  })
  afterAll(() => database.close())

  test('shows a unit and those below it, the newest first, and nothing of another agency', async () => {
    expect(await find({})).toEqual([person, 'b', 'a'])
    expect(await find({}, agencyId)).toEqual([person, 'b', 'a'])
    expect(await find({}, otherId)).toEqual(['c'])
  })

  test('is narrowed by person, action, subject and by days as the unit counts them', async () => {
    expect(await find({ person })).toEqual(['b', 'a'])
    expect(await find({ person: '-' })).toEqual([person])
    expect(await find({ action: 'plan-approved' })).toEqual(['b', 'a'])
    expect(await find({ subject: 'plan', subjectId: 'a' })).toEqual(['a'])
    expect(await find({ from: '2026-11-23', to: '2026-11-23' })).toEqual(['b', 'a'])
    expect(await find({ from: '2026-11-24' })).toEqual([person])
    expect(await find({ to: '2026-11-22' })).toEqual([])
    expect(await find({ from: 'kemarin' })).toEqual([person, 'b', 'a'])
  })

  test('names who did something, and what an entry is about', async () => {
    expect(await auditPeople(database.db, unitId)).toEqual([{ id: person, name: 'Ani' }])
    const scope = { unitId, zone: 'Asia/Jakarta', filter: everything, reader } as const
    const { rows } = await auditPage(database.db, scope, 1, 50)
    expect((await subjectTitles(database.db, rows, reader)).get(person)).toBe('Ani')
  })

  test('says nothing of confidential evidence to those who may not read it, on the page, as a name or as CSV', async () => {
    const at = new Date('2026-11-24T04:00:00Z')
    const evidence = async (confidentiality: 'internal' | 'restricted') => {
      const id = randomUUID()
      const title = confidentiality === 'internal' ? 'Notulen rapat' : 'Sanksi Budi'
      const facts = { id, unit_id: otherId, title, kind: 'other', confidentiality } as const
      await database.db
        .insertInto('evidence')
        .values({ ...facts, keywords: [], created_by: person, created_at: at, updated_at: at })
        .execute()
      const entry = { subjectType: 'evidence', subjectId: id, unitId: otherId }
      await enter('2026-11-24T04:00:00Z', { ...entry, action: 'evidence-added', detail: { title } }, person)
      return id
    }
    const [open, secret] = [await evidence('internal'), await evidence('restricted')]
    const finding = { action: 'evidence-finding-explained', subjectType: 'evidence-finding', unitId: otherId }
    const detail = { evidenceIds: [secret], text: 'Sanksi Budi memang dipakai dua kali' }
    await enter('2026-11-24T04:01:00Z', { ...finding, subjectId: randomUUID(), detail }, person)
    const cited = { action: 'assessment-evidence-cited', subjectType: 'assessment', unitId: otherId }
    for (const id of [open, secret])
      await enter('2026-11-24T04:02:00Z', { ...cited, subjectId: 'x', detail: { evidence: id } }, person)
    const seenBy = async (userId: string, restricted: boolean) => {
      const who = { userId, restricted }
      const scope = { unitId: otherId, zone: 'Asia/Jakarta', filter: everything, reader: who } as const
      const { rows } = await auditPage(database.db, scope, 1, 50)
      const names = [...(await subjectTitles(database.db, rows, who)).values()]
      return `${JSON.stringify(rows)} ${names} ${await new Response(trailAsCsv(database.db, scope, 'id')).text()}`
    }
    expect(await seenBy('admin', false)).not.toContain('Budi')
    expect(await seenBy('admin', false)).toContain('Notulen rapat')
    for (const all of [await seenBy('kepala', true), await seenBy(person, false)])
      expect(all.match(/Budi/g)?.length).toBeGreaterThan(5)
  })

  test('goes out as CSV whole, without formulas, in the unit’s time, and the export is on record', async () => {
    const bulk = 1200
    await write(deps('2026-11-24T02:00:00Z', person), async (_tx, record) => {
      for (let n = 0; n < bulk; n++)
        record({ action: 'plan-read', subjectType: 'plan', subjectId: `n${n}`, unitId })
      return ok(null)
    })
    const scope = { unitId, zone: 'Asia/Jayapura', filter: everything, reader } as const
    await recordExport(deps('2026-11-24T03:00:00Z', person), scope)
    const lines = (await new Response(trailAsCsv(database.db, scope, 'id')).text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 1 + bulk + 3)
    expect(lines[0]).toBe(
      '"Nomor";"Waktu";"Oleh";"Tindakan";"Kode tindakan";"Mengenai";"Unit";"Rincian";"Rincian asli (JSON)";"Hash"',
    )
    expect(lines[1]).toContain('"2026-11-24T12:00:00+09:00";"Ani";"Mengunduh jejak audit"')
    expect(new Set(lines).size).toBe(lines.length)
    const noted = lines.find(line => line.includes('"Rencana: b"'))
    expect(noted).toContain('"catatan: =1+1;""x""";')
    expect(noted).toContain(`"{""note"": ""=1+1;\\""x\\""""}"`.replace('": "', '":"'))
  })
})
