import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Db } from './database.ts'
import type { OpenDatabase } from './open-database.ts'
import { openEmbedded } from './open-embedded.ts'

/** A database that another process may open while this one only looks. */
export type Place = {
  /** Opens the embedded database for a look and closes it again, as a restart after the kill does. */
  readonly look: <T>(at: (db: Db) => Promise<T>) => Promise<T>
  readonly address: { readonly databaseUrl: string | null; readonly folder: string }
  readonly end: () => Promise<void>
}

/** A place in one of `testDatabases`. The embedded database belongs to one process at a time. */
export async function openPlace({
  name,
  open,
}: {
  name: string
  open: () => Promise<OpenDatabase>
}): Promise<Place> {
  if (name === 'PGlite') {
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
  const database = await open()
  if (database.kind !== 'postgres') throw new Error('this place is a PostgreSQL server')
  return {
    look: at => at(database.db),
    address: { databaseUrl: database.url, folder: '' },
    end: database.close,
  }
}

/**
 * Runs a program of e2e/ in a process of its own, with its task, until it ends. Every line that it announces goes to
 * `heard`, and the process is killed where that answers true.
 */
export async function runProgram(
  program: string,
  task: object,
  heard: (line: string) => boolean,
): Promise<{ readonly killed: boolean; readonly code: number | null; readonly faults: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let faults = ''
  child.stderr.on('data', part => {
    faults += String(part)
  })
  for await (const line of createInterface({ input: child.stdout })) if (heard(line)) child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { killed: child.signalCode === 'SIGKILL', code: child.exitCode, faults }
}

/** Kills it when it has announced that step for the nth time; throws where it ended before. */
export async function killAt(
  program: string,
  task: object,
  [step, nth]: readonly [string, number],
  heard: (what: string, named: string) => void,
): Promise<void> {
  let seen = 0
  const { faults } = await runProgram(program, task, line => {
    const [what = '', named = ''] = line.split(' ')
    heard(what, named)
    if (what === step) seen += 1
    return what === step && seen === nth
  })
  if (seen < nth) throw new Error(`it ended before it was killed: ${faults}`)
}
