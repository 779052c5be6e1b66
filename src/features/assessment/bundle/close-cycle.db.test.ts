import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BundleKey } from '../../../core/bundle/make-bundle.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { closeCycle, submitCycle } from '../cycle/move-cycle.ts'
import { saveAnswers } from '../fill/save-answers.ts'
import { now, seedAssessment } from '../sheet.test-data.ts'
import { knownKeys } from './known-keys.ts'
import { bundleOf } from './queries.ts'
import { type SigningKeys, throwawayKeys } from './signing-key.ts'
import { verifyHere } from './verify-here.ts'

type Seed = Awaited<ReturnType<typeof seedAssessment>>
const broken: SigningKeys = {
  ...throwawayKeys(),
  current: async (): Promise<BundleKey> => ({
    publicKey: new Uint8Array(32),
    sign: async () => {
      throw new Error('the key is on a token that was pulled out')
    },
  }),
}

describe.each(testDatabases)('Closing a self-assessment on $name', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  /** A unit whose sheet is handed in, with one answer, one cited file and one restricted file. */
  async function submitted(): Promise<Seed & { readonly version: number }> {
    const { db } = database
    const seed = await seedAssessment(db)
    const leader = seed.as(seed.people.leader)
    const answered = await saveAnswers(leader, {
      unit: seed.unit,
      cycleId: seed.cycleId,
      rows: [{ code: 'P.MP.1.a', value: 'Ya', explanation: 'SK terlampir', seen: 0 }],
    })
    expect(answered.ok).toBe(true)
    for (const [title, confidentiality] of [
      ['SK Tim Kerja', 'internal'],
      ['Pemeriksaan khusus kasus 7781', 'restricted'],
    ] as const)
      await cite(seed, title, confidentiality)
    const which = { unitId: seed.unit.id, cycleId: seed.cycleId, version: 1 }
    expect((await submitCycle(leader, { ...which, acceptsBlanks: true })).ok).toBe(true)
    return { ...seed, version: 2 }
  }

  async function cite(seed: Seed, title: string, confidentiality: 'internal' | 'restricted') {
    const { db } = database
    const [id, sha256] = [randomUUID(), randomUUID().replaceAll('-', '').repeat(2)]
    const by = seed.people.leader.userId
    await db
      .insertInto('file_object')
      .values({ sha256, size: 12, type: 'application/pdf', stored_at: now })
      .execute()
    await db
      .insertInto('evidence')
      .values({
        ...{ id, unit_id: seed.unit.id, title, kind: 'decree', confidentiality },
        ...{ created_by: by, created_at: now, updated_at: now },
      })
      .execute()
    await db
      .insertInto('evidence_version')
      .values({
        ...{ evidence_id: id, no: 1, sha256, file_name: `${title}.pdf`, type: 'application/pdf' },
        ...{ uploaded_by: by, uploaded_at: now },
      })
      .execute()
    await db
      .insertInto('evidence_link')
      .values({
        ...{ id: randomUUID(), evidence_id: id, item_code: 'P.MP.1.a', cycle_id: seed.cycleId },
        ...{ subject: 'Butir', page: 'hal. 2', created_by: by, created_at: now },
      })
      .execute()
  }

  const close = (seed: Seed & { readonly version: number }, keys: SigningKeys) =>
    closeCycle(
      seed.as(seed.people.head),
      { unitId: seed.unit.id, cycleId: seed.cycleId, version: seed.version },
      keys,
    )
  const stateOf = async (seed: Seed) =>
    (
      await database.db
        .selectFrom('assessment_cycle')
        .select('state')
        .where('id', '=', seed.cycleId)
        .executeTakeFirstOrThrow()
    ).state
  const membersOf = async (seed: Seed) => {
    const bundle = await bundleOf(database.db, seed.cycleId)
    if (!bundle) throw new Error('no bundle was written')
    return {
      ...bundle,
      read: (name: string): unknown =>
        JSON.parse(strFromU8(unzipSync(bundle.content)[name] ?? new Uint8Array())),
    }
  }

  test('writes a bundle that holds, whose hash the closing entry of the ledger names', async () => {
    const seed = await submitted()
    const keys = throwawayKeys()
    expect(await close(seed, keys)).toMatchObject({ ok: true })
    const bundle = await membersOf(seed)
    const trusted = (await knownKeys(database.db, keys)).map(({ fingerprint }) => fingerprint)
    const verified = await verifyHere(bundle.content, trusted)
    expect(verified).toMatchObject({ ok: true, value: { verdict: 'holds', index: { year: 2026 } } })
    const entries = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'detail', 'previous'])
      .where('subject_id', '=', seed.cycleId)
      .orderBy('seq')
      .execute()
    const closing = entries.at(-1)
    expect(closing?.action).toBe('assessment-closed')
    expect(closing?.detail).toMatchObject({ bundle: bundle.sha256 })
    // Nothing came between what the bundle calls the ledger's end and the closing itself.
    expect(bundle.read('ledger.json')).toMatchObject({ head: { hash: closing?.previous } })
    expect(bundle.read('instrument.json')).toMatchObject({ id: 'permenpanrb-90-2021' })
  })

  test('names each cited piece by its hash, and a restricted one by nothing else', async () => {
    const seed = await submitted()
    expect(await close(seed, throwawayKeys())).toMatchObject({ ok: true })
    const { read, content } = await membersOf(seed)
    const { pieces } = read('evidence-manifest.json') as { pieces: Record<string, unknown>[] }
    const byKind = Object.fromEntries(pieces.map(piece => [String(piece.confidentiality), piece]))
    expect(byKind.internal).toMatchObject({
      ...{ title: 'SK Tim Kerja', fileName: 'SK Tim Kerja.pdf', version: 1, size: 12 },
      cited: [{ code: 'P.MP.1.a', page: 'hal. 2' }],
    })
    expect(byKind.restricted).toMatchObject({ title: '', fileName: '', url: '', size: 12 })
    expect(byKind.restricted?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(Buffer.from(content).includes('kasus 7781')).toBe(false)
  })

  test('twice at once closes once and makes one bundle', async () => {
    const seed = await submitted()
    const keys = throwawayKeys()
    const results = await Promise.all([close(seed, keys), close(seed, keys), close(seed, keys)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results)
      if (!result.ok) expect(result.problem).toEqual({ kind: 'stale', state: 'closed' })
    const { n } = await database.db
      .selectFrom('assessment_bundle')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('cycle_id', '=', seed.cycleId)
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(1)
  })

  test('that cannot sign leaves the sheet as it was, without a bundle, and can be done later', async () => {
    const seed = await submitted()
    await expect(close(seed, broken)).rejects.toThrow('pulled out')
    expect(await stateOf(seed)).toBe('submitted')
    expect(await bundleOf(database.db, seed.cycleId)).toBeNull()
    expect(await close(seed, throwawayKeys())).toMatchObject({ ok: true })
    expect(await stateOf(seed)).toBe('closed')
  })

  test('with a key whose signature is wrong keeps nothing', async () => {
    const seed = await submitted()
    const { publicKey } = await throwawayKeys().current()
    const other = await throwawayKeys().current()
    const mixed = { ...throwawayKeys(), current: async () => ({ ...other, publicKey }) }
    await expect(close(seed, mixed)).rejects.toThrow('does not hold')
    expect(await stateOf(seed)).toBe('submitted')
  })

  test('is refused where somebody altered the ledger behind Zona’s back', async () => {
    const seed = await submitted()
    const { db } = database
    await sql`alter table audit_entry disable trigger audit_entry_append_only`.execute(db)
    await sql`update audit_entry set detail = '{"answers":{}}'
      where subject_id = ${seed.cycleId} and action = 'assessment-answered'`.execute(db)
    await sql`alter table audit_entry enable trigger audit_entry_append_only`.execute(db)
    const refused = await close(seed, throwawayKeys())
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'ledger-does-not-hold' } })
    expect(await stateOf(seed)).toBe('submitted')
  })

  test('a bundle and a key that signed are never changed or removed', async () => {
    const { db } = database
    await expect(
      db
        .updateTable('assessment_bundle')
        .set({ sha256: 'a'.repeat(64) })
        .execute(),
    ).rejects.toThrow('append only')
    await expect(db.deleteFrom('assessment_bundle').execute()).rejects.toThrow('append only')
    await expect(db.deleteFrom('signing_key').execute()).rejects.toThrow('append only')
  })

  test('after the key was changed the old one is still among the agency’s', async () => {
    const [first, second] = [throwawayKeys(), throwawayKeys()]
    const old = await submitted()
    expect(await close(old, first)).toMatchObject({ ok: true })
    const known = await knownKeys(database.db, second)
    expect(known[0]).toMatchObject({ current: true, since: null })
    const bundle = await membersOf(old)
    const trusted = known.map(({ fingerprint }) => fingerprint)
    expect(await verifyHere(bundle.content, trusted)).toMatchObject({ ok: true, value: { verdict: 'holds' } })
    expect(await verifyHere(bundle.content, trusted.slice(0, 1))).toMatchObject({
      ok: true,
      value: { verdict: 'fails' },
    })
  })
})
