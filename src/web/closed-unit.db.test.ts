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
import { createFeed, feedsOf } from '../features/monitoring/feeds.ts'
import { completeObligation, listObligations } from '../features/monitoring/index.ts'
import { depsOf, now, type Seed, seedProgramme, today } from '../features/monitoring/seed.test-data.tsx'
import { sendDigests } from '../features/monitoring/send-digests.ts'
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
    const changing = own.filter(route => route.method !== 'GET' && !route.whileClosed)
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

  test('takes what takes access away, at these addresses and no others', async () => {
    const passing = routes.filter(route => route.whileClosed).map(({ method, path }) => `${method} ${path}`)
    expect(passing.map(path => path.replaceAll(/\{[^}]*\}/g, '')).toSorted()).toEqual([
      'POST /u/:unit/bukti/:id/bagikan/:share/cabut',
      'POST /u/:unit/kalender-unit/:id/cabut',
      'POST /u/:unit/pegawai/:id/ubah',
      'POST /u/:unit/peran/:id/akhiri',
    ])
  })

  describe('ends, from its own pages,', () => {
    const send = async (path: string, fields: Record<string, string> = {}) => {
      const form = new URLSearchParams({ _key: randomUUID(), ...fields })
      const answer = await appOf(routes).request(`${origin}/u/${seed.unit.slug}${path}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      })
      return answer.status
    }
    /** Something that was made while the unit was open. */
    async function whileOpen<T>(work: () => Promise<T>): Promise<T> {
      await setClosed(null)
      const made = await work()
      await setClosed(now)
      return made
    }

    test('an address under which evidence is shown outside', async () => {
      const [evidenceId, shareId] = [randomUUID(), randomUUID()]
      const { db } = database
      const by = { created_by: seed.people.staff.userId, created_at: now }
      const uploaded = { uploaded_by: seed.people.staff.userId, uploaded_at: now }
      await whileOpen(async () => {
        const said = { id: evidenceId, unit_id: seed.unit.id, title: 'Notula', kind: 'minutes' }
        await db
          .insertInto('evidence')
          .values({ ...said, ...by, updated_at: now })
          .execute()
        await db
          .insertInto('evidence_version')
          .values({ evidence_id: evidenceId, no: 1, url: 'https://contoh.go.id/notula', ...uploaded })
          .execute()
        const share = { id: shareId, unit_id: seed.unit.id, evidence_id: evidenceId, version: 1 }
        await db
          .insertInto('share_link')
          .values({ ...share, ...by, code_hash: 'x', expires_at: new Date('2027-01-01') })
          .execute()
      })
      expect(await send(`/bukti/${evidenceId}/bagikan/${shareId}/cabut`)).toBe(303)
      const share = await db.selectFrom('share_link').select('revoked_at').executeTakeFirstOrThrow()
      expect(share.revoked_at).toEqual(now)
      // Nor is another made.
      expect(await send(`/bukti/${evidenceId}/bagikan`, { days: '30' })).toBe(409)
    })

    test('a calendar address of the unit', async () => {
      const owner = { kind: 'unit', unitId: seed.unit.id } as const
      const deps = depsOf(database.db, everybody)
      const feed = await whileOpen(() => createFeed(deps, { owner, token: 'y' }))
      expect(await send(`/kalender-unit/${feed.ok ? feed.value.id : ''}/cabut`)).toBe(303)
      expect(await feedsOf(database.db, owner)).toEqual([])
    })

    test('a role', async () => {
      const grant = database.db
        .selectFrom('role_grant')
        .select(['id', 'valid_to'])
        .where('employee_id', '=', seed.people.leader.employeeId ?? '')
      const { id } = await grant.executeTakeFirstOrThrow()
      expect(await send(`/peran/${id}/akhiri`)).toBe(303)
      expect((await grant.executeTakeFirstOrThrow()).valid_to).toBe(today)
      expect(await send('/peran', { employee: seed.people.leader.employeeId ?? '' })).toBe(409)
    })

    test('a person’s way in, while nothing else is changed about them', async () => {
      const person = database.db
        .selectFrom('employee')
        .select(['name', 'active'])
        .where('id', '=', seed.people.stranger.employeeId ?? '')
      const path = `/pegawai/${seed.people.stranger.employeeId}/ubah`
      const form = { name: 'Luar', unit: seed.unit.id }
      expect(await send(path, { ...form, name: 'Orang Luar' })).toBe(409)
      expect(await person.executeTakeFirst()).toEqual({ name: 'Luar', active: true })
      expect(await send(path, form)).toBe(303)
      expect(await person.executeTakeFirst()).toEqual({ name: 'Luar', active: false })
      expect(await send(path, { ...form, active: '1' })).toBe(409)
    })
  })

  test('owes nothing: its duties are in nobody’s list or letter, and stay on its own pages', async () => {
    const { db } = database
    const staff = seed.people.staff.employeeId ?? ''
    await db
      .updateTable('employee')
      .set({ email: `sari-${seed.unit.slug}@contoh.go.id` })
      .where('id', '=', staff)
      .execute()
    const app = appOf(routes)
    const page = async (path: string) =>
      (await app.request(`${origin}${path}`, { headers: { origin } })).text()
    const letters = async () => {
      const sent: string[] = []
      const mailer = { send: async ({ text }: { text: string }) => void sent.push(text) }
      await sendDigests({ db, now, origin }, mailer)
      return sent.filter(text => text.includes(seed.soon))
    }
    const owed = { year: 2026, after: null, limit: 10 }
    const listed = async (whose: { unitId?: string; person?: string }) =>
      (await listObligations(db, { ...owed, ...whose }, today)).rows.map(row => row.id)
    const unit = { unitId: seed.unit.id }
    expect([await page('/tugas'), await listed({ person: staff }), await letters()]).toEqual([
      expect.not.stringContaining(seed.late),
      [],
      [],
    ])
    expect(await page(`/u/${seed.unit.slug}/kalender/2026/11`)).toContain(seed.late)
    expect(await listed({ ...unit, person: staff })).toContain(seed.late)
    await setClosed(null)
    expect(await page('/tugas')).toContain(seed.late)
    expect(await listed({ person: staff })).toContain(seed.late)
    expect(await letters()).toHaveLength(1)
    await setClosed(now)
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
      'employee-changed',
      'employee-created',
      'evidence-exported',
      'evidence-import-done',
      'evidence-import-stopped',
      'evidence-share-opened',
      'evidence-share-revoked',
      'feed-revoked',
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
