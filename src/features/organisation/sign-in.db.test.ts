import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { type Auth, createAuth } from './auth.ts'
import { createAccount } from './create-account.ts'
import { endSessions } from './end-sessions.ts'
import { findActor } from './find-actor.ts'
import { changePassword, requestPasswordLink, setPassword } from './set-password.ts'
import { signIn, signInWithCode } from './sign-in.ts'

const secret = 'a secret of the tests, long enough'
const password = 'empat kata acak panjang'

/** What a browser would send back. */
const cookiesOf = (answer: Response) =>
  new Headers({
    cookie: answer.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; '),
  })
const minutesLater = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe.each(testDatabases)('signing in on $name', ({ open }) => {
  let database: OpenDatabase
  let auth: Auth
  let unitId: string
  const now = new Date()
  const deps = (at = now): Deps => ({
    db: database.db,
    now: at,
    today: '2026-11-24',
    newId: randomUUID,
    actor: null,
  })
  const person = async (name: string) => {
    const email = `${name}@contoh.go.id`
    const employeeId = randomUUID()
    await database.db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: unitId,
        user_id: null,
        nip: null,
        name,
        email,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const made = await createAccount(deps(), { employeeId, unitIds: [unitId] })
    if (!made.ok) throw new Error(made.problem.kind)
    expect((await setPassword(deps(), { token: made.value.token, password, again: password })).ok).toBe(true)
    return { email, employeeId, token: made.value.token }
  }
  const enter = (email: string, typed = password, at = now) =>
    signIn(deps(at), auth, { email, password: typed, headers: new Headers() })
  const enterWell = async (email: string) => {
    const entered = await enter(email)
    if (!entered.ok) throw new Error(entered.problem.kind)
    return entered.value
  }

  beforeAll(async () => {
    database = await open()
    auth = createAuth({ db: database.db, secret, origin: 'http://127.0.0.1:3000' })
    unitId = (await seedUnit(database.db)).unitId
  })
  afterAll(() => database.close())

  test('a good password gives a session with the person’s roles; a forged or expired one gives none', async () => {
    const { email, employeeId } = await person('ani')
    await database.db
      .insertInto('role_grant')
      .values({
        id: randomUUID(),
        employee_id: employeeId,
        unit_id: unitId,
        role: 'staff',
        areas: ['PP'],
        valid_from: '2026-01-01',
        valid_to: null,
        granted_by: null,
        created_at: now,
      })
      .execute()
    const { step, answer } = await enterWell(email.toUpperCase())
    expect(step).toBe('done')
    const found = await findActor(database.db, cookiesOf(answer), secret, now)
    expect(found?.actor).toMatchObject({ employeeId, name: 'ani' })
    expect(found?.actor.grants).toEqual([
      { role: 'staff', unitId, areas: ['PP'], validFrom: '2026-01-01', validTo: null },
    ])
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly/)
    expect(await findActor(database.db, cookiesOf(answer), 'another secret', now)).toBeNull()
    expect(await findActor(database.db, cookiesOf(answer), secret, minutesLater(now, 13 * 60))).toBeNull()
    expect(await findActor(database.db, new Headers(), secret, now)).toBeNull()
  })

  test('a wrong password and an unknown address are refused alike', async () => {
    const { email } = await person('budi')
    expect(await enter(email, 'salah sama sekali')).toEqual(err({ kind: 'refused' }))
    expect(await enter('tidak-ada@contoh.go.id')).toEqual(err({ kind: 'refused' }))
  })

  test('five failures lock an address for 15 minutes, the next one for 30, known or not', async () => {
    const known = (await person('citra')).email
    for (const email of [known, 'siapa@contoh.go.id']) {
      for (let n = 0; n < 4; n++) expect(await enter(email, 'salah')).toEqual(err({ kind: 'refused' }))
      const until = minutesLater(now, 15)
      expect(await enter(email, 'salah')).toEqual(err({ kind: 'locked', until }))
      expect(await enter(email)).toEqual(err({ kind: 'locked', until }))
      const later = minutesLater(now, 16)
      expect(await enter(email, 'salah', later)).toEqual(
        err({ kind: 'locked', until: minutesLater(later, 30) }),
      )
    }
    expect((await enter(known, password, minutesLater(now, 60))).ok).toBe(true)
    const actions = await database.db.selectFrom('audit_entry').select('action').execute()
    expect(actions.map(entry => entry.action)).toEqual(
      expect.arrayContaining(['signed-in', 'sign-in-refused', 'sign-in-locked']),
    )
  })

  test('what was typed is forgotten a day after the last try, and what is no address at once', async () => {
    const kept = async () =>
      (await database.db.selectFrom('sign_in_failure').select('email').execute()).map(row => row.email)
    const typed = 'kata sandi di isian yang salah'
    await enter(typed, 'salah')
    expect(await kept()).toContain(typed)
    expect(await enter('x'.repeat(5000), 'salah')).toEqual(err({ kind: 'refused' }))
    await enter('lain@contoh.go.id', 'salah', minutesLater(now, 24 * 60 + 1))
    expect(await kept()).not.toContain(typed)
  })

  test('tries sent at once do not pass the limit', async () => {
    const { email } = await person('dewi')
    const tries = await Promise.all(Array.from({ length: 9 }, () => enter(email, 'salah')))
    expect(tries.every(outcome => !outcome.ok)).toBe(true)
    const row = await database.db
      .selectFrom('sign_in_failure')
      .select('failures')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(row.failures).toBe(5)
  })

  test('with two-step verification on, a session needs the code, and a backup code works once', async () => {
    const { email } = await person('eko')
    const first = cookiesOf((await enterWell(email)).answer)
    const started = await auth.api.enableTwoFactor({ body: { password }, headers: first })
    if (started.method !== 'totp') throw new Error('no totp')
    const key = base32(new URL(started.totpURI).searchParams.get('secret') ?? '')
    const code = totp(key, Date.now())
    await auth.api.verifyTOTP({ body: { code }, headers: first })

    const half = await enterWell(email)
    expect(half.step).toBe('code-wanted')
    const headers = cookiesOf(half.answer)
    expect(await findActor(database.db, headers, secret, now)).toBeNull()
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await signInWithCode(deps(), auth, { code: wrong, backup: false, headers })).toEqual(
      err({ kind: 'wrong-code' }),
    )
    const whole = await signInWithCode(deps(), auth, { code, backup: false, headers })
    if (!whole.ok) throw new Error(whole.problem.kind)
    expect(await findActor(database.db, cookiesOf(whole.value), secret, now)).not.toBeNull()

    const backup = started.backupCodes[0] ?? ''
    const withBackup = async () =>
      signInWithCode(deps(), auth, {
        code: backup,
        backup: true,
        headers: cookiesOf((await enterWell(email)).answer),
      })
    expect((await withBackup()).ok).toBe(true)
    expect(await withBackup()).toEqual(err({ kind: 'wrong-code' }))
  })

  test('a revoked session, and every session of a locked person, is over at once', async () => {
    const { email, employeeId } = await person('fitri')
    const here = cookiesOf((await enterWell(email)).answer)
    const there = cookiesOf((await enterWell(email)).answer)
    const found = await findActor(database.db, here, secret, now)
    const other = await findActor(database.db, there, secret, now)
    const mine = { ...deps(), actor: found?.actor ?? null }
    expect((await endSessions(mine, { only: other?.sessionId ?? '' })).ok).toBe(true)
    expect(await findActor(database.db, there, secret, now)).toBeNull()
    expect(await endSessions(mine, { only: 'not-mine' })).toEqual(err({ kind: 'not-found' }))
    await database.db.updateTable('employee').set({ active: false }).where('id', '=', employeeId).execute()
    expect(await findActor(database.db, here, secret, now)).toBeNull()
    expect(await enter(email)).toEqual(err({ kind: 'refused' }))
  })

  test('a password link works once, within its time, and ends every session', async () => {
    const { email, token } = await person('gita')
    const again = { password: 'lima kata acak yang lain', again: 'lima kata acak yang lain' }
    expect(await setPassword(deps(), { token, ...again })).toEqual(err({ kind: 'link-spent' }))
    const here = cookiesOf((await enterWell(email)).answer)
    const asked = minutesLater(now, 10)
    const link = await requestPasswordLink(deps(asked), { email })
    if (!link.ok) throw new Error('no link')
    const spend = (at: Date) => setPassword(deps(at), { token: link.value.token, ...again })
    expect(await spend(minutesLater(asked, 61))).toEqual(err({ kind: 'link-spent' }))
    expect((await spend(asked)).ok).toBe(true)
    expect(await findActor(database.db, here, secret, now)).toBeNull()
    expect((await requestPasswordLink(deps(), { email: 'tidak-ada@contoh.go.id' })).ok).toBe(false)
  })

  test('a password that is set or changed makes every other link to the account void', async () => {
    const { email, employeeId } = await person('indah')
    const anew = { password: 'lima kata acak yang lain', again: 'lima kata acak yang lain' }
    const invited = async () => {
      const made = await createAccount(deps(), { employeeId, unitIds: [unitId] })
      if (!made.ok) throw new Error(made.problem.kind)
      return made.value.token
    }
    const spend = (token: string) => setPassword(deps(minutesLater(now, 10)), { token, ...anew })
    const [first, second] = [await invited(), await invited()]
    expect(await spend(first)).toEqual(err({ kind: 'link-spent' }))
    const asked = await requestPasswordLink(deps(minutesLater(now, 9)), { email })
    if (!asked.ok) throw new Error('no link')
    expect((await spend(asked.value.token)).ok).toBe(true)
    expect(await spend(second)).toEqual(err({ kind: 'link-spent' }))

    const third = await invited()
    const entered = await enter(email, anew.password)
    if (!entered.ok) throw new Error(entered.problem.kind)
    const found = await findActor(database.db, cookiesOf(entered.value.answer), secret, now)
    const mine = { ...deps(), actor: found?.actor ?? null }
    const next = { password: 'enam kata acak yang baru', again: 'enam kata acak yang baru' }
    const changed = await changePassword(mine, { current: anew.password, ...next, sessionId: 'x' })
    expect(changed.ok).toBe(true)
    expect(await spend(third)).toEqual(err({ kind: 'link-spent' }))
  })

  test('a password link goes to the address of the account, whatever was typed to ask for it', async () => {
    await person('kiki')
    // U+212A, a Kelvin sign, is a k in small letters.
    const typed = '\u212ai\u212ai@contoh.go.id'
    const asked = await requestPasswordLink(deps(minutesLater(now, 10)), { email: typed })
    expect(asked).toMatchObject({ ok: true, value: { email: 'kiki@contoh.go.id' } })
  })

  test('a code of the app opens one session, and not a second one within its time', async () => {
    const { email } = await person('joko')
    const first = cookiesOf((await enterWell(email)).answer)
    const started = await auth.api.enableTwoFactor({ body: { password }, headers: first })
    if (started.method !== 'totp') throw new Error('no totp')
    const code = totp(base32(new URL(started.totpURI).searchParams.get('secret') ?? ''), Date.now())
    await auth.api.verifyTOTP({ body: { code }, headers: first })
    const half = async () => cookiesOf((await enterWell(email)).answer)
    const [mine, stolen] = [await half(), await half()]
    const enters = (headers: Headers) => signInWithCode(deps(), auth, { code, backup: false, headers })
    const sessions = async () =>
      (
        await database.db
          .selectFrom('auth_session')
          .innerJoin('auth_user', 'auth_user.id', 'user_id')
          .select('auth_session.id')
          .where('email', '=', email)
          .execute()
      ).length
    expect((await enters(mine)).ok).toBe(true)
    const before = await sessions()
    expect(await enters(stolen)).toEqual(err({ kind: 'wrong-code' }))
    expect(await sessions()).toBe(before)
  })

  test('changing the password needs the current one and twelve characters, and ends the other sessions', async () => {
    const { email } = await person('hadi')
    const here = cookiesOf((await enterWell(email)).answer)
    const there = cookiesOf((await enterWell(email)).answer)
    const found = await findActor(database.db, here, secret, now)
    const mine = { ...deps(), actor: found?.actor ?? null }
    const change = (current: string, next: string) =>
      changePassword(mine, { current, password: next, again: next, sessionId: found?.sessionId ?? '' })
    expect(await change('bukan ini', 'kata sandi baru')).toEqual(err({ kind: 'wrong-password' }))
    expect(await change(password, 'pendek')).toEqual(err({ kind: 'too-short' }))
    expect((await change(password, 'kata sandi baru')).ok).toBe(true)
    expect(await findActor(database.db, there, secret, now)).toBeNull()
    expect(await findActor(database.db, here, secret, now)).not.toBeNull()
  })
})

function base32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/=+$/, '')]
    .map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** RFC 6238 with SHA-1, six digits, 30 seconds. */
function totp(key: Buffer, at: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
