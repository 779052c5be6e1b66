import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import S3rver from 's3rver'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../db/database.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { openEmbedded } from '../../db/open-embedded.ts'
import { testDatabases } from '../../db/testing.ts'
import { openEvidence } from './open-evidence.ts'
import { seedProgramme } from './seed.test-data.tsx'
import type { S3Settings } from './store/s3-store.ts'
import { verifyStore } from './store-audit.ts'

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
const program = fileURLToPath(new URL('../../../e2e/upload-and-die.ts', import.meta.url))

type Place = {
  readonly look: <T>(at: (db: Db) => Promise<T>) => Promise<T>
  readonly address: { readonly databaseUrl: string | null; readonly folder: string }
  readonly end: () => Promise<void>
}

function embeddedPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'zona-kill-'))
  return {
    look: async at => {
      const database = await openEmbedded(folder)
      return at(database.db).finally(database.close)
    },
    address: { databaseUrl: null, folder },
    end: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function serverPlace(open: () => Promise<OpenDatabase>): Promise<Place> {
  const database = await open()
  if (database.kind !== 'postgres') throw new Error('this place is a PostgreSQL server')
  return {
    look: at => at(database.db),
    address: { databaseUrl: database.url, folder: '' },
    end: database.close,
  }
}

/** Runs the process until the moment, kills it, and says what it had acknowledged by then. */
async function runAndKill(task: object, step: string, nth: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: string[] = []
  let seen = 0
  let faults = ''
  child.stderr.on('data', part => {
    faults += String(part)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const [what = '', sha256] = line.split(' ')
    if (what === 'received' && sha256) acknowledged.push(sha256)
    if (what === step && ++seen === nth) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (seen < nth) throw new Error(`it ended before it was killed: ${faults}`)
  return acknowledged
}

describe.each(testDatabases)('a server killed during uploads, on $name', ({ name, open }) => {
  test.each(['folder', 'S3'] as const)(
    'has every file that it acknowledged, whole, and no row without its bytes, on %s',
    { timeout: 240_000 },
    async kind => {
      const place = name === 'PGlite' ? embeddedPlace() : await serverPlace(open)
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
      const s3: S3Settings | null = running
        ? {
            bucket: 'bukti',
            region: 'us-east-1',
            accessKey: 'S3RVER',
            secretKey: 'S3RVER',
            endpoint: `http://127.0.0.1:${running.port}`,
          }
        : null
      const { store } = await openEvidence({
        dataFolder,
        s3,
        largestFile: 1e9,
        fileKinds: ['txt'],
        clamd: null,
      })
      try {
        const who = await place.look(async db => {
          const seed = await seedProgramme(db)
          return { unitId: seed.unit.id, userId: seed.people.staff.userId }
        })
        const acknowledged: string[] = []
        for (const [round, [step, nth]] of moments[kind].entries()) {
          const task = { database: place.address, dataFolder, s3, ...who, files, bytes, round }
          acknowledged.push(...(await runAndKill(task, step, nth)))
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
        await server?.close()
        await place.end()
        rmSync(dataFolder, { recursive: true, force: true })
      }
    },
  )
})
