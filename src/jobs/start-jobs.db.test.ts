import { setTimeout as wait } from 'node:timers/promises'
import { fromPglite, PgBoss } from 'pg-boss'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../db/open-database.ts'
import { testDatabases } from '../db/testing.ts'
import { sendDigests } from '../features/monitoring/index.ts'
import { openMailServer } from '../features/monitoring/mail-server.test-data.ts'
import { now, origin, type Seed, seedProgramme } from '../features/monitoring/seed.test-data.tsx'
import { startJobs } from './start-jobs.ts'

/** Somebody else who puts a job into the queue, as the clock does on the hour; it runs none. */
async function openSender(database: OpenDatabase): Promise<PgBoss> {
  const quiet = { schema: 'pgboss', supervise: false, schedule: false }
  const boss =
    database.kind === 'postgres'
      ? new PgBoss({ connectionString: database.url, ...quiet })
      : new PgBoss({ db: fromPglite(database.pglite), backend: 'pglite', ...quiet })
  await boss.start()
  return boss
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await wait(50)
}

describe.each(testDatabases)('the jobs on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let mail: Awaited<ReturnType<typeof openMailServer>>
  const faults: string[] = []
  const start = (run: () => Promise<unknown>) =>
    startJobs({
      database:
        database.kind === 'pglite'
          ? { kind: 'pglite', pglite: database.pglite }
          : { kind: 'postgres', url: database.url },
      run: {
        sendDigests: async () => void (await run()),
        readContents: async () => {},
        dropExpired: async () => {},
        resumeImports: async () => {},
      },
      log: { error: (_facts, message) => faults.push(message) },
    })
  const digest = () => sendDigests({ db: database.db, now, origin }, mail.mailer)

  beforeAll(async () => {
    mail = await openMailServer()
    database = await open()
    seed = await seedProgramme(database.db)
    await database.db
      .updateTable('employee')
      .set({ email: 'sari@contoh.go.id' })
      .where('id', '=', seed.people.staff.employeeId ?? '')
      .execute()
  })
  beforeEach(async () => {
    mail.mails.length = 0
    await database.db.deleteFrom('reminder_digest').execute()
  })
  afterAll(async () => {
    await database.close()
    await mail.close()
  })

  test('plan digests by the hour of the working day, reading and broken-off imports by the minute and expired uploads by the hour, once however many workers there are', async () => {
    const workers = [await start(digest), await start(digest)]
    const sender = await openSender(database)
    const plans = await sender.getSchedules()
    await sender.stop()
    for (const worker of workers) await worker.stop()
    plans.sort((a, b) => a.name.localeCompare(b.name))
    expect(plans.map(({ name, cron, timezone }) => ({ name, cron, timezone }))).toEqual([
      { name: 'contents', cron: '* * * * *', timezone: 'UTC' },
      { name: 'digests', cron: '0 6-20 * * *', timezone: 'Asia/Jakarta' },
      { name: 'expired-uploads', cron: '17 * * * *', timezone: 'UTC' },
      { name: 'imports', cron: '* * * * *', timezone: 'UTC' },
    ])
    expect(faults).toEqual([])
  })

  test('send the digest to a real mail server, once though two workers run and the job comes twice', async () => {
    let runs = 0
    const counted = async () => {
      const tally = await digest()
      runs += 1
      return tally
    }
    const workers = [await start(counted), await start(counted)]
    const sender = await openSender(database)
    await sender.send('digests')
    await until(() => runs === 1)
    await sender.send('digests')
    await until(() => runs === 2)
    await sender.stop()
    for (const worker of workers) await worker.stop()
    expect(runs).toBe(2)
    expect(mail.mails).toHaveLength(1)
    expect(mail.mails[0]).toContain('To: sari@contoh.go.id')
    expect(faults).toEqual([])
  })

  test('finish what is running before they stop, and take nothing new', async () => {
    const said: string[] = []
    let release = () => {}
    const gate = new Promise<void>(open => {
      release = open
    })
    const worker = await start(async () => {
      said.push('begun')
      await gate
      await digest()
      said.push('finished')
    })
    const sender = await openSender(database)
    await sender.send('digests')
    await until(() => said.includes('begun'))
    const stopped = worker.stop().then(() => said.push('stopped'))
    await sender.send('digests')
    release()
    await stopped
    expect(said).toEqual(['begun', 'finished', 'stopped'])
    expect(mail.mails).toHaveLength(1)
    expect(await sender.getQueueStats('digests')).toMatchObject([{ queuedCount: 1, activeCount: 0 }])
    await sender.stop()
    expect(faults).toEqual([])
  })
})
