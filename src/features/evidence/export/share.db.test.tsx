import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { addEvidence } from '../bring/add-evidence.ts'
import { receiveUpload } from '../bring/receive-upload.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { addVersion } from '../piece/change-evidence.ts'
import type { EvidenceFacts } from '../piece/facts.ts'
import { appFor, bytesOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import { createGuessLimit } from './guess-limit.ts'
import { hashOfCode, isShareCode, makeShareCode } from './share-code.ts'

const facts: EvidenceFacts = {
  title: 'SK <Tim> Kerja',
  kind: 'decree',
  documentNumber: '12/SK/2026',
  documentDate: '2026-01-12',
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  page: '',
  language: 'id',
  keywords: [],
  confidentiality: 'internal',
}

describe('a code', () => {
  test('has 26 signs that are not mistaken for one another, evenly drawn', () => {
    const code = makeShareCode()
    expect(isShareCode(code)).toBe(true)
    expect(code).not.toMatch(/[01iloIO]/)
    expect(makeShareCode(() => new Uint8Array(26).fill(30))).toBe('9'.repeat(26))
    expect(makeShareCode(n => Uint8Array.from({ length: n }, (_, at) => (at % 2 ? 255 : 0)))).toBe(
      'a'.repeat(26),
    )
    for (const wrong of ['', 'a'.repeat(25), `${'a'.repeat(25)}1`, `${'a'.repeat(25)}/`])
      expect([wrong, isShareCode(wrong)]).toEqual([wrong, false])
  })
  test('after twenty wrong ones an address waits ten minutes; others go on', () => {
    const limit = createGuessLimit()
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
    for (let guess = 0; guess < 20; guess += 1) {
      expect(limit.tooMany('203.0.113.9', at(0))).toBe(false)
      limit.wrong('203.0.113.9', at(0))
    }
    expect(limit.tooMany('203.0.113.9', at(9))).toBe(true)
    expect(limit.tooMany('203.0.113.8', at(9))).toBe(false)
    expect(limit.tooMany('203.0.113.9', at(11))).toBe(false)
  })
})

describe.each(testDatabases)('sharing evidence on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })
  const as = (who: keyof Seed['people'] | null) => appFor(seed, who && seed.people[who], services)

  async function bring(
    more: Partial<EvidenceFacts> = {},
    name = 'SK.pdf',
    bytes: Uint8Array = pdf(`/U (${randomUUID()}) `),
  ) {
    const deps = depsOf(database.db, seed.people.staff)
    const unitId = seed.unit.id
    const upload = await receiveUpload(deps, services, { unitId, name, bytes: bytesOf(bytes) })
    if (!upload.ok) throw new Error(upload.problem.kind)
    const added = await addEvidence(deps, {
      unitId,
      facts: { ...facts, ...more },
      uploads: [upload.value.id],
      link: null,
      target: null,
    })
    if (!added.ok) throw new Error(added.problem.kind)
    return { id: added.value.ids[0] ?? '', sha256: upload.value.sha256 }
  }
  const post = async (who: keyof Seed['people'], path: string, fields: Record<string, string> = {}) => {
    const answer = await as(who).request(`/u/${seed.unit.slug}/bukti/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ _key: randomUUID(), ...fields }),
    })
    return { status: answer.status, html: await answer.text() }
  }
  const share = async (id: string, key: string = randomUUID()) => {
    const { status, html } = await post('leader', `${id}/bagikan`, { days: '30', _key: key })
    return { status, html, code: /\/b\/([a-z0-9]{26})<\/code>/.exec(html)?.[1] ?? '' }
  }
  const visit = async (path: string) => {
    const answer = await as(null).request(path)
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('the code is shown once, kept as a hash, and opens title, unit, hash and file without an account', async () => {
    const bytes = pdf('/Bagi (1) ')
    const { id, sha256 } = await bring({}, 'SK Tim.pdf', bytes)
    const { code } = await share(id)
    const rows = await database.db
      .selectFrom('share_link')
      .selectAll()
      .where('evidence_id', '=', id)
      .execute()
    expect(rows.map(row => row.code_hash)).toEqual([hashOfCode(code)])
    expect(JSON.stringify(await database.db.selectFrom('request_key').selectAll().execute())).not.toContain(
      code,
    )
    const page = await visit(`/b/${code}`)
    const html = page.bytes.toString()
    expect(page.status).toBe(200)
    for (const shown of ['SK &lt;Tim> Kerja', 'Unit Contoh', sha256, 'Unduh berkas']) {
      expect(html.replaceAll('&gt;', '>')).toContain(shown)
    }
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    const file = await visit(`/b/${code}/berkas`)
    expect(file.bytes.equals(bytes)).toBe(true)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    const list = await as('leader').request(`/u/${seed.unit.slug}/bukti/${id}/bagikan`)
    expect(await list.text()).not.toContain(code)
  })

  test('the same form sent twice makes one link, and says that its code was shown already', async () => {
    const { id } = await bring()
    const key = randomUUID()
    const first = await share(id, key)
    const second = await share(id, key)
    expect([first.code.length, second.code]).toEqual([26, ''])
    expect(second.html).toContain('sudah dibuat dan sudah ditampilkan')
    expect((await visit(`/b/${first.code}`)).status).toBe(200)
  })

  test('openings are counted, in the trail without a name', async () => {
    const { id } = await bring()
    const { code } = await share(id)
    await visit(`/b/${code}`)
    await visit(`/b/${code}`)
    const row = await database.db
      .selectFrom('share_link')
      .select(['opened', 'last_opened_at'])
      .where('evidence_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ opened: 2, last_opened_at: expect.any(Date) })
    const trail = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', id)
      .where('action', '=', 'evidence-share-opened')
      .execute()
    expect(trail).toEqual(Array(2).fill({ action: 'evidence-share-opened', actor_id: null }))
  })

  test('a revoked, expired or invented code, and one of what became restricted, show the same page', async () => {
    const [revoked, expired, secret] = [await bring(), await bring(), await bring()]
    const codes = [await share(revoked.id), await share(expired.id), await share(secret.id)]
    const link = await database.db
      .selectFrom('share_link')
      .select('id')
      .where('evidence_id', '=', revoked.id)
      .executeTakeFirstOrThrow()
    expect((await post('leader', `${revoked.id}/bagikan/${link.id}/cabut`)).status).toBe(303)
    expect((await post('leader', `${revoked.id}/bagikan/${link.id}/cabut`)).status).toBe(404)
    await database.db
      .updateTable('share_link')
      .set({ expires_at: new Date('2026-11-24T00:00:00Z') })
      .where('evidence_id', '=', expired.id)
      .execute()
    await database.db
      .updateTable('evidence')
      .set({ confidentiality: 'restricted' })
      .where('id', '=', secret.id)
      .execute()
    const pages = new Set<string>()
    for (const code of [...codes.map(one => one.code), makeShareCode(), 'x', "a'--"]) {
      const page = await visit(`/b/${encodeURIComponent(code)}`)
      expect([code, page.status]).toEqual([code, 404])
      pages.add(page.bytes.toString())
      expect((await visit(`/b/${encodeURIComponent(code)}/berkas`)).status).toBe(404)
    }
    expect(pages.size).toBe(1)
  })

  test('a later version is not what was shared', async () => {
    const { id, sha256 } = await bring()
    const { code } = await share(id)
    const deps = depsOf(database.db, seed.people.staff)
    const unitId = seed.unit.id
    const upload = await receiveUpload(deps, services, {
      unitId,
      name: 'b.pdf',
      bytes: bytesOf(pdf('/V 2 ')),
    })
    if (!upload.ok) throw new Error(upload.problem.kind)

    await addVersion(deps, { unitId, evidenceId: id, revision: 1, upload: upload.value.id, link: null })
    expect((await visit(`/b/${code}`)).bytes.toString()).toContain(sha256)
  })

  test('a photo goes out without where, when and with what it was taken', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#286' } })
      .jpeg()
      .withExif({
        IFD0: { Make: 'Kamera Rahasia' },
        IFD3: { GPSLatitude: '6/1 10/1 0/1', GPSLatitudeRef: 'S' },
      })
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const { id, sha256 } = await bring({ kind: 'photo' }, 'foto.jpg', photo)
    const { code } = await share(id)
    const page = (await visit(`/b/${code}`)).bytes.toString()
    expect(page).toContain('salinan foto tanpa catatan lokasi')
    expect(page).toContain(sha256)
    const file = await visit(`/b/${code}/berkas`)
    expect(file.headers.get('content-type')).toBe('image/jpeg')
    const sent = await sharp(file.bytes).metadata()
    expect([sent.width, sent.height, sent.exif]).toEqual([40, 30, undefined])
    expect(file.bytes.includes('Kamera Rahasia')).toBe(false)
  })

  test('restricted evidence is refused with a sentence, and no link is made', async () => {
    const { id } = await bring({ confidentiality: 'restricted' })
    const { status, html, code } = await share(id)
    const sentence = 'Bukti terbatas tidak dapat dibagikan'
    expect([status, code, html]).toEqual([422, '', expect.stringContaining(sentence)])
    const rows = await database.db
      .selectFrom('share_link')
      .select('id')
      .where('evidence_id', '=', id)
      .execute()
    expect(rows).toEqual([])
  })

  test('who may not share, or stands outside the unit, reaches neither form nor list', async () => {
    const { id } = await bring()
    for (const who of ['staff', 'coordinator', 'stranger'] as const)
      expect([who, (await post(who, `${id}/bagikan`, { days: '30' })).status]).toEqual([who, 403])
    expect((await post('leader', `${randomUUID()}/bagikan`, { days: '30' })).status).toBe(404)
    expect((await post('leader', `${id}/bagikan`, { days: '7' })).status).toBe(422)
  })

  test('whoever tries many codes is told to wait', async () => {
    const app = as(null)
    const statuses = new Set<number>()
    for (let guess = 0; guess < 21; guess += 1)
      statuses.add((await app.request(`/b/${makeShareCode()}`)).status)
    expect([...statuses]).toEqual([404, 429])
  })
})
