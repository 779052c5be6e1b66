import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { appFor, type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'
import { openContentReader } from './content-reader.ts'
import { readWaiting } from './read-waiting.ts'

describe.each(testDatabases)('what is inside stored files on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const minute = (n: number) => () => new Date(Date.parse('2026-11-24T01:00:00Z') + n * 60_000)
  const read = (at: number) => readWaiting(database.db, services.store, minute(at))

  /** Brings a file and resolves with the address of its piece and its hash. */
  async function bring(
    name: string,
    content: Uint8Array | string,
    who: keyof Seed['people'] = 'staff',
    facts = {},
  ) {
    const form = uploadForm(
      { title: name, kind: 'other', ...facts },
      { name, content: typeof content === 'string' ? content : Uint8Array.from(content) },
    )
    const address = `/u/${seed.unit.slug}/bukti`
    const sent = await appFor(seed, seed.people[who], services).request(`${address}/baru`, {
      method: 'POST',
      body: form,
    })
    expect(sent.status).toBe(303)
    const row = await database.db
      .selectFrom('evidence as e')
      .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
      .select(['e.id', 'v.sha256'])
      .where('e.title', '=', name)
      .executeTakeFirstOrThrow()
    return { page: `${address}/${row.id}`, sha256: row.sha256 ?? '' }
  }
  const inside = (sha256: string) =>
    database.db.selectFrom('evidence_content').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  const see = async (path: string, who: keyof Seed['people'] = 'leader') => {
    const response = await appFor(seed, seed.people[who], services).request(path)
    return { status: response.status, headers: response.headers, html: await response.text() }
  }

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  test('is read once, stored, and shown on the page of the piece', async () => {
    const letter = 'NOTA DINAS\nNomor : 800/12/2026\nTanggal : 3 Maret 2026\n<Biru> & putih'
    const { page, sha256 } = await bring('nota.txt', letter)
    expect((await see(page)).html).toContain('sedang dibaca di latar belakang')
    expect([await read(0), await read(0)]).toEqual([1, 0])
    expect(await inside(sha256)).toMatchObject({
      state: 'read',
      problem: null,
      text: expect.stringContaining('NOTA'),
    })
    const { html } = await see(page)
    expect(html).toContain('NOTA DINAS')
    expect(html).toContain('&lt;Biru&gt; &amp; putih')
    expect(html).toContain('Nomor 800/12/2026')
    const whole = await see(`${page}/isi/1`)
    expect([whole.status, whole.html]).toEqual([200, expect.stringContaining('&lt;Biru&gt; &amp; putih')])
  })

  test('a picture and a PDF get a small picture, sent under a policy that runs nothing', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer()
    const photo = await bring('foto.jpg', picture)
    const paper = await bring('surat.pdf', pdf())
    expect(await read(1)).toBe(2)
    for (const { page } of [photo, paper]) {
      const small = await see(`${page}/gambar-kecil/1`)
      expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp'])
    }
    expect((await see(photo.page)).html).toContain(
      `<img class="preview-picture" src="${photo.page}/berkas/1"`,
    )
    expect((await see(paper.page)).html).toContain(
      `<iframe class="preview-frame" src="${paper.page}/berkas/1"`,
    )
    expect((await see(`${photo.page}/isi/1`)).status).toBe(404)
  })

  test('of a damaged file is a sentence, and the file stays', async () => {
    const { page, sha256 } = await bring(
      'rusak.pdf',
      Buffer.from(
        pdf().toString('latin1').replace('/Kids [3 0 R]', '/Kids [9 0 R]').replace('3 0 obj', '8 0 obj'),
      ),
    )
    await read(2)
    expect((await inside(sha256))?.state).toBe('failed')
    expect((await see(page)).html).toContain('Berkas ini rusak atau terpotong')
    expect((await see(`${page}/berkas/1`)).status).toBe(200)
  })

  test('of confidential evidence opens for nobody else', async () => {
    const { page } = await bring('rahasia.txt', 'rahasia sekali', 'staff', { confidentiality: 'restricted' })
    await read(3)
    for (const path of ['', '/isi/1', '/gambar-kecil/1'])
      expect((await see(`${page}${path}`, 'other')).status).toBe(404)
    expect((await see(`${page}/isi/1`, 'head')).html).toContain('rahasia sekali')
  })

  test('whose reading a crash cut off is read again later, by whoever comes first', async () => {
    const { sha256 } = await bring('putus.txt', 'terputus di tengah')
    await database.db
      .insertInto('evidence_content')
      .values({ sha256, state: 'reading', started_at: minute(4)() })
      .execute()
    expect(await read(6)).toBe(0)
    const both = await Promise.all([read(10), read(10)])
    expect(both.sort()).toEqual([0, 1])
    expect(await inside(sha256)).toMatchObject({ state: 'read', attempts: 2, text: 'terputus di tengah' })
  })

  test('that takes its process down each time is left alone', async () => {
    const { page, sha256 } = await bring('perusak.txt', 'selalu gagal')
    await database.db
      .insertInto('evidence_content')
      .values({ sha256, state: 'reading', started_at: minute(10)(), attempts: 3 })
      .execute()
    expect(await read(20)).toBe(1)
    expect(await inside(sha256)).toMatchObject({ state: 'failed', problem: 'gave-up', text: '' })
    expect(await read(40)).toBe(0)
    expect((await see(page)).html).toContain('terlalu besar untuk ditampilkan')
  })

  test('is read in the background of the process that took it in', async () => {
    const faults: string[] = []
    const reader = openContentReader({
      db: database.db,
      store: services.store,
      clock: minute(50),
      log: { error: (_facts, message) => faults.push(message) },
    })
    const { sha256 } = await bring('latar.txt', 'dibaca di belakang')
    reader.wake()
    reader.wake()
    await reader.idle()
    expect((await inside(sha256))?.text).toBe('dibaca di belakang')
    const { sha256: later } = await bring('nanti.txt', 'tidak dibaca lagi')
    await reader.close()
    reader.wake()
    await reader.idle()
    expect([await inside(later), faults]).toEqual([undefined, []])
  })
})
