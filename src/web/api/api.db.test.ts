import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { depsOf, now, type Seed, seedProgramme, today } from '../../features/monitoring/seed.test-data.tsx'
import { createToken, type Scope, tokenText } from '../../features/tokens/api-token.ts'
import { apiServer, origin } from './testing.ts'

type Who = keyof Seed['people']
type Call = { readonly body?: unknown; readonly headers?: Record<string, string>; readonly text?: string }

describe.each(testDatabases)('the API on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let unit: string
  const tokenOf = (who: Who, scope: Scope) => tokenText(`${who}-${scope}`.padEnd(43, '-'))

  const call = async (who: Who, path: string, { body, headers, text }: Call = {}, scope: Scope = 'write') => {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await apiServer(database.db, now).request(`${origin}/api/v1${path}`, {
      method: sent === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${tokenOf(who, scope)}`,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const obligations = async (who: Who, query = '') =>
    (await call(who, `/units/${unit}/obligations${query}`)).body
  const complete = (who: Who, id: string, more: Call = {}, scope: Scope = 'write') =>
    call(who, `/units/${unit}/obligations/${id}/completion`, { body: {}, ...more }, scope)

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    unit = seed.unit.slug
    for (const who of ['leader', 'head', 'staff', 'other', 'stranger'] as const)
      for (const scope of ['read', 'write'] as const) {
        const deps = depsOf(database.db, seed.people[who])
        await createToken(deps, { name: who, scope, days: 30, token: tokenOf(who, scope) })
      }
  })
  afterAll(() => database.close())

  test('answers nobody without a token that holds, and says how to sign in', async () => {
    for (const authorization of ['', 'Bearer zona_x', `Bearer ${tokenText('salah'.padEnd(43, '-'))}`]) {
      const { status, headers, body } = await call('staff', '/me', { headers: { authorization } })
      expect([status, body.code]).toEqual([401, 'unauthenticated'])
      expect(headers.get('content-type')).toContain('application/problem+json')
      expect(headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  test('says who the token is and where they hold which role', async () => {
    expect((await call('staff', '/me')).body).toEqual({
      name: 'Sari',
      roles: [{ role: 'staff', unit, unitName: 'Unit Contoh', areas: [], from: '2026-01-01', until: null }],
    })
  })

  test('lists the plans and gives one with its content in the plan’s order', async () => {
    const { items } = (await call('staff', `/units/${unit}/plans`)).body
    expect(items).toMatchObject([{ year: 2026, title: 'Rencana aksi 2026', status: 'published' }])
    const { areas } = (await call('staff', `/units/${unit}/plans/2026`)).body
    expect(areas).toMatchObject([
      {
        code: 'MP',
        subComponents: [
          {
            name: 'Tim kerja',
            indicators: [
              { text: 'Tim terbentuk', actions: [{ text: 'Rapat <tim>' }], evidence: ['Notula rapat'] },
            ],
          },
        ],
      },
      { code: 'PP', subComponents: [{ indicators: [{ actions: [{ text: 'Survei layanan' }] }] }] },
    ])
    expect((await call('staff', `/units/${unit}/plans/2030`)).body.code).toBe('not-found')
    expect((await call('staff', `/units/${unit}/plans/tahun`)).status).toBe(404)
  })

  test('lists obligations by state, area, person and month', async () => {
    const ids = async (query: string) =>
      (await obligations('staff', query)).items.map((row: { id: string }) => row.id)
    expect(await ids('')).toEqual([seed.late, seed.soon, seed.service])
    expect(await ids('?state=late')).toEqual([seed.late])
    expect(await ids('?area=PP')).toEqual([seed.service])
    expect(await ids(`?person=${seed.people.staff.employeeId}`)).toEqual([seed.late, seed.soon])
    expect(await ids('?month=12')).toEqual([seed.service])
    expect(await ids('?month=12&area=MP')).toEqual([])
    expect(await ids('?year=2025')).toEqual([])
    const mine = (await call('staff', '/me/obligations')).body.items
    expect(mine.map((row: { id: string }) => row.id)).toEqual([seed.late, seed.soon])
  })

  test('gives a list a page at a time, each row once, also where several share a date', async () => {
    const added = await seed.addAction('MP', 'Sehari', null, ['2025-07-01'])
    const more = await Promise.all(
      ['Satu', 'Dua', 'Tiga'].map(text => seed.addAction('MP', text, null, ['2025-07-01'])),
    )
    const all = [...added, ...more.flat()].toSorted()
    const seen: string[] = []
    let cursor: string | null = ''
    for (let pages = 0; cursor !== null && pages < 10; pages++) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`
      const page = await obligations('staff', `?month=7&limit=3${from}`)
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map((row: { id: string }) => row.id))
      cursor = page.next
    }
    expect(seen).toEqual(all)
  })

  test('refuses a filter that means nothing with 422 and the field’s name', async () => {
    for (const [query, field] of [
      ['?state=terlambat', 'state'],
      ['?month=13', 'month'],
      ['?person=sari', 'person'],
      ['?limit=0', 'limit'],
      ['?cursor=abc', 'cursor'],
    ]) {
      const { status, body } = await call('staff', `/units/${unit}/obligations${query}`)
      expect([query, status, body.code, body.errors[0].field]).toEqual([query, 422, 'invalid', field])
    }
  })

  test('marks done through the page’s own rules and audit, once for each key', async () => {
    const [id = ''] = await seed.addAction('MP', 'Lewat API', seed.people.staff.employeeId, ['2026-11-20'])
    const key = { headers: { 'idempotency-key': 'laporan-november' } }
    const body = { doneOn: '2026-11-19', note: 'Dikirim program' }
    expect((await complete('other', id)).body.code).toBe('forbidden')
    const first = await complete('staff', id, { body, ...key })
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ id, state: 'done', doneOn: '2026-11-19', note: 'Dikirim program' })
    expect((await complete('staff', id, { body, ...key })).body).toEqual(first.body)
    const again = await complete('staff', id, { body })
    expect([again.status, again.body.code]).toEqual([409, 'already-settled'])
    const trail = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', id)
      .execute()
    expect(trail).toEqual([{ action: 'obligation-completed', actor_id: seed.people.staff.userId }])
  })

  test('keeps one key at two addresses apart', async () => {
    const [first = '', second = ''] = await seed.addAction('MP', 'Dua', null, ['2026-11-02', '2026-11-03'])
    const key = { headers: { 'idempotency-key': 'sama' } }
    expect((await complete('leader', first, key)).body.state).toBe('done')
    expect((await complete('leader', second, key)).body.state).toBe('done')
  })

  test('refuses a day that has not come or does not exist, and fields that it does not know', async () => {
    const refused = async (body: unknown) => (await complete('staff', seed.late, { body })).body.code
    expect(await refused({ doneOn: '2026-11-25' })).toBe('done-in-future')
    expect(await refused({ doneOn: '2026-02-31' })).toBe('invalid')
    expect(await refused({ selesai: '2026-11-20' })).toBe('invalid')
    expect(
      (await complete('staff', seed.late, { headers: { 'idempotency-key': 'x'.repeat(201) } })).status,
    ).toBe(422)
  })

  test('refuses what is not JSON, not called JSON, or too large', async () => {
    const sent = (call: Call) => complete('staff', seed.late, call)
    expect((await sent({ text: '{' })).body).toMatchObject({ status: 400, code: 'malformed' })
    expect((await sent({ text: 'a=b', headers: { 'content-type': 'text/plain' } })).body.code).toBe(
      'unsupported-media-type',
    )
    expect((await sent({ body: { note: 'x'.repeat(70_000) } })).body.code).toBe('too-large')
  })

  test('waives for the head with a reason that says something', async () => {
    const [id = ''] = await seed.addAction('MP', 'Ditiadakan', null, ['2026-06-01'])
    const waive = (who: Who, reason: string) =>
      call(who, `/units/${unit}/obligations/${id}/waiver`, { body: { reason } })
    expect((await waive('staff', 'Kegiatan dihapus')).body.code).toBe('forbidden')
    expect((await waive('head', 'batal')).body).toMatchObject({ status: 422, code: 'reason-too-short' })
    expect((await waive('head', 'Kegiatan dihapus')).body).toMatchObject({ state: 'waived' })
  })

  test('a token that may only read changes nothing', async () => {
    expect((await complete('staff', seed.late, {}, 'read')).body).toMatchObject({
      status: 403,
      code: 'read-only-token',
    })
    expect((await call('staff', `/units/${unit}/obligations/${seed.late}`, {}, 'read')).body.state).toBe(
      'late',
    )
  })

  test('a unit without a role there is not told apart from one that does not exist', async () => {
    const there = await call('stranger', `/units/${unit}/plans`)
    const nowhere = await call('stranger', '/units/tak-ada/plans')
    expect(there.body).toEqual(nowhere.body)
    expect(there.body).toMatchObject({ status: 404, code: 'unit-not-found' })
    expect((await call('staff', `/units/${unit}/obligations/${randomUUID()}`)).body.code).toBe('not-found')
    expect((await call('staff', '/tak-ada')).body).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('counts the progress of a year as the page does', async () => {
    const { body } = await call('staff', `/units/${unit}/plans/2026/progress`)
    const { items } = await obligations('staff', '?limit=200')
    expect(body.asOf).toBe(today)
    for (const state of ['done', 'late', 'due', 'upcoming', 'waived'])
      expect([state, body.all[state]]).toEqual([
        state,
        items.filter((row: { state: string }) => row.state === state).length,
      ])
  })

  test('checks the audit chain for those who may read it, and names its head', async () => {
    expect((await call('staff', `/units/${unit}/audit/chain`)).body.code).toBe('forbidden')
    const { body } = await call('head', `/units/${unit}/audit/chain`)
    const last = await database.db
      .selectFrom('audit_entry')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(body).toMatchObject({ entries: last.seq, brokenAt: null, head: last })
  })

  test('serves a closed unit for reading only', async () => {
    const setClosed = (closed_at: Date | null) =>
      database.db.updateTable('unit').set({ closed_at }).where('id', '=', seed.unit.id).execute()
    await setClosed(now)
    expect((await complete('staff', seed.soon)).body).toMatchObject({ status: 409, code: 'unit-closed' })
    expect((await obligations('staff')).items.length).toBeGreaterThan(0)
    await setClosed(null)
  })

  test('makes a token that calls too often wait', async () => {
    const app = apiServer(database.db, now, { apiRate: 2 })
    const me = (who: Who) =>
      app.request(`${origin}/api/v1/me`, { headers: { authorization: `Bearer ${tokenOf(who, 'read')}` } })
    expect([(await me('staff')).status, (await me('staff')).status]).toEqual([200, 200])
    const refused = await me('staff')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
    expect((await me('head')).status).toBe(200)
  })

  test('needs the token: a page’s cookie is nobody, whatever form another site sends', async () => {
    const response = await apiServer(database.db, now).request(
      `${origin}/api/v1/units/${unit}/obligations/${seed.late}/completion`,
      {
        method: 'POST',
        headers: {
          origin: 'https://evil.example',
          cookie: 'zona.session_token=x',
          'content-type': 'text/plain',
        },
        body: '{}',
      },
    )
    expect(response.status).toBe(401)
  })

  test('says its refusals in the caller’s language', async () => {
    const title = async (language: string) =>
      (await call('staff', '/tak-ada', { headers: { 'accept-language': language } })).body.title
    expect([await title('en-GB'), await title('id')]).toEqual(['Not found', 'Tidak ditemukan'])
  })
})
