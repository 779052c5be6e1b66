import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../src/db/open-database.ts'
import { verifyStore } from '../src/features/evidence/index.ts'
import { seedProgramme } from '../src/features/evidence/seed.test-data.tsx'
import { openScratchEvidence } from '../src/features/evidence/store/scratch-store.test-data.ts'
import type { Measurement } from './measurement.ts'
import { makeScratchDatabase } from './scratch-database.ts'

const kills = 20
const files = 20
const bytes = 10_485_760
const program = fileURLToPath(new URL('../e2e/upload-and-die.ts', import.meta.url))

/**
 * 20 uploads of 10 MB at once, and the process killed at a moment that a fixed seed chooses, 20 times, on each
 * database and each store. What it had acknowledged must be there and hash right.
 */
export async function benchEvidenceKills(server: string | undefined): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (const database of server ? ['PGlite', 'PostgreSQL'] : ['PGlite'])
    for (const store of ['folder', 'S3'] as const) {
      const { acknowledged, lost } = await killed(database === 'PGlite' ? null : (server ?? null), store)
      const name = `${kills} kills on ${database}, ${store}`
      measurements.push(
        { name: `${name}: uploads acknowledged`, value: acknowledged, unit: '', limit: { atLeast: kills } },
        { name: `${name}: of them lost or changed`, value: lost, unit: '', limit: { atMost: 0 } },
      )
    }
  return measurements
}

async function killed(server: string | null, kind: 'folder' | 'S3') {
  const { dataFolder, s3, services, end } = await openScratchEvidence(kind)
  const { store } = services
  const scratch = server === null ? null : await makeScratchDatabase(server)
  const database = { databaseUrl: scratch?.url ?? null, folder: join(dataFolder, 'database') }
  const look = async <T>(at: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>) => {
    const opened = await openDatabase(database)
    return at(opened.db).finally(opened.close)
  }
  try {
    const who = await look(async db => {
      const seed = await seedProgramme(db)
      return { unitId: seed.unit.id, userId: seed.people.staff.userId }
    })
    const acknowledged = new Set<string>()
    // Steps of a whole round: a line for each 64 KB, and two for each file.
    const steps = files * (bytes / 65_536 + 2)
    let state = 20_260_101
    for (let round = 0; round < kills; round++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      const task = { database, dataFolder, s3, ...who, files, bytes, round, uneven: true }
      for (const sha256 of await runAndKill(task, 1 + (state % steps))) acknowledged.add(sha256)
    }
    const lost = await look(async db => {
      const rows = await db.selectFrom('file_object').select('sha256').execute()
      const there = new Set(rows.map(row => row.sha256))
      for await (const wrong of verifyStore(db, store)) there.delete(wrong.sha256)
      return [...acknowledged].filter(sha256 => !there.has(sha256)).length
    })
    return { acknowledged: acknowledged.size, lost }
  } finally {
    await scratch?.drop()
    await end()
  }
}

/** Kills the process after so many of the lines in which it says what it does; resolves with what it acknowledged. */
async function runAndKill(task: object, after: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: string[] = []
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, sha256] = line.split(' ')
    if (what === 'received' && sha256) acknowledged.push(sha256)
    if (++seen === after) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (seen < after) throw new Error('the process ended before it was killed')
  return acknowledged
}
