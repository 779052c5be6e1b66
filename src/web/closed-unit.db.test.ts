import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/may.ts'
import { roles } from '../core/access/role.ts'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { UnitClosed } from '../db/unit-closed.ts'
import { throwawayKeys } from '../features/assessment/index.ts'
import type { Route } from '../features/context.ts'
import { createFeed } from '../features/monitoring/feeds.ts'
import { completeObligation } from '../features/monitoring/index.ts'
import { depsOf, now, type Seed, seedProgramme } from '../features/monitoring/seed.test-data.tsx'
import { endRole } from '../features/organisation/end-role.ts'
import { operations } from './api/document.ts'
import { createApp } from './app.tsx'
import { routesOf } from './routes.ts'

const origin = 'http://127.0.0.1:3000'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('a closed unit on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let routes: readonly Route[]
  let everybody: Actor

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    everybody = {
      ...seed.people.staff,
      grants: roles.map(role => ({
        role,
        unitId: seed.unit.id,
        areas: [],
        validFrom: '2026-01-01',
        validTo: null,
      })),
    }
    routes = routesOf({
      auth: null as never,
      evidence: null as never,
      keys: throwawayKeys(),
      mailer: null,
      db: database.db,
      secret: 'x'.repeat(32),
      origin,
    })
    await setClosed(now)
  })
  afterAll(() => database.close())

  const setClosed = (closed_at: Date | null) =>
    database.db.updateTable('unit').set({ closed_at }).where('id', '=', seed.unit.id).execute()
  const appOf = (table: readonly Route[]) =>
    createApp(
      {
        db: database.db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => now,
        newId: randomUUID,
        findToken: async () => ({ id: 't', scope: 'write', actor: everybody }),
        apiRate: 0,
        findSession: async () => ({ actor: everybody, locale: 'id', unitId: null }),
        log: { error: () => undefined, info: () => undefined },
      },
      table,
    )
  const addressOf = (path: string) =>
    path
      .replace(/:(unit|year|month)\{[^}]*\}/g, ':$1')
      .replace(':unit', seed.unit.slug)
      .replace(':year', '2026')
      .replace(':month', '11')
      .replace(/:\w+(\{[^}]*\})?/g, randomUUID())
  const entries = async () =>
    (
      await database.db
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const stored = async (id: string) =>
    (
      await database.db
        .selectFrom('obligation')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state

  test('takes no form, part of a file or deletion at any of its addresses, and shows every page', async () => {
    const reached = appOf(routes.map(route => ({ ...route, handler: c => c.text('reached') })))
    const real = appOf(routes)
    const own = routes.filter(route => route.path.startsWith('/u/:unit'))
    const changing = own.filter(route => route.method !== 'GET')
    expect(changing.length).toBeGreaterThan(40)
    const before = await entries()
    for (const { method, path } of changing) {
      const answer = await real.request(`${origin}${addressOf(path)}`, { method, headers: { origin } })
      expect([method, path, answer.status, await answer.text()]).toEqual([
        method,
        path,
        409,
        expect.stringContaining('Unit ini sudah ditutup'),
      ])
    }
    expect(await entries()).toBe(before)
    for (const { method, path } of own.filter(route => route.method === 'GET')) {
      const answer = await reached.request(`${origin}${addressOf(path)}`, { method })
      expect([path, await answer.text()]).toEqual([path, 'reached'])
    }
  })

  test('takes no change at an address that does not name it', async () => {
    const form = new URLSearchParams({ _key: randomUUID(), doneOn: '2026-11-20' })
    const answer = await appOf(routes).request(`${origin}/tugas/${seed.late}/selesai`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    })
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('Unit ini sudah ditutup'),
    ])
    expect(await stored(seed.late)).toBe('open')
  })

  test('takes no operation of the API that changes something', async () => {
    const changing = operations.filter(operation => operation.method !== 'GET')
    expect(changing.length).toBeGreaterThan(1)
    for (const { id, method, path } of changing) {
      const answer = await appOf(routes).request(
        `${origin}${path.replace(':unit', seed.unit.slug).replace(':id', seed.late)}`,
        {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(id === 'waiveObligation' ? { reason: 'Kegiatan dihapus' } : {}),
        },
      )
      expect([id, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        id,
        409,
        'unit-closed',
      ])
    }
  })

  test('refuses the operation itself, whoever calls it, and keeps nothing of it', async () => {
    const deps = depsOf(database.db, everybody)
    const complete = () => completeObligation(deps, { id: seed.late, doneOn: '2026-11-20', note: '' })
    const before = await entries()
    await expect(complete()).rejects.toThrow(UnitClosed)
    const owner = { kind: 'unit', unitId: seed.unit.id } as const
    await expect(createFeed(deps, { owner, token: 'x' })).rejects.toThrow(UnitClosed)
    expect([await entries(), await stored(seed.late)]).toEqual([before, 'open'])
    expect(await database.db.selectFrom('feed').select('id').execute()).toEqual([])
  })

  test('lets access be taken away', async () => {
    const grant = await database.db
      .selectFrom('role_grant')
      .select('id')
      .where('employee_id', '=', seed.people.other.employeeId ?? '')
      .executeTakeFirstOrThrow()
    const deps = depsOf(database.db, everybody)
    expect(await endRole(deps, { grantId: grant.id, within: [seed.unit.id] })).toEqual({
      ok: true,
      value: null,
    })
  })

  test('takes everything again once it is reopened', async () => {
    await setClosed(null)
    const deps = depsOf(database.db, everybody)
    const done = await completeObligation(deps, { id: seed.late, doneOn: '2026-11-20', note: '' })
    expect([done.ok, await stored(seed.late)]).toEqual([true, 'done'])
    await setClosed(now)
  })
})

describe('what the write path lets pass in a closed unit', () => {
  const source = new URL('../', import.meta.url)
  const recorded = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.|test-data|^demo\//.test(name))
    .flatMap(name =>
      [...readFileSync(new URL(name, source), 'utf8').matchAll(/\brecord\(\{[\s\S]*?\}\)\n/g)].map(
        ([text]) => text,
      ),
    )
  const actionsOf = (texts: readonly string[]) =>
    texts
      .flatMap(text => {
        const [, expression = ''] = /\baction:([\s\S]*?)subjectType/.exec(text) ?? []
        return [...expression.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, name = '']) => name)
      })
      .toSorted()

  test('is a short list, and each of it is on purpose', () => {
    expect(recorded.length).toBeGreaterThan(60)
    expect(actionsOf(recorded.filter(text => /whileClosed/.test(text)))).toEqual([
      'audit-exported',
      'evidence-exported',
      'evidence-import-done',
      'evidence-import-stopped',
      'evidence-share-opened',
      'language-set',
      'password-link-asked',
      'role-ended',
      'sign-in-locked',
      'sign-in-refused',
      'sign-in-refused',
      'signed-in',
      'unit-closed',
      'upload-dropped',
    ])
  })

  test('and what names no unit is only what is a person’s own, or no unit’s', () => {
    expect(actionsOf(recorded.filter(text => !/unitId/.test(text)))).toEqual([
      'api-token-created',
      'api-token-revoked',
      'passkey-added',
      'passkey-removed',
      'password-changed',
      'password-set',
      'reminders-chosen',
      'sessions-ended',
      'sign-in-code-refused',
      'sign-in-refused',
      'unused-file-removed',
    ])
  })
})
