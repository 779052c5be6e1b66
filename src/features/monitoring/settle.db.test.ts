import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err, ok } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { assignObligation } from './assign-obligation.ts'
import { completeObligation } from './complete-obligation.ts'
import { oneObligation, personObligations } from './queries.ts'
import { reopenObligation } from './reopen-obligation.ts'
import { depsOf, type Seed, seedProgramme, today } from './seed.test-data.tsx'
import { waiveObligation } from './waive-obligation.ts'

describe.each(testDatabases)('settling an obligation on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const as = (who: keyof Seed['people'], key?: string) => depsOf(database.db, seed.people[who], key)
  const done = (who: keyof Seed['people'], id: string, doneOn = today) =>
    completeObligation(as(who), { id, doneOn, note: ' Notula terlampir ' })

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(() => database.close())

  test('is refused to a colleague, to a coordinator of another area and to someone without a role', async () => {
    for (const who of ['other', 'coordinator', 'stranger', 'head'] as const)
      expect(await done(who, seed.late)).toEqual(err({ kind: 'forbidden' }))
  })

  test('is refused for a day that has not come and for an obligation that does not exist', async () => {
    expect(await done('staff', seed.late, '2026-11-25')).toEqual(err({ kind: 'done-in-future', today }))
    expect(await done('staff', seed.late, '0001-01-01')).toEqual(
      err({ kind: 'done-too-early', earliest: '2025-01-01' }),
    )
    expect(await done('staff', randomUUID())).toEqual(err({ kind: 'not-found' }))
    expect(await done('staff', 'bukan-id')).toEqual(err({ kind: 'not-found' }))
  })

  test('keeps the day, the note, who said so, and an audit entry', async () => {
    expect(await done('staff', seed.late, '2026-11-20')).toEqual(ok(null))
    const stored = await oneObligation(database.db, seed.late)
    expect(stored).toMatchObject({ stored: 'done', doneOn: '2026-11-20', note: 'Notula terlampir' })
    const entries = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', seed.late)
      .execute()
    expect(entries).toEqual([{ action: 'obligation-completed', actor_id: seed.people.staff.userId }])
  })

  test('tells the second of two who settle it at once that it is settled', async () => {
    const [id = ''] = await seed.addAction('MP', 'Dua sekaligus', null, ['2026-05-01'])
    const waive = waiveObligation(as('head'), { id, reason: 'Kegiatan dihapus dari anggaran' })
    const results = await Promise.all([done('leader', id), waive])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({ problem: { kind: 'already-settled' } })
  })

  test('by the coordinator of its area is taken; may be taken back; and is then open again', async () => {
    expect(await done('coordinator', seed.service)).toEqual(ok(null))
    expect(await reopenObligation(as('other'), { id: seed.service })).toEqual(err({ kind: 'forbidden' }))
    expect(await reopenObligation(as('coordinator'), { id: seed.service })).toEqual(ok(null))
    expect(await reopenObligation(as('coordinator'), { id: seed.service })).toEqual(
      err({ kind: 'already-open' }),
    )
    expect(await oneObligation(database.db, seed.service)).toMatchObject({
      stored: 'open',
      doneOn: null,
      note: '',
    })
  })

  test('by waiving needs the head or the team leader and a reason that says something', async () => {
    const [id = ''] = await seed.addAction('MP', 'Ditiadakan', null, ['2026-06-01'])
    const waive = (who: keyof Seed['people'], reason: string) => waiveObligation(as(who), { id, reason })
    expect(await waive('staff', 'Alasan yang cukup')).toEqual(err({ kind: 'forbidden' }))
    expect(await waive('head', ' batal    ')).toEqual(err({ kind: 'reason-too-short', least: 10 }))
    expect(await waive('head', 'Kegiatan dihapus')).toEqual(ok(null))
    expect(await reopenObligation(as('coordinator'), { id })).toEqual(err({ kind: 'forbidden' }))
    expect(await done('leader', id)).toEqual(err({ kind: 'already-settled', state: 'waived' }))
  })

  test('once has one effect when its form arrives twice', async () => {
    const [id = ''] = await seed.addAction('MP', 'Dua kali', null, ['2026-07-01'])
    const key = randomUUID()
    const send = () => completeObligation(as('leader', key), { id, doneOn: today, note: '' })
    expect([await send(), await send()]).toEqual([ok(null), ok(null)])
  })

  test('is preceded by giving it to someone of the unit, whose duty it then is', async () => {
    const [id = ''] = await seed.addAction('MP', 'Diserahkan', null, ['2026-08-01'])
    const give = (personId: string | null) => assignObligation(as('leader'), { id, personId })
    expect(await give(randomUUID())).toEqual(err({ kind: 'no-such-person' }))
    expect(await give(seed.people.other.employeeId)).toEqual(ok(null))
    const duties = await personObligations(database.db, seed.people.other.employeeId ?? '')
    expect(duties.map(duty => duty.id)).toEqual([id])
    expect(await done('other', id)).toEqual(ok(null))
    expect(await give(null)).toEqual(err({ kind: 'already-settled' }))
  })
})
