import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../db/open-database.ts'
import { seedUnit, testDatabases } from '../db/testing.ts'
import { get, post } from '../features/context.ts'
import { createApp } from './app.tsx'

const origin = 'http://127.0.0.1:3000'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('a closed unit on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('can be read by whoever holds a role there, and takes no form', async () => {
    const { unitId } = await seedUnit(database.db)
    await database.db
      .updateTable('unit')
      .set({ slug: 'tutup', closed_at: new Date('2026-11-01T00:00:00Z') })
      .where('id', '=', unitId)
      .execute()
    const grants = [
      { role: 'team-leader', unitId, areas: [], validFrom: '2026-01-01', validTo: null },
    ] as const
    const app = createApp(
      {
        db: database.db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => new Date('2026-11-24T03:00:00Z'),
        newId: randomUUID,
        findToken: async () => null,
        apiRate: 0,
        findSession: async () => ({
          actor: { userId: 'u', employeeId: null, name: 'Penguji', grants },
          locale: 'id',
          unitId: null,
        }),
        log: { error: () => undefined, info: () => undefined },
      },
      [
        get('/u/:unit/rencana', 'plan.read', c => c.text('read')),
        post('/u/:unit/rencana', 'plan.import', c => c.text('written')),
      ],
    )
    expect(await (await app.request(`${origin}/u/tutup/rencana`)).text()).toBe('read')
    const refused = await app.request(`${origin}/u/tutup/rencana`, { method: 'POST', headers: { origin } })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Unit ini sudah ditutup')
  })
})
