import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/open-database.ts'
import { testDatabases } from '../../db/testing.ts'
import { docx, pdf } from './bring/sample-files.test-data.ts'
import { appFor, countOf, type Seed, scratchServices, seedProgramme, uploadForm } from './seed.test-data.tsx'

describe.each(testDatabases)('the pages of evidence on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  type Who = keyof Seed['people']
  const at = (path: string) => `/u/${seed.unit.slug}/bukti${path}`
  const page = async (who: Who, path: string, headers: Record<string, string> = {}) => {
    const response = await appFor(seed, seed.people[who], services).request(at(path), { headers })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }
  const send = async (who: Who, path: string, body: FormData | Record<string, string>) => {
    const response = await appFor(seed, seed.people[who], services).request(at(path), {
      method: 'POST',
      body: body instanceof FormData ? body : new URLSearchParams(body),
    })
    const location = decodeURIComponent(response.headers.get('location') ?? '')
    return { status: response.status, location, html: await response.text() }
  }
  const addOne = async (
    title: string,
    name = 'SK.pdf',
    content: Uint8Array<ArrayBuffer> = Uint8Array.from(pdf(`/T (${title}) `)),
  ) => {
    const sent = await send('staff', '/baru', uploadForm({ title, kind: 'decree' }, { name, content }))
    expect(sent.status).toBe(303)
    return database.db
      .selectFrom('evidence')
      .select(['id', 'revision'])
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
  }

  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    services.remove()
    await database.close()
  })

  test('an obligation shows what is asked for, the limits before a file is chosen, and that nothing is scanned', async () => {
    const { status, html } = await page('staff', `/kewajiban/${seed.late}?slot=Notula%20rapat`)
    expect(status).toBe(200)
    expect(html).toContain('0 dari 1 bukti terisi')
    expect(html).toContain('1 MB')
    expect(html).toContain('accept=".pdf,.jpg')
    expect(html).toContain('Berkas tidak dipindai virus')
    expect(html).toMatch(/<option value="minutes" selected/)
    expect(html).toMatch(/<option value="Notula rapat" selected/)
  })

  test('several files and an address come in by one plain form and fill the slot', async () => {
    const form = uploadForm(
      { slot: 'Notula rapat', kind: 'minutes', documentNumber: '7/2026', url: 'https://contoh.go.id/a' },
      { name: 'Notula.pdf', content: Uint8Array.from(pdf()) },
      { name: 'folder/Hadir.docx', content: Uint8Array.from(docx()) },
    )
    const sent = await send('staff', `/kewajiban/${seed.late}`, form)
    expect(sent.status).toBe(303)
    expect(sent.location).toContain('3 bukti tersimpan')
    expect(sent.location).toContain('Nama 1 berkas dirapikan')
    const { html } = await page('leader', `/kewajiban/${seed.late}`)
    expect(html).toContain('1 dari 1 bukti terisi')
    for (const title of ['Notula', 'Hadir', 'Judul situs']) expect(html).toContain(`>${title}</a>`)
  })

  test('a form with mistakes keeps what was typed and the files that were fine', async () => {
    const form = uploadForm(
      { title: 'Judul <saya>', kind: '', documentDate: '31 Februari', slot: 'Notula rapat' },
      { name: 'baik.pdf', content: Uint8Array.from(pdf('/B 1 ')) },
      { name: 'buruk.pdf', content: '<html><script>1</script></html>' },
    )
    const sent = await send('staff', `/kewajiban/${seed.late}`, form)
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('buruk.pdf: halaman web dan SVG tidak diterima')
    expect(sent.html).toContain('href="#kind"')
    expect(sent.html).toContain('href="#documentDate"')
    expect(sent.html).toContain('value="31 Februari"')
    expect(sent.html).toContain('value="Judul &lt;saya&gt;"')
    expect(sent.html).toContain('baik.pdf')
    const waiting = /name="upload" value="([^"]+)"/.exec(sent.html)?.[1] ?? ''
    const again = uploadForm({ title: 'Judul baik', kind: 'minutes', slot: 'Notula rapat', upload: waiting })
    expect((await send('staff', `/kewajiban/${seed.late}`, again)).status).toBe(303)
    const row = await database.db
      .selectFrom('evidence as e')
      .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
      .select('v.file_name')
      .where('e.title', '=', 'Judul baik')
      .executeTakeFirstOrThrow()
    expect(row.file_name).toBe('baik.pdf')
  })

  test.each([
    [{ kind: 'decree' }, 'Pilih berkas atau isi alamatnya'],
    [{ kind: 'decree', url: 'javascript:alert(1)' }, 'Alamat harus diawali'],
    [{ kind: 'decree', url: 'https://contoh.go.id', slot: 'Tidak diminta' }, 'tidak diminta oleh kewajiban'],
  ])('%j is refused with a sentence and stores no piece', async (fields, words) => {
    const before = await countOf(database.db, 'evidence')
    const sent = await send('staff', `/kewajiban/${seed.late}`, uploadForm(fields))
    expect([sent.status, sent.html]).toEqual([422, expect.stringContaining(words)])
    expect(await countOf(database.db, 'evidence')).toBe(before)
  })

  test('a form that broke off says so and stores nothing', async () => {
    const before = await countOf(database.db, 'file_object')
    const response = await appFor(seed, seed.people.staff, services).request(at('/baru'), {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.4 putus',
    })
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('Kiriman terputus'),
    ])
    expect(await countOf(database.db, 'file_object')).toBe(before)
  })

  test('one piece shows its facts and history, and is accepted by another person', async () => {
    const one = await addOne('SK yang diperiksa')
    const own = await page('staff', `/${one.id}`)
    expect(own.html).not.toContain(`action="${at(`/${one.id}/periksa`)}"`)
    const seen = await page('leader', `/${one.id}`)
    expect(seen.html).toContain('SK yang diperiksa')
    expect(seen.html).toContain('Ditambahkan')
    expect(seen.html).toContain(`action="${at(`/${one.id}/periksa`)}"`)
    const short = await send('leader', `/${one.id}/periksa`, {
      revision: '1',
      decision: 'returned',
      reason: 'ya',
    })
    expect([short.status, short.html]).toEqual([422, expect.stringContaining('sekurangnya 10 huruf')])
    const form = { revision: '1', decision: 'accepted', reason: '' }
    expect((await send('leader', `/${one.id}/periksa`, form)).status).toBe(303)
    const late = await send('head', `/${one.id}/periksa`, form)
    expect(late.status).toBe(409)
    expect(late.html).toContain('Ketua sudah lebih dulu memeriksa bukti ini: Diterima')
  })

  test('a coordinator judges evidence of the own area only', async () => {
    await send(
      'staff',
      `/kewajiban/${seed.late}`,
      uploadForm(
        { title: 'Area MP', kind: 'minutes' },
        { name: 'mp.pdf', content: Uint8Array.from(pdf('/M 1 ')) },
      ),
    )
    const { id } = await database.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', 'Area MP')
      .executeTakeFirstOrThrow()
    const form = { revision: '1', decision: 'accepted' }
    expect((await send('coordinator', `/${id}/periksa`, form)).status).toBe(404)
    expect((await page('coordinator', `/${id}/ubah`)).status).toBe(404)
    expect((await page('other', `/${id}/ubah`)).status).toBe(404)
  })

  test('facts are edited by whoever brought it; accepted, the edit says that a review follows', async () => {
    const one = await addOne('Untuk diubah')
    const wrong = await send('staff', `/${one.id}/ubah`, { revision: '1', title: '', kind: 'sop' })
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('href="#title"')])
    const form = { revision: '1', title: 'Sudah diubah', kind: 'sop', periodFrom: '2026-01-01' }
    expect((await send('staff', `/${one.id}/ubah`, form)).status).toBe(303)
    const stale = await send('staff', `/${one.id}/ubah`, { ...form, title: 'Terlambat' })
    expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('value="Terlambat"')])
    expect(stale.html).toContain('sekarang tersimpan “Sudah diubah”')
    await send('leader', `/${one.id}/periksa`, { revision: '2', decision: 'accepted' })
    expect((await page('staff', `/${one.id}/ubah`)).html).toContain('sudah diterima dan terkunci')
  })

  test('a new version is brought, and the older bytes stay open', async () => {
    const one = await addOne('Berversi', 'v1.pdf')
    const second = Uint8Array.from(pdf('/Kedua 1 '))
    const form = uploadForm({ revision: '1' }, { name: 'v2.pdf', content: second })
    expect((await send('staff', `/${one.id}/versi`, form)).location).toContain('Versi 2 tersimpan')
    const [old, fresh] = [
      await page('leader', `/${one.id}/berkas/1`),
      await page('leader', `/${one.id}/berkas/2`),
    ]
    expect(old.html).toContain('Berversi')
    expect(fresh.html).toBe(Buffer.from(second).toString('latin1'))
    expect((await page('leader', `/${one.id}/berkas/3`)).status).toBe(404)
    const stale = await send(
      'staff',
      `/${one.id}/versi`,
      uploadForm({ revision: '1' }, { name: 'v3.pdf', content: second }),
    )
    expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('diubah orang lain')])
  })

  test('is linked to a further obligation and unlinked again', async () => {
    const one = await addOne('Berkait')
    expect((await page('staff', `/${one.id}/kaitkan`)).html).toContain('Survei layanan')
    const target = `${seed.service} Notula rapat`
    expect((await send('staff', `/${one.id}/kaitkan`, { target, page: 'hal. 2' })).status).toBe(303)
    const twice = await send('staff', `/${one.id}/kaitkan`, { target })
    expect([twice.status, twice.html]).toEqual([422, expect.stringContaining('sudah dikaitkan')])
    expect((await send('staff', `/${one.id}/kaitkan`, { target: '' })).status).toBe(422)
    const { html } = await page('staff', `/${one.id}`)
    expect(html).toContain('Survei layanan (20 Desember 2026)')
    const link = /name="link" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await send('staff', `/${one.id}/lepas`, { link })).status).toBe(303)
    expect((await page('staff', `/${one.id}`)).html).not.toContain('Survei layanan (20 Desember 2026)')
  })

  test('is unlinked by nobody who neither linked nor brought it, unless they lead', async () => {
    const one = await addOne('Milik orang lain')
    const target = `${seed.service} Notula rapat`
    expect((await send('leader', `/${one.id}/kaitkan`, { target, page: '' })).status).toBe(303)
    const link = /name="link" value="([^"]+)"/.exec((await page('leader', `/${one.id}`)).html)?.[1] ?? ''
    expect((await page('other', `/${one.id}`)).html).not.toContain('/lepas"')
    const refused = await send('other', `/${one.id}/lepas`, { link })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('dibuat orang lain')])
    expect((await send('leader', `/${one.id}/lepas`, { link })).status).toBe(303)
  })

  describe('bytes', () => {
    test('are sent with their hash as tag, sandboxed, never sniffed; a part on request', async () => {
      const one = await addOne('Teks', 'Catatan "é".txt', Uint8Array.from(Buffer.from('0123456789')))
      const whole = await page('leader', `/${one.id}/berkas/1`)
      expect([whole.status, whole.html]).toEqual([200, '0123456789'])
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
      expect(whole.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(whole.headers.get('content-disposition')).toBe(
        `inline; filename="Catatan -_-.txt"; filename*=UTF-8''Catatan%20-%C3%A9-.txt`,
      )
      const tag = whole.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
      expect((await page('leader', `/${one.id}/berkas/1`, { 'if-none-match': tag })).status).toBe(304)
    })

    test.each([
      ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-2', 206, '89', 'bytes 8-9/10'],
      ['bytes=8-400', 206, '89', 'bytes 8-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=4-2', 200, '0123456789', null],
      ['bytes=0-1,4-5', 200, '0123456789', null],
    ])('asked for %s answer %i', async (range, status, content, header) => {
      const { id } = await database.db
        .selectFrom('evidence')
        .select('id')
        .where('title', '=', 'Teks')
        .executeTakeFirstOrThrow()
      const part = await page('leader', `/${id}/berkas/1`, { range })
      expect([part.status, part.html, part.headers.get('content-range')]).toEqual([status, content, header])
      const other = await page('leader', `/${id}/berkas/1`, { range, 'if-range': '"lain"' })
      expect(other.html).toBe('0123456789')
    })

    test.each([
      ['surat.docx', docx(), 'attachment'],
      ['daftar.csv', Buffer.from('a;b\n'), 'attachment'],
      ['surel.eml', Buffer.from('From: a@b.c\n\n<script>1</script>'), 'attachment'],
      ['skema.pdf', pdf('/S 1 '), 'inline'],
    ])('of %s are offered as %s', async (name, content, how) => {
      const one = await addOne(`Sajian ${name}`, name, Uint8Array.from(content))
      const { headers } = await page('leader', `/${one.id}/berkas/1`)
      expect(headers.get('content-disposition')).toContain(`${how};`)
    })

    test('of restricted evidence are not there for others', async () => {
      const form = uploadForm(
        { title: 'Tertutup', kind: 'other', confidentiality: 'restricted' },
        { name: 'r.pdf', content: Uint8Array.from(pdf('/R 1 ')) },
      )
      await send('staff', '/baru', form)
      const { id } = await database.db
        .selectFrom('evidence')
        .select('id')
        .where('title', '=', 'Tertutup')
        .executeTakeFirstOrThrow()
      expect((await page('other', `/${id}/berkas/1`)).status).toBe(404)
      expect((await page('head', `/${id}/berkas/1`)).status).toBe(200)
    })
  })
})
