import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { killAt, openPlace } from '../../../db/killed.test-data.ts'
import { testDatabases } from '../../../db/testing.ts'
import { seedProgramme } from '../seed.test-data.tsx'
import { openScratchEvidence } from '../store/scratch-store.test-data.ts'
import { verifyStore } from '../store/store-audit.ts'

const files = 8
const bytes = 1_048_576
/** The process is killed when it has announced this step for the nth time. */
const moments = {
  folder: [
    ['chunk', 60],
    ['settled', 1],
    ['settled', 5],
    ['received', 1],
    ['received', 5],
    ['all', 1],
  ],
  S3: [
    ['chunk', 60],
    ['settled', 4],
    ['received', 5],
  ],
} as const
const program = fileURLToPath(new URL('../../../../e2e/upload-and-die.ts', import.meta.url))

describe.each(testDatabases)('a server killed during uploads, on $name', database => {
  test.each(['folder', 'S3'] as const)(
    'has every file that it acknowledged, whole, and no row without its bytes, on %s',
    { timeout: 240_000 },
    async kind => {
      const place = await openPlace(database)
      const { dataFolder, s3, services, end } = await openScratchEvidence(kind)
      const { store } = services
      try {
        const who = await place.look(async db => {
          const seed = await seedProgramme(db)
          return { unitId: seed.unit.id, userId: seed.people.staff.userId }
        })
        const acknowledged: string[] = []
        for (const [round, [step, nth]] of moments[kind].entries()) {
          const task = { database: place.address, dataFolder, s3, ...who, files, bytes, round }
          await killAt(program, task, [step, nth], (what, sha256) => {
            if (what === 'received') acknowledged.push(sha256)
          })
          await place.look(async db => {
            const rows = await db.selectFrom('file_object').select('sha256').execute()
            expect(rows.map(row => row.sha256)).toEqual(expect.arrayContaining(acknowledged))
            const wrong = []
            for await (const one of verifyStore(db, store)) wrong.push(one)
            expect(wrong).toEqual([])
          })
        }
        expect(acknowledged.length).toBeGreaterThanOrEqual(5)
        // What carries a name in the store is whole, whether a row came to it or not.
        for await (const { sha256 } of store.list()) {
          const hash = createHash('sha256')
          for await (const part of await store.read(sha256)) hash.update(part)
          expect(hash.digest('hex')).toBe(sha256)
        }
      } finally {
        await end()
        await place.end()
      }
    },
  )
})
