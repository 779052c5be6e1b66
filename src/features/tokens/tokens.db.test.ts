import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { createToken, revokeToken, tokensOf, tokenText } from './api-token.ts'
import { findToken } from './find-token.ts'

const now = new Date('2026-11-24T03:00:00Z')
const daysOn = (days: number) => new Date(now.getTime() + days * 86_400_000)

describe.each(testDatabases)('an API token on $name', ({ open }) => {
  let database: OpenDatabase
  let unitId: string
  let userId: string
  let employeeId: string
  const deps = (own = userId, requestKey?: string): Deps => ({
    db: database.db,
    now,
    today: '2026-11-24',
    newId: randomUUID,
    actor: { userId: own, employeeId: null, name: 'Sari', grants: [] },
    requestKey,
  })
  /** 43 characters, as 32 random bytes have, that tell the tests' tokens apart. */
  const tokenOf = (name: string) => tokenText(name.padEnd(43, '-'))
  const make = (name: string, key?: string) =>
    createToken(deps(userId, key), { name, scope: 'read', days: 30, token: tokenOf(name) })
  const holder = async (token: string, at = now) =>
    (await findToken(database.db, `Bearer ${token}`, at))?.actor.employeeId ?? null

  beforeAll(async () => {
    database = await open()
    const { db } = database
    unitId = (await seedUnit(db)).unitId
    userId = randomUUID()
    employeeId = randomUUID()
    const people = [userId, 'lain'].map(id => ({
      id,
      name: id,
      email: `${id}@contoh.go.id`,
      email_verified: true,
    }))
    await db.insertInto('auth_user').values(people).execute()
    await db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: unitId,
        user_id: userId,
        name: 'Sari',
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
  afterAll(() => database.close())

  test('is its person, with the roles that they hold now', async () => {
    await make('peran')
    expect((await findToken(database.db, `Bearer ${tokenOf('peran')}`, now))?.actor).toMatchObject({
      userId,
      employeeId,
      grants: [],
    })
    await database.db
      .insertInto('role_grant')
      .values({
        id: randomUUID(),
        employee_id: employeeId,
        unit_id: unitId,
        role: 'staff',
        valid_from: '2026-01-01',
        created_at: now,
      })
      .execute()
    expect((await findToken(database.db, `bearer ${tokenOf('peran')}`, now))?.actor.grants).toEqual([
      { role: 'staff', unitId, areas: [], validFrom: '2026-01-01', validTo: null },
    ])
  })

  test('is kept as a hash only', async () => {
    await make('rahasia')
    const rows = await database.db.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(tokenOf('rahasia'))
    const trail = await database.db.selectFrom('audit_entry').selectAll().execute()
    expect(JSON.stringify(trail)).not.toContain(tokenOf('rahasia'))
  })

  test('ends with its last day, when it is revoked, and when its person leaves', async () => {
    await make('akhir')
    expect(await holder(tokenOf('akhir'), daysOn(29.9))).toBe(employeeId)
    expect(await holder(tokenOf('akhir'), daysOn(30))).toBe(null)

    const made = await make('cabut')
    const id = made.ok ? made.value.id : ''
    expect(await revokeToken(deps('lain'), { id })).toEqual(err({ kind: 'not-found' }))
    expect(await holder(tokenOf('cabut'))).toBe(employeeId)
    expect((await revokeToken(deps(), { id })).ok).toBe(true)
    expect(await holder(tokenOf('cabut'))).toBe(null)
    expect(await revokeToken(deps(), { id })).toEqual(err({ kind: 'not-found' }))
    expect(await revokeToken(deps(), { id: 'bukan-id' })).toEqual(err({ kind: 'not-found' }))

    await make('pergi')
    const setActive = (active: boolean) =>
      database.db.updateTable('employee').set({ active }).where('id', '=', employeeId).execute()
    await setActive(false)
    expect(await holder(tokenOf('pergi'))).toBe(null)
    await setActive(true)
    expect(await holder(tokenOf('pergi'))).toBe(employeeId)
  })

  test('needs a name; the form sent twice makes one', async () => {
    expect(await make('   ')).toEqual(err({ kind: 'no-name' }))
    const key = randomUUID()
    const first = await make('dua kali', key)
    expect(await make('dua kali', key)).toEqual(first)
    const names = (await tokensOf(database.db, userId, now)).map(token => token.name)
    expect(names.filter(name => name === 'dua kali')).toHaveLength(1)
  })

  test('is nobody when it is anything else', async () => {
    for (const header of [
      undefined,
      '',
      'Bearer ',
      `Basic ${tokenOf('peran')}`,
      `Bearer ${tokenOf('tak ada')}`,
    ])
      expect(await findToken(database.db, header, now)).toBe(null)
  })
})
