import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { addEvidence } from '../bring/add-evidence.ts'
import { receiveUpload } from '../bring/receive-upload.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { linkEvidence } from '../link/link-evidence.ts'
import { filledSlots } from '../link/slots.view.tsx'
import { obligationSlots } from '../queries.ts'
import { appFor, bytesOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import { addVersion, editEvidence } from './change-evidence.ts'
import type { EvidenceFacts } from './facts.ts'
import { onePiece } from './piece-detail.ts'
import { reviewEvidence } from './review-evidence.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const facts: EvidenceFacts = {
  title: 'SK yang keliru',
  kind: 'decree',
  documentNumber: '',
  documentDate: null,
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  page: '',
  language: 'id',
  keywords: [],
  confidentiality: 'internal',
}
const reason = 'Dokumen unit lain ikut terunggah'

describe.each(testDatabases)('withdrawn evidence on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  type Who = keyof Seed['people']
  const deps = (who: Who) => depsOf(database.db, seed.people[who])
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  async function bring(who: Who) {
    const unitId = seed.unit.id
    const bytes = pdf(`/Uji (${randomUUID()}) `)
    const received = await receiveUpload(deps(who), services, {
      unitId,
      name: 'SK.pdf',
      bytes: bytesOf(bytes),
    })
    if (!received.ok) throw new Error(received.problem.kind)
    const slot = await database.db.selectFrom('evidence_slot').select('text').executeTakeFirst()
    const added = await addEvidence(deps(who), {
      unitId,
      facts,
      uploads: [received.value.id],
      link: null,
      target: { obligationId: seed.late, slot: slot?.text ?? '', page: '' },
    })
    const id = added.ok ? added.value.ids[0] : undefined
    if (!id) throw new Error('not added')
    return { unitId, evidenceId: id, sha256: received.value.sha256 }
  }
  const filled = async () =>
    filledSlots(await obligationSlots(database.db, seed.unit.id, seed.late, { userId: '', restricted: true }))
      .filled
  const piece = (id: string) => onePiece(database.db, seed.unit.id, id, { userId: '', restricted: true })

  test('counts no more, and keeps its bytes, its links and its history', async () => {
    const before = await filled()
    const { sha256, ...which } = await bring('staff')
    expect(await filled()).toBe(before + 1)
    expect(await withdrawEvidence(deps('staff'), { ...which, revision: 1, reason })).toEqual({
      ok: true,
      value: null,
    })
    expect(await filled()).toBe(before)
    const stands = await piece(which.evidenceId)
    expect(stands).toMatchObject({ state: 'withdrawn', withdrawnReason: reason })
    expect(stands?.links).toHaveLength(1)
    expect(stands?.history.map(entry => entry.action)).toEqual(['evidence-withdrawn', 'evidence-added'])
    expect(await services.store.find(sha256)).not.toBeNull()
  })

  test('needs a reason, and the piece as it was looked at', async () => {
    const { sha256, ...which } = await bring('staff')
    const withdraw = (revision: number, why: string) =>
      withdrawEvidence(deps('staff'), { ...which, revision, reason: why })
    expect(await withdraw(1, 'salah')).toEqual({
      ok: false,
      problem: { kind: 'reason-too-short', least: 10 },
    })
    expect(await withdraw(2, reason)).toEqual({ ok: false, problem: { kind: 'stale' } })
    expect((await piece(which.evidenceId))?.state).toBe('submitted')
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('was never accepted before', async () => {
    const { sha256: _bytes, ...which } = await bring('staff')
    await reviewEvidence(deps('leader'), { ...which, revision: 1, decision: 'accepted', reason: '' })
    const refused = await withdrawEvidence(deps('staff'), { ...which, revision: 2, reason })
    expect(refused).toEqual({ ok: false, problem: { kind: 'accepted-stays' } })
  })

  test('is not judged, changed, linked or given a version any more', async () => {
    const { sha256: _bytes, ...which } = await bring('staff')
    await withdrawEvidence(deps('staff'), { ...which, revision: 1, reason })
    const stale = { ok: false, problem: { kind: 'stale' } }
    const withdrawn = { ok: false, problem: { kind: 'withdrawn' } }
    const now = { ...which, revision: 2 }
    expect(await reviewEvidence(deps('leader'), { ...now, decision: 'accepted', reason: '' })).toEqual(stale)
    expect(await withdrawEvidence(deps('staff'), { ...now, reason })).toEqual(stale)
    expect(await editEvidence(deps('staff'), { ...now, facts })).toEqual(withdrawn)
    const link = { url: 'https://contoh.go.id/', title: null, checkedOn: null }
    expect(await addVersion(deps('staff'), { ...now, upload: null, link })).toEqual(withdrawn)
    const target = { obligationId: seed.late, slot: '', page: '' }
    expect(await linkEvidence(deps('staff'), { ...which, target })).toEqual(withdrawn)
  })

  test('is taken back on its page by whoever brought it or the leader, and by nobody else', async () => {
    const { sha256: _bytes, ...which } = await bring('leader')
    const path = `/u/${seed.unit.slug}/bukti/${which.evidenceId}`
    const as = (who: Who) => appFor(seed, seed.people[who], services)
    const post = (who: Who, withdrawn: string) =>
      as(who).request(`${path}/tarik`, {
        method: 'POST',
        body: new URLSearchParams({ _key: randomUUID(), revision: '1', withdrawn }),
      })
    expect(await (await as('staff').request(path)).text()).not.toContain('Tarik bukti ini')
    expect((await post('staff', reason)).status).toBe(404)
    const short = await post('leader', 'salah')
    expect(short.status).toBe(422)
    expect(await short.text()).toMatch(/href="#withdrawn".*Tulis alasannya.*>salah</s)
    expect((await post('leader', reason)).status).toBe(303)
    const page = await (await as('staff').request(path)).text()
    expect(page).toContain('Bukti ini ditarik dan tidak dihitung')
    expect(page).toContain(reason)
    const slots = await (
      await as('staff').request(`/u/${seed.unit.slug}/bukti/kewajiban/${seed.late}`)
    ).text()
    expect(slots).toContain('Ditarik')
  })
})
