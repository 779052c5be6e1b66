import { createHash, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { type Listening, listen } from '../../../web/listen.ts'
import { type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'
import { verifyStore } from '../store/store-audit.ts'
import { bringing, type Who } from './bringing.test-data.tsx'
import { docx, pdf, png, zip } from './sample-files.test-data.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each(testDatabases)('what goes wrong when evidence is brought, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const opened: Listening[] = []
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    for (const server of opened) await server.stop()
    services.remove()
    await database.close()
  })
  const { at, app, post, counts, piecesCalled, bring, parts } = bringing(() => ({
    database,
    seed,
    services,
  }))

  test.each<[string, string, string | Buffer, RegExp]>([
    ['zero bytes', 'kosong.pdf', '', /kosong \(0 bita\); pilih berkas yang ada isinya/],
    ['a wrong ending', 'foto.jpg', pdf(), /isinya PDF, padahal namanya berakhiran \.jpg; ganti akhirannya/],
    ['no ending', 'surat', pdf(), /tidak berakhiran; tambahkan/],
    ['a page behind a picture', 'a.png', Buffer.concat([png(2, 2), Buffer.from('<script>')]), /simpan ulang/],
    ['an archive behind a PDF', 'a.pdf', Buffer.concat([pdf(), zip({ a: 'b' })]), /simpan ulang/],
    ['a damaged PDF', 'a.pdf', pdf().subarray(0, 150), /rusak atau tidak lengkap; buka di aplikasinya/],
    ['a damaged DOCX', 'a.docx', docx().subarray(0, 90), /rusak atau tidak lengkap; buka di aplikasinya/],
    ['a picture of 100,000 × 100,000', 'a.png', png(100_000, 100_000), /terlalu besar; perkecil/],
    ['a program', 'a.pdf', 'MZ\u0090\u0000', /program tidak diterima; kirim/],
    ['one byte past the limit', 'a.txt', 'a'.repeat(1_000_001), /batas 1 MB; perkecil/],
  ])(
    '%s: the form says what to do and keeps what was typed; nothing is stored',
    async (_what, name, content, words) => {
      const before = await counts()
      const bytes = typeof content === 'string' ? content : Uint8Array.from(content)
      const typed = { title: `Judul ${randomUUID()}`, kind: 'minutes' }
      const sent = await post('staff', '/baru', uploadForm(typed, { name, content: bytes }))
      expect([sent.status, sent.html]).toEqual([422, expect.stringMatching(words)])
      expect(sent.html).toContain(`value="${typed.title}"`)
      expect(await counts()).toEqual(before)
      expect(readdirSync(join(services.folder, 'staging'))).toEqual([])
    },
  )

  test('a PDF with a password is taken, and its page says what an assessor will meet', async () => {
    const title = `Terkunci ${randomUUID()}`
    const form = uploadForm(
      { title, kind: 'decree' },
      { name: 'a.pdf', content: Uint8Array.from(pdf('/Encrypt 5 0 R ')) },
    )
    expect((await post('staff', '/baru', form)).status).toBe(303)
    const [piece] = await piecesCalled(title)
    const html = await (await app('leader').request(at(`/${piece?.id}`))).text()
    expect(html).toContain('PDF ini berkata sandi')
  })

  test('a name with folders, control characters and 300 signs comes in tidied, and goes out as it came in', async () => {
    const title = `Nama ${randomUUID()}`
    const name = `../../etc/\u202e\u0007${'n'.repeat(300)}.txt`
    const sent = await post('staff', '/baru', uploadForm({ title, kind: 'other' }, { name, content: 'isi' }))
    expect(sent.status).toBe(303)
    const [piece] = await piecesCalled(title)
    const file = await app('staff').request(at(`/${piece?.id}/berkas/1`))
    expect(file.headers.get('content-disposition')).toBe(
      `inline; filename="${'n'.repeat(146)}.txt"; filename*=UTF-8''${'n'.repeat(146)}.txt`,
    )
  })

  describe('two gigabytes', () => {
    const megabyte = Buffer.alloc(2 ** 20, 'a')
    const much = 2_050
    async function* film() {
      for (let sent = 0; sent < much; sent += 1) yield megabyte
    }
    async function* form(title: string) {
      const field = (name: string, value: string) =>
        Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      yield field('title', title)
      yield field('kind', 'recording')
      yield Buffer.from('--x\r\ncontent-disposition: form-data; name="files"; filename="rapat.txt"\r\n\r\n')
      yield* film()
      yield Buffer.from('\r\n--x--\r\n')
    }
    const send = async (
      path: string,
      method: string,
      headers: Record<string, string>,
      body: AsyncIterable<Buffer>,
    ) => {
      const server = await listen(app('staff').fetch, { host: '127.0.0.1', port: 0 })
      opened.push(server)
      return fetch(`${server.address}${path}`, {
        method,
        headers,
        body: Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>,
        duplex: 'half',
      } as RequestInit)
    }

    test('through the form, over the limit, are read to their end without being held, and refused', async () => {
      const before = await counts()
      const rss = process.memoryUsage().rss
      const title = `Besar ${randomUUID()}`
      const sent = await send(
        at('/baru'),
        'POST',
        { 'content-type': 'multipart/form-data; boundary=x' },
        form(title),
      )
      const html = await sent.text()
      expect([sent.status, html]).toEqual([
        422,
        expect.stringContaining('lebih besar dari batas 1 MB; perkecil'),
      ])
      expect(html).toContain(`value="${title}"`)
      expect(process.memoryUsage().rss - rss).toBeLessThan(400 * 2 ** 20)
      expect(await counts()).toEqual(before)
      expect(readdirSync(join(services.folder, 'staging'))).toEqual([])
    }, 240_000)

    test('in parts are refused before a byte; who says less and sends more is cut off at what was said', async () => {
      const { start, look, patch } = parts(services.store)
      expect((await start('rapat.txt', much * megabyte.length)).status).toBe(413)
      const { path } = await start('rapat.txt', 1_000)
      const more = await patch(path, 0, Readable.toWeb(Readable.from(film())) as ReadableStream<Uint8Array>)
      expect([more.status, await more.text()]).toEqual([413, expect.stringMatching(/.{20,}/)])
      expect((await look(path)).headers.get('upload-offset')).toBe('0')
    })
  })

  describe('two at once', () => {
    test('bring the same file: two pieces, one object, both whole', async () => {
      const [content, title] = [`bersama ${randomUUID()}`, `Bersama ${randomUUID()}`]
      await Promise.all([
        bring('staff', title, content),
        bring('other', title, content),
        bring('leader', title, content),
      ])
      const pieces = await piecesCalled(title)
      expect(pieces.map(piece => piece.sha256)).toEqual(Array(3).fill(sha256(content)))
      const objects = await database.db
        .selectFrom('file_object')
        .select('sha256')
        .where('sha256', '=', sha256(content))
        .execute()
      expect(objects).toHaveLength(1)
      const wrong = []
      for await (const one of verifyStore(database.db, services.store)) wrong.push(one)
      expect(wrong.filter(one => one.sha256 === sha256(content))).toEqual([])
    })

    test('send the same form, as by a double click: one piece', async () => {
      const title = `Dua kali ${randomUUID()}`
      const key = randomUUID()
      const form = () => {
        const made = uploadForm({ title, kind: 'minutes' }, { name: 'a.txt', content: title })
        made.set('_key', key)
        return made
      }
      const sent = await Promise.all([1, 2, 3].map(() => post('staff', '/baru', form())))
      expect(sent.map(one => one.status)).toEqual([303, 303, 303])
      expect(await piecesCalled(title)).toHaveLength(1)
    })

    test('review the same piece: one decision stands, and the other person reads whose', async () => {
      const piece = await bring('staff', `Diperiksa ${randomUUID()}`, randomUUID())
      const judge = (who: Who, decision: string) =>
        post(
          who,
          `/${piece.id}/periksa`,
          new URLSearchParams({
            _key: randomUUID(),
            revision: '1',
            decision,
            reason: 'Tanda tangan belum ada',
          }),
        )
      const sent = await Promise.all([judge('leader', 'accepted'), judge('head', 'returned')])
      expect(sent.map(one => one.status).sort()).toEqual([303, 409])
      expect(sent.find(one => one.status === 409)?.html).toMatch(
        /(?:Ketua|Kepala) sudah lebih dulu memeriksa/,
      )
      const reviews = await database.db
        .selectFrom('evidence_review')
        .select('decision')
        .where('evidence_id', '=', piece.id)
        .execute()
      const [now] = await piecesCalled((await titleOf(piece.id)) ?? '')
      expect(reviews).toEqual([{ decision: now?.state }])
    })

    const titleOf = async (id: string) =>
      (await database.db.selectFrom('evidence').select('title').where('id', '=', id).executeTakeFirst())
        ?.title

    test('bring a new version of the same piece: one becomes version 2, the other is told, and no bytes are lost', async () => {
      const piece = await bring('staff', `Versi ${randomUUID()}`, randomUUID())
      const send = (content: string) =>
        post('staff', `/${piece.id}/versi`, uploadForm({ revision: '1' }, { name: 'v.txt', content }))
      const [one, two] = [randomUUID(), randomUUID()]
      const sent = await Promise.all([send(one), send(two)])
      expect(sent.map(answer => answer.status).sort()).toEqual([303, 409])
      // The refused file waits in the form that came back.
      expect(sent.find(answer => answer.status === 409)?.html).toMatch(/name="upload" value="[0-9a-f-]{36}"/)
      const pieces = await piecesCalled((await titleOf(piece.id)) ?? '')
      expect(pieces).toHaveLength(2)
      for (const content of [one, two]) expect(await services.store.find(sha256(content))).not.toBeNull()
    })
  })
})
