// A process of its own that closes a submitted self-assessment, for the test that kills it:
// src/features/assessment/bundle/kill-during-close.db.test.ts. It says when it signs and then stands still.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { Actor } from '../src/core/access/may.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { closeCycle, throwawayKeys } from '../src/features/assessment/index.ts'

type Task = {
  readonly database: { readonly databaseUrl: string | null; readonly folder: string }
  readonly which: { readonly unitId: string; readonly cycleId: string; readonly version: number }
  readonly head: Actor
}

const task: Task = JSON.parse(process.argv[2] ?? '')
const { db } = await openDatabase(task.database)
const key = await throwawayKeys().current()
await closeCycle(
  {
    db,
    now: new Date('2026-11-24T05:00:00Z'),
    today: '2026-11-24',
    newId: randomUUID,
    actor: task.head,
  },
  task.which,
  {
    find: async () => key,
    create: async () => ({ ok: false, problem: { kind: 'exists' } }),
    current: async () => ({
      ...key,
      sign: () => {
        writeSync(1, 'signing\n')
        return new Promise<never>(() => setInterval(() => undefined, 1000))
      },
    }),
  },
)
writeSync(1, 'closed\n')
