// A process of its own that takes one file in by parts, for the test that kills it:
// src/features/evidence/upload/kill-during-parts.db.test.ts. It announces each step as it happens.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { openDatabase } from '../src/db/open-database.ts'
import { openEvidence } from '../src/features/evidence/open-evidence.ts'
import type { S3Settings } from '../src/features/evidence/store/s3-store.ts'
import { uploadsInParts } from '../src/features/evidence/upload/continue-upload.ts'
import { startUpload } from '../src/features/evidence/upload/start-upload.ts'

type Task = {
  readonly database: { readonly databaseUrl: string | null; readonly folder: string }
  readonly dataFolder: string
  readonly s3: S3Settings | null
  readonly unitId: string
  readonly userId: string
  readonly text: string
  /** Bytes of one part. */
  readonly part: number
}

const announce = (line: string) => writeSync(1, `${line}\n`)
const task: Task = JSON.parse(process.argv[2] ?? '')
const { db } = await openDatabase(task.database)
const opened = await openEvidence({ ...task, largestFile: 1e9, fileKinds: ['txt'], clamd: null })
const { store } = opened
const services = {
  ...opened,
  store: {
    ...store,
    gather: async (id: string) => {
      announce('whole')
      await store.gather(id)
      announce('gathered')
    },
    settle: async (id: string, sha256: string) => {
      await store.settle(id, sha256)
      announce('settled')
    },
  },
}
const deps = {
  db,
  now: new Date('2026-01-12T02:00:00Z'),
  today: '2026-01-12' as const,
  newId: randomUUID,
  actor: { userId: task.userId, employeeId: null, name: 'Ketua', grants: [] },
}
const bytes = Buffer.from(task.text.repeat(20_000))
const { unitId } = task
const started = await startUpload(deps, services, { unitId, name: 'rapat.txt', size: bytes.length })
if (!started.ok) throw new Error(started.problem.kind)
const { id } = started.value
announce(`begun ${id}`)
const uploads = uploadsInParts(services)
for (let offset = 0; offset < bytes.length; offset += task.part) {
  const part = bytes.subarray(offset, offset + task.part)
  async function* pieces() {
    for (let at = 0; at < part.length; at += 8_192) {
      announce('chunk')
      yield part.subarray(at, at + 8_192)
      await breathe()
    }
  }
  const taken = await uploads.take(
    deps,
    { id, unitId },
    { offset, length: part.length, bytes: Readable.from(pieces()), checksum: null },
  )
  if (!taken.ok) throw new Error(taken.problem.kind)
}
announce('received')
// It never closes the database: only a kill ends it.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
