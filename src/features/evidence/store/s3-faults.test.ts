import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveFile } from '../receive-file.ts'
import { bytesOf, scratchServices } from '../seed.test-data.tsx'
import { faultyS3, s3Faults } from './faulty-s3.test-data.ts'
import { objectKey } from './object-store.ts'

describe('a store on S3 whose server fails', () => {
  let s3: Awaited<ReturnType<typeof faultyS3>>
  let kept: string
  const services = scratchServices()
  const content = 'isi '.repeat(100_000)
  const receive = (text: string | Uint8Array, pieces = 1) =>
    receiveFile(
      { ...services, store: s3.store, largest: 1e9 },
      { id: randomUUID(), name: 'a.txt', bytes: bytesOf(...Array.from({ length: pieces }, () => text)) },
    )
  beforeAll(async () => {
    s3 = await faultyS3()
    const taken = await receive(content)
    if (!taken.ok) throw new Error(taken.problem.kind)
    kept = taken.value.sha256
  })
  afterAll(async () => {
    await s3.close()
    services.remove()
  })
  const staged = async () => {
    const ids = []
    for await (const { id } of s3.store.listStaged()) ids.push(id)
    return ids
  }
  const objects = async () => {
    const names = []
    for await (const { sha256 } of s3.store.list()) names.push(sha256)
    return names
  }
  const away = { kind: 'store-unavailable' }

  test.each(s3Faults)(
    '(%s) ends every question with the same problem, and has everything afterwards',
    async how => {
      const asked: [string, () => Promise<unknown>][] = [
        ['GET', async () => buffer(await s3.store.read(kept))],
        ['GET', async () => buffer(await s3.store.read(kept, { start: 10, end: 200_000 }))],
        ['GET', objects],
        ['HEAD', () => s3.store.find(kept)],
      ]
      for (const [method, ask] of asked) {
        s3.fail(how, method)
        await expect(ask()).rejects.toMatchObject(away)
      }
      s3.heal()
      expect(String(await buffer(await s3.store.read(kept)))).toBe(content)
    },
  )

  test.each(s3Faults)(
    '(%s) takes no file, small or large, says so, and keeps none of its bytes',
    async how => {
      const before = await objects()
      const part = Buffer.alloc(2 ** 20, how)
      // Cleaning up works again by then; where it does not, the sweep finds the rest.
      const writes = (at: string) => (request: { method?: string; url?: string }) =>
        request.method === 'PUT' && (request.url ?? '').includes(at)
      s3.fail(how, writes('staging/'))
      expect(await receive(`kecil ${how}`)).toEqual({ ok: false, problem: away })
      expect(await receive(part, 20)).toEqual({ ok: false, problem: away })
      s3.heal()
      expect(await objects()).toEqual(before)
      expect(await staged()).toEqual([])
      expect(await receive(part, 20)).toMatchObject({ ok: true, value: { size: 20 * 2 ** 20 } })
    },
  )

  test.each(s3Faults)(
    '(%s) when a received file gets its name: the file is not taken, and taken when sent again',
    async how => {
      const text = `bernama ${how} ${randomUUID()}`
      s3.fail(how, request => request.headers['x-amz-copy-source'] !== undefined)
      expect(await receive(text)).toEqual({ ok: false, problem: away })
      s3.heal()
      expect(await staged()).toEqual([])
      const again = await receive(text)
      if (!again.ok) throw new Error(again.problem.kind)
      expect(String(await buffer(await s3.store.read(again.value.sha256)))).toBe(text)
      expect(objectKey(again.value.sha256)).toContain(again.value.sha256)
    },
  )
})
