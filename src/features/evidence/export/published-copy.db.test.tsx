import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { docx, pdf } from '../bring/sample-files.test-data.ts'
import {
  box,
  heic,
  keysAndValues,
  maker,
  mp4,
  place,
  traces,
  userData,
} from '../content/boxes/made-boxes.test-data.ts'
import { appFor, depsOf, type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'
import { objectKey } from '../store/object-store.ts'
import { makeShareCode } from './share-code.ts'
import { shareEvidence } from './share-evidence.ts'

const film = () =>
  mp4({
    inMovie: [userData, keysAndValues],
    telemetry: { handler: 'meta', text: place },
    behind: [box('free', randomUUID())],
  })
const photo = () => heic(undefined, { behind: [box('free', randomUUID())] })

describe.each(testDatabases)('what is published on $name', ({ open }) => {
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
  const at = (path: string) => `/u/${seed.unit.slug}/bukti${path}`
  const ask = (path: string, headers: Record<string, string> = {}) =>
    appFor(seed, null, services).request(path, { headers })
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

  async function bring(name: string, bytes: Uint8Array) {
    const title = `${name} ${randomUUID()}`
    const form = uploadForm({ title, kind: 'photo' }, { name, content: Uint8Array.from(bytes) })
    const answer = await appFor(seed, seed.people.staff, services).request(at('/baru'), {
      method: 'POST',
      body: form,
    })
    expect([answer.status, await answer.text()]).toEqual([303, ''])
    return database.db
      .selectFrom('evidence as e')
      .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
      .select(['e.id', 'v.sha256'])
      .where('e.title', '=', title)
      .executeTakeFirstOrThrow()
  }
  const page = async (id: string) =>
    (await appFor(seed, seed.people.leader, services).request(at(`/${id}/bagikan`))).text()
  async function share(id: string) {
    const answer = await appFor(seed, seed.people.leader, services).request(at(`/${id}/bagikan`), {
      method: 'POST',
      body: new URLSearchParams({ _key: randomUUID(), days: '30' }),
    })
    const html = await answer.text()
    return { status: answer.status, html, code: /\/b\/([a-z0-9]{26})<\/code>/.exec(html)?.[1] ?? '' }
  }
  const linksTo = (id: string) =>
    database.db.selectFrom('share_link').select('id').where('evidence_id', '=', id).execute()

  test.each([
    ['foto.heic', photo, 'image/heic', 'salinan foto tanpa catatan lokasi'],
    ['video.mp4', film, 'video/mp4', 'salinan video tanpa catatan lokasi'],
  ])(
    '%s goes out whole, without its place, and in parts as a player asks',
    async (name, make, type, said) => {
      const original = make()
      const { id, sha256 } = await bring(name, original)
      expect(await page(id)).toContain('dibuang dari salinan yang dibagikan')
      const { code } = await share(id)
      expect(await (await ask(`/b/${code}`)).text()).toContain(said)

      const whole = await ask(`/b/${code}/berkas`)
      const copy = await bytesOf(whole)
      expect([whole.status, whole.headers.get('content-type'), copy.length]).toEqual([
        200,
        type,
        original.length,
      ])
      expect(original.includes(place)).toBe(true)
      expect([...traces, maker].filter(trace => copy.includes(trace))).toEqual([])
      const tag = whole.headers.get('etag') ?? ''
      expect(tag).not.toContain(`"${sha256}"`)

      const size = copy.length
      const parts: [string, number, number, number][] = [
        ['bytes=0-99', 206, 0, 100],
        [`bytes=${size - 400}-`, 206, size - 400, size],
        ['bytes=-300', 206, size - 300, size],
        [`bytes=0-${size * 9}`, 206, 0, size],
        [`bytes=-${size * 9}`, 206, 0, size],
      ]
      for (const [range, status, from, to] of parts) {
        const part = await ask(`/b/${code}/berkas`, { range, 'if-range': tag })
        expect([
          range,
          part.status,
          part.headers.get('content-range'),
          part.headers.get('content-length'),
        ]).toEqual([range, status, `bytes ${from}-${to - 1}/${size}`, String(to - from)])
        expect((await bytesOf(part)).equals(copy.subarray(from, to))).toBe(true)
      }
      const past = await ask(`/b/${code}/berkas`, { range: `bytes=${size}-` })
      expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
      const other = await ask(`/b/${code}/berkas`, { range: 'bytes=0-9', 'if-range': `"${sha256}"` })
      expect([other.status, (await bytesOf(other)).length]).toEqual([200, size])
      expect((await ask(`/b/${code}/berkas`, { 'if-none-match': tag })).status).toBe(304)
      // Who may see it here sees the original.
      const own = await appFor(seed, seed.people.leader, services).request(at(`/${id}/berkas/1`))
      expect((await bytesOf(own)).equals(original)).toBe(true)
    },
  )

  test.each([
    ['a video in fragments', 'a.mp4', () => mp4({ inMovie: [userData], behind: [box('moof')] }), 'MP4 biasa'],
    ['a video cut off', 'b.mp4', () => film().subarray(0, -9), 'MP4 biasa'],
    [
      'a HEIC with a rest behind it',
      'c.heic',
      () => Buffer.concat([photo(), Buffer.from('sisa')]),
      'sebagai JPEG',
    ],
    [
      'a JPEG that is not to be decoded',
      'd.jpg',
      () => Buffer.from(`ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffd9`, 'hex'),
      'sebagai JPEG',
    ],
  ])(
    '%s is refused with a sentence that says what to do, and no link is made',
    async (_what, name, make, remedy) => {
      const { id } = await bring(name, make())
      const { status, html, code } = await share(id)
      expect([status, code, html]).toEqual([
        422,
        '',
        expect.stringContaining('tidak dapat dipastikan hilang'),
      ])
      expect(html).toContain(remedy)
      expect(await linksTo(id)).toEqual([])
    },
  )

  test('bytes of which no copy was tried are not shared, whoever asks', async () => {
    const { id } = await bring('foto.heic', photo())
    const input = { unitId: seed.unit.id, evidenceId: id, code: makeShareCode(), days: 30 } as const
    for (const cleaned of [null, 'a'.repeat(64)])
      expect(await shareEvidence(depsOf(database.db, seed.people.leader), { ...input, cleaned })).toEqual({
        ok: false,
        problem: { kind: 'changed' },
      })
    expect(await linksTo(id)).toEqual([])
  })

  test('a film that changed in the store is not sent, since nobody knows what it holds', async () => {
    const original = film()
    const { id, sha256 } = await bring('video.mp4', original)
    const { code } = await share(id)
    original.writeUInt32BE(4, original.indexOf('udta') - 4)
    writeFileSync(join(services.folder, objectKey(sha256 ?? '')), original)
    const answer = await ask(`/b/${code}/berkas`)
    const html = await answer.text()
    expect([answer.status, html]).toEqual([422, expect.stringContaining('tidak dapat dibersihkan')])
    expect(html).not.toContain(place)
  })

  test.each([
    ['surat.pdf', pdf('/Bagikan 1 '), true],
    ['naskah.docx', docx({ 'word/media/image1.jpeg': 'x' }), true],
    ['catatan.txt', Buffer.from('rapat'), false],
  ])(
    'before %s is shared the page says whether photos inside keep their place',
    async (name, bytes, said) => {
      const { id } = await bring(name, bytes)
      expect((await page(id)).includes('foto di dalamnya mungkin masih mencatat lokasi')).toBe(said)
      expect((await share(id)).status).toBe(200)
    },
  )

  test('a photo of another camera still goes out coded anew', async () => {
    const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#286' } })
      .jpeg()
      .withExif({ IFD0: { Make: maker } })
      .toBuffer()
    const { id } = await bring('foto.jpg', jpeg)
    const { code } = await share(id)
    const copy = await bytesOf(await ask(`/b/${code}/berkas`))
    expect([(await sharp(copy).metadata()).exif, copy.includes(maker)]).toEqual([undefined, false])
  })
})
