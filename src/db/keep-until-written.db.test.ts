import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../core/shared/result.ts'
import { keepUntilWritten } from './keep-until-written.ts'
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
    const ask = () => keep(database.db, 'a', make)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    expect(await keep(database.db, 'b', make)).toBe(2)
    await writeAnything()
    expect([await ask(), await ask()]).toEqual([3, 3])
  })

  test('that could not be made is tried again', async () => {
    const keep = keepUntilWritten<string>(10)
    const failing = keep(database.db, 'a', () => Promise.reject(new Error('away')))
    await expect(failing).rejects.toThrow('away')
    expect(await keep(database.db, 'a', async () => 'made')).toBe('made')
  })

  test('that was asked for longest ago gives way', async () => {
    const keep = keepUntilWritten<number>(2)
    const make = counter()
    for (const key of ['a', 'b', 'a', 'c']) await keep(database.db, key, make)
    expect([await keep(database.db, 'a', make), await keep(database.db, 'b', make)]).toEqual([1, 4])
  })
})
