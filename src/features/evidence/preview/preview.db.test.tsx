import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { type Listening, listen } from '../../../web/listen.ts'
import { heic, mp4 } from '../content/boxes/made-boxes.test-data.ts'
import { readWaiting } from '../content/read-waiting.ts'
import { appFor, type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'

describe.each(testDatabases)('the preview of photos and films on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  let server: Listening
  const services = scratchServices()
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
    const app = appFor(seed, seed.people.staff, services)
    server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await server.stop()
    services.remove()
    await database.close()
  })
  /** Files of the store that this process holds open. */
  const opened = () =>
    (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd') : []).filter(fd => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(services.folder)
      } catch {
        return false
      }
    }).length
  const at = (path: string) => `${server.address}/u/${seed.unit.slug}/bukti${path}`
  async function bring(name: string, bytes: Uint8Array) {
    const title = `${name} ${randomUUID()}`
    const form = uploadForm({ title, kind: 'photo' }, { name, content: Uint8Array.from(bytes) })
    const sent = await fetch(at('/baru'), { method: 'POST', body: form, redirect: 'manual' })
    expect(sent.status).toBe(303)
    const { id } = await database.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    return id
  }

  test('a HEIC, which browsers do not draw, is said to be one, with what to do; nothing broken is shown', async () => {
    const id = await bring('foto.heic', heic())
    await readWaiting(database.db, services.store, () => new Date())
    const html = await (await fetch(at(`/${id}`))).text()
    expect(html).toContain('Foto HEIC tidak dapat ditampilkan oleh sebagian besar peramban')
    expect(html).toContain('simpan ulang sebagai JPEG')
    expect(html).toMatch(new RegExp(`href="[^"]*/${id}/berkas/1"[^>]*>Unduh berkas`))
    expect(html).not.toContain('<img')
    const reviewer = appFor(seed, seed.people.head, services)
    const seen = await (await reviewer.request(`/u/${seed.unit.slug}/bukti/${id}`)).text()
    expect(seen).toContain('Unduh untuk melihatnya')
    const file = await fetch(at(`/${id}/berkas/1`))
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="foto\.heic"/)
    await file.body?.cancel()
  })

  describe('a film', () => {
    const film = mp4({ stray: 'x'.repeat(800_000) })
    const size = film.length
    let path: string
    beforeAll(async () => {
      const id = await bring('video.mp4', film)
      path = at(`/${id}/berkas/1`)
      const html = await (await fetch(at(`/${id}`))).text()
      expect(html).toMatch(new RegExp(`<video[^>]* src="[^"]*/${id}/berkas/1"[^>]* controls`))
      expect(html).toContain('Bila video ini tidak dapat diputar di sini')
    })
    const ask = async (headers: Record<string, string>, method = 'GET') => {
      const answer = await fetch(path, { method, headers })
      const bytes = Buffer.from(await answer.arrayBuffer())
      return {
        status: answer.status,
        range: answer.headers.get('content-range'),
        length: answer.headers.get('content-length'),
        tag: answer.headers.get('etag') ?? '',
        accepts: answer.headers.get('accept-ranges'),
        bytes,
      }
    }

    test('is sent whole where no part is asked for, and says that parts may be', async () => {
      const whole = await ask({})
      expect([whole.status, whole.length, whole.accepts]).toEqual([200, String(size), 'bytes'])
      expect(whole.bytes.equals(film)).toBe(true)
      const head = await ask({}, 'HEAD')
      expect([head.status, head.length, head.bytes.length]).toEqual([200, String(size), 0])
      await expect.poll(opened).toBe(0)
    })

    test.each<[string, number, number]>([
      // As Chrome, Firefox and Safari begin: everything, the first two bytes, and the tables at the end.
      ['bytes=0-', 0, size],
      ['bytes=0-1', 0, 2],
      [`bytes=${size - 500}-`, size - 500, size],
      ['bytes=-500', size - 500, size],
      [`bytes=-${size + 1}`, 0, size],
      [`bytes=65536-${size + 1}`, 65_536, size],
      [`bytes=${size - 1}-${size - 1}`, size - 1, size],
    ])('asked for %s sends that part', async (range, from, to) => {
      const { tag } = await ask({ range: 'bytes=0-0' })
      for (const condition of ['', tag]) {
        const part = await ask(condition ? { range, 'if-range': condition } : { range })
        expect([part.status, part.range, part.length]).toEqual([
          206,
          `bytes ${from}-${to - 1}/${size}`,
          String(to - from),
        ])
        expect(part.bytes.equals(film.subarray(from, to))).toBe(true)
      }
    })

    test.each([`bytes=${size}-`, `bytes=${size * 2}-${size * 3}`, 'bytes=-0', 'bytes=99999999999999999999-'])(
      'asked for %s says that there is no such part, and how long it is',
      async range => {
        const none = await ask({ range })
        expect([none.status, none.range, none.bytes.length]).toEqual([416, `bytes */${size}`, 0])
      },
    )

    test.each(['"lain"', 'W/"lain"', 'Tue, 24 Nov 2026 00:00:00 GMT'])(
      'asked for a part of another file (If-Range %s) is sent whole',
      async condition => {
        const whole = await ask({ range: 'bytes=5-9', 'if-range': condition })
        expect([whole.status, whole.range, whole.bytes.length]).toEqual([200, null, size])
      },
    )

    test('whose player jumps ahead, and hangs up on what it asked for, leaves no file open', async () => {
      for (let jump = 0; jump < 20; jump += 1)
        await new Promise<void>((done, fail) => {
          const asked = httpGet(path, { headers: { range: `bytes=${jump * 1000}-` } }, answer => {
            answer.once('data', () => asked.destroy())
            answer.once('close', done)
            answer.on('error', () => undefined)
          })
          asked.on('error', error => ('code' in error && error.code === 'ECONNRESET' ? done() : fail(error)))
        })
      await expect.poll(opened).toBe(0)
      expect((await ask({ range: 'bytes=0-9' })).status).toBe(206)
    })
  })
})
