import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { usualWishes } from './reminder-plan.ts'
import { reminderWishes } from './reminder-wishes.ts'
import { appFor, type Seed, seedProgramme } from './seed.test-data.tsx'

const path = '/akun/pengingat'

describe.each(testDatabases)('the own reminders on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const send = (who: keyof Seed['people'], body: [string, string][]) =>
    appFor(seed, seed.people[who]).request(path, { method: 'POST', body: new URLSearchParams(body) })
  const wishes = () => reminderWishes(database.db, seed.people.staff.employeeId ?? '')

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(() => database.close())

  test('are all by mail until the person chooses', async () => {
    expect(await wishes()).toEqual(usualWishes)
    const html = await (await appFor(seed, seed.people.staff).request(path)).text()
    expect(html.match(/checked/g)).toHaveLength(3)
    expect(html).toContain('<option value="1" selected="">Senin</option>')
  })

  test('are kept as chosen, also when chosen a second time', async () => {
    const first = await send('staff', [
      ['byMail', 'late'],
      ['daysBefore', '7'],
      ['lateWeekday', '5'],
    ])
    expect([first.status, first.headers.get('location')]).toEqual([303, path])
    expect(await wishes()).toEqual({ byMail: ['late'], daysBefore: 7, lateWeekday: 5 })
    await send('staff', [
      ['byMail', 'upcoming'],
      ['byMail', 'due'],
      ['daysBefore', '1'],
      ['lateWeekday', '7'],
    ])
    expect(await wishes()).toEqual({ byMail: ['upcoming', 'due'], daysBefore: 1, lateWeekday: 7 })
    const entries = await database.db
      .selectFrom('audit_entry')
      .select('actor_id')
      .where('action', '=', 'reminders-chosen')
      .execute()
    expect(entries).toEqual([{ actor_id: seed.people.staff.userId }, { actor_id: seed.people.staff.userId }])
  })

  test.each(['0', '31', 'tiga', ''])('refuse "%s" days and keep what was chosen beside it', async days => {
    const before = await wishes()
    const response = await send('staff', [
      ['byMail', 'late'],
      ['daysBefore', days],
      ['lateWeekday', '3'],
    ])
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#daysBefore"')
    expect(html).toContain(`value="${days}"`)
    expect(html).toContain('<option value="3" selected="">Rabu</option>')
    expect(await wishes()).toEqual(before)
  })
})
