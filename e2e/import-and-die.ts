// A process of its own that confirms one import, for the test that kills it:
// src/features/plan/kill-during-import.db.test.ts. It announces each statement before it runs, and with
// `holdAt` it stands still there until it is killed.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { KyselyPlugin } from 'kysely'
import { openDatabase } from '../src/db/open-database.ts'
import { confirmImport } from '../src/features/plan/import/confirm-import.ts'

type Task = {
  readonly database: { readonly databaseUrl: string | null; readonly folder: string }
  readonly importId: string
  readonly unitId: string
  readonly userId: string
  readonly holdAt: number | null
}

const announce = (line: string) => writeSync(1, `${line}\n`)
const standStill = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)

function announceStatements(holdAt: number | null): KyselyPlugin {
  let statements = 0
  return {
    transformQuery: ({ node }) => {
      statements += 1
      announce(`statement ${statements}`)
      if (statements === holdAt) standStill()
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

const task: Task = JSON.parse(process.argv[2] ?? '')
const { db } = await openDatabase(task.database)
const deps = {
  db: db.withPlugin(announceStatements(task.holdAt)),
  now: new Date('2026-01-12T02:00:00Z'),
  today: '2026-01-12' as const,
  newId: randomUUID,
  actor: { userId: task.userId, employeeId: null, name: 'Ketua', grants: [] },
}
const confirmed = await confirmImport(deps, { importId: task.importId, unitId: task.unitId, revision: 1 })
announce(confirmed.ok ? 'confirmed' : `refused ${JSON.stringify(confirmed.problem)}`)
// It never closes the database: only a kill ends it.
standStill()
