import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/may.ts'
import { roles } from '../core/access/role.ts'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { throwawayKeys } from '../features/assessment/index.ts'
import type { Route } from '../features/context.ts'
import { scratchServices } from '../features/evidence/seed.test-data.tsx'
import { now, type Seed, seedProgramme } from '../features/monitoring/seed.test-data.tsx'
import { createAuth } from '../features/organisation/index.ts'
import { operations } from './api/document.ts'
import { createApp } from './app.tsx'
import { routesOf } from './routes.ts'

const origin = 'http://127.0.0.1:3000'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }
const secret = 'x'.repeat(32)

/** What stands in an address or a form where an id, a year, a number or a choice is due. */
const strange = ['-'.repeat(36), '99999999999999999999', 'a%0d%0aB: c']
/** Longer than a key of the database, and no compression makes it short. */
const long = Array.from({ length: 100 }, (_, n) =>
  createHash('sha256').update(String(n)).digest('base64url'),
).join('')
const queries = ['q', 'page', 'hal', 'tahun', 'ke', 'isi', 'bentuk', 'id', 'oleh', 'aksi', 'dari', 'sampai']
const moreQueries = ['next', 'lang', 'area', 'person', 'hari', 'slot', 'state', 'cari', 'jelaskan', 'lihat']
const fields = ['id', 'employee', 'unit', 'role', 'from', 'to', 'areas', 'parent', 'zone', 'personId', 'link']
const moreFields = [
  'target',
  'evidence',
  'upload',
  'revision',
  'version',
  'doneOn',
  'reason',
  'p-x',
  'remove',
]
const typed = ['email', 'password', 'token', 'next', 'name', 'nip', 'note', 'key', 'explanation', 'tahun']

describe.each(testDatabases)('strange addresses and forms on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let routes: readonly Route[]
  let app: ReturnType<typeof createApp>
  const services = scratchServices()
  const faults: object[] = []

  beforeAll(async () => {
    database = await open()
    const { db } = database
    seed = await seedProgramme(db)
    const grants = roles.map(
      role => ({ role, unitId: seed.unit.id, areas: [], validFrom: '2026-01-01', validTo: null }) as const,
    )
    const everybody: Actor = { ...seed.people.staff, grants }
    routes = routesOf({
      auth: createAuth({ db, secret, origin }),
      evidence: services,
      keys: throwawayKeys(),
      mailer: { send: async () => undefined },
      db,
      secret,
      origin,
    })
    app = createApp(
      {
        db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => now,
        newId: randomUUID,
        findToken: async () => ({ id: 't', scope: 'write', actor: everybody }),
        apiRate: 0,
        findSession: async () => ({ actor: everybody, locale: 'id', unitId: null }),
        log: { error: (facts: object) => faults.push(facts), info: () => undefined },
      },
      routes,
    )
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  const addressOf = (path: string, named: string, value: string) =>
    path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) =>
      name === named
        ? value
        : ({ unit: seed.unit.slug, year: '2026', month: '11', area: 'MP' }[name] ?? randomUUID()),
    )
  const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])
  const ask = async (method: string, path: string, body?: BodyInit, type?: string) => {
    const headers = { origin, 'tus-resumable': '1.0.0', ...(type ? { 'content-type': type } : {}) }
    const init = { method, headers, ...(body === undefined ? {} : { body }) }
    const { status } = await app.request(`${origin}${path}`, init)
    const logged = faults.splice(0)
    return status < 500 && logged.length === 0 ? [] : [{ method, path, status, logged }]
  }

  test('are answered at every page and operation without a fault', async () => {
    const broken: object[] = []
    for (const { method, path } of [...routes, ...operations])
      for (const name of namesIn(path))
        for (const value of strange) broken.push(...(await ask(method, addressOf(path, name, value))))
    expect(broken).toEqual([])
  })

  test('are answered without a fault whatever the query says', async () => {
    const broken: object[] = []
    for (const { path } of routes.filter(route => route.method === 'GET'))
      for (const value of strange.slice(0, 2)) {
        const query = [...queries, ...moreQueries].map(name => `${name}=${value}`).join('&')
        broken.push(...(await ask('GET', `${addressOf(path, '', '')}?${query}`)))
      }
    expect(broken).toEqual([])
  })

  test('are answered without a fault whatever the form says', async () => {
    const form = 'application/x-www-form-urlencoded'
    const broken: object[] = []
    for (const { path } of routes.filter(route => route.method === 'POST'))
      for (const value of [...strange, long]) {
        const names = value === long ? typed : [...fields, ...moreFields, ...typed]
        const body = names.map(name => `${name}=${value}`).join('&')
        broken.push(...(await ask('POST', addressOf(path, '', ''), body, form)))
      }
    expect(broken).toEqual([])
  })

  test('are answered without a fault where they hold what no text of the database can', async () => {
    const broken: object[] = []
    const form = 'application/x-www-form-urlencoded'
    const unit = `/u/${seed.unit.slug}`
    for (const path of ['/u/%00', '/api/v1/units/%00/plans', '/%00', '/b/%00', `${unit}/jejak?aksi=%00`])
      broken.push(...(await ask('GET', path)))
    for (const path of [
      '/masuk',
      '/lupa-sandi',
      `${unit}/pegawai/baru`,
      `${unit}/kewajiban/${seed.late}/tiadakan`,
    ])
      broken.push(
        ...(await ask('POST', path, [...typed, ...fields].map(name => `${name}=a%00b`).join('&'), form)),
      )
    const boundary = 'multipart/form-data; boundary=a'
    const part = '--a\r\ncontent-disposition: form-data; name="title"\r\n\r\nJudul \0\r\n'
    broken.push(
      ...(await ask('POST', `${unit}/bukti/baru`, `${part}${part.replace('title', 'url')}--a--`, boundary)),
    )
    expect(broken).toEqual([])
  })

  test('are answered without a fault where a call says them', async () => {
    const broken: object[] = []
    const base = `/api/v1/units/${seed.unit.slug}/obligations/${seed.late}`
    for (const text of ['nol \u0000 di dalam catatan', 'setengah \ud83d tanda saja'])
      for (const [path, body] of [
        ['completion', { note: text }],
        ['waiver', { reason: text }],
      ] as const)
        broken.push(...(await ask('POST', `${base}/${path}`, JSON.stringify(body), 'application/json')))
    expect(broken).toEqual([])
  })
})
