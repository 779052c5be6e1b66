import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import type { Mailer } from '../mailer.ts'
import { openMailServer } from './mail-server.test-data.ts'
import { now, origin, type Seed, seedProgramme } from './seed.test-data.tsx'
import { sendDigests } from './send-digests.ts'

/** The weekday of the seed's own day. */
const tuesday = 2

describe.each(testDatabases)('the day’s digest on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let mail: Awaited<ReturnType<typeof openMailServer>>
  const at = (day: number, hour = 1) => new Date(now.getTime() + day * 86_400_000 + (hour - 1) * 3_600_000)
  const run = (moment: Date, mailer: Mailer = mail.mailer) =>
    sendDigests({ db: database.db, now: moment, origin }, mailer)

  beforeAll(async () => {
    mail = await openMailServer()
    database = await open()
    seed = await seedProgramme(database.db)
    await database.db
      .updateTable('employee')
      .set({ email: `sari-${seed.unit.slug}@contoh.go.id` })
      .where('id', '=', seed.people.staff.employeeId ?? '')
      .execute()
    await database.db
      .insertInto('reminder_preference')
      .values({ employee_id: seed.people.staff.employeeId ?? '', late_weekday: tuesday })
      .execute()
  })
  afterEach(() => {
    mail.mails.length = 0
    mail.control.refuse = false
  })
  afterAll(async () => {
    await database.close()
    await mail.close()
  })

  test('is one mail, though two workers run at once and again an hour later', async () => {
    const tallies = await Promise.all([run(at(0)), run(at(0))])
    expect(tallies.map(tally => tally.sent).toSorted()).toEqual([0, 1])
    expect(await run(at(0, 2))).toEqual({ sent: 0, failed: 0 })
    expect(mail.mails).toHaveLength(1)
    const text = (mail.mails[0] ?? '').replace(/=\r\n/g, '')
    expect(text).toContain('Subject: Zona: 2 pengingat, 1 terlambat')
    expect(text).toContain('terlambat 14 hari')
    expect(text).toContain('jatuh tempo 3 hari lagi')
    expect(text).toContain(`${origin}/tugas`)
    expect(text).toContain(`${origin}/akun/pengingat`)
    expect(text).toContain('Rapat &lt;tim&gt;')
  })

  test('is not sent on a day without anything to say', async () => {
    expect(await run(at(1))).toEqual({ sent: 0, failed: 0 })
    expect(mail.mails).toEqual([])
  })

  test('that failed is tried again, three times a day at most, and keeps no address in its reason', async () => {
    mail.control.refuse = true
    expect(await run(at(3))).toEqual({ sent: 0, failed: 1 })
    const row = () =>
      database.db
        .selectFrom('reminder_digest')
        .select(['status', 'attempts', 'error'])
        .where('day', '=', '2026-11-27')
        .executeTakeFirstOrThrow()
    expect(await row()).toEqual({ status: 'failed', attempts: 1, error: 'EMESSAGE' })
    mail.control.refuse = false
    expect(await run(at(3, 2))).toEqual({ sent: 1, failed: 0 })
    expect(await row()).toEqual({ status: 'sent', attempts: 2, error: '' })

    mail.control.refuse = true
    const later = [await run(at(7)), await run(at(7, 2)), await run(at(7, 3)), await run(at(7, 4))]
    expect(later.map(tally => tally.failed)).toEqual([1, 1, 1, 0])
  })

  test('left claimed by a worker that died is taken over after a quarter of an hour', async () => {
    await database.db
      .insertInto('reminder_digest')
      .values({
        employee_id: seed.people.staff.employeeId ?? '',
        day: '2026-12-08',
        status: 'claimed',
        attempts: 1,
        content: JSON.stringify({ lines: 1, claimedAt: at(14).toISOString() }),
      })
      .execute()
    expect(await run(new Date(at(14).getTime() + 14 * 60_000))).toEqual({ sent: 0, failed: 0 })
    expect(await run(new Date(at(14).getTime() + 16 * 60_000))).toEqual({ sent: 1, failed: 0 })
  })

  test('is not sent to someone who wants none, nor to someone who left', async () => {
    const id = seed.people.staff.employeeId ?? ''
    const choose = (late: boolean) =>
      database.db
        .updateTable('reminder_preference')
        .set({ upcoming: false, due: false, late })
        .where('employee_id', '=', id)
        .execute()
    await choose(false)
    expect(await run(at(21))).toEqual({ sent: 0, failed: 0 })
    await choose(true)
    await database.db.updateTable('employee').set({ active: false }).where('id', '=', id).execute()
    expect(await run(at(21))).toEqual({ sent: 0, failed: 0 })
  })
})
