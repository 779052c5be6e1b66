import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { closeUnit, reopenUnit } from './close-unit.ts'
import { grantRole } from './grant-role.ts'
import { createUnit, renameUnit, unitState } from './save-unit.ts'
import { subtree } from './subtree.ts'

describe.each(testDatabases)('units on $name', ({ open }) => {
  let database: OpenDatabase
  let rootId: string
  let unitId: string
  let otherRoot: string
  const deps = (): Deps => ({
    db: database.db,
    now: new Date('2026-11-24T03:00:00Z'),
    today: '2026-11-24',
    newId: randomUUID,
    actor: null,
  })
  const facts = (name: string) => ({ name, shortName: '', zone: 'Asia/Makassar' as const })
  const make = async (name: string, parentId = rootId) => {
    const made = await createUnit(deps(), { ...facts(name), parentId, rootId })
    if (!made.ok) throw new Error(made.problem.kind)
    return made.value
  }

  beforeAll(async () => {
    database = await open()
    const seeded = await seedUnit(database.db)
    rootId = seeded.agencyId
    unitId = seeded.unitId
    otherRoot = (await seedUnit(database.db)).agencyId
  })
  afterAll(() => database.close())

  test('a unit is created below another with an address of its own; a name is used once in a place', async () => {
    const first = await make('Bidang Perizinan')
    const inside = await make('Bidang Perizinan', first.id)
    expect(first.slug).toBe('bidang-perizinan')
    expect(inside.slug).toBe('bidang-perizinan-2')
    expect(await createUnit(deps(), { ...facts('bidang perizinan'), parentId: rootId, rootId })).toEqual(
      err({ kind: 'name-taken' }),
    )
    const tree = await subtree(database.db, rootId)
    expect(tree.find(unit => unit.id === inside.id)).toMatchObject({
      depth: 2,
      shortName: 'Bidang Perizinan',
    })
  })

  test('nobody creates, renames or closes a unit outside their own subtree', async () => {
    expect(await createUnit(deps(), { ...facts('Tamu'), parentId: otherRoot, rootId })).toEqual(
      err({ kind: 'parent-unknown' }),
    )
    expect(await renameUnit(deps(), { ...facts('Tamu'), id: otherRoot, rootId })).toEqual(
      err({ kind: 'not-found' }),
    )
    expect(await closeUnit(deps(), { id: unitId, rootId: otherRoot })).toEqual(err({ kind: 'not-found' }))
    expect(await closeUnit(deps(), { id: rootId, rootId })).toEqual(err({ kind: 'not-found' }))
  })

  test('a unit without a name or with a very long one is refused', async () => {
    expect(await createUnit(deps(), { ...facts(''), parentId: rootId, rootId })).toEqual(
      err({ kind: 'name-missing' }),
    )
    expect(await createUnit(deps(), { ...facts('x'.repeat(201)), parentId: rootId, rootId })).toEqual(
      err({ kind: 'name-long' }),
    )
  })

  test('a renamed unit keeps its address', async () => {
    const made = await make('Subbagian Umum')
    expect((await renameUnit(deps(), { ...facts('Subbagian Umum dan Aset'), id: made.id, rootId })).ok).toBe(
      true,
    )
    const found = (await subtree(database.db, rootId)).find(unit => unit.id === made.id)
    expect(found).toMatchObject({ name: 'Subbagian Umum dan Aset', slug: made.slug })
  })

  test('a unit that somebody else renamed meanwhile is not renamed unseen', async () => {
    const { id } = await make('Bidang Data')
    const drawn = unitState({ name: 'Bidang Data', short_name: 'Bidang Data', zone: facts('').zone })
    const rename = (name: string) => renameUnit(deps(), { ...facts(name), id, rootId, drawn })
    expect((await rename('Bidang Data dan Arsip')).ok).toBe(true)
    expect(await rename('Bidang Arsip')).toEqual(err({ kind: 'stale' }))
    expect((await rename('Bidang Data dan Arsip')).ok).toBe(true)
  })

  test('a unit closes only after those below it, refuses new roles and units, and reopens from the top', async () => {
    const above = await make('Seksi Lama')
    const below = await make('Loket', above.id)
    expect(await closeUnit(deps(), { id: above.id, rootId })).toEqual(err({ kind: 'units-below' }))
    expect((await closeUnit(deps(), { id: below.id, rootId })).ok).toBe(true)
    expect((await closeUnit(deps(), { id: above.id, rootId })).ok).toBe(true)
    expect((await subtree(database.db, rootId)).map(unit => unit.id)).not.toContain(above.id)
    expect(await createUnit(deps(), { ...facts('Baru'), parentId: above.id, rootId })).toEqual(
      err({ kind: 'parent-unknown' }),
    )
    expect(await createUnit(deps(), { ...facts('Baru'), parentId: above.id, rootId: above.id })).toEqual(
      err({ kind: 'parent-unknown' }),
    )
    const employeeId = randomUUID()
    await database.db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: rootId,
        user_id: null,
        nip: null,
        name: 'Ani',
        email: null,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute()
    const role = {
      employeeId,
      unitId: above.id,
      role: 'staff',
      areas: [],
      validFrom: '2026-01-01',
      validTo: null,
      within: [rootId, above.id],
    } as const
    expect(await grantRole(deps(), role)).toEqual(err({ kind: 'unit-closed' }))
    expect(await reopenUnit(deps(), { id: below.id, rootId })).toEqual(err({ kind: 'above-closed' }))
    expect((await reopenUnit(deps(), { id: above.id, rootId })).ok).toBe(true)
    expect((await reopenUnit(deps(), { id: below.id, rootId })).ok).toBe(true)
    expect((await grantRole(deps(), role)).ok).toBe(true)
    expect(await reopenUnit(deps(), { id: above.id, rootId })).toEqual(err({ kind: 'not-found' }))
  })
})
