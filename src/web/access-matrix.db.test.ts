import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/may.ts'
import { permissions, rolesWith } from '../core/access/permissions.ts'
import { type Role, roles } from '../core/access/role.ts'
import type { OpenDatabase } from '../db/open-database.ts'
import { seedUnit, testDatabases } from '../db/testing.ts'
import { throwawayKeys } from '../features/assessment/index.ts'
import type { Route } from '../features/context.ts'
import { operations } from './api/document.ts'
import { createApp } from './app.tsx'
import { routesOf } from './routes.ts'

const origin = 'http://127.0.0.1:3000'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }
const withoutAccount = new Set(['/masuk', '/masuk/kode', '/lupa-sandi', '/sandi-baru', '/periksa'])

describe.each(testDatabases)('the access matrix on $name', ({ open }) => {
  let database: OpenDatabase
  let own: Awaited<ReturnType<typeof seedUnit>>
  let other: Awaited<ReturnType<typeof seedUnit>>
  let siblingSlug: string
  let slugs: { own: string; sibling: string; other: string; agency: string }
  let routes: readonly Route[]

  beforeAll(async () => {
    database = await open()
    const { db } = database
    own = await seedUnit(db)
    other = await seedUnit(db)
    siblingSlug = `saudara-${randomUUID().slice(0, 8)}`
    await db
      .insertInto('unit')
      .values({
        id: randomUUID(),
        parent_id: own.agencyId,
        slug: siblingSlug,
        name: 'Unit Saudara',
        short_name: 'Saudara',
        created_at: new Date('2026-01-02T00:00:00Z'),
      })
      .execute()
    const slugOf = async (id: string) =>
      (await db.selectFrom('unit').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug
    slugs = {
      own: await slugOf(own.unitId),
      sibling: siblingSlug,
      other: await slugOf(other.unitId),
      agency: await slugOf(own.agencyId),
    }
    routes = routesOf({
      auth: null as never,
      evidence: null as never,
      keys: throwawayKeys(),
      mailer: null,
      db,
      secret: 'x'.repeat(32),
      origin,
    })
  })
  afterAll(() => database.close())

  const actorWith = (held: readonly Role[], validTo: '2026-11-24' | null = null): Actor => ({
    userId: 'u',
    employeeId: null,
    name: 'Penguji',
    grants: held.map(role => ({ role, unitId: own.unitId, areas: [], validFrom: '2026-01-01', validTo })),
  })
  /** The shell decides; the handlers are not under test here, so each only says that it was reached. */
  const makeApp = (actor: Actor | null) =>
    createApp(
      {
        db: database.db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => new Date('2026-11-24T03:00:00Z'),
        newId: randomUUID,
        findToken: async () => actor && { id: 't', scope: 'write', actor },
        apiRate: 0,
        findSession: async () => actor && { actor, locale: 'id', unitId: null },
        log: { error: () => undefined, info: () => undefined },
      },
      routes.map(route => ({ ...route, handler: c => c.text('reached') })),
    )
  const apps = new Map<string, ReturnType<typeof makeApp>>()
  const appFor = (actor: Actor | null) => {
    const key = JSON.stringify(actor)
    const app = apps.get(key) ?? makeApp(actor)
    apps.set(key, app)
    return app
  }
  const addressOf = (route: Route, slug: string) =>
    route.path
      .replace(/:(unit|year|month)\{[^}]*\}/g, ':$1')
      .replace(':unit', slug)
      .replace(':year', '2026')
      .replace(':month', '11')
      .replace(/:\w+(\{[^}]*\})?/g, randomUUID())
  const reaches = async (actor: Actor | null, route: Route, slug: string) => {
    const response = await appFor(actor).request(`${origin}${addressOf(route, slug)}`, {
      method: route.method,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
    return (await response.text()) === 'reached'
  }

  /** Here the operations are the real ones: whatever they make of an unknown id, the call has passed the door. */
  const shut = ['unauthenticated', 'forbidden', 'unit-not-found']
  const calls = async (actor: Actor | null, operation: (typeof operations)[number], slug: string) => {
    const path = operation.path.replace(':unit', slug).replace(':year', '2026').replace(':id', randomUUID())
    const response = await appFor(actor).request(`${origin}${path}`, {
      method: operation.method,
      ...(operation.method === 'POST'
        ? {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(operation.id === 'waiveObligation' ? { reason: 'Kegiatan dihapus' } : {}),
          }
        : {}),
    })
    const { code } = (await response.json()) as { code?: string }
    return code === undefined || !shut.includes(code)
  }

  test('every operation of the API lets in exactly the roles of its permission, on their own unit and in their time', async () => {
    expect(operations.length).toBeGreaterThan(8)
    for (const operation of operations) {
      const ofUnit = operation.path.includes('/:unit/')
      expect([
        operation.id,
        ofUnit ? operation.permission !== 'self' : operation.permission === 'self',
      ]).toEqual([operation.id, true])
      expect([operation.id, await calls(null, operation, slugs.own)]).toEqual([operation.id, false])
      for (const role of roles) {
        const held = rolesWith(operation.permission).includes(role)
        const label = `${role} ${operation.id}`
        expect([label, await calls(actorWith([role]), operation, slugs.own)]).toEqual([
          label,
          held || !ofUnit,
        ])
      }
      if (!ofUnit) continue
      for (const slug of [slugs.sibling, slugs.agency, slugs.other])
        expect([operation.id, slug, await calls(actorWith(roles), operation, slug)]).toEqual([
          operation.id,
          slug,
          false,
        ])
      expect([operation.id, await calls(actorWith(roles, '2026-11-24'), operation, slugs.own)]).toEqual([
        operation.id,
        false,
      ])
    }
  })

  test('every route names a permission of the table, and no two share a method and a path', () => {
    for (const route of routes) expect(Object.keys(permissions)).toContain(route.permission)
    expect(new Set(routes.map(route => `${route.method} ${route.path}`)).size).toBe(routes.length)
    expect(routes.length).toBeGreaterThan(20)
  })

  test('what acts on a unit is never open to everyone, and only the sign-in forms and the check of a bundle post without an account', () => {
    for (const route of routes) {
      if (route.path.startsWith('/u/:unit')) expect(['public', 'self']).not.toContain(route.permission)
      else expect(['public', 'self']).toContain(route.permission)
      if (route.permission === 'public' && route.method === 'POST')
        expect(withoutAccount).toContain(route.path)
    }
  })

  test('each role reaches exactly what the table gives it on its own unit', async () => {
    for (const role of roles) {
      for (const route of routes.filter(route => route.path.startsWith('/u/:unit'))) {
        const label = `${role} ${route.method} ${route.path}`
        expect([label, await reaches(actorWith([role]), route, slugs.own)]).toEqual([
          label,
          rolesWith(route.permission).includes(role),
        ])
      }
    }
  })

  test('whoever holds every role reaches nothing of a sibling unit, the unit above, another agency, or after that period', async () => {
    for (const route of routes.filter(route => route.path.startsWith('/u/:unit'))) {
      const label = `${route.method} ${route.path}`
      for (const slug of [slugs.sibling, slugs.agency, slugs.other])
        expect([label, slug, await reaches(actorWith(roles), route, slug)]).toEqual([label, slug, false])
      expect([label, await reaches(actorWith(roles, '2026-11-24'), route, slugs.own)]).toEqual([label, false])
    }
  })

  test('without an account only the public routes answer; without a role only the personal ones', async () => {
    for (const route of routes) {
      expect([route.path, await reaches(null, route, slugs.own)]).toEqual([
        route.path,
        route.permission === 'public',
      ])
      expect([route.path, await reaches(actorWith([]), route, slugs.own)]).toEqual([
        route.path,
        route.permission === 'public' || route.permission === 'self',
      ])
    }
  })

  test('a form that another site sends is refused', async () => {
    const route = routes.find(route => route.method === 'POST' && route.path.startsWith('/u/:unit'))
    if (!route) throw new Error('no posting route')
    const response = await appFor(actorWith(['team-leader'])).request(
      `${origin}${addressOf(route, slugs.own)}`,
      {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      },
    )
    expect(response.status).toBe(403)
  })
})
