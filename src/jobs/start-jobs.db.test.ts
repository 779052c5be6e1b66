import { expect, test } from 'vitest'
import { openEmbedded } from '../db/open-embedded.ts'
import { startJobs } from './start-jobs.ts'

test('the queue runs inside the embedded database and plans the digests every hour of the working day', async () => {
  const database = await openEmbedded(null)
  if (database.kind !== 'pglite') throw new Error('the embedded database is PGlite')
  const faults: string[] = []
  const jobs = await startJobs({
    database: { kind: 'pglite', pglite: database.pglite },
    run: { sendDigests: async () => {} },
    log: { error: (_facts, message) => faults.push(message) },
  })
  const { rows } = await database.pglite.query('select name, cron, timezone from pgboss.schedule')
  expect(rows).toEqual([{ name: 'digests', cron: '0 6-20 * * *', timezone: 'Asia/Jakarta' }])
  await jobs.stop()
  expect(faults).toEqual([])
  await database.close()
})
