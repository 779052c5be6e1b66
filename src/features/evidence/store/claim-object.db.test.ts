import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { receiveUpload } from '../bring/receive-upload.ts'
import { bytesOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import type { ObjectStore } from './object-store.ts'
import { StoreProblem } from './object-store.ts'
import { sweepStore, verifyStore } from './store-audit.ts'

type Asked = 'find' | 'remove'

/** A store that answers this question only after `meanwhile`, which happens while somebody waits for it. */
function slow(store: ObjectStore, asked: Asked, meanwhile: () => Promise<unknown>, when: 'before' | 'after') {
  let once = true
  const late = async <T>(work: () => Promise<T>): Promise<T> => {
    const first = once
    once = false
    if (first && when === 'before') await meanwhile()
    const answer = await work()
    if (first && when === 'after') await meanwhile()
    return answer
  }
  return {
    ...store,
    ...(asked === 'find'
      ? { find: (sha256: string) => late(() => store.find(sha256)) }
      : { remove: (sha256: string) => late(() => store.remove(sha256)) }),
  }
}

describe.each(testDatabases)('a store that takes its time, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  const anybody = () => database.db.selectFrom('unit').select('id').execute()
  const bring = (text: string, store: ObjectStore = services.store) =>
    receiveUpload(
      depsOf(database.db, seed.people.staff),
      { ...services, store },
      { unitId: seed.unit.id, name: 'notula.txt', bytes: bytesOf(text) },
    )
  const sweep = (store: ObjectStore) =>
    sweepStore(
      {
        ...depsOf(database.db, null),
        // Days later, so that what stands there is old.
        now: new Date(Date.now() + 3 * 24 * 3_600_000),
        store,
      },
      { remove: true },
    )
  /** Bytes in the store that no row names, as a killed upload leaves them. */
  async function rest() {
    const text = randomUUID()
    const sha256 = createHash('sha256').update(text).digest('hex')
    const id = randomUUID()
    await services.store.stage(id, bytesOf(text))
    await services.store.settle(id, sha256)
    return { text, sha256 }
  }
  const rowOf = (sha256: string) =>
    database.db.selectFrom('file_object').select('sha256').where('sha256', '=', sha256).executeTakeFirst()
  async function lost() {
    const wrong = []
    for await (const one of verifyStore(database.db, services.store)) wrong.push(one)
    return wrong
  }

  test('lets everybody else at the database while it is asked about a file that has come', async () => {
    expect(await bring(randomUUID(), slow(services.store, 'find', anybody, 'before'))).toMatchObject({
      ok: true,
    })
  })

  test.each(['find', 'remove'] as const)(
    'lets everybody else at the database while a sweep waits for its answer (%s)',
    async asked => {
      const { sha256 } = await rest()
      await sweep(slow(services.store, asked, anybody, 'before'))
      expect(await services.store.find(sha256)).toBeNull()
    },
  )

  test.each([
    ['find', 'after'],
    ['remove', 'before'],
  ] as const)(
    'bytes that come while a sweep removes the same bytes (%s, %s) are to be sent again, and then stand',
    async (asked, when) => {
      const { text, sha256 } = await rest()
      const came: unknown[] = []
      await sweep(slow(services.store, asked, async () => came.push(await bring(text)), when))
      expect(came).toEqual([{ ok: false, problem: { kind: 'store-unavailable' } }])
      expect(await rowOf(sha256)).toBeUndefined()
      expect(await bring(text)).toMatchObject({ ok: true })
      expect(await services.store.find(sha256)).not.toBeNull()
      expect(await lost()).toEqual([])
    },
  )

  test('bytes that were seen before a sweep removed them get no row', async () => {
    const text = randomUUID()
    const sha256 = createHash('sha256').update(text).digest('hex')
    const store = slow(services.store, 'find', () => sweep(services.store), 'after')
    expect(await bring(text, store)).toEqual({ ok: false, problem: { kind: 'store-unavailable' } })
    expect(await rowOf(sha256)).toBeUndefined()
    expect(await lost()).toEqual([])
  })

  test('of two that a sweep found, the one whose row is made before its turn stays', async () => {
    const two = [await rest(), await rest()]
    const bringBoth = async () => {
      for (const { text } of two) await bring(text)
    }
    await sweep(slow(services.store, 'find', bringBoth, 'before'))
    const stands = []
    for (const { sha256 } of two) {
      const row = await rowOf(sha256)
      expect((await services.store.find(sha256)) !== null).toBe(row !== undefined)
      if (row) stands.push(row)
    }
    expect(stands.length).toBeGreaterThan(0)
    expect(await lost()).toEqual([])
  })

  test('a removal of which nobody knows how it ended keeps the bytes from a row for an hour, then another sweep ends it', async () => {
    const { text, sha256 } = await rest()
    const failing: ObjectStore = {
      ...services.store,
      remove: async () => {
        throw new StoreProblem('store-unavailable', null)
      },
    }
    await expect(sweep(failing)).rejects.toThrow(StoreProblem)
    expect(await bring(text)).toMatchObject({ ok: false })
    // A sweep beside it leaves it alone.
    await sweep(services.store)
    expect(await services.store.find(sha256)).not.toBeNull()
    await database.db
      .updateTable('object_removal')
      .set({ begun_at: new Date(Date.now() - 61 * 60_000) })
      .where('sha256', '=', sha256)
      .execute()
    await sweep(services.store)
    expect(await services.store.find(sha256)).toBeNull()
    expect(await bring(text)).toMatchObject({ ok: true })
    expect(await lost()).toEqual([])
  })
})
