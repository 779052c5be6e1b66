import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../../core/access/may.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import type { AddServices } from '../bring/add-routes.tsx'
import { openBehind } from '../bring/behind.ts'
import { zip } from '../bring/sample-files.test-data.ts'
import { bytesOf, depsOf, type Seed, scratchServices, seedProgramme, today } from '../seed.test-data.tsx'
import { beginZip } from './begin-import.ts'
import { importCounts } from './import-queries.ts'
import { resumeImports } from './resume-imports.ts'
import { startImport } from './take-import.ts'

describe.each(testDatabases)('imports that no process works on, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const deps = () => depsOf(database.db, seed.people.leader)

  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  async function begin() {
    const files = Array.from({ length: 5 }, (_, at) => [
      `1. Manajemen Perubahan/1. Tim Kerja/Notula rapat ${at}.txt`,
      `${randomUUID()} ${at}`,
    ])
    const where = { unitId: seed.unit.id, year: 2026, name: 'Drive.zip' }
    const begun = await beginZip(deps(), services, where, bytesOf(zip(Object.fromEntries(files))))
    if (!begun.ok) throw new Error(begun.problem.kind)
    return begun.value.id
  }
  const change = (id: string, to: { alive_at?: Date | null; state?: 'stopped'; problem?: string }) =>
    database.db.updateTable('evidence_import').set(to).where('id', '=', id).execute()
  async function die() {
    const id = await begin()
    await startImport(deps(), seed.unit.id, id)
    await change(id, { alive_at: new Date('2026-01-02T00:00:00Z') })
    return id
  }
  /** One server's job, until nothing goes on behind it. */
  async function job(over: Partial<AddServices> = {}, who: Actor | null = seed.people.leader) {
    let behind = Promise.resolve<unknown>(null)
    resumeImports(
      {
        db: database.db,
        clock: () => new Date('2026-11-24T03:00:00Z'),
        today,
        newId: randomUUID,
        findImporter: async userId => (who?.userId === userId ? who : null),
      },
      {
        ...services,
        ...over,
        behind: {
          ...openBehind(),
          runOnce: (_, work) => {
            behind = work(new AbortController().signal)
          },
        },
      },
    )
    await behind
  }
  const one = async (id: string) => {
    const { state, problem } = await database.db
      .selectFrom('evidence_import')
      .select(['state', 'problem'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { taken, take } = await importCounts(database.db, id)
    return { state, problem, taken, take }
  }
  const entries = (id: string) =>
    database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute()

  test('go on in the name of whoever started them, once though two servers look', async () => {
    const id = await die()
    await Promise.all([job(), job()])
    expect(await one(id)).toEqual({ state: 'done', problem: null, taken: 5, take: 0 })
    const actor_id = seed.people.leader.userId
    expect(await entries(id)).toEqual(
      ['read', 'started', 'started', 'done'].map(what => ({ action: `evidence-import-${what}`, actor_id })),
    )
  })

  test('are left alone while somebody works on them, before they are started, and when a cause stopped them', async () => {
    const ready = await begin()
    const running = await begin()
    await startImport(deps(), seed.unit.id, running)
    const stopped = await die()
    await change(stopped, { state: 'stopped', problem: 'store-full' })
    await job()
    const rest = { problem: null, taken: 0, take: 5 }
    expect([await one(ready), await one(running), await one(stopped)]).toEqual([
      { ...rest, state: 'ready' },
      { ...rest, state: 'running' },
      { ...rest, state: 'stopped', problem: 'store-full' },
    ])
  })

  test('wait for a person where the one who started them may not import any more', async () => {
    const id = await die()
    await job({}, null)
    const stopped = { state: 'stopped', problem: 'not-allowed', taken: 0, take: 5 }
    expect(await one(id)).toEqual(stopped)
    await job()
    expect(await one(id)).toEqual(stopped)
  })

  test('stop with the cause where the storage does not answer, and blame no file for it', async () => {
    const id = await die()
    const { StoreProblem } = await import('../store/object-store.ts')
    const away: AddServices = {
      ...services,
      store: {
        ...services.store,
        find: () => Promise.reject(new StoreProblem('store-unavailable', new Error('away'))),
      },
    }
    await job(away)
    expect(await one(id)).toMatchObject({ state: 'stopped', problem: 'store-unavailable', taken: 0 })
    const tries = database.db.selectFrom('evidence_import_file').select('tries').where('import_id', '=', id)
    expect((await tries.execute()).map(row => row.tries)).toEqual([0, 0, 0, 0, 0])
  })

  test('are let go of in the middle of a file when the server closes, and taken up at once by the next', async () => {
    const id = await die()
    const behind = openBehind()
    let arrived = 0
    const closing: AddServices = {
      ...services,
      behind,
      store: {
        ...services.store,
        stage: (staged, source) => {
          if (++arrived === 3) void behind.close()
          return services.store.stage(staged, source)
        },
      },
    }
    resumeImports(
      {
        db: database.db,
        clock: () => new Date('2026-11-24T03:00:00Z'),
        today,
        newId: randomUUID,
        findImporter: async () => seed.people.leader,
      },
      closing,
    )
    await expect.poll(async () => (await one(id)).taken, { timeout: 10_000 }).toBe(2)
    await behind.close()
    expect(await one(id)).toEqual({ state: 'running', problem: null, taken: 2, take: 3 })
    for await (const { id: staged } of services.store.listStaged()) throw new Error(`left ${staged}`)
    await job()
    expect(await one(id)).toMatchObject({ state: 'done', taken: 5 })
  })
})
