import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { addEvidence } from './bring/add-evidence.ts'
import { receiveUpload } from './bring/receive-upload.ts'
import { pdf } from './bring/sample-files.test-data.ts'
import { linkEvidence, unlinkEvidence } from './link/link-evidence.ts'
import { addVersion, editEvidence } from './piece/change-evidence.ts'
import type { EvidenceFacts } from './piece/facts.ts'
import { onePiece, type PieceDetail } from './piece/piece-detail.ts'
import { reviewEvidence } from './piece/review-evidence.ts'
import { obligationSlots } from './queries.ts'
import { bytesOf, countOf, depsOf, type Seed, scratchServices, seedProgramme } from './seed.test-data.tsx'
import { objectKey } from './store/object-store.ts'
import { sweepStore, verifyStore } from './store/store-audit.ts'

const facts: EvidenceFacts = {
  title: 'SK Tim Kerja',
  kind: 'decree',
  documentNumber: '12/SK/2026',
  documentDate: '2026-01-12',
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  page: '',
  language: 'id',
  keywords: ['tim'],
  confidentiality: 'internal',
}

describe.each(testDatabases)('evidence on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  type Who = keyof Seed['people']
  const deps = (who: Who, key?: string) => depsOf(database.db, seed.people[who], key)
  const all = (who: Who) => ({ userId: seed.people[who].userId, restricted: true })

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  async function bring(who: Who, name: string, content: string | Uint8Array = pdf()) {
    const unitId = seed.unit.id
    const received = await receiveUpload(deps(who), services, { unitId, name, bytes: bytesOf(content) })
    if (!received.ok) throw new Error(received.problem.kind)
    return received.value
  }
  async function add(who: Who, more: Partial<EvidenceFacts> = {}, obligationId: string | null = seed.late) {
    const upload = await bring(who, 'SK.pdf', pdf(`/Uji (${randomUUID()}) `))
    const added = await addEvidence(deps(who), {
      unitId: seed.unit.id,
      facts: { ...facts, ...more },
      uploads: [upload.id],
      link: null,
      target: obligationId === null ? null : { obligationId, slot: 'Notula rapat', page: '' },
    })
    if (!added.ok) throw new Error(added.problem.kind)
    return piece(added.value.ids[0] ?? '')
  }
  async function piece(id: string): Promise<PieceDetail> {
    const found = await onePiece(database.db, seed.unit.id, id, all('leader'))
    if (!found) throw new Error('no such piece')
    return found
  }
  const which = (one: PieceDetail) => ({
    unitId: seed.unit.id,
    evidenceId: one.id,
    revision: one.revision,
  })

  test('a received file is a row only after its object stands in the store, and the same bytes are one', async () => {
    const bytes = pdf('/Sama 1 ')
    const [one, two] = [await bring('staff', 'a.pdf', bytes), await bring('other', 'b.pdf', bytes)]
    expect(one.sha256).toBe(two.sha256)
    expect(await services.store.find(one.sha256)).toMatchObject({ size: bytes.length })
    const rows = await database.db
      .selectFrom('file_object')
      .selectAll()
      .where('sha256', '=', one.sha256)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('brought for a slot fills it, waits for review, and knows who brought what and when', async () => {
    const one = await add('staff')
    expect(one).toMatchObject({
      state: 'submitted',
      version: 1,
      facts: { title: 'SK Tim Kerja', documentDate: '2026-01-12', keywords: ['tim'] },
      links: [{ slot: 'Notula rapat', obligationId: seed.late, area: 'MP' }],
      history: [{ action: 'evidence-added', person: 'Sari' }],
    })
    const slots = await obligationSlots(database.db, seed.unit.id, seed.late, all('leader'))
    expect(slots.map(slot => [slot.text, slot.pieces.some(p => p.id === one.id)])).toEqual([
      ['Notula rapat', true],
      ['', false],
    ])
  })

  test('several files of one form are a piece each, named by the title and their own names', async () => {
    const uploads = [await bring('staff', 'Lampiran 1.pdf'), await bring('staff', 'Lampiran 2.pdf')]
    const added = await addEvidence(deps('staff'), {
      unitId: seed.unit.id,
      facts: { ...facts, title: 'Notulen' },
      uploads: uploads.map(upload => upload.id),
      link: { url: 'https://contoh.go.id/berita', title: 'Berita', checkedOn: '2026-11-24' },
      target: null,
    })
    if (!added.ok) throw new Error(added.problem.kind)
    const titles = await Promise.all(added.value.ids.map(async id => (await piece(id)).facts.title))
    expect(titles).toEqual(['Notulen – Lampiran 1', 'Notulen – Lampiran 2', 'Notulen – Berita'])
  })

  test('the same form sent twice, also at once, has one effect', async () => {
    const [upload, key] = [await bring('staff', 'dua.pdf'), randomUUID()]
    const before = await countOf(database.db, 'evidence')
    const input = {
      unitId: seed.unit.id,
      facts,
      uploads: [upload.id],
      link: null,
      target: null,
    }
    const outcomes = await Promise.all([
      addEvidence(deps('staff', key), input),
      addEvidence(deps('staff', key), input),
    ])
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(await countOf(database.db, 'evidence')).toBe(Number(before) + 1)
  })

  test('a received file belongs to whoever sent it and is used once', async () => {
    const upload = await bring('staff', 'punya.pdf')
    const input = { unitId: seed.unit.id, facts, uploads: [upload.id], link: null, target: null }
    const gone = { ok: false, problem: { kind: 'upload-gone' } }
    expect(await addEvidence(deps('other'), input)).toEqual(gone)
    expect((await addEvidence(deps('staff'), input)).ok).toBe(true)
    expect(await addEvidence(deps('staff'), input)).toEqual(gone)
    expect(await addEvidence(deps('staff'), { ...input, uploads: ['bukan id'] })).toEqual(gone)
  })

  test.each([
    ['an obligation of nobody', { obligationId: randomUUID(), slot: '', page: '' }, 'no-such-obligation'],
    ['no id at all', { obligationId: 'x', slot: '', page: '' }, 'no-such-obligation'],
  ])('%s cannot be proven, and nothing is stored', async (_what, target, kind) => {
    const before = await countOf(database.db, 'evidence')
    const link = { url: 'https://contoh.go.id', title: null, checkedOn: null }
    const input = { unitId: seed.unit.id, facts, uploads: [], link, target }
    expect(await addEvidence(deps('staff'), input)).toMatchObject({ ok: false, problem: { kind } })
    const slot = { obligationId: seed.late, slot: 'Tidak diminta', page: '' }
    expect(await addEvidence(deps('staff'), { ...input, target: slot })).toMatchObject({
      ok: false,
      problem: { kind: 'no-such-slot' },
    })
    expect(await countOf(database.db, 'evidence')).toBe(before)
  })

  test('is reviewed by another person than any that brought a version of it', async () => {
    const one = await add('leader')
    const judge = { ...which(one), decision: 'accepted', reason: '' } as const
    expect(await reviewEvidence(deps('leader'), judge)).toEqual({
      ok: false,
      problem: { kind: 'own-evidence' },
    })
    expect((await reviewEvidence(deps('head'), judge)).ok).toBe(true)
    expect(await piece(one.id)).toMatchObject({
      state: 'accepted',
      reviews: [{ decision: 'accepted', version: 1, person: 'Kepala' }],
    })
  })

  test('is not accepted by whoever changed what is said about it', async () => {
    const one = await add('staff')
    const edit = { ...which(one), facts: { ...facts, title: 'Diubah oleh pemeriksa' } }
    expect((await editEvidence(deps('leader'), edit)).ok).toBe(true)
    const judge = { ...which(await piece(one.id)), decision: 'accepted', reason: '' } as const
    expect(await reviewEvidence(deps('leader'), judge)).toEqual({
      ok: false,
      problem: { kind: 'own-evidence' },
    })
    expect((await reviewEvidence(deps('head'), judge)).ok).toBe(true)
  })

  test('is returned only with a reason', async () => {
    const one = await add('staff')
    const judge = { ...which(one), decision: 'returned', reason: ' ya ' } as const
    expect(await reviewEvidence(deps('leader'), judge)).toEqual({
      ok: false,
      problem: { kind: 'reason-too-short', least: 10 },
    })
    const done = await reviewEvidence(deps('leader'), { ...judge, reason: 'Tanda tangan belum ada' })
    expect(done.ok).toBe(true)
    expect((await piece(one.id)).state).toBe('returned')
  })

  test('reviewed by two at once, the second is told who was first and what they said', async () => {
    const one = await add('staff')
    const outcomes = await Promise.all([
      reviewEvidence(deps('leader'), { ...which(one), decision: 'accepted', reason: '' }),
      reviewEvidence(deps('head'), {
        ...which(one),
        decision: 'returned',
        reason: 'Tidak terbaca sama sekali',
      }),
    ])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.find(outcome => !outcome.ok)).toMatchObject({
      problem: { kind: 'reviewed-already', by: expect.any(String) },
    })
    expect((await piece(one.id)).reviews).toHaveLength(1)
  })

  test('changed since it was looked at cannot be accepted unseen', async () => {
    const one = await add('staff')
    const upload = await bring('staff', 'baru.pdf', pdf('/Baru 1 '))
    const added = await addVersion(deps('staff'), { ...which(one), upload: upload.id, link: null })
    expect(added).toEqual({ ok: true, value: { version: 2 } })
    expect(await reviewEvidence(deps('leader'), { ...which(one), decision: 'accepted', reason: '' })).toEqual(
      { ok: false, problem: { kind: 'stale' } },
    )
  })

  test('keeps the old bytes under the old number when a version is added', async () => {
    const one = await add('staff')
    const upload = await bring('other', 'v2.pdf', pdf('/Versi 2 '))
    await addVersion(deps('other'), { ...which(one), upload: upload.id, link: null })
    const now = await piece(one.id)
    expect(now.versions.map(v => [v.no, v.sha256, v.person])).toEqual([
      [2, upload.sha256, 'Budi'],
      [1, one.versions[0]?.sha256, 'Sari'],
    ])
    await expect(
      database.db
        .updateTable('evidence_version')
        .set({ sha256: upload.sha256 })
        .where('evidence_id', '=', one.id)
        .execute(),
    ).rejects.toThrow('append only')
    await expect(
      database.db.deleteFrom('evidence_version').where('evidence_id', '=', one.id).execute(),
    ).rejects.toThrow('append only')
  })

  test('accepted is locked: a changed fact is a new version that needs a review, and what was accepted stays', async () => {
    const one = await add('staff')
    await reviewEvidence(deps('leader'), { ...which(one), decision: 'accepted', reason: '' })
    const accepted = await piece(one.id)
    const edited = await editEvidence(deps('staff'), {
      ...which(accepted),
      facts: { ...facts, title: 'SK Tim Kerja (perubahan)' },
    })
    expect(edited.ok).toBe(true)
    const now = await piece(one.id)
    expect(now).toMatchObject({
      state: 'submitted',
      version: 2,
      facts: { title: 'SK Tim Kerja (perubahan)' },
    })
    expect(new Set(now.versions.map(v => v.sha256)).size).toBe(1)
    const review = await database.db
      .selectFrom('evidence_review')
      .select('facts')
      .where('evidence_id', '=', one.id)
      .executeTakeFirstOrThrow()
    expect(review.facts).toMatchObject({ title: 'SK Tim Kerja', version: 1 })
    expect(await editEvidence(deps('staff'), { ...which(accepted), facts })).toEqual({
      ok: false,
      problem: { kind: 'stale' },
    })
  })

  test('proves further obligations, each once; a link of accepted evidence cannot be taken back', async () => {
    const one = await add('staff')
    const input = {
      unitId: seed.unit.id,
      evidenceId: one.id,
      target: { obligationId: seed.service, slot: '', page: 'hal. 3' },
    }
    expect((await linkEvidence(deps('staff'), input)).ok).toBe(true)
    expect(await linkEvidence(deps('staff'), input)).toEqual({
      ok: false,
      problem: { kind: 'linked-already' },
    })
    const links = new Map((await piece(one.id)).links.map(link => [link.area, link.id]))
    expect([...links.keys()].sort()).toEqual(['MP', 'PP'])
    const away = { unitId: seed.unit.id, evidenceId: one.id, linkId: links.get('PP') ?? '' }
    expect((await unlinkEvidence(deps('staff'), away)).ok).toBe(true)
    await reviewEvidence(deps('leader'), { ...which(one), decision: 'accepted', reason: '' })
    const first = { ...away, linkId: links.get('MP') ?? '' }
    expect(await unlinkEvidence(deps('staff'), first)).toEqual({ ok: false, problem: { kind: 'locked' } })
  })

  test('stays, and says what it was for, when a new plan drops the obligation', async () => {
    const [gone = ''] = await seed.addAction('MP', 'Akan hilang', null, ['2026-12-01' as LocalDate])
    const one = await add('staff', {}, gone)
    await database.db.deleteFrom('obligation').where('id', '=', gone).execute()
    expect((await piece(one.id)).links).toMatchObject([
      { obligationId: null, subject: 'Akan hilang (2026-12-01)', slot: 'Notula rapat' },
    ])
  })

  test('restricted is seen by whoever brought it and those who may, on its page and in slots', async () => {
    const one = await add('staff', { title: 'Rahasia', confidentiality: 'restricted' })
    const seenBy = async (who: Who, restricted: boolean) => {
      const viewer = { userId: seed.people[who].userId, restricted }
      return [
        (await onePiece(database.db, seed.unit.id, one.id, viewer)) !== null,
        (await obligationSlots(database.db, seed.unit.id, seed.late, viewer)).some(slot =>
          slot.pieces.some(p => p.id === one.id),
        ),
      ]
    }
    expect(await seenBy('other', false)).toEqual([false, false])
    expect(await seenBy('staff', false)).toEqual([true, true])
    expect(await seenBy('leader', true)).toEqual([true, true])
  })

  test('is never another unit’s to see, link or judge', async () => {
    const one = await add('staff')
    const elsewhere = { ...which(one), unitId: randomUUID() }
    expect(await onePiece(database.db, elsewhere.unitId, one.id, all('leader'))).toBeNull()
    const notFound = { ok: false, problem: { kind: 'not-found' } }
    expect(await reviewEvidence(deps('leader'), { ...elsewhere, decision: 'accepted', reason: '' })).toEqual(
      notFound,
    )
    expect(await editEvidence(deps('leader'), { ...elsewhere, facts })).toEqual(notFound)
  })

  test('verify names each piece whose bytes changed or are gone, and only those', async () => {
    const [flipped, lost] = [
      await add('staff', { title: 'Terbalik' }),
      await add('staff', { title: 'Hilang' }),
    ]
    const path = (one: PieceDetail) => join(services.folder, objectKey(one.versions[0]?.sha256 ?? ''))
    const bytes = pdf()
    bytes[20] = (bytes[20] ?? 0) ^ 1
    writeFileSync(path(flipped), bytes)
    rmSync(path(lost))
    const found = []
    for await (const one of verifyStore(database.db, services.store)) found.push(one)
    expect(found.map(one => [one.kind, one.titles]).sort()).toEqual([
      ['changed', ['Unit: Terbalik (versi 1)']],
      ['missing', ['Unit: Hilang (versi 1)']],
    ])
  })

  test('a sweep reports rests both ways, removes old ones only when told, and never what is used', async () => {
    const kept = await add('staff', { title: 'Terpakai' })
    const unused = await bring('staff', 'lupa.pdf', pdf('/Lupa 1 '))
    const orphan = 'a'.repeat(64)
    await services.store.stage(randomUUID(), bytesOf('sisa'))
    const id = randomUUID()
    await services.store.stage(id, bytesOf('yatim'))
    await services.store.settle(id, orphan)
    const sweep = (now: string, remove: boolean) =>
      sweepStore({ ...deps('staff'), now: new Date(now), store: services.store }, { remove })
    const kinds = async (now: string, remove = false) =>
      (await sweep(now, remove)).findings.map(finding => finding.kind).sort()
    const soon = new Date().toISOString()
    expect(await kinds(soon)).not.toContain('object-without-row')
    const later = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
    expect(await kinds(later)).toEqual(
      expect.arrayContaining(['object-without-row', 'staged', 'unused-file', 'row-without-object']),
    )
    expect(await services.store.find(orphan)).not.toBeNull()
    const { findings } = await sweep(later, true)
    expect(findings.some(f => f.kind === 'unused-file' && f.sha256 === unused.sha256)).toBe(true)
    expect(await services.store.find(orphan)).toBeNull()
    expect(await services.store.find(unused.sha256)).toBeNull()
    expect(await services.store.find(kept.versions[0]?.sha256 ?? '')).not.toBeNull()
    expect(await kinds(later)).toEqual(['row-without-object'])
  })
})
