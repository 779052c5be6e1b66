import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { killAt, openPlace } from '../../../db/killed.test-data.ts'
import { testDatabases } from '../../../db/testing.ts'
import { depsOf, seedProgramme } from '../seed.test-data.tsx'
import { openScratchEvidence } from '../store/scratch-store.test-data.ts'
import { verifyStore } from '../store/store-audit.ts'
import { uploadsInParts } from './continue-upload.ts'

const program = fileURLToPath(new URL('../../../../e2e/send-parts-and-die.ts', import.meta.url))
/** The process is killed when it has announced this step for the nth time. */
const moments = [
  ['begun', 1],
  ['chunk', 1],
  ['chunk', 30],
  ['chunk', 61],
  ['chunk', 85],
  ['whole', 1],
  ['gathered', 1],
  ['settled', 1],
  ['received', 1],
] as const

describe.each(testDatabases)('a server killed while a file comes in parts, on $name', database => {
  test.each(['folder', 'S3'] as const)(
    'lets the sender go on where it says it stands, to the same bytes and one file, on %s',
    { timeout: 240_000 },
    async kind => {
      const place = await openPlace(database)
      const { dataFolder, s3, services, end } = await openScratchEvidence(kind)
      try {
        const seed = await place.look(seedProgramme)
        const unitId = seed.unit.id
        const task = { database: place.address, dataFolder, s3, unitId }
        for (const [step, nth] of moments) {
          const text = randomUUID()
          const bytes = Buffer.from(text.repeat(20_000))
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          const { userId } = seed.people.staff
          let id = ''
          await killAt(program, { ...task, userId, text, part: 240_000 }, [step, nth], (what, named) => {
            if (what === 'begun') id = named
          })
          await place.look(async db => {
            const deps = { ...depsOf(db, seed.people.staff), now: new Date('2026-01-12T02:30:00Z') }
            // A server started anew knows of the upload what the database and the store know.
            const uploads = uploadsInParts(services)
            const stands = await uploads.look(deps, { id, unitId })
            if (!stands.ok) throw new Error(`${step} ${nth}: ${stands.problem.kind}`)
            const { offset } = stands.value
            if (offset < bytes.length) {
              const rest = bytes.subarray(offset)
              const part = { offset, length: rest.length, bytes: Readable.from([rest]), checksum: null }
              expect([step, (await uploads.take(deps, { id, unitId }, part)).ok]).toEqual([step, true])
            }
            const kept = await db
              .selectFrom('upload')
              .select(['id', 'sha256'])
              .where('sha256', '=', sha256)
              .execute()
            expect([step, kept]).toEqual([step, [{ id, sha256 }]])
            expect((await buffer(await services.store.read(sha256))).equals(bytes)).toBe(true)
            const wrong = []
            for await (const one of verifyStore(db, services.store)) wrong.push(one)
            expect(wrong).toEqual([])
          })
        }
        const left = []
        for await (const { id } of services.store.listStaged()) left.push(id)
        expect(left).toEqual([])
      } finally {
        await end()
        await place.end()
      }
    },
  )
})
