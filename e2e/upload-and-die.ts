// A process of its own that takes in several files at once, for the test that kills it:
// src/features/evidence/kill-during-upload.db.test.ts. It announces each step as it happens.
import { createHash, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { openDatabase } from '../src/db/open-database.ts'
import { receiveUpload } from '../src/features/evidence/bring/receive-upload.ts'
import { openEvidence } from '../src/features/evidence/open-evidence.ts'
import type { S3Settings } from '../src/features/evidence/store/s3-store.ts'

type Task = {
  readonly database: { readonly databaseUrl: string | null; readonly folder: string }
  readonly dataFolder: string
  readonly s3: S3Settings | null
  readonly unitId: string
  readonly userId: string
  readonly files: number
  readonly bytes: number
  readonly round: number
  /** Each file comes more slowly than the one before it, so that they end one after another. */
  readonly uneven?: boolean
}

function announce(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`)
      return
    } catch (error) {
      // The reader is slower and the pipe is full.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
const task: Task = JSON.parse(process.argv[2] ?? '')
const { db } = await openDatabase(task.database)
const services = await openEvidence({ ...task, largestFile: 1e9, fileKinds: ['txt'], clamd: null })
const deps = {
  db,
  now: new Date('2026-01-12T02:00:00Z'),
  today: '2026-01-12' as const,
  newId: randomUUID,
  actor: { userId: task.userId, employeeId: null, name: 'Ketua', grants: [] },
}
const store = {
  ...services.store,
  settle: async (id: string, sha256: string) => {
    await services.store.settle(id, sha256)
    announce('settled')
  },
}

/** Text that differs from file to file and from round to round, in pieces as a network brings them. */
async function* content(file: number): AsyncGenerator<Buffer> {
  const seed = createHash('sha256').update(`${task.round} ${file}`).digest('hex')
  for (let sent = 0; sent < task.bytes; sent += 65_536) {
    announce('chunk')
    yield Buffer.from(`${sent} ${seed} `.repeat(1000)).subarray(0, 65_536)
    for (let breath = task.uneven ? file : 0; breath >= 0; breath--) await breathe()
  }
}

await Promise.all(
  Array.from({ length: task.files }, async (_, file) => {
    const name = `${file}.txt`
    const received = await receiveUpload(
      deps,
      { ...services, store },
      {
        unitId: task.unitId,
        name,
        bytes: content(file),
      },
    )
    if (!received.ok) throw new Error(received.problem.kind)
    announce(`received ${received.value.sha256}`)
  }),
)
announce('all')
// It never closes the database: only a kill ends it.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
