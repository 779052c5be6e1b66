import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../db/open-database.ts'
import { testDatabases } from '../../../db/testing.ts'
import { type Listening, listen } from '../../../web/listen.ts'
import { bringing } from '../bring/bringing.test-data.tsx'
import { type Seed, scratchServices, seedProgramme, uploadForm } from '../seed.test-data.tsx'
import { faultyS3, s3Faults } from './faulty-s3.test-data.ts'
import { folderStore } from './folder-store.ts'
import { stagingKey } from './object-store.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A disk of a megabyte, where this machine lets us have one. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'zona-disk-'))
  const mounted = spawnSync('sh', ['-c', 'mount -t tmpfs -o size=1m none "$0"', folder]).status === 0
  return {
    folder,
    mounted,
    remove: () => {
      if (mounted) spawnSync('sh', ['-c', 'umount "$0"', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
describe.each(testDatabases)('a store that fails while evidence is brought, on $name', ({ open }) => {
  let database: OpenDatabase
  let seed: Seed
  const services = scratchServices()
  const disk = smallDisk()
  const opened: Listening[] = []
  beforeAll(async () => {
    database = await open()
    seed = await seedProgramme(database.db)
  })
  afterAll(async () => {
    for (const server of opened) await server.stop()
    services.remove()
    disk.remove()
    await database.close()
  })
  const { at, app, post, counts, piecesCalled, bring, parts } = bringing(() => ({
    database,
    seed,
    services,
  }))

  describe('a full disk', () => {
    test.skipIf(!disk.mounted)(
      'through the form: it says so and keeps what was typed; with room again the same form goes through once',
      async () => {
        const store = folderStore(disk.folder)
        const title = `Penuh ${randomUUID()}`
        const content = 'isi '.repeat(500_000)
        const before = await counts()
        const full = await post(
          'staff',
          '/baru',
          uploadForm({ title, kind: 'minutes' }, { name: 'a.txt', content }),
          {
            store,
            largest: 1e9,
          },
        )
        expect([full.status, full.html]).toEqual([422, expect.stringContaining('tempat penyimpanan penuh')])
        expect(full.html).toContain(`value="${title}"`)
        expect(await counts()).toEqual(before)
        expect(readdirSync(join(disk.folder, 'staging'))).toEqual([])
        const piece = await bring('staff', title, 'isi yang muat', store)
        expect(piece.sha256).toBe(sha256('isi yang muat'))
      },
    )

    test.skipIf(!disk.mounted)(
      'in parts: what came stays, and it goes on from there once there is room',
      async () => {
        const store = folderStore(disk.folder)
        const { start, look, patch } = parts(store, 1e9)
        const bytes = Buffer.from(randomUUID().repeat(22_000))
        // Something else takes most of the room.
        const ballast = randomUUID()
        await store.stage(ballast, Readable.from([Buffer.alloc(600_000)]))
        const { path } = await start('a.txt', bytes.length)
        const full = await patch(path, 0, bytes)
        expect([full.status, await full.text()]).toEqual([507, expect.stringContaining('penuh')])
        await store.dropStaged(ballast)
        const stands = Number((await look(path)).headers.get('upload-offset'))
        expect((await patch(path, stands, bytes.subarray(stands))).status).toBe(204)
        expect((await store.find(sha256(bytes)))?.size).toBe(bytes.length)
      },
    )

    test.skipIf(!existsSync('/dev/full'))(
      'that takes no byte at all: refused as full, and nothing is lost',
      async () => {
        const folder = mkdtempSync(join(tmpdir(), 'zona-full-'))
        try {
          const store = folderStore(folder)
          const { start, look, patch } = parts(store)
          const { path } = await start('a.txt', 9)
          mkdirSync(join(folder, 'staging'))
          symlinkSync('/dev/full', join(folder, stagingKey(path.slice(-36))))
          const full = await patch(path, 0, 'sembilan!')
          expect([full.status, await full.text()]).toEqual([507, expect.stringContaining('penuh')])
          rmSync(join(folder, stagingKey(path.slice(-36))))
          expect((await look(path)).headers.get('upload-offset')).toBe('0')
          expect((await patch(path, 0, 'sembilan!')).status).toBe(204)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      },
    )
  })

  describe('S3', () => {
    let s3: Awaited<ReturnType<typeof faultyS3>>
    beforeAll(async () => {
      s3 = await faultyS3()
    })
    afterAll(() => s3.close())

    test.each(s3Faults)(
      '(%s) while a form is sent: it says so, keeps what was typed, and the same form goes through once afterwards',
      async how => {
        const title = `Awan ${how} ${randomUUID()}`
        const form = () => {
          const made = uploadForm({ title, kind: 'minutes' }, { name: 'a.txt', content: title })
          made.set('_key', key)
          return made
        }
        const key = randomUUID()
        const before = await counts()
        s3.fail(how, 'PUT')
        const away = await post('staff', '/baru', form(), { store: s3.store })
        expect([away.status, away.html]).toEqual([
          422,
          expect.stringContaining('tempat penyimpanan sedang tidak menjawab'),
        ])
        expect(away.html).toContain(`value="${title}"`)
        expect(await counts()).toEqual(before)
        s3.heal()
        for (let twice = 0; twice < 2; twice += 1)
          expect((await post('staff', '/baru', form(), { store: s3.store })).status).toBe(303)
        expect(await piecesCalled(title)).toHaveLength(1)
      },
    )

    test.each(s3Faults)(
      '(%s) while a file is sent in parts: it says so, and goes on afterwards to the same bytes',
      async how => {
        const bytes = Buffer.from(randomUUID().repeat(2_000))
        const { start, look, patch } = parts(s3.store)
        const { path } = await start('a.txt', bytes.length)
        expect((await patch(path, 0, bytes.subarray(0, 20_000))).status).toBe(204)
        s3.fail(how, 'PUT')
        const away = await patch(path, 20_000, bytes.subarray(20_000))
        expect([away.status, await away.text()]).toEqual([503, expect.stringContaining('tidak menjawab')])
        s3.heal()
        const stands = Number((await look(path)).headers.get('upload-offset'))
        if (stands < bytes.length)
          expect((await patch(path, stands, bytes.subarray(stands))).status).toBe(204)
        expect((await s3.store.find(sha256(bytes)))?.size).toBe(bytes.length)
      },
    )

    test.each(['500', 'silent', 'deaf', 'cut'] as const)(
      '(%s) while a file is opened or read: a page says so',
      async how => {
        const piece = await bring('staff', `Baca ${how} ${randomUUID()}`, randomUUID(), s3.store)
        s3.fail(how, 'GET')
        for (const path of [`/${piece.id}/berkas/1`, `/${piece.id}/isi/1`]) {
          const answer = await app('staff', { store: s3.store }).request(at(path))
          expect([answer.status, await answer.text()]).toEqual([
            503,
            expect.stringMatching(/Tempat penyimpanan sedang tidak menjawab[\s\S]*Coba lagi/),
          ])
        }
        // What needs no bytes is shown all the same.
        expect((await app('staff', { store: s3.store }).request(at(`/${piece.id}`))).status).toBe(200)
        s3.heal()
        expect((await app('staff', { store: s3.store }).request(at(`/${piece.id}/berkas/1`))).status).toBe(
          200,
        )
      },
    )

    test.each(['half-silent', 'half-cut'] as const)(
      '(%s) in the middle of a file: the download breaks off, and none looks whole',
      async how => {
        const piece = await bring(
          'staff',
          `Putus ${how} ${randomUUID()}`,
          randomUUID().repeat(5_000),
          s3.store,
        )
        const server = await listen(app('staff', { store: s3.store }).fetch, { host: '127.0.0.1', port: 0 })
        opened.push(server)
        s3.fail(how, 'GET')
        const answer = await fetch(`${server.address}${at(`/${piece.id}/berkas/1`)}`)
        expect(answer.status).toBe(200)
        await expect(answer.arrayBuffer()).rejects.toThrow()
        s3.heal()
      },
    )
  })
})
