import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { err } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { createAdmin } from './create-admin.ts'
import { endRole } from './end-role.ts'
import { type GrantInput, grantRole } from './grant-role.ts'

describe.each(testDatabases)('roles on $name', ({ open }) => {
  let database: OpenDatabase
  let unitPath: [string, string]
  let employeeId: string
  const now = new Date('2026-11-24T03:00:00Z')
  const deps = (own: string | null = null): Deps => ({
    db: database.db,
    now,
    today: '2026-11-24',
    newId: randomUUID,
    actor: own === null ? null : { userId: 'u', employeeId: own, name: 'Admin', grants: [] },
  })
  const input = (more: Partial<GrantInput> = {}): GrantInput => ({
    employeeId,
    unitId: unitPath[1],
    role: 'staff',
    areas: [],
    validFrom: '2026-11-01',
    validTo: null,
    within: unitPath,
    ...more,
  })

  beforeAll(async () => {
    database = await open()
    unitPath = (await seedUnit(database.db)).unitPath
    employeeId = randomUUID()
    await database.db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: unitPath[1],
        user_id: null,
        nip: null,
        name: 'Ani',
        email: null,
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
  afterAll(() => database.close())

  test('nobody gives a role to themselves', async () => {
    expect(await grantRole(deps(employeeId), input({ role: 'head' }))).toEqual(err({ kind: 'own-role' }))
  })

  test('a role outside the granter’s units, with its period reversed or without areas is refused', async () => {
    expect(await grantRole(deps(), input({ within: [unitPath[0]] }))).toEqual(err({ kind: 'unit-unknown' }))
    expect(await grantRole(deps(), input({ validTo: '2026-11-01' }))).toEqual(
      err({ kind: 'period-reversed' }),
    )
    expect(await grantRole(deps(), input({ role: 'area-coordinator' }))).toEqual(
      err({ kind: 'areas-missing' }),
    )
    expect(await grantRole(deps(), input({ role: 'king' }))).toEqual(err({ kind: 'role-unknown' }))
    expect(await grantRole(deps(), input({ employeeId: randomUUID() }))).toEqual(
      err({ kind: 'person-unknown' }),
    )
  })

  test('a role is held once at a time; ended, it stays in the history and can be given again', async () => {
    const given = await grantRole(deps(), input())
    if (!given.ok) throw new Error(given.problem.kind)
    expect(await grantRole(deps(), input())).toEqual(err({ kind: 'already-held' }))
    const end = () => endRole(deps(), { grantId: given.value.id, within: unitPath })
    expect((await end()).ok).toBe(true)
    expect(await end()).toEqual(err({ kind: 'already-ended' }))
    expect((await grantRole(deps(), input({ validFrom: '2026-11-24' }))).ok).toBe(true)
    const periods = await database.db
      .selectFrom('role_grant')
      .select(['valid_from', 'valid_to'])
      .where('employee_id', '=', employeeId)
      .orderBy('valid_from')
      .execute()
    expect(periods).toEqual([
      { valid_from: '2026-11-01', valid_to: '2026-11-24' },
      { valid_from: '2026-11-24', valid_to: null },
    ])
  })

  test('the first admin makes the agency; the same address is refused; the last admin’s role stays', async () => {
    const admin = { email: 'Admin@contoh.go.id', name: 'Siti', agency: 'Dinas Satu', hashed: null }
    const made = await createAdmin(deps(), admin)
    if (!made.ok) throw new Error(made.problem.kind)
    expect(made.value).toMatchObject({ agency: 'Dinas Satu', token: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await createAdmin(deps(), admin)).toEqual(err({ kind: 'email-taken' }))
    const grant = await database.db
      .selectFrom('role_grant')
      .select(['id', 'unit_id'])
      .where('role', '=', 'agency-admin')
      .executeTakeFirstOrThrow()
    const end = (grantId: string) => endRole(deps(), { grantId, within: [grant.unit_id] })
    expect(await end(grant.id)).toEqual(err({ kind: 'last-admin' }))

    const person = randomUUID()
    const at = { created_at: now, updated_at: now }
    await database.db
      .insertInto('employee')
      .values({
        id: person,
        unit_id: grant.unit_id,
        user_id: null,
        nip: null,
        name: 'Budi',
        email: null,
        ...at,
      })
      .execute()
    const admit = async (validFrom: LocalDate) => {
      const role = { employeeId: person, unitId: grant.unit_id, role: 'agency-admin', validFrom }
      const given = await grantRole(deps(), input({ ...role, within: [grant.unit_id] }))
      if (!given.ok) throw new Error(given.problem.kind)
      return given.value.id
    }
    const tomorrow = await admit('2026-11-25')
    expect(await end(grant.id)).toEqual(err({ kind: 'last-admin' }))
    expect((await end(tomorrow)).ok).toBe(true)
    const other = await admit('2026-11-01')
    const ended = await Promise.all([end(grant.id), end(other)])
    expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})
