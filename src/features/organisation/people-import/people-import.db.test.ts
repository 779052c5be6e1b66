import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err } from '../../../core/shared/result.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../../db/testing.ts'
import type { Deps } from '../../../db/write.ts'
import { comparePeople } from './compare-people.ts'
import { confirmList, fingerprint } from './confirm-list.ts'
import { loadKnown } from './load-known.ts'
import { findList, storeList } from './store-list.ts'

describe.each(testDatabases)('importing a list of employees on $name', ({ open }) => {
  let database: OpenDatabase
  let agencyId: string
  let unitId: string
  const now = new Date('2026-11-24T03:00:00Z')
  const userId = randomUUID()
  const ownId = randomUUID()
  const deps = (): Deps => ({
    db: database.db,
    now,
    today: '2026-11-24',
    newId: randomUUID,
    actor: { userId, employeeId: ownId, name: 'Admin', grants: [] },
  })
  const store = async (lines: string[]) => {
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const stored = await storeList(deps(), { unitId: agencyId, file: { name: 'daftar.csv', bytes } })
    if (!stored.ok) throw new Error(stored.problem.kind)
    return stored.value.id
  }
  const seenOf = async (id: string) => {
    const list = await findList(database.db, { id, unitId: agencyId, userId })
    if (!list) throw new Error('no list')
    const { known } = await loadKnown(database.db, agencyId, list.content.rows, '2026-11-24')
    return fingerprint(comparePeople(list.content.rows, known))
  }
  const confirm = async (id: string, lockMissing = false, seen?: string) =>
    confirmList(deps(), { id, unitId: agencyId, seen: seen ?? (await seenOf(id)), lockMissing })
  const people = () =>
    database.db
      .selectFrom('employee')
      .select(['name', 'nip', 'email', 'position', 'rank', 'unit_id', 'active'])
      .where('unit_id', 'in', [agencyId, unitId])
      .where('id', '!=', ownId)
      .orderBy('name')
      .execute()

  beforeAll(async () => {
    database = await open()
    ;({ agencyId, unitId } = await seedUnit(database.db))
    await database.db
      .insertInto('auth_user')
      .values({ id: userId, name: 'Admin', email: 'admin@contoh.go.id', email_verified: true, image: null })
      .execute()
    await database.db
      .insertInto('employee')
      .values({
        id: ownId,
        unit_id: agencyId,
        user_id: userId,
        nip: null,
        name: 'Admin',
        email: 'admin@contoh.go.id',
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
  afterAll(() => database.close())

  const first = [
    'Nama;NIP;Jabatan;Golongan;Surel;Unit',
    'Ani;198001012005012001;Analis;III/c;ani@contoh.go.id;Unit Contoh',
    'Budi;198001012005012002;;;budi@contoh.go.id;',
  ]

  test('nothing changes before the list is confirmed; then all of it is there, and only once', async () => {
    const id = await store(first)
    expect(await people()).toEqual([])
    expect(await confirm(id)).toEqual({ ok: true, value: { added: 2, changed: 0, locked: 0 } })
    expect(await people()).toEqual([
      {
        name: 'Ani',
        nip: '198001012005012001',
        email: 'ani@contoh.go.id',
        position: 'Analis',
        rank: 'III/c',
        unit_id: unitId,
        active: true,
      },
      {
        name: 'Budi',
        nip: '198001012005012002',
        email: 'budi@contoh.go.id',
        position: '',
        rank: '',
        unit_id: agencyId,
        active: true,
      },
    ])
    expect(await confirm(id, false, 'x')).toEqual(err({ kind: 'gone' }))
    expect(await confirm(await store(first))).toEqual(err({ kind: 'nothing' }))
  })

  test('two people may swap their addresses; an account follows its person', async () => {
    const budi = await database.db
      .selectFrom('employee')
      .select('id')
      .where('name', '=', 'Budi')
      .executeTakeFirstOrThrow()
    const account = randomUUID()
    await database.db
      .insertInto('auth_user')
      .values({ id: account, name: 'Budi', email: 'budi@contoh.go.id', email_verified: true, image: null })
      .execute()
    await database.db.updateTable('employee').set({ user_id: account }).where('id', '=', budi.id).execute()
    const swapped = await confirm(
      await store([
        'Nama;NIP;Surel',
        'Ani;198001012005012001;budi@contoh.go.id',
        'Budi Santoso;198001012005012002;ani@contoh.go.id',
      ]),
    )
    expect(swapped).toEqual({ ok: true, value: { added: 0, changed: 2, locked: 0 } })
    const user = await database.db
      .selectFrom('auth_user')
      .select(['name', 'email'])
      .where('id', '=', account)
      .executeTakeFirstOrThrow()
    expect(user).toEqual({ name: 'Budi Santoso', email: 'ani@contoh.go.id' })
  })

  test('a list whose preview is no longer true is refused', async () => {
    const id = await store(['Nama;NIP;Jabatan', 'Ani;198001012005012001;Kepala Seksi'])
    const seen = await seenOf(id)
    await database.db
      .updateTable('employee')
      .set({ position: 'Arsiparis' })
      .where('nip', '=', '198001012005012001')
      .execute()
    expect(await confirm(id, false, seen)).toEqual(err({ kind: 'stale' }))
    expect((await confirm(id)).ok).toBe(true)
  })

  test('one faulty row keeps the whole list out', async () => {
    const id = await store(['Nama;NIP;Unit', 'Citra;198001012005012003;', 'Dewi;123;', 'Eka;;Unit Khayal'])
    expect(await confirm(id)).toEqual(err({ kind: 'faulty' }))
    expect((await people()).map(person => person.name)).toEqual(['Ani', 'Budi Santoso'])
  })

  test('whom the list does not name is left, or locked where that was chosen, but never oneself', async () => {
    const lines = ['Nama;NIP;Jabatan', 'Ani;198001012005012001;Analis Muda']
    expect(await confirm(await store(lines))).toMatchObject({ value: { changed: 1, locked: 0 } })
    expect(await confirm(await store(lines), true)).toMatchObject({ value: { changed: 0, locked: 1 } })
    const locked = await database.db
      .selectFrom('employee')
      .select('name')
      .where('active', '=', false)
      .execute()
    expect(locked).toEqual([{ name: 'Budi Santoso' }])
  })

  test('someone else’s list and another unit’s cannot be confirmed', async () => {
    const id = await store(['Nama;NIP', 'Fajar;198001012005012009'])
    const other = { ...deps(), actor: null }
    const input = { id, unitId: agencyId, seen: await seenOf(id), lockMissing: false }
    expect(await confirmList(other, input)).toEqual(err({ kind: 'gone' }))
    expect(await confirmList(deps(), { ...input, unitId })).toEqual(err({ kind: 'gone' }))
  })
})
