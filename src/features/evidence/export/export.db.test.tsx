import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { listen } from '../../../web/listen.ts'
import { addEvidence } from '../bring/add-evidence.ts'
import { receiveUpload } from '../bring/receive-upload.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { openZip } from '../import/index.ts'
import { linkEvidence } from '../link/link-evidence.ts'
import type { EvidenceFacts } from '../piece/facts.ts'
import { reviewEvidence } from '../piece/review-evidence.ts'
import { appFor, bytesOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import { objectKey } from '../store/object-store.ts'

const facts: EvidenceFacts = {
  title: 'SK <Tim> & Kerja',
  kind: 'decree',
  documentNumber: '12/SK/2026',
  documentDate: '2026-01-12',
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  page: 'hal. 3',
  language: 'id',
  keywords: [],
  confidentiality: 'internal',
}

describe.each(testDatabases)('taking a year out on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const folder = mkdtempSync(join(tmpdir(), 'zona-export-'))
  const services = scratchServices()
  const made: { id: string; sha256: string }[] = []
  const slot = 'Notula rapat'

  async function bring(name: string, more: Partial<EvidenceFacts> = {}, text: string = randomUUID()) {
    const moment = new Date(Date.UTC(2026, 10, 24, 1, made.length))
    const deps = { ...depsOf(database.db, seed.people.staff), now: moment }
    const unitId = seed.unit.id
    const bytes = bytesOf(pdf(`/U (${text}) `))
    const upload = await receiveUpload(deps, services, { unitId, name, bytes })
    if (!upload.ok) throw new Error(upload.problem.kind)
    const added = await addEvidence(deps, {
      unitId,
      facts: { ...facts, ...more },
      uploads: [upload.value.id],
      link: null,
      target: { obligationId: seed.late, slot, page: '' },
    })
    if (!added.ok) throw new Error(added.problem.kind)
    return { id: added.value.ids[0] ?? '', sha256: upload.value.sha256 }
  }

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    for (const name of ['SK.pdf', 'sk.PDF', `${'n'.repeat(140)}.pdf`]) made.push(await bring(name))
    const [first] = made
    if (!first) throw new Error('nothing was brought')
    const target = { obligationId: seed.service, slot: '', page: '' }
    await linkEvidence(depsOf(database.db, seed.people.staff), {
      unitId: seed.unit.id,
      evidenceId: first.id,
      target,
    })
    await reviewEvidence(depsOf(database.db, seed.people.leader), {
      unitId: seed.unit.id,
      evidenceId: first.id,
      revision: 1,
      decision: 'accepted',
      reason: '',
    })
    await bring('rahasia.pdf', { confidentiality: 'restricted', title: 'Rahasia' })
    const deps = depsOf(database.db, seed.people.staff)
    await addEvidence(deps, {
      unitId: seed.unit.id,
      facts: { ...facts, title: 'Berita di situs' },
      uploads: [],
      link: { url: 'https://contoh.go.id/berita?a=1&b=2', title: null, checkedOn: null },
      target: { obligationId: seed.late, slot, page: '' },
    })
  })
  afterAll(async () => {
    services.remove()
    rmSync(folder, { recursive: true, force: true })
    await database.close()
  })

  const ask = (who: keyof Seed['people'], query: string) =>
    appFor(seed, seed.people[who], services).request(`/u/${seed.unit.slug}/bukti/ekspor${query}`)
  async function unpacked(who: keyof Seed['people'], query: string) {
    const answer = await ask(who, query)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const zipPath = join(folder, `${randomUUID()}.zip`)
    writeFileSync(zipPath, Buffer.from(await answer.arrayBuffer()))
    const tree = await openZip(zipPath)
    if (!tree.ok) throw new Error(tree.problem.kind)
    const files = new Map<string, Buffer>()
    for (const file of tree.value.files) {
      const bytes = await buffer(await file.open())
      files.set(file.path, bytes)
    }
    await tree.value.close()
    return { files }
  }
  const all = '/unduh?tahun=2026&isi=all&bentuk=zip'

  test('files stand in folders of area, sub-component and item; equal names are numbered; the sums agree', async () => {
    const { files } = await unpacked('leader', all)
    const place = '1 Manajemen Perubahan/1 Tim kerja/1.1 Notula rapat'
    expect([...files.keys()].filter(path => path.includes('/')).sort()).toEqual([
      `${place}/SK.pdf`,
      `${place}/${'n'.repeat(76)}.pdf`,
      `${place}/rahasia.pdf`,
      `${place}/sk (2).PDF`,
      '2 Pelayanan Publik/1 Tim kerja/1.2 Bukti lain/SK.pdf',
    ])
    for (const line of (files.get('SHA256SUMS')?.toString() ?? '').trimEnd().split('\n')) {
      const [sum, path = ''] = line.split('  ')
      expect([
        path,
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ]).toEqual([path, sum])
    }
    expect(files.get('SHA256SUMS')?.toString().split('\n')).toHaveLength(5 + 3 + 1)
  })

  test('the index is one page without outside assets, escaped, with links that lead to the files', async () => {
    const { files } = await unpacked('leader', all)
    const html = files.get('index.html')?.toString() ?? ''
    expect(html).toContain('SK &lt;Tim')
    expect(html).not.toMatch(/<script|src=|@import|url\(|<link/)
    expect(html).toContain('href="https://contoh.go.id/berita?a=1&amp;b=2"')
    const links = [...html.matchAll(/href="([^"]+)"/g)].flatMap(([, href = '']) =>
      /^http|^#/.test(href) ? [] : [decodeURIComponent(href)],
    )
    const places = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => `id="${id}"`)
    expect(places.filter(place => !html.includes(place))).toEqual([])
    expect(links).toHaveLength(5)
    for (const link of links) expect([link, files.has(link)]).toEqual([link, true])
    expect(html).toContain('2 dari 3 bukti yang diminta terisi')
  })

  test('the workbook and the manifest name every piece with its hash, versions, links and review', async () => {
    const { files } = await unpacked('leader', all)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(files.get('index.xlsx') ?? []).buffer)
    const rows = workbook.worksheets[0]?.getSheetValues() ?? []
    expect(rows).toHaveLength(1 + 1 + 5 + 1 + 1)
    expect(JSON.stringify(rows)).toContain(made[0]?.sha256)
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
    expect(manifest).toMatchObject({
      format: 'zona-evidence-archive',
      year: 2026,
      complete: true,
      problems: [],
    })
    const piece = manifest.evidence.find((one: { id: string }) => one.id === made[0]?.id)
    expect(piece).toMatchObject({
      state: 'accepted',
      review: { by: 'Ketua' },
      versions: [{ no: 1, sha256: made[0]?.sha256, fileName: 'SK.pdf', size: expect.any(Number) }],
    })
    expect(manifest.links.filter((one: { evidence: string }) => one.evidence === made[0]?.id)).toHaveLength(2)
    for (const { path, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ).toBe(sha256)
  })

  test('accepted alone, and without what the person may not see', async () => {
    const accepted = await unpacked('leader', '/unduh?tahun=2026&bentuk=zip')
    expect([...accepted.files.keys()].filter(path => path.endsWith('.pdf'))).toHaveLength(2)
    const other = await unpacked('other', all)
    expect([...other.files.keys()].join()).not.toContain('rahasia')
    expect(other.files.get('index.html')?.toString()).not.toContain('Rahasia')
  })

  test('each export is in the trail; a year without a plan and a stranger get nothing', async () => {
    const entry = await database.db
      .selectFrom('audit_entry')
      .select(['actor_id', 'detail'])
      .where('action', '=', 'evidence-exported')
      .where('actor_id', '=', seed.people.other.userId)
      .executeTakeFirstOrThrow()
    expect(entry.detail).toEqual({ year: 2026, choice: 'all', form: 'zip', pieces: 4 })
    expect((await ask('leader', '/unduh?tahun=2031')).status).toBe(404)
    expect((await ask('leader', "/unduh?tahun='")).status).toBe(404)
    expect((await ask('stranger', all)).status).toBe(403)
    expect((await ask('leader', '')).status).toBe(200)
  })

  test('asked for its head alone takes nothing out: no entry in the trail, no file opened', async () => {
    const exports = async () =>
      (
        await database.db
          .selectFrom('audit_entry')
          .select('seq')
          .where('action', '=', 'evidence-exported')
          .execute()
      ).length
    const before = await exports()
    const untouched = {
      ...services.store,
      read: () => Promise.reject(new Error('a file was opened')),
      find: () => Promise.reject(new Error('a file was looked for')),
    }
    const app = appFor(seed, seed.people.leader, { ...services, store: untouched })
    const head = await app.request(`/u/${seed.unit.slug}/bukti/ekspor${all}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(await exports()).toBe(before)
  })

  test('what the store lost or changed is named in every list, and the rest is there', async () => {
    const [, lost, changed] = made
    if (!lost || !changed) throw new Error('too little was brought')
    const path = (sha256: string) => join(services.folder, objectKey(sha256))
    const kept = [lost, changed].map(one => [path(one.sha256), pdf()] as const)
    rmSync(path(lost.sha256))
    writeFileSync(path(changed.sha256), pdf('/Lain 1 '))
    const { files } = await unpacked('leader', all)
    for (const [where, bytes] of kept) writeFileSync(where, bytes)
    expect(files.get('TIDAK LENGKAP.txt')?.toString()).toMatch(
      /2 berkas hilang atau berubah[\s\S]*HILANG[\s\S]*sk \(2\)[\s\S]*BERUBAH/,
    )
    expect(files.get('index.html')?.toString()).toContain('Ekspor ini tidak lengkap')
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toMatchObject({
      complete: false,
      problems: [{ kind: 'missing' }, { kind: 'changed' }],
    })
    expect([...files.keys()].some(one => one.endsWith('/SK.pdf'))).toBe(true)
  })

  test('a store that fails in the middle of a file breaks the download off: it is no ZIP that looks whole', async () => {
    const failing = {
      ...services.store,
      read: async () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('%PDF-')
            throw new Error('the disk is gone')
          })(),
        ),
    }
    const app = appFor(seed, seed.people.leader, { ...services, store: failing })
    const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
    try {
      const answer = await fetch(`${server.address}/u/${seed.unit.slug}/bukti/ekspor${all}`)
      expect(answer.status).toBe(200)
      await expect(answer.arrayBuffer()).rejects.toThrow()
    } finally {
      await server.stop()
    }
  })

  test('the evidence book has a cover, contents and a sheet for each item with facts, review and hash', async () => {
    const answer = await ask('leader', '/unduh?tahun=2026&isi=all&bentuk=pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    const words = text.replace(/\s+/g, ' ')
    for (const part of [
      'BUKU BUKTI',
      'DAFTAR ISI',
      'RINGKASAN',
      '2 dari 3 bukti',
      'SK <Tim> & Kerja',
      '12/SK/2026',
    ])
      expect(words).toContain(part)
    expect(words).toMatch(/Diterima oleh Ketua/)
    expect(words.replaceAll(' ', '')).toContain(made[0]?.sha256)
    expect(words).toContain('Belum ada bukti untuk butir ini')
  })
})
