import { randomUUID } from 'node:crypto'
import { type AddressInfo, BlockList } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { createAdmin, createAuth, hashPassword, organisationRoutes } from '../features/organisation/index.ts'
import { createApp } from './app.tsx'

const origin = 'http://127.0.0.1:3000'
const secret = 'a secret of the tests, long enough'
const password = 'empat kata acak panjang'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('the address of a session on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
    const deps = {
      db: database.db,
      now: new Date(),
      today: '2026-11-24',
      newId: randomUUID,
      actor: null,
    } as const
    const hashed = await hashPassword(password)
    await createAdmin(deps, { email: 'siti@contoh.go.id', name: 'Siti', agency: 'Dinas', hashed })
  })
  afterAll(() => database.close())

  /** Signs in over a real connection, as a client that claims to be somewhere else. */
  async function addressOfSession(proxies: BlockList) {
    const { db } = database
    const auth = createAuth({ db, secret, origin })
    const app = createApp(
      {
        db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => new Date(),
        newId: randomUUID,
        findSession: async () => null,
        findToken: async () => null,
        apiRate: 0,
        log: { error: () => undefined, info: () => undefined },
      },
      organisationRoutes({ auth, mailer: null, secret, origin, proxies }),
    )
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise(done => server.once('listening', done))
    try {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/masuk`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'x-forwarded-for': '198.51.100.7', 'x-zona-client-address': '198.51.100.8' },
        body: new URLSearchParams({ email: 'siti@contoh.go.id', password }),
      })
      expect(answer.status).toBe(303)
    } finally {
      await new Promise(done => server.close(done))
    }
    const session = await db
      .selectFrom('auth_session')
      .select('ip_address')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('auth_session').execute()
    return session.ip_address
  }

  test('is the connection’s, whatever headers the client writes', async () => {
    expect(await addressOfSession(new BlockList())).toBe('127.0.0.1')
  })

  test('is what a proxy says that the settings name', async () => {
    const proxies = new BlockList()
    proxies.addAddress('127.0.0.1')
    expect(await addressOfSession(proxies)).toBe('198.51.100.7')
  })
})
