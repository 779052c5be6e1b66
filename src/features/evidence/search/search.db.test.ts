import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { readWaiting } from '../content/read-waiting.ts'
import { appFor, type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'

describe.each(testDatabases)('searching evidence on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  type Who = keyof Seed['people']

  const search = async (who: Who, query: Record<string, string>) => {
    const address = `/u/${seed.unit.slug}/bukti?${new URLSearchParams(query)}`
    const response = await appFor(seed, seed.people[who], services).request(address)
    const html = await response.text()
    const rows = [...html.matchAll(/<th scope="row".*?<a href="[^"]*">(.*?)<\/a>/gs)]
    return { html, titles: rows.map(([, title]) => (title ?? '').replace(/<\/?mark>/g, '')) }
  }
  const bring = async (
    who: Who,
    facts: Record<string, string>,
    text: string,
    path = '/baru',
    name = 'berkas.txt',
  ) => {
    const content = Uint8Array.from(Buffer.from(text))
    const response = await appFor(seed, seed.people[who], services).request(
      `/u/${seed.unit.slug}/bukti${path}`,
      {
        method: 'POST',
        body: uploadForm(facts, { name, content }),
      },
    )
    expect(response.status).toBe(303)
  }

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    await bring(
      'staff',
      {
        title: 'Laporan pemantauan triwulan',
        kind: 'report',
        documentNumber: '800/12-ZI/2026',
        documentDate: '2026-03-31',
      },
      'Capaian rencana aksi <Biru & putih Maret. Kehadiran rapat lengkap.',
      `/kewajiban/${seed.late}`,
    )
    await bring(
      'other',
      { title: 'Notulen rapat', kind: 'minutes', documentDate: '2025-11-02', keywords: 'sosialisasi' },
      'Rapat membahas pemantauan gratifikasi dan pengaduan.',
      '/baru',
      'notulen_final.txt',
    )
    await bring(
      'staff',
      { title: 'Penilaian rahasia', kind: 'report', confidentiality: 'restricted' },
      'Nama tersembunyi: zirkonium.',
    )
    await readWaiting(database.db, services.store, () => new Date('2026-11-24T02:00:00Z'))
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  test.each([
    ['a word of the title', 'triwulan'],
    ['the same word in another form', 'memantau aksi'],
    ['the beginning of a word', 'laporan triw'],
    ['a part of the number', '12-ZI'],
    ['words inside the file', 'capaian kehadiran'],
    ['a word of the title with one inside', 'triwulan kehadiran'],
    ['quoted words', '"rencana aksi"'],
  ])('%s finds the piece', async (_how, q) => {
    expect((await search('leader', { q })).titles).toEqual(['Laporan pemantauan triwulan'])
  })

  test('a keyword and the name of the file find it too', async () => {
    expect((await search('leader', { q: 'sosialisasi' })).titles).toEqual(['Notulen rapat'])
    expect((await search('leader', { q: 'final' })).titles).toEqual(['Notulen rapat'])
  })

  test('a hit in the title stands before one inside', async () => {
    expect((await search('leader', { q: 'pemantauan' })).titles).toEqual([
      'Laporan pemantauan triwulan',
      'Notulen rapat',
    ])
    expect((await search('leader', { q: 'rapat' })).titles).toEqual([
      'Notulen rapat',
      'Laporan pemantauan triwulan',
    ])
  })

  test('a mistyped word finds similar ones, and the page says so', async () => {
    const { titles, html } = await search('leader', { q: 'gratifkasi' })
    expect(titles).toEqual(['Notulen rapat'])
    expect(html).toContain('kata yang mirip')
    expect((await search('leader', { q: 'gratifikasi' })).html).not.toContain('kata yang mirip')
  })

  test('a passage from inside shows the words marked, and nothing of it is markup', async () => {
    const { html } = await search('leader', { q: 'maret' })
    expect(html).toContain('&lt;Biru &amp; putih <mark>Maret</mark>. ')
  })

  test('each choice says how much it leaves, and narrows to that', async () => {
    const { html } = await search('leader', {})
    for (const option of ['Laporan (2)', 'Notulen (1)', '2025 (1)', '2026 (2)', 'Sari (2)', 'Budi (1)'])
      expect(html).toContain(`>${option}</option>`)
    expect(html).toMatch(/value="MP">[^<]* \(1\)</)
    expect((await search('leader', { jenis: 'minutes' })).titles).toEqual(['Notulen rapat'])
    expect((await search('leader', { tahun: '2025' })).titles).toEqual(['Notulen rapat'])
    expect((await search('leader', { area: 'MP' })).titles).toEqual(['Laporan pemantauan triwulan'])
    expect((await search('leader', { orang: seed.people.other.userId })).titles).toEqual(['Notulen rapat'])
    expect((await search('staff', { saya: '1', q: 'rapat' })).titles).toEqual(['Laporan pemantauan triwulan'])
  })

  test('neither words, titles nor counts of confidential evidence reach those who may not read it', async () => {
    for (const q of ['zirkonium', 'zirkonum', 'rahasia']) {
      const { html, titles } = await search('other', { q })
      expect(titles).toEqual([])
      expect(html.replaceAll(`value="${q}"`, '').toLowerCase()).not.toMatch(/zirkon|tersembunyi|penilaian/)
      expect(html).toContain('Tidak ada bukti yang cocok')
      expect((await search('head', { q })).titles).toEqual(['Penilaian rahasia'])
      expect((await search('staff', { q })).titles).toEqual(['Penilaian rahasia'])
    }
    const { html } = await search('other', {})
    expect(html).toContain('2 bukti')
    expect(html).toContain('Laporan (1)')
  })

  test('what is another unit’s is not found', async () => {
    const elsewhere = await seedProgramme(database.db)
    const app = appFor(elsewhere, elsewhere.people.leader, services)
    const html = await (await app.request(`/u/${elsewhere.unit.slug}/bukti?q=rapat`)).text()
    expect(html).toContain('Tidak ada bukti yang cocok')
  })

  test.each(['%', "'", '&|!:*', '"', '-', 'a:* & (b', '\\', 'ﬀ\ue000x', '🂡'])(
    'signs like %s are words like any other',
    async q => {
      expect((await search('leader', { q })).html).toContain('Tidak ada bukti yang cocok')
    },
  )

  test('a changed title, number or state is found at once, and the old one no longer', async () => {
    const one = await database.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', 'Notulen rapat')
      .executeTakeFirstOrThrow()
    const edit = { revision: '1', title: 'Risalah pertemuan', kind: 'minutes', documentNumber: 'R/77' }
    const app = appFor(seed, seed.people.other, services)
    const body = new URLSearchParams(edit)
    await app.request(`/u/${seed.unit.slug}/bukti/${one.id}/ubah`, { method: 'POST', body })
    expect((await search('leader', { q: 'risalah 77' })).titles).toEqual(['Risalah pertemuan'])
    expect((await search('leader', { q: 'sosialisasi' })).titles).toEqual([])
  })
})
