import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { appFor, type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'

describe.each(testDatabases)('Evidence that a self-assessment cites, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const now = new Date('2026-11-24T03:42:00Z')
  let year = 2030

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    const hash = 'a'.repeat(64)
    await database.db
      .insertInto('instrument')
      .values({ hash, id: 'lke', kind: 'scored', content: '{}', added_at: now })
      .execute()
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  /** A new piece, cited by a cycle that is then in that state. */
  async function cited(state: 'open' | 'submitted' | 'reopened' | 'closed') {
    const { db } = database
    year += 1
    const title = `SK ${year}`
    const created_by = seed.people.staff.userId
    const [cycleId, linkId] = [randomUUID(), randomUUID()]
    const added = await appFor(seed, seed.people.staff, services).request(`/u/${seed.unit.slug}/bukti/baru`, {
      method: 'POST',
      body: uploadForm(
        { title, kind: 'decree' },
        { name: 'SK.pdf', content: Uint8Array.from(pdf(`/${year} `)) },
      ),
    })
    expect(added.status).toBe(303)
    const { id } = await db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    const cycle = { id: cycleId, unit_id: seed.unit.id, year, kind: 'scored' } as const
    await db
      .insertInto('assessment_cycle')
      .values({ ...cycle, instrument_hash: 'a'.repeat(64), created_by, created_at: now })
      .execute()
    const link = { id: linkId, evidence_id: id, cycle_id: cycleId, item_code: 'P.MP.1.a', created_by }
    await db
      .insertInto('evidence_link')
      .values({ ...link, subject: 'Butir', page: 'hal. 2', created_at: now })
      .execute()
    await db.updateTable('assessment_cycle').set({ state }).where('id', '=', cycleId).execute()
    return { id, linkId, year }
  }

  async function unlink({ id, linkId }: { id: string; linkId: string }) {
    const app = appFor(seed, seed.people.staff, services)
    const sent = await app.request(`/u/${seed.unit.slug}/bukti/${id}/lepas`, {
      method: 'POST',
      body: new URLSearchParams({ link: linkId, _key: randomUUID() }),
    })
    const left = await database.db.selectFrom('evidence_link').select('id').where('id', '=', linkId).execute()
    return { status: sent.status, html: await sent.text(), stays: left.length === 1 }
  }

  test.each(['open', 'reopened'] as const)('is unlinked while the sheet is %s', async state => {
    expect(await unlink(await cited(state))).toMatchObject({ status: 303, stays: false })
  })

  test.each([
    ['submitted', 'Minta pengajuan itu dibuka kembali'],
    ['closed', 'kirim versi barunya'],
  ] as const)('stays linked once the sheet is %s, and the page says what to do', async (state, remedy) => {
    const piece = await cited(state)
    const refused = await unlink(piece)
    expect(refused).toMatchObject({ status: 409, stays: true })
    expect(refused.html).toContain(`LKE ${piece.year}`)
    expect(refused.html).toContain(remedy)
  })
})
