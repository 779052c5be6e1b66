import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openPlace, runProgram } from '../../../db/killed.test-data.ts'
import { testDatabases } from '../../../db/testing.ts'
import { closeCycle, submitCycle } from '../cycle/move-cycle.ts'
import { seedAssessment } from '../sheet.test-data.ts'
import { bundleOf } from './queries.ts'
import { throwawayKeys } from './signing-key.ts'
import { verifyHere } from './verify-here.ts'

const program = fileURLToPath(new URL('../../../../e2e/close-and-die.ts', import.meta.url))

describe.each(testDatabases)('a server killed while it closes a self-assessment, on $name', database => {
  test('leaves it submitted and without a bundle, and it can be closed afterwards', async () => {
    const { address, look, end } = await openPlace(database)
    const { which, head } = await look(async db => {
      const seed = await seedAssessment(db)
      const which = { unitId: seed.unit.id, cycleId: seed.cycleId, version: 1 }
      const done = await submitCycle(seed.as(seed.people.leader), { ...which, acceptsBlanks: true })
      expect(done.ok).toBe(true)
      return { which: { ...which, version: 2 }, head: seed.people.head }
    })
    const said: string[] = []
    const { faults } = await runProgram(program, { database: address, which, head }, line => {
      said.push(line)
      return line === 'signing'
    })
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
})
