import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../core/access/may.ts'
import { bundleWith, rewrite, testKey } from '../../../core/bundle/bundle.test-data.ts'
import { type Bytes, bundleLimits } from '../../../core/bundle/format.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { bareShell } from '../../bare-shell.test-data.tsx'
import { submitCycle } from '../cycle/move-cycle.ts'
import { seedAssessment } from '../sheet.test-data.ts'
import { bundleRoutes } from './routes.tsx'
import { throwawayKeys } from './signing-key.ts'
import { verifyHere } from './verify-here.ts'

describe.each(testDatabases)('The pages around a bundle on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Awaited<ReturnType<typeof seedAssessment>>
  const routes = bundleRoutes(throwawayKeys())

  beforeAll(async () => {
    database = await open()
    seed = await seedAssessment(database.db)
    const which = { unitId: seed.unit.id, cycleId: seed.cycleId, version: 1 }
    await submitCycle(seed.as(seed.people.leader), { ...which, acceptsBlanks: true })
  })
  afterAll(() => database.close())

  const appFor = (actor: Actor | null) =>
    bareShell(routes, () => ({ deps: { ...seed.as(seed.people.staff), actor }, unit: seed.unit }))
  const lke = (path: string) => `/u/${seed.slug}/lke/2026${path}`
  const close = (actor: Actor, version: string) =>
    appFor(actor).request(lke('/tutup'), { method: 'POST', body: new URLSearchParams({ version }) })
  const form = (content: Bytes) => {
    const fields = new FormData()
    fields.set('bundel', new File([content], 'bundel.zip'))
    return fields
  }
  const check = async (body: BodyInit) => {
    const response = await appFor(null).request('/periksa', { method: 'POST', body })
    return { status: response.status, html: await response.text() }
  }

  test('only the head closes, and from then on every reader of the sheet has its bundle', async () => {
    const { leader, head, staff } = seed.people
    expect((await appFor(staff).request(lke('/bundel'))).status).toBe(404)
    expect((await close(leader, '2')).status).toBe(403)
    expect((await close(head, '1')).status).toBe(409)
    expect((await close(head, '2')).status).toBe(303)
    expect((await close(head, '2')).status).toBe(409)
    const response = await appFor(staff).request(lke('/bundel'))
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="lke-${seed.slug}-2026.zip"`,
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(await verifyHere(bytes, null)).toMatchObject({ value: { verdict: 'unproven' } })
    expect((await appFor(null).request(lke('/bundel'))).status).toBe(403)
    const checked = await check(form(bytes))
    expect(checked.status).toBe(200)
    expect(checked.html).toContain('Berkas ini utuh')
  })

  test('a bundle with a changed answer, a changed weight, a swapped member or another’s key is not intact', async () => {
    const own = new Uint8Array(await (await appFor(seed.people.staff).request(lke('/bundel'))).arrayBuffer())
    const forged: [Bytes, string][] = [
      [
        rewrite(own, 'answers.json', text =>
          text.replace('"unit":{', '"unit":{"P.MP.1.a":{"explanation":"","value":"Ya","version":1}'),
        ),
        'answers.json: P.MP.1.a ditambahkan',
      ],
      [
        rewrite(own, 'instrument.json', text =>
          text.replace(/("code":"P\.MP\.1",.{0,4000}?"weight":")[^"]+/s, '$10.25'),
        ),
        'instrument.json: P.MP.1 berubah',
      ],
      [rewrite(own, 'evidence-manifest.json', () => '{"pieces":[]} '), 'evidence-manifest.json berubah'],
      [await bundleWith(testKey()), 'yang bukan kunci instansi'],
    ]
    for (const [bytes, sentence] of forged) {
      const { status, html } = await check(form(bytes))
      expect([status, sentence, html.includes(sentence)]).toEqual([200, sentence, true])
      expect(html).toContain('Berkas ini tidak cocok')
      expect(html).not.toContain('Berkas ini utuh')
      expect(html).not.toContain('notice-success')
    }
  })

  test('where the agency has no key to compare with, a sound bundle is called unproven', async () => {
    const without = bundleRoutes({ ...throwawayKeys(), find: async () => null })
    const other = await open()
    const fresh = await seedAssessment(other.db)
    const app = bareShell(without, () => ({
      deps: { ...fresh.as(fresh.people.staff), actor: null },
      unit: null,
    }))
    const response = await app.request('/periksa', {
      method: 'POST',
      body: form(await bundleWith(testKey())),
    })
    const html = await response.text()
    expect(html).toContain('BELUM TERBUKTI milik instansi')
    // The test's bundle was closed at 04.00 UTC.
    expect(html).toContain('24 November 2026 pukul 11.00 WIB')
    expect(html).not.toContain('notice-success')
    expect(html).not.toContain('Berkas ini utuh')
    await other.close()
  })

  test('anyone sees the key, never the private one', async () => {
    const html = await (await appFor(null).request('/kunci')).text()
    expect(html).toContain('Sedang dipakai')
    expect(html).toContain('BEGIN PUBLIC KEY')
    expect(html).not.toContain('PRIVATE')
  })

  test('a form without a file, of another kind, or cut off is asked for the file again', async () => {
    for (const body of [new FormData(), form(new Uint8Array()), new URLSearchParams({ bundel: 'teks' })])
      expect(await check(body)).toMatchObject({
        status: 422,
        html: expect.stringContaining('Pilih berkas bundel.'),
      })
    const cut = await appFor(null).request('/periksa', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="bundel"; filename="a.zip"\r\n\r\nPK',
    })
    expect(cut.status).toBe(422)
  })

  test('a file that is larger than any bundle is refused, however large it is', async () => {
    for (const size of [bundleLimits.file + 100_000, 5 * bundleLimits.file]) {
      const response = await appFor(null).request('/periksa', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: new Uint8Array(size),
      })
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('Berkas lebih dari 8 MB')
    }
  })

  test('what is no bundle is refused with its sentence', async () => {
    expect(await check(form(new TextEncoder().encode('bukan zip')))).toMatchObject({
      status: 422,
      html: expect.stringContaining('Berkas bukan ZIP yang dapat dibuka.'),
    })
  })
})
