import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/may.ts'
import type { Role } from '../core/access/role.ts'
import { ok } from '../core/shared/result.ts'
import type { OpenDatabase } from '../db/open-database.ts'
import { seedUnit, testDatabases } from '../db/testing.ts'
import { write } from '../db/write.ts'
import { createApp } from './app.tsx'
import { homeRoutes } from './home.tsx'

const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('the first page on $name', ({ open }) => {
  let database: OpenDatabase
  let unitId: string
  let slug: string
  beforeAll(async () => {
    database = await open()
    unitId = (await seedUnit(database.db)).unitId
    slug = (
      await database.db.selectFrom('unit').select('slug').where('id', '=', unitId).executeTakeFirstOrThrow()
    ).slug
  })
  afterAll(() => database.close())

  const now = new Date('2026-11-24T03:00:00Z')
  const visit = async (path: string, role: Role, validTo: '2026-11-24' | null = null, clock: Date = now) => {
    const grants = [{ role, unitId, areas: [], validFrom: '2026-01-01' as const, validTo }]
    const actor: Actor = { userId: 'u', employeeId: null, name: 'Penguji', grants }
    const app = createApp(
      {
        db: database.db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin: 'http://localhost',
        clock: () => clock,
        newId: randomUUID,
        findToken: async () => null,
        apiRate: 0,
        findSession: async () => ({ actor, locale: 'id', unitId: null }),
        log: { error: () => undefined, info: () => undefined },
      },
      homeRoutes,
    )
    return app.request(`http://localhost${path}`)
  }
  const home = async (...as: [Role, ('2026-11-24' | null)?]) => (await visit('/', ...as)).text()
  const refused = 'Belum ada rencana yang dapat Anda lihat'

  test('shows a unit only to a role that may read its obligations, while it is in force', async () => {
    expect(await home('staff')).not.toContain(refused)
    expect(await home('assessor')).toContain(refused)
    expect(await home('staff', '2026-11-24')).toContain(refused)
  })

  test('speaks of the day at the unit, also where that has begun before the capital’s', async () => {
    await database.db.updateTable('unit').set({ zone: 'Asia/Jayapura' }).where('id', '=', unitId).execute()
    const late = new Date('2026-12-31T15:30:00Z')
    const page = await (await visit('/', 'staff', null, late)).text()
    expect(page).toContain('1 Januari 2027')
    expect(page).toBe(await (await visit(`/u/${slug}`, 'staff', null, late)).text())
    await database.db.updateTable('unit').set({ zone: 'Asia/Jakarta' }).where('id', '=', unitId).execute()
  })

  test('names the unit as it was written last, by whichever process', async () => {
    const path = `/u/${slug}`
    expect(await (await visit(path, 'staff')).text()).toContain('Unit Contoh')
    const rename = (name: string) =>
      write(
        { db: database.db, now, today: '2026-11-24', newId: randomUUID, actor: null },
        async (tx, record) => {
          await tx.updateTable('unit').set({ name }).where('id', '=', unitId).execute()
          record({ action: 'unit-saved', subjectType: 'unit', subjectId: unitId, unitId })
          return ok(null)
        },
      )
    await rename('Unit Bernama Lain')
    expect(await (await visit(path, 'staff')).text()).toContain('Unit Bernama Lain')
    await rename('Unit Contoh')
    expect(await (await visit(path, 'staff')).text()).not.toContain('Unit Bernama Lain')
  })

  test('tells those who set the agency up what is still to be set up, not what they may not see', async () => {
    const html = await home('agency-admin')
    expect(html).toContain('<h1>Belum ada pegawai selain Anda</h1>')
    expect(html).toContain(`href="/u/${slug}/pegawai/impor"`)
    expect(html).not.toContain(refused)
    const add = (name: string) =>
      database.db
        .insertInto('employee')
        .values({
          id: randomUUID(),
          unit_id: unitId,
          nip: null,
          name,
          email: null,
          created_at: now,
          updated_at: now,
        })
        .execute()
    await add('Budi')
    await add('Sari')
    expect(await home('agency-admin')).toContain('<h1>2 dari 2 pegawai belum punya akun</h1>')
  })

  test("a unit's own address shows the same, to the same roles", async () => {
    const shown = await visit(`/u/${slug}`, 'staff')
    expect([shown.status, await shown.text()]).toEqual([200, await home('staff')])
    expect((await visit(`/u/${slug}`, 'agency-admin')).status).toBe(403)
    expect((await visit('/u/tidak-ada', 'staff')).status).toBe(404)
  })
})
