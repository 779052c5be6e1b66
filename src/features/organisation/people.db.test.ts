import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { createAccount } from './create-account.ts'
import { type EmployeeInput, employeeState, saveEmployee } from './save-employee.ts'
import { setPassword } from './set-password.ts'

describe.each(testDatabases)('the people of a unit on $name', ({ open }) => {
  let database: OpenDatabase
  let agencyId: string
  let unitId: string
  const now = new Date('2026-11-24T03:00:00Z')
  const deps = (own: string | null = null): Deps => ({
    db: database.db,
    now,
    today: '2026-11-24',
    newId: randomUUID,
    actor: own === null ? null : { userId: 'u', employeeId: own, name: 'Admin', grants: [] },
  })
  const input = (name: string, more: Partial<EmployeeInput> = {}): EmployeeInput => ({
    name,
    nip: '',
    email: '',
    position: '',
    rank: '',
    unitId,
    active: true,
    within: [unitId],
    ...more,
  })
  const add = async (name: string, more: Partial<EmployeeInput> = {}) => {
    const made = await saveEmployee(deps(), { ...input(name, more), id: null })
    if (!made.ok) throw new Error(made.problem.kind)
    return made.value.id
  }
  const give = (employeeId: string, on: string, validTo: '2026-11-24' | null = null) =>
    database.db
      .insertInto('role_grant')
      .values({
        id: randomUUID(),
        employee_id: employeeId,
        unit_id: on,
        role: 'head',
        valid_from: '2026-01-01',
        valid_to: validTo,
        granted_by: null,
        created_at: now,
      })
      .execute()

  beforeAll(async () => {
    database = await open()
    ;({ agencyId, unitId } = await seedUnit(database.db))
  })
  afterAll(() => database.close())

  test('a person is added with what was typed, the NIP without its blanks and the address in small letters', async () => {
    const id = await add('Ani', { nip: '19800101 200501 2 001', email: 'Ani@Contoh.go.id', rank: 'III/c' })
    const row = await database.db
      .selectFrom('employee')
      .select(['nip', 'email', 'rank', 'user_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      nip: '198001012005012001',
      email: 'ani@contoh.go.id',
      rank: 'III/c',
      user_id: null,
    })
  })

  test('a name that is missing, a NIP or address that is wrong or taken, and a unit elsewhere are refused', async () => {
    await add('Budi', { nip: '198001012005012002', email: 'budi@contoh.go.id' })
    const refused = async (more: Partial<EmployeeInput>, name = 'Citra') => {
      const result = await saveEmployee(deps(), { ...input(name, more), id: null })
      return result.ok ? 'saved' : result.problem.kind
    }
    expect(await refused({}, '')).toBe('name-missing')
    expect(await refused({ nip: '12345' })).toBe('nip-form')
    expect(await refused({ nip: '198001012005012002' })).toBe('nip-taken')
    expect(await refused({ email: 'citra' })).toBe('email-form')
    expect(await refused({ email: 'BUDI@contoh.go.id' })).toBe('email-taken')
    expect(await refused({ unitId: agencyId })).toBe('unit-unknown')
  })

  test('locking ends the person’s sessions; nobody locks themselves or someone of another unit', async () => {
    const id = await add('Dewi', { email: 'dewi@contoh.go.id' })
    const made = await createAccount(deps(), { employeeId: id, unitIds: [unitId] })
    expect(made.ok).toBe(true)
    const { user_id } = await database.db
      .selectFrom('employee')
      .select('user_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto('auth_session')
      .values({
        id: randomUUID(),
        user_id: user_id ?? '',
        token: randomUUID(),
        expires_at: new Date('2026-12-24T00:00:00Z'),
        ip_address: null,
        user_agent: null,
        updated_at: now,
      })
      .execute()
    const lock = { ...input('Dewi', { email: 'dewi@contoh.go.id', active: false }), id }
    expect(await saveEmployee(deps(id), lock)).toEqual(err({ kind: 'own-lock' }))
    expect(await saveEmployee(deps(), { ...lock, unitId: agencyId, within: [agencyId] })).toEqual(
      err({ kind: 'not-found' }),
    )
    expect((await saveEmployee(deps(), lock)).ok).toBe(true)
    const sessions = await database.db
      .selectFrom('auth_session')
      .select('id')
      .where('user_id', '=', user_id ?? '')
      .execute()
    expect(sessions).toEqual([])
  })

  test('a person whom somebody else changed meanwhile is not changed unseen', async () => {
    const id = await add('Hana')
    const facts = { name: 'Hana', nip: null, email: null, position: '', rank: '', active: true }
    const drawn = employeeState({ ...facts, unit_id: unitId })
    const change = (position: string) => saveEmployee(deps(), { ...input('Hana', { position }), id, drawn })
    expect((await change('Arsiparis')).ok).toBe(true)
    expect(await change('Auditor')).toEqual(err({ kind: 'stale' }))
    expect((await change('Arsiparis')).ok).toBe(true)
  })

  test('an account’s name and address follow the person’s', async () => {
    const id = await add('Eka', { email: 'eka@contoh.go.id' })
    await createAccount(deps(), { employeeId: id, unitIds: [unitId] })
    await saveEmployee(deps(), { ...input('Eka Putri', { email: 'eka.putri@contoh.go.id' }), id })
    const user = await database.db
      .selectFrom('auth_user')
      .innerJoin('employee', 'employee.user_id', 'auth_user.id')
      .select(['auth_user.name', 'auth_user.email'])
      .where('employee.id', '=', id)
      .executeTakeFirstOrThrow()
    expect(user).toEqual({ name: 'Eka Putri', email: 'eka.putri@contoh.go.id' })
  })

  test('a link that was sent to an address opens nothing once the person has another, or is locked', async () => {
    const id = await add('Gilang', { email: 'salah-ketik@contoh.go.id' })
    const password = 'empat kata acak panjang'
    const invite = async () => {
      const made = await createAccount(deps(), { employeeId: id, unitIds: [unitId] })
      if (!made.ok) throw new Error(made.problem.kind)
      return () => setPassword(deps(), { token: made.value.token, password, again: password })
    }
    const astray = await invite()
    await saveEmployee(deps(), { ...input('Gilang', { email: 'gilang@contoh.go.id' }), id })
    expect(await astray()).toEqual(err({ kind: 'link-spent' }))
    const late = await invite()
    await saveEmployee(deps(), { ...input('Gilang', { email: 'gilang@contoh.go.id', active: false }), id })
    expect(await late()).toEqual(err({ kind: 'link-spent' }))
  })

  test('a unit’s admin gets no way into the account of someone with a role above, until that role has ended', async () => {
    const id = await add('Fajar', { email: 'fajar@contoh.go.id' })
    await give(id, agencyId)
    const link = (unitIds: string[]) => createAccount(deps(), { employeeId: id, unitIds })
    const change = (email: string) => saveEmployee(deps(), { ...input('Fajar', { email }), id })
    expect(await link([unitId])).toEqual(err({ kind: 'link-protected' }))
    expect(await change('milik-admin@contoh.go.id')).toEqual(err({ kind: 'email-protected' }))
    expect((await change('fajar@contoh.go.id')).ok).toBe(true)
    const lock = { ...input('Fajar', { email: 'fajar@contoh.go.id', active: false }), id }
    expect(await saveEmployee(deps(), lock)).toEqual(err({ kind: 'lock-protected' }))
    expect((await link([agencyId, unitId])).ok).toBe(true)
    await database.db.deleteFrom('role_grant').where('employee_id', '=', id).execute()
    await give(id, agencyId, '2026-11-24')
    expect((await link([unitId])).ok).toBe(true)
  })
})
