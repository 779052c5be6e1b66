import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstBreak } from '../core/ledger/chain.ts'
import { err, ok } from '../core/shared/result.ts'
import type { OpenDatabase } from './open-database.ts'
import { testDatabases } from './testing.ts'
import { UnitClosed } from './unit-closed.ts'
import { type Deps, write } from './write.ts'

const facts = { action: 'unit-named', subjectType: 'unit', subjectId: 'a' }

describe.each(testDatabases)('a write on $name', ({ open }) => {
  let database: OpenDatabase
  const deps = (requestKey?: string): Deps => ({
    db: database.db,
    now: new Date('2026-11-24T01:00:00Z'),
    today: '2026-11-24',
    newId: randomUUID,
    actor: null,
    requestKey,
  })
  const insertUnit = (slug: string, outcome: 'ok' | 'refused' | 'throws' = 'ok', key?: string) =>
    write(deps(key), async (tx, record) => {
      await tx
        .insertInto('unit')
        .values({
          id: randomUUID(),
          parent_id: null,
          slug,
          name: slug,
          short_name: slug,
          created_at: deps().now,
        })
        .execute()
      if (outcome === 'throws') throw new Error('the disk is full')
      if (outcome === 'refused') return err({ kind: 'taken' as const })
      record({ ...facts, detail: { slug, at: 1, list: ['b', { z: 1, a: 2 }] } })
      return ok(slug)
    })
  const units = async () =>
    (await database.db.selectFrom('unit').select('slug').orderBy('slug').execute()).map(row => row.slug)

  const chain = async () =>
    (await database.db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()).map(row => ({
      at: row.at.toISOString(),
      actorId: row.actor_id,
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      unitId: row.unit_id,
      detail: row.detail,
      previous: row.previous,
      hash: row.hash,
    }))

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('stores what was done together with its audit entry', async () => {
    expect(await insertUnit('satu')).toEqual(ok('satu'))
    expect(await units()).toEqual(['satu'])
  })

  test('leaves nothing behind when it is refused', async () => {
    expect(await insertUnit('dua', 'refused')).toEqual(err({ kind: 'taken' }))
    expect(await units()).toEqual(['satu'])
  })

  test('leaves nothing behind when it fails half-way', async () => {
    await expect(insertUnit('dua', 'throws')).rejects.toThrow('the disk is full')
    expect(await units()).toEqual(['satu'])
  })

  test('has one effect and one answer when the same form arrives twice at once', async () => {
    const answers = await Promise.all([insertUnit('tiga', 'ok', 'k1'), insertUnit('tiga', 'ok', 'k1')])
    expect(answers).toEqual([ok('tiga'), ok('tiga')])
    expect(await units()).toEqual(['satu', 'tiga'])
  })

  test('keeps the audit chain whole when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => insertUnit(`u${n}`)))
    const entries = await chain()
    expect(entries).toHaveLength(14)
    expect(firstBreak(entries)).toBeNull()
    expect(firstBreak(entries.with(3, { ...entries[3], detail: { slug: 'lain' } } as never))).toBe(3)
  })

  test('takes a text that was cut in the middle of a sign, and the chain stays whole', async () => {
    const cut = 'Foto rapat 😀'.slice(0, -1)
    const written = await write(deps(), async (_tx, record) => {
      record({ ...facts, detail: { title: cut, list: [cut] } })
      return ok(null)
    })
    expect(written).toEqual(ok(null))
    expect(firstBreak(await chain())).toBeNull()
  })

  test('is refused whole in a closed unit, save for what says that it changes nothing there', async () => {
    const { db } = database
    const { id } = await db
      .selectFrom('unit')
      .select('id')
      .where('slug', '=', 'satu')
      .executeTakeFirstOrThrow()
    const rename = (name: string, whileClosed?: boolean, key?: string) =>
      write(deps(key), async (tx, record) => {
        await tx.updateTable('unit').set({ name }).where('id', '=', id).execute()
        record({ ...facts, unitId: id, ...(whileClosed === undefined ? {} : { whileClosed }) })
        return ok(name)
      })
    const close = () =>
      write(deps(), async (tx, record) => {
        await tx.updateTable('unit').set({ closed_at: deps().now }).where('id', '=', id).execute()
        record({ ...facts, unitId: id, whileClosed: true })
        return ok(null)
      })
    const state = async () => ({
      entries: (await db.selectFrom('audit_entry').select('seq').execute()).length,
      name: (await db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst())?.name,
    })
    const early = await rename('sebelum', undefined, 'sekali')
    // Whoever comes first, nothing is written into a unit after its closing is on record.
    const raced = await Promise.allSettled([close(), ...['a', 'b', 'c', 'd'].map(name => rename(name))])
    for (const outcome of raced)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(UnitClosed)
    const closed = await state()
    await expect(rename('sesudah')).rejects.toThrow(UnitClosed)
    await expect(rename('sesudah', false)).rejects.toThrow(UnitClosed)
    expect(await state()).toEqual(closed)
    expect(await rename('lain', undefined, 'sekali')).toEqual(early)
    expect(await rename('dibaca', true)).toEqual(ok('dibaca'))
    expect(await state()).toEqual({ entries: closed.entries + 1, name: 'dibaca' })
    const { closed_at } = await db
      .selectFrom('unit')
      .select('closed_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(closed_at).not.toBeNull()
  })

  test('refuses to change or delete an audit entry', async () => {
    await expect(database.db.deleteFrom('audit_entry').execute()).rejects.toThrow('append only')
    await expect(database.db.updateTable('audit_entry').set({ action: 'x' }).execute()).rejects.toThrow(
      'append only',
    )
  })
})
