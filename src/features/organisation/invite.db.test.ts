import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import { createApp } from '../../web/app.tsx'
import { createMailer } from '../mailer.ts'
import { createAuth } from './auth.ts'
import { organisationRoutes } from './index.ts'
import { setPassword } from './set-password.ts'

const origin = 'http://127.0.0.1:3000'
const secret = 'a secret of the tests, long enough'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('inviting a person on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('an admin is told that the mail could not be sent, and the link that is shown works', async () => {
    const { db } = database
    const now = new Date()
    const { unitId } = await seedUnit(db)
    await db.updateTable('unit').set({ slug: 'unit-uji' }).where('id', '=', unitId).execute()
    const employeeId = randomUUID()
    await db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: unitId,
        user_id: null,
        nip: null,
        name: 'Ani',
        email: 'ani@contoh.go.id',
        created_at: now,
        updated_at: now,
      })
      .execute()
    const grants = [
      { role: 'agency-admin', unitId, areas: [], validFrom: '2026-01-01', validTo: null },
    ] as const
    const actor = { userId: 'admin', employeeId: null, name: 'Admin', grants }
    const auth = createAuth({ db, secret, origin })
    // Nothing listens on port 9 of this machine.
    const mailer = createMailer('smtp://127.0.0.1:9', 'Zona <zona@contoh.go.id>')
    const app = createApp(
      {
        db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => now,
        newId: randomUUID,
        findSession: async () => ({ actor, locale: 'id', unitId: null }),
        findToken: async () => null,
        apiRate: 0,
        log: { error: () => undefined, info: () => undefined },
      },
      organisationRoutes({ auth, mailer, secret, origin }),
    )
    const answer = await app.request(`${origin}/u/unit-uji/pegawai/${employeeId}/undang`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Surel ke ani@contoh.go.id gagal dikirim')
    const token = /sandi-baru\?token=([0-9a-f]{64})/.exec(page)?.[1] ?? ''
    const password = 'empat kata acak panjang'
    const deps = { db, now, today: '2026-11-24', newId: randomUUID, actor: null } as const
    expect((await setPassword(deps, { token, password, again: password })).ok).toBe(true)
  })
})
