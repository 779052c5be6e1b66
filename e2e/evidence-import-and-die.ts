// A process of its own that takes up imports of evidence as the server's job does, for the test that kills it:
// src/features/evidence/import/kill-during-evidence-import.db.test.ts. It announces each step before it happens.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { KyselyPlugin } from 'kysely'
import type { Actor } from '../src/core/access/may.ts'
import { ok } from '../src/core/shared/result.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { resumeImports } from '../src/features/evidence/import/resume-imports.ts'
import { openEvidence } from '../src/features/evidence/open-evidence.ts'

type Task = {
  readonly database: { readonly databaseUrl: string | null; readonly folder: string }
  readonly dataFolder: string
  readonly actor: Actor
  /** A file with this in it kills the process that reads it. */
  readonly poison?: string
  /** The process dies when it looks for the ZIP. */
  readonly diesAtSource?: boolean
}

const announce = (line: string) => writeSync(1, `${line}\n`)
const die = () => process.kill(process.pid, 'SIGKILL')
const announceStatements: KyselyPlugin = {
  transformQuery: ({ node }) => {
    announce('statement')
    return node
  },
  transformResult: async ({ result }) => result,
}

const task: Task = JSON.parse(process.argv[2] ?? '')
const database = await openDatabase(task.database)
const services = await openEvidence({ ...task, s3: null, largestFile: 1e9, fileKinds: ['txt'], clamd: null })
const { store, behind } = services
resumeImports(
  {
    db: database.db.withPlugin(announceStatements),
    clock: () => new Date(),
    today: '2026-11-24',
    newId: randomUUID,
    findImporter: async () => task.actor,
  },
  {
    ...services,
    store: {
      ...store,
      stage: (id, source) => {
        announce('file')
        return store.stage(id, source)
      },
      find: sha256 => {
        if (task.diesAtSource) die()
        return store.find(sha256)
      },
      settle: async (id, sha256) => {
        await store.settle(id, sha256)
        announce('settled')
      },
    },
    scan: async bytes => {
      for await (const part of bytes) if (task.poison && String(part).includes(task.poison)) die()
      return ok(null)
    },
    behind: {
      ...behind,
      runOnce: (name, work) =>
        behind.runOnce(name, async closing => {
          await work(closing)
          await database.close()
        }),
    },
  },
)
