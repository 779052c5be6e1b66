import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import S3rver from 's3rver'
import { describe, expect, test } from 'vitest'
import { openEmbedded } from '../../../db/open-embedded.ts'
import { testDatabases } from '../../../db/testing.ts'
import { openEvidence } from '../open-evidence.ts'
import { depsOf, seedProgramme } from '../seed.test-data.tsx'
import { verifyStore } from '../store-audit.ts'
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

async function runAndKill(task: object, step: string, nth: number): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [id, seen, faults] = ['', 0, '']
  child.stderr.on('data', part => {
    faults += String(part)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const [what = '', named = ''] = line.split(' ')
    if (what === 'begun') id = named
    if (what === step && ++seen === nth) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (seen < nth) throw new Error(`it ended before it was killed: ${faults}`)
  return id
}

describe.each(testDatabases)('a server killed while a file comes in parts, on $name', ({ name, open }) => {
  test.each(['folder', 'S3'] as const)(
    'lets the sender go on where it says it stands, to the same bytes and one file, on %s',
    { timeout: 240_000 },
    async kind => {
      const folder = mkdtempSync(join(tmpdir(), 'zona-kill-'))
      const dataFolder = mkdtempSync(join(tmpdir(), 'zona-objects-'))
      const server =
        kind === 'S3'
          ? new S3rver({
              port: 0,
              silent: true,
              directory: dataFolder,
              configureBuckets: [{ name: 'bukti', configs: [] }],
            })
          : null
      const running = await server?.run()
      const account = { bucket: 'bukti', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' }
      const s3 = running ? { ...account, endpoint: `http://127.0.0.1:${running.port}` } : null
      const services = await openEvidence({
        dataFolder,
        s3,
        largestFile: 1e9,
        fileKinds: ['txt'],
        clamd: null,
      })
      // The embedded database belongs to one process at a time.
      const outer = name === 'PGlite' ? null : await open()
      const look = async () => outer ?? (await openEmbedded(folder))
      try {
        const first = await look()
        const seed = await seedProgramme(first.db)
        if (!outer) await first.close()
        const databaseUrl = outer?.kind === 'postgres' ? outer.url : null
        const unitId = seed.unit.id
        const task = { database: { databaseUrl, folder }, dataFolder, s3, unitId }
        for (const [step, nth] of moments) {
          const text = randomUUID()
          const bytes = Buffer.from(text.repeat(20_000))
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          const { userId } = seed.people.staff
          const id = await runAndKill({ ...task, userId, text, part: 240_000 }, step, nth)
          const now = await look()
          const deps = { ...depsOf(now.db, seed.people.staff), now: new Date('2026-01-12T02:30:00Z') }
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
          const kept = await now.db
            .selectFrom('upload')
            .select(['id', 'sha256'])
            .where('sha256', '=', sha256)
            .execute()
          expect([step, kept]).toEqual([step, [{ id, sha256 }]])
          expect((await buffer(await services.store.read(sha256))).equals(bytes)).toBe(true)
          const wrong = []
          for await (const one of verifyStore(now.db, services.store)) wrong.push(one)
          expect(wrong).toEqual([])
          if (!outer) await now.close()
        }
        const left = []
        for await (const { id } of services.store.listStaged()) left.push(id)
        expect(left).toEqual([])
      } finally {
        await outer?.close()
        await server?.close()
        rmSync(folder, { recursive: true, force: true })
        rmSync(dataFolder, { recursive: true, force: true })
      }
    },
  )
})
