import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../core/shared/result.ts'
import { keepUntilWritten, lastWritten } from './keep-until-written.ts'
import type { OpenDatabase } from './open-database.ts'
import { testDatabases } from './testing.ts'
import { write } from './write.ts'

describe.each(testDatabases)('what is kept until something is written, on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  const writeAnything = () =>
    write(
      {
        db: database.db,
        now: new Date('2026-03-01T00:00:00Z'),
        today: '2026-03-01',
        newId: randomUUID,
        actor: null,
      },
      async (_tx, record) => {
        record({ action: 'unit.created', subjectType: 'unit', subjectId: 'x' })
        return ok(null)
      },
    )
  const counter = () => {
    let made = 0
    return async () => {
      made += 1
      return made
    }
  }

  test('is made once for its key, also when many ask at once, and anew after any write', async () => {
    const keep = keepUntilWritten<number>(10)
    const make = counter()
    const ask = async () => keep(database.db, await lastWritten(database.db), 'a', make)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    expect(await keep(database.db, await lastWritten(database.db), 'b', make)).toBe(2)
    await writeAnything()
    expect([await ask(), await ask()]).toEqual([3, 3])
  })

  test('that could not be made is tried again', async () => {
    const keep = keepUntilWritten<string>(10)
    const failing = keep(database.db, null, 'a', () => Promise.reject(new Error('away')))
    await expect(failing).rejects.toThrow('away')
    expect(await keep(database.db, null, 'a', async () => 'made')).toBe('made')
  })

  test('that was asked for longest ago gives way', async () => {
    const keep = keepUntilWritten<number>(2)
    const make = counter()
    for (const key of ['a', 'b', 'a', 'c']) await keep(database.db, null, key, make)
    expect([await keep(database.db, null, 'a', make), await keep(database.db, null, 'b', make)]).toEqual([
      1, 4,
    ])
  })

  test('is marked by a look that many share, and that none of them asked for after it was taken', async () => {
    const { db } = database
    let looks = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        looks += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const before = await lastWritten(counting)
    const first = lastWritten(counting)
    await writeAnything()
    const others = Array.from({ length: 20 }, () => lastWritten(counting))
    expect([before, await lastWritten(db)]).toContain(await first)
    const after = await Promise.all(others)
    expect(new Set(after)).toEqual(new Set([await lastWritten(db)]))
    expect(after[0]).not.toBe(before)
    expect(looks).toBeLessThanOrEqual(4)
  })

  test('goes on looking after a look that failed', async () => {
    const { db } = database
    let fails = true
    const failing = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (fails) throw new Error('cut')
        return result
      },
    })
    const asked = [lastWritten(failing), lastWritten(failing).catch(() => 'again')]
    await expect(asked[0]).rejects.toThrow('cut')
    fails = false
    expect(await asked[1]).not.toBe('cut')
    expect(await lastWritten(failing)).toBe(await lastWritten(db))
  })

  test('goes on looking after looks that nothing ever answers', async () => {
    const { db } = database
    let silent = 2
    const silenced = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        silent -= 1
        return silent < 0 ? Promise.resolve(result) : new Promise(() => undefined)
      },
    })
    void lastWritten(silenced)
    const others = [lastWritten(silenced), lastWritten(silenced)]
    const last = await lastWritten(db)
    expect(await Promise.race([Promise.all(others), wait(10_000, 'waits')])).toEqual([last, last])
    expect(await lastWritten(silenced)).toBe(last)
  })

  test('is made anew, once for all who ask, where it is never done being made', async () => {
    const keep = keepUntilWritten<number>(10)
    let made = 0
    const make = () => {
      made += 1
      return made === 1 ? new Promise<number>(() => undefined) : Promise.resolve(made)
    }
    void keep(database.db, null, 'a', make)
    const others = [1, 2, 3].map(() => keep(database.db, null, 'a', make))
    expect(await Promise.race([Promise.all(others), wait(5_000, 'waits')])).toEqual([2, 2, 2])
    expect(await keep(database.db, null, 'a', make)).toBe(2)
  })
})
