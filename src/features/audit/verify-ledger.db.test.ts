import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../core/shared/result.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { write } from '../../db/write.ts'
import { verifyLedger } from './verify-ledger.ts'

describe.each(testDatabases)('checking the audit chain on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('an untouched chain is intact over every chunk; an altered entry is named', async () => {
    const { db } = database
    const now = new Date('2026-11-24T01:00:00Z')
    expect(await verifyLedger(db)).toEqual({ entries: 0, brokenAt: null })
    await write({ db, now, today: '2026-11-24', newId: randomUUID, actor: null }, async (_tx, record) => {
      for (let n = 0; n < 1005; n++)
        record({
          action: 'tested',
          subjectType: 'test',
          subjectId: String(n),
          detail: { n, text: 'é', list: [1] },
        })
      return ok(null)
    })
    expect(await verifyLedger(db)).toEqual({ entries: 1005, brokenAt: null })
    await sql`alter table audit_entry disable trigger audit_entry_append_only`.execute(db)
    await sql`update audit_entry set detail = '{"n": 0}' where seq = 1003`.execute(db)
    expect(await verifyLedger(db)).toEqual({ entries: 1002, brokenAt: 1003 })
  })
})
