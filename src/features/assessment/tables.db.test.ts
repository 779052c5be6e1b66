import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { seedUnit, testDatabases } from '../../db/testing.ts'

const hash = 'a'.repeat(64)
const at = new Date('2026-11-24T03:00:00Z')

describe.each(testDatabases)('What the tables themselves refuse on $name', ({ open }) => {
  let database: OpenDatabase
  const cycleId = randomUUID()
  const saved = {
    cycle_id: cycleId,
    code: 'P.MP.1.a',
    value: '"Ya"',
    explanation: '',
    returned_reason: '',
    version: 1,
  }

  beforeAll(async () => {
    database = await open()
    const { db } = database
    const { unitId } = await seedUnit(db)
    await db
      .insertInto('auth_user')
      .values({
        id: 'u',
        name: 'Penguji',
        email: 'penguji@contoh.go.id',
        email_verified: true,
        updated_at: at,
      })
      .execute()
    await db
      .insertInto('instrument')
      .values({ hash, id: 'uji', kind: 'scored', content: '{}', added_at: at })
      .execute()
    await db
      .insertInto('assessment_cycle')
      .values({
        id: cycleId,
        unit_id: unitId,
        year: 2026,
        kind: 'scored',
        instrument_hash: hash,
        created_by: 'u',
        created_at: at,
      })
      .execute()
    await db
      .insertInto('assessment_answer')
      .values({ ...saved, updated_by: 'u', updated_at: at })
      .execute()
    await db
      .insertInto('assessment_answer_history')
      .values({ ...saved, change: 'saved', changed_by: 'u', changed_at: at })
      .execute()
  })
  afterAll(() => database.close())

  const setState = (state: 'open' | 'submitted' | 'closed') =>
    database.db.updateTable('assessment_cycle').set({ state }).where('id', '=', cycleId).execute()

  test('an instrument is never changed, removed or emptied', async () => {
    const { db } = database
    await expect(db.updateTable('instrument').set({ content: '{"a":1}' }).execute()).rejects.toThrow(
      'append only',
    )
    await expect(db.deleteFrom('instrument').execute()).rejects.toThrow('append only')
    await expect(sql`truncate instrument cascade`.execute(db)).rejects.toThrow('append only')
  })

  test('the history of an answer is only ever added to', async () => {
    const { db } = database
    await expect(
      db.updateTable('assessment_answer_history').set({ explanation: 'x' }).execute(),
    ).rejects.toThrow('append only')
    await expect(db.deleteFrom('assessment_answer_history').execute()).rejects.toThrow('append only')
  })

  test('a cycle keeps its unit, year and instrument', async () => {
    await expect(database.db.updateTable('assessment_cycle').set({ year: 2027 }).execute()).rejects.toThrow(
      'keeps its unit',
    )
  })

  test('a submitted cycle takes no answer, and a closed one does not open again', async () => {
    const { db } = database
    await setState('submitted')
    await expect(db.updateTable('assessment_answer').set({ explanation: 'x' }).execute()).rejects.toThrow(
      'submitted',
    )
    await expect(db.deleteFrom('assessment_answer').execute()).rejects.toThrow('submitted')
    await setState('open')
    await db.updateTable('assessment_answer').set({ explanation: 'y' }).execute()
    await setState('closed')
    await expect(setState('open')).rejects.toThrow('closed')
  })
})
