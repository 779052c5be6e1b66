import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../core/access/may.ts'
import { err, ok } from '../../../core/shared/result.ts'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import type { AddServices } from '../bring/add-routes.tsx'
import { appFor, countOf, depsOf, type Seed, scratchServices, seedProgramme } from '../seed.test-data.tsx'
import { objectKey } from '../store/object-store.ts'
import { s3Store } from '../store/s3-store.ts'
import { openS3Server } from '../store/scratch-store.test-data.ts'
import { sweepStore, verifyStore } from '../store/store-audit.ts'
import { dropExpiredUploads } from './drop-upload.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Text of that many bytes that differs by `seed`. */
const textOf = (seed: string, size: number) => Buffer.from(`${seed} `.repeat(size)).subarray(0, size)

async function afterReading<T>(source: AsyncIterable<Uint8Array>, verdict: T): Promise<T> {
  let read = 0
  for await (const bytes of source) read += bytes.length
  expect(read).toBeGreaterThan(0)
  return verdict
}

describe.each(testDatabases)('an upload in parts, on $name', ({ open }) => {
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

  /** Speaks the protocol as that person, to a server that was started just now. */
  const client = (actor: Actor, over: Partial<AddServices> = {}) => {
    const app: Hono = appFor(seed, actor, { ...services, ...over })
    const base = `/u/${seed.unit.slug}/bukti/unggahan`
    const ask = (method: string, path: string, headers: Record<string, string>, body?: BodyInit) =>
      app.request(path, {
        method,
        headers: { 'tus-resumable': '1.0.0', ...headers },
        ...(body === undefined ? {} : { body, duplex: 'half' as const }),
      })
    const create = (name: string, size: number, more: Record<string, string> = {}) =>
      ask('POST', base, {
        'upload-length': String(size),
        'upload-metadata': `filename ${base64(name)}`,
        ...more,
      })
    const started = async (name: string, size: number) =>
      (await create(name, size)).headers.get('location') ?? ''
    const look = (path: string) => ask('HEAD', path, {})
    const offset = async (path: string) => (await look(path)).headers.get('upload-offset')
    const patch = (path: string, at: number, body: BodyInit, more: Record<string, string> = {}) =>
      ask(
        'PATCH',
        path,
        {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(at),
          ...more,
        },
        body,
      )
    return { ask, base, create, started, look, offset, patch }
  }
  const staff = (over?: Partial<AddServices>) => client(seed.people.staff, over)
  const staged = () => {
    try {
      return readdirSync(join(services.folder, 'staging'))
    } catch {
      return []
    }
  }

  test('says what it can do, and what it can not is refused', async () => {
    const { ask, base, create } = staff()
    const can = await ask('OPTIONS', base, {})
    expect(can.status).toBe(204)
    expect(can.headers.get('tus-extension')).toBe('creation,checksum,termination,expiration')
    expect(can.headers.get('tus-max-size')).toBe('1000000')
    expect((await create('a.txt', 5, { 'tus-resumable': '0.2.2' })).status).toBe(412)
    expect((await create('a.txt', 5, { 'upload-concat': 'partial' })).status).toBe(400)
    expect((await ask('POST', base, { 'upload-defer-length': '1' })).status).toBe(400)
    expect((await ask('POST', base, { 'upload-length': '-5' })).status).toBe(400)
  })

  test('is refused before a byte is sent where its name or size rules it out, in the sentence of the form', async () => {
    const { create } = staff()
    const refused = async (name: string, size: number) => {
      const response = await create(name, size)
      return [response.status, await response.text()]
    }
    const before = await countOf(seed.db, 'upload')
    expect(await refused('a.txt', 0)).toEqual([422, expect.stringContaining('a.txt: berkas kosong (0 bita)')])
    expect(await refused('a.txt', 1_000_001)).toEqual([
      413,
      expect.stringContaining('a.txt: lebih besar dari batas 1 MB'),
    ])
    expect(await refused('a.exe', 5)).toEqual([
      422,
      expect.stringContaining('a.exe: jenis .exe tidak diterima'),
    ])
    expect((await refused('../a', 5))[0]).toBe(422)
    expect(await countOf(seed.db, 'upload')).toBe(before)
  })

  test('comes part by part, is judged when it is whole, and then waits for its form', async () => {
    const { started, patch, offset } = staff()
    const bytes = textOf('bagian', 300_000)
    const path = await started('Notulen rapat.txt', bytes.length)
    expect(await offset(path)).toBe('0')
    const first = await patch(path, 0, bytes.subarray(0, 100_000))
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '100000'])
    expect(await offset(path)).toBe('100000')
    expect((await patch(path, 100_000, bytes.subarray(100_000))).status).toBe(204)
    expect(await offset(path)).toBe('300000')
    const row = await seed.db
      .selectFrom('upload')
      .selectAll()
      .where('id', '=', path.slice(-36))
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ sha256: sha256(bytes), type: 'text/plain', file_name: 'Notulen rapat.txt' })
    expect((await services.store.find(sha256(bytes)))?.size).toBe(300_000)
    expect(staged()).toEqual([])
  })

  test.each([0, 1, 99_999, 150_000, 299_999])(
    'broken off after %i bytes goes on from there, also at a server started anew, to the same hash',
    async cut => {
      const bytes = textOf(`putus ${cut}`, 300_000)
      const before = staff()
      const path = await before.started('a.txt', bytes.length)
      const broken = new ReadableStream({
        start: stream => stream.enqueue(bytes.subarray(0, cut)),
        // The bytes are read before the line goes dead.
        pull: stream => stream.error(new Error('the line went dead')),
      })
      expect((await before.patch(path, 0, broken)).status).toBe(400)
      const { offset, patch } = staff()
      expect(await offset(path)).toBe(String(cut))
      expect((await patch(path, cut, bytes.subarray(cut))).status).toBe(204)
      expect(await services.store.find(sha256(bytes))).not.toBeNull()
    },
  )

  test('takes nothing at a wrong place, nothing past its end and no damaged part', async () => {
    const { started, patch, offset } = staff()
    const bytes = textOf('tempat', 1000)
    const path = await started('a.txt', bytes.length)
    await patch(path, 0, bytes.subarray(0, 400))
    expect((await patch(path, 0, bytes)).status).toBe(409)
    expect((await patch(path, 401, bytes.subarray(401))).status).toBe(409)
    expect((await patch(path, 400, textOf('terlalu panjang', 601))).status).toBe(413)
    expect((await patch(path, 400, bytes.subarray(400), { 'content-type': 'text/plain' })).status).toBe(415)
    const sum = createHash('sha1').update(bytes.subarray(400)).digest('base64')
    const damaged = await patch(path, 400, textOf('rusak', 600), { 'upload-checksum': `sha1 ${sum}` })
    expect(damaged.status).toBe(460)
    const unknown = await patch(path, 400, bytes.subarray(400), { 'upload-checksum': 'crc32 AAAA' })
    expect(unknown.status).toBe(400)
    expect(await offset(path)).toBe('400')
    const whole = await patch(path, 400, bytes.subarray(400), { 'upload-checksum': `sha1 ${sum}` })
    expect(whole.status).toBe(204)
    expect(await services.store.find(sha256(bytes))).not.toBeNull()
  })

  test('is refused by its content as in the form, and leaves nothing', async () => {
    const { started, patch, look } = staff()
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const path = await started('laporan.pdf', page.length)
    const refused = await patch(path, 0, page)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/^laporan\.pdf: halaman web dan SVG tidak diterima/)
    expect((await look(path)).status).toBe(404)
    expect(staged()).not.toContain(path.slice(-36))
  })

  test('waits whole while the scanner is away, and is judged when it is asked for again', async () => {
    const bytes = textOf('pemindai', 2000)
    const away = staff({ scan: async source => afterReading(source, err({ kind: 'scan-unavailable' })) })
    const path = await away.started('a.txt', bytes.length)
    expect((await away.patch(path, 0, bytes)).status).toBe(503)
    expect(await services.store.find(sha256(bytes))).toBeNull()
    const back = staff({ scan: async source => afterReading(source, ok(null)) })
    expect(await back.offset(path)).toBe('2000')
    expect(await services.store.find(sha256(bytes))).not.toBeNull()
  })

  test('belongs to whoever began it, in their unit', async () => {
    const bytes = textOf('milik', 500)
    const { started, offset } = staff()
    const path = await started('a.txt', bytes.length)
    const other = client(seed.people.leader)
    expect((await other.look(path)).status).toBe(404)
    expect((await other.patch(path, 0, bytes)).status).toBe(404)
    expect((await other.ask('DELETE', path, {})).status).toBe(404)
    expect(await offset(path)).toBe('0')
  })

  test('cancelled is gone with its bytes', async () => {
    const { started, patch, look, ask } = staff()
    const path = await started('a.txt', 500)
    await patch(path, 0, textOf('batal', 100))
    expect((await ask('DELETE', path, {})).status).toBe(204)
    expect((await look(path)).status).toBe(404)
    expect(staged()).not.toContain(path.slice(-36))
  })

  test('nobody finished in time is removed with its bytes; the sweep leaves those whose time still runs', async () => {
    const { started, patch } = staff()
    const path = await started('a.txt', 500)
    const id = path.slice(-36)
    await patch(path, 0, textOf('lama', 100))
    const deps = depsOf(seed.db, seed.people.staff)
    const later = (hours: number) => new Date(deps.now.getTime() + hours * 3_600_000)
    const sweep = { ...deps, store: services.store }
    const findings = (await sweepStore({ ...sweep, now: later(23) }, { remove: true })).findings
    expect(findings.filter(one => one.kind === 'staged')).toEqual([])
    expect(await dropExpiredUploads({ ...sweep, now: later(23) })).toBe(0)
    expect(staged()).toContain(id)
    expect(await dropExpiredUploads({ ...sweep, now: later(25) })).toBeGreaterThanOrEqual(1)
    expect(staged()).not.toContain(id)
  })

  test('whose sender came back makes the server let go of the dead line', async () => {
    const { started, patch, offset } = staff()
    const bytes = textOf('kembali', 200_000)
    const path = await started('a.txt', bytes.length)
    const hanging = new ReadableStream({
      start: stream => stream.enqueue(bytes.subarray(0, 50_000)),
      pull: () => new Promise(() => undefined),
    })
    const dead = patch(path, 0, hanging)
    await expect.poll(() => services.store.appended(path.slice(-36))).toBe(50_000)
    const stands = Number(await offset(path))
    expect((await dead).status).toBe(400)
    expect(stands).toBe(50_000)
    expect((await patch(path, stands, bytes.subarray(stands))).status).toBe(204)
    expect(await services.store.find(sha256(bytes))).not.toBeNull()
  })

  test('of the same bytes by two people at once is one object and two files that wait', async () => {
    const bytes = textOf(`bersama ${randomUUID()}`, 400_000)
    const people = [staff(), client(seed.people.leader)]
    const ids = await Promise.all(
      people.map(async ({ started, patch }) => {
        const path = await started('sama.txt', bytes.length)
        await patch(path, 0, bytes.subarray(0, 200_000))
        expect((await patch(path, 200_000, bytes.subarray(200_000))).status).toBe(204)
        return path.slice(-36)
      }),
    )
    const rows = await seed.db.selectFrom('upload').select('sha256').where('id', 'in', ids).execute()
    expect(rows.map(row => row.sha256)).toEqual([sha256(bytes), sha256(bytes)])
    const objects = await seed.db
      .selectFrom('file_object')
      .selectAll()
      .where('sha256', '=', sha256(bytes))
      .execute()
    expect(objects).toHaveLength(1)
    for await (const wrong of verifyStore(seed.db, services.store)) expect(wrong).toBeNull()
  })

  test('lies in parts beside each other on S3 until it is whole', async () => {
    const server = await openS3Server(join(services.folder, 's3'))
    const store = s3Store(server.account)
    const stagedIds = async () => {
      const ids = []
      for await (const { id } of store.listStaged()) ids.push(id)
      return ids
    }
    try {
      const bytes = textOf('awan', 300_000)
      const path = await staff({ store }).started('a.txt', bytes.length)
      await staff({ store }).patch(path, 0, bytes.subarray(0, 100_000))
      const sum = base64('another')
      const bad = await staff({ store }).patch(path, 100_000, bytes.subarray(100_000, 150_000), {
        'upload-checksum': `sha256 ${sum}`,
      })
      expect(bad.status).toBe(460)
      await staff({ store }).patch(path, 100_000, bytes.subarray(100_000, 200_000))
      expect(await staff({ store }).offset(path)).toBe('200000')
      expect(await stagedIds()).toEqual([path.slice(-36)])
      expect((await staff({ store }).patch(path, 200_000, bytes.subarray(200_000))).status).toBe(204)
      expect((await store.find(sha256(bytes)))?.size).toBe(300_000)
      expect(await stagedIds()).toEqual([])

      const dropped = await staff({ store }).started('b.txt', 500)
      await staff({ store }).patch(dropped, 0, textOf('buang', 100))
      await staff({ store }).ask('DELETE', dropped, {})
      expect(await stagedIds()).toEqual([])
    } finally {
      await server.close()
      rmSync(join(services.folder, 's3'), { recursive: true, force: true })
    }
    expect(objectKey(sha256(textOf('awan', 300_000)))).toMatch(/^[0-9a-f]{2}\//)
  })
})
