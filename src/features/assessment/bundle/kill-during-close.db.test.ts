import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../../db/database.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { openEmbedded } from '../../../db/open-embedded.ts'
import { testDatabases } from '../../../db/testing.ts'
import { closeCycle, submitCycle } from '../move-cycle.ts'
import { seedAssessment } from '../sheet.test-data.ts'
import { bundleOf } from './queries.ts'
import { throwawayKeys } from './signing-key.ts'
import { verifyHere } from './verify-here.ts'

const program = fileURLToPath(new URL('../../../../e2e/close-and-die.ts', import.meta.url))

/** A database that another process may open while this one only looks. */
async function place(name: string, open: () => Promise<OpenDatabase>) {
  if (name === 'PGlite') {
    const folder = mkdtempSync(join(tmpdir(), 'zona-kill-'))
    return {
      address: { databaseUrl: null, folder },
      look: async <T>(at: (db: Db) => Promise<T>): Promise<T> => {
        const database = await openEmbedded(folder)
        return at(database.db).finally(database.close)
      },
      end: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const database = await open()
  if (database.kind !== 'postgres') throw new Error('this place is a PostgreSQL server')
  return {
    address: { databaseUrl: database.url, folder: '' },
    look: <T>(at: (db: Db) => Promise<T>): Promise<T> => at(database.db),
    end: database.close,
  }
}

describe.each(testDatabases)(
  'a server killed while it closes a self-assessment, on $name',
  ({ name, open }) => {
    test('leaves it submitted and without a bundle, and it can be closed afterwards', async () => {
      const { address, look, end } = await place(name, open)
      const { which, head } = await look(async db => {
        const seed = await seedAssessment(db)
        const which = { unitId: seed.unit.id, cycleId: seed.cycleId, version: 1 }
        const done = await submitCycle(seed.as(seed.people.leader), { ...which, acceptsBlanks: true })
        expect(done.ok).toBe(true)
        return { which: { ...which, version: 2 }, head: seed.people.head }
      })
      const task = JSON.stringify({ database: address, which, head })
      const child = spawn(process.execPath, ['--import', 'tsx', program, task], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let faults = ''
      child.stderr.on('data', part => {
        faults += String(part)
      })
      const said: string[] = []
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(line)
        if (line === 'signing') child.kill('SIGKILL')
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      expect([said, faults]).toEqual([['signing'], ''])
      await look(async db => {
        const cycle = await db
          .selectFrom('assessment_cycle')
          .select(['state', 'version'])
          .where('id', '=', which.cycleId)
          .executeTakeFirstOrThrow()
        expect(cycle).toEqual({ state: 'submitted', version: 2 })
        expect(await bundleOf(db, which.cycleId)).toBeNull()
        const closed = await closeCycle(
          {
            db,
            now: new Date('2026-11-24T06:00:00Z'),
            today: '2026-11-24',
            newId: () => which.cycleId,
            actor: head,
          },
          which,
          throwawayKeys(),
        )
        expect(closed.ok).toBe(true)
        const bundle = await bundleOf(db, which.cycleId)
        expect(bundle && (await verifyHere(bundle.content, null))).toMatchObject({
          value: { verdict: 'unproven' },
        })
      })
      await end()
    })
  },
)
