import { fromPglite, PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { apiServer, origin } from './api/testing.ts'
import { createMetrics } from './metrics.ts'

const now = new Date('2026-11-24T03:00:00Z')

describe.each(testDatabases)('the measurements on $name', ({ open }) => {
  let database: OpenDatabase
  const serverWith = (token: string | null) =>
    apiServer(database.db, now, { metrics: createMetrics(database, { token }) })
  const read = async (server: ReturnType<typeof serverWith>) =>
    (await server.request(`${origin}/metrics`)).text()

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('count requests by the pattern of the route and the status, never by the address', async () => {
    const server = serverWith(null)
    await server.request(`${origin}/bantuan`)
    await server.request(`${origin}/api/v1/units/dinas-rahasia/plans/2026`)
    await server.request(`${origin}/kalender/token-orang.ics`)
    await server.request(`${origin}/alamat/tak-ada`)
    const text = await read(server)
    const counted = (labels: string) => text.includes(`zona_http_request_duration_seconds_count{${labels}} 1`)
    expect(counted('method="GET",route="/bantuan",status="200"')).toBe(true)
    expect(counted('method="GET",route="/api/v1/units/:unit/plans/:year",status="401"')).toBe(true)
    expect(counted('method="GET",route="/kalender/:file",status="404"')).toBe(true)
    expect(counted('method="GET",route="none",status="404"')).toBe(true)
    expect(text).not.toMatch(/rahasia|token-orang|tak-ada/)
  })

  test('hold the process’s own, and the pool’s on PostgreSQL', async () => {
    const text = await read(serverWith(null))
    expect(text).toMatch(/^process_resident_memory_bytes \d/m)
    expect(/zona_database_connections\{state="idle"\} \d/.test(text)).toBe(database.kind === 'postgres')
  })

  test('hold the jobs by queue and state', async () => {
    const options =
      database.kind === 'postgres'
        ? { connectionString: database.url }
        : { db: fromPglite(database.pglite), backend: 'pglite' as const }
    const server = serverWith(null)
    expect(await read(server)).not.toContain('zona_jobs{')
    const boss = new PgBoss({ ...options, schema: 'pgboss' })
    await boss.start()
    await boss.createQueue('uji')
    await boss.send('uji', {})
    await boss.send('uji', {})
    expect(await read(server)).toContain('zona_jobs{queue="uji",state="created"} 2')
    await boss.stop({ graceful: false })
  })

  test('are only for the bearer of the token where there is one, and nowhere when they are off', async () => {
    const server = serverWith('rahasia-pengukuran')
    const status = async (authorization?: string) =>
      (await server.request(`${origin}/metrics`, authorization ? { headers: { authorization } } : {})).status
    expect(await status()).toBe(401)
    expect(await status('Bearer salah')).toBe(401)
    expect(await status('Bearer rahasia-pengukuran')).toBe(200)
    expect((await apiServer(database.db, now).request(`${origin}/metrics`)).status).toBe(404)
  })
})
