import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import { createApp } from '../../web/app.tsx'
import { createAuth } from './auth.ts'
import { findActor } from './find-actor.ts'
import { organisationRoutes } from './index.ts'
import { openProvider, type Provider } from './oidc-provider.test-data.ts'

const origin = 'http://127.0.0.1:3000'
const secret = 'a secret of the tests, long enough'
const asset = { file: 'a', path: '/assets/a', type: 'text/css', bytes: 0, gzip: 0 }

describe.each(testDatabases)('signing in through the agency’s provider on $name', ({ open }) => {
  let database: OpenDatabase
  let provider: Provider
  let app: ReturnType<typeof createApp>
  const now = new Date()
  const userId = randomUUID()
  const ani = { sub: 'ani-1', email: 'Ani@contoh.go.id', email_verified: true, name: 'Ani dari Luar' }

  const appWith = (trustEmail: boolean, issuer = provider.issuer) => {
    const { db } = database
    const oidc = { issuer, clientId: 'zona', clientSecret: 'rahasia', trustEmail }
    const auth = createAuth({ db, secret, origin, oidc })
    return createApp(
      {
        db,
        assets: { inputs: '', stylesheet: asset, icon: asset, islands: {} },
        assetFolder: '/nonexistent',
        brand: null,
        origin,
        clock: () => now,
        newId: randomUUID,
        findSession: async () => null,
        findToken: async () => null,
        apiRate: 0,
        log: { error: () => undefined, info: () => undefined },
      },
      organisationRoutes({ auth, mailer: null, secret, origin, oidc: true }),
    )
  }

  beforeAll(async () => {
    database = await open()
    provider = await openProvider('zona', 'rahasia')
    const { unitId } = await seedUnit(database.db)
    await database.db
      .insertInto('auth_user')
      .values({ id: userId, name: 'Ani', email: 'ani@contoh.go.id', email_verified: true, image: null })
      .execute()
    await database.db
      .insertInto('employee')
      .values({
        id: randomUUID(),
        unit_id: unitId,
        user_id: userId,
        nip: null,
        name: 'Ani',
        email: 'ani@contoh.go.id',
        created_at: now,
        updated_at: now,
      })
      .execute()
    app = appWith(false)
  })
  afterAll(async () => {
    await provider.close()
    await database.close()
  })
  beforeEach(() => {
    provider.claims = ani
    provider.forged = false
  })

  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
  /** From the button to the provider, as a browser goes; the way back has not been taken yet. */
  async function begin(server = app, next = '/tugas') {
    const start = await server.request(`${origin}/masuk/instansi?next=${encodeURIComponent(next)}`)
    const asked = new URL(start.headers.get('location') ?? '')
    const answered = await fetch(asked, { redirect: 'manual' })
    return { asked, cookie: cookieOf(start), back: new URL(answered.headers.get('location') ?? '') }
  }
  const finish = (back: URL, cookie: string, server = app) =>
    server.request(back.href, { headers: { cookie } })
  async function signIn(server = app) {
    const { back, cookie } = await begin(server)
    const response = await finish(back, cookie, server)
    const location = response.headers.get('location') ?? ''
    const actor = await findActor(
      database.db,
      new Headers({ cookie: cookieOf(response) }),
      secret,
      new Date(),
    )
    const page = location.startsWith('/masuk') ? await (await server.request(origin + location)).text() : ''
    return { location, actor, page }
  }
  const accounts = () =>
    database.db
      .selectFrom('auth_account')
      .select(['user_id', 'provider_id', 'account_id'])
      .where('provider_id', '=', 'oidc')
      .execute()

  test('an address without an account is refused with a sentence that says what to do', async () => {
    provider.claims = { ...ani, sub: 'tamu', email: 'tamu@contoh.go.id' }
    const { actor, page } = await signIn()
    expect(actor).toBeNull()
    expect(page).toContain('belum terdaftar di Zona')
    const users = await database.db.selectFrom('auth_user').select('email').execute()
    expect(users).toEqual([{ email: 'ani@contoh.go.id' }])
  })

  test('an address that the provider has not verified is refused, unless the settings trust it', async () => {
    provider.claims = { ...ani, email_verified: false }
    const refused = await signIn()
    expect(refused.actor).toBeNull()
    expect(refused.page).toContain('belum memastikan alamat surel')
    expect(await accounts()).toEqual([])
    const trusted = await signIn(appWith(true))
    expect(trusted.actor?.actor.userId).toBe(userId)
    await database.db.deleteFrom('auth_account').where('provider_id', '=', 'oidc').execute()
  })

  test('a known address is linked to its account by the code flow with PKCE and a nonce, and stays its own', async () => {
    const { asked } = await begin()
    expect(asked.searchParams.get('response_type')).toBe('code')
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    expect(asked.searchParams.get('nonce')).toBeTruthy()
    expect(asked.searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback/oidc`)
    const { location, actor } = await signIn()
    expect(location).toBe('/tugas')
    expect(actor?.actor).toMatchObject({ userId, name: 'Ani' })
    expect(await accounts()).toMatchObject([{ user_id: userId, provider_id: 'oidc' }])
    expect((await signIn()).actor?.actor.userId).toBe(userId)
    expect(await accounts()).toHaveLength(1)
    const entries = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'detail'])
      .where('subject_id', '=', userId)
      .execute()
    expect(entries).toContainEqual({ action: 'signed-in', detail: { method: 'oidc' } })
  })

  test('another state, another browser, or an answer used twice gives no session', async () => {
    const before = provider.exchanges()
    const tampered = await begin()
    tampered.back.searchParams.set('state', 'x'.repeat(32))
    expect((await finish(tampered.back, tampered.cookie)).headers.get('location')).toBe('/masuk?error=oidc')
    const stolen = await begin()
    expect((await finish(stolen.back, '')).headers.get('location')).toBe('/masuk?error=oidc')
    expect(provider.exchanges()).toBe(before)
    const used = await begin()
    expect((await finish(used.back, used.cookie)).headers.get('location')).toBe('/tugas')
    const again = await finish(used.back, used.cookie)
    expect(again.headers.get('location')).toBe('/masuk?error=oidc')
    expect(cookieOf(again)).not.toContain('session_token=ey')
  })

  test('a token with another nonce, a forged signature or a code of someone else’s is refused', async () => {
    provider.claims = { ...ani, nonce: 'bukan-nonce-ini' }
    expect(await signIn()).toMatchObject({ actor: null, location: '/masuk?error=oidc' })
    provider.claims = { ...ani, nonce: undefined }
    expect(await signIn()).toMatchObject({ actor: null })
    provider.claims = ani
    provider.forged = true
    expect(await signIn()).toMatchObject({ actor: null, location: '/masuk?error=oidc' })
    provider.forged = false
    const mine = await begin()
    const theirs = await begin()
    mine.back.searchParams.set('code', theirs.back.searchParams.get('code') ?? '')
    expect((await finish(mine.back, mine.cookie)).headers.get('location')).toBe('/masuk?error=oidc')
  })

  test('a locked person is told so, and a path of another site is not followed', async () => {
    await database.db.updateTable('employee').set({ active: false }).where('user_id', '=', userId).execute()
    const { actor, page } = await signIn()
    expect(actor).toBeNull()
    expect(page).toContain('sedang dikunci')
    await database.db.updateTable('employee').set({ active: true }).where('user_id', '=', userId).execute()
    const { back, cookie } = await begin(app, '//evil.example')
    expect((await finish(back, cookie)).headers.get('location')).toBe('/')
  })

  test('a provider that does not answer gives the sign-in form again', async () => {
    const start = await appWith(false, 'http://127.0.0.1:9').request(`${origin}/masuk/instansi`)
    expect(start.headers.get('location')).toBe('/masuk?error=oidc')
  })
})
