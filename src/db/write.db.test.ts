import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstBreak } from '../core/ledger/chain.ts'
import { err, ok } from '../core/shared/result.ts'
import type { OpenDatabase } from './open-database.ts'
import { testDatabases } from './testing.ts'
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
    const rows = await database.db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
    const entries = rows.map(row => ({
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
    expect(entries).toHaveLength(14)
    expect(firstBreak(entries)).toBeNull()
    expect(firstBreak(entries.with(3, { ...entries[3], detail: { slug: 'lain' } } as never))).toBe(3)
  })

  test('refuses to change or delete an audit entry', async () => {
    await expect(database.db.deleteFrom('audit_entry').execute()).rejects.toThrow('append only')
    await expect(database.db.updateTable('audit_entry').set({ action: 'x' }).execute()).rejects.toThrow(
      'append only',
    )
  })
})
