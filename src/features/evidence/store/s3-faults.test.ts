import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { receiveFile } from '../bring/receive-file.ts'
import { bytesOf, scratchServices } from '../seed.test-data.tsx'
import { faultyS3, type S3Fault, s3Faults } from './faulty-s3.test-data.ts'
import { type ObjectStore, objectKey } from './object-store.ts'

type Faulty = Awaited<ReturnType<typeof faultyS3>>

const away = { kind: 'store-unavailable' }
const services = scratchServices()
afterAll(() => services.remove())

const receive = (store: ObjectStore, text: string | Uint8Array, pieces = 1) =>
  receiveFile(
    { ...services, store, largest: 1e9 },
    { id: randomUUID(), name: 'a.txt', bytes: bytesOf(...Array.from({ length: pieces }, () => text)) },
  )
const staged = async (store: ObjectStore) => {
  const ids = []
  for await (const { id } of store.listStaged()) ids.push(id)
  return ids
}
const objects = async (store: ObjectStore) => {
  const names = []
  for await (const { sha256 } of store.list()) names.push(sha256)
  return names
}

/** Each case has a server of its own, so that they wait side by side. */
const onFaulty = (work: (s3: Faulty, how: S3Fault) => Promise<void>) => async (how: S3Fault) => {
  const s3 = await faultyS3(1_000)
  try {
    await work(s3, how)
  } finally {
    await s3.close()
  }
}

describe('a store on S3 whose server fails', () => {
  test.concurrent.each(s3Faults)(
    '(%s) ends every question with the same problem, and has everything afterwards',
    onFaulty(async (s3, how) => {
      const content = 'isi '.repeat(100_000)
      const taken = await receive(s3.patient, content)
      if (!taken.ok) throw new Error(taken.problem.kind)
      const { sha256 } = taken.value
      const asked: [string, () => Promise<unknown>][] = [
        ['GET', async () => buffer(await s3.store.read(sha256))],
        ['GET', async () => buffer(await s3.store.read(sha256, { start: 10, end: 200_000 }))],
        ['GET', () => objects(s3.store)],
        ['HEAD', () => s3.store.find(sha256)],
      ]
      for (const [method, ask] of asked) {
        s3.fail(how, method)
        await expect(ask()).rejects.toMatchObject(away)
      }
      s3.heal()
      expect(String(await buffer(await s3.patient.read(sha256)))).toBe(content)
    }),
  )

  test.concurrent.each(s3Faults)(
    '(%s) takes no file, small or large, says so, and keeps none of its bytes',
    onFaulty(async (s3, how) => {
      const part = Buffer.alloc(2 ** 20, how)
      // Cleaning up works again by then; where it does not, the sweep finds the rest.
      s3.fail(how, request => request.method === 'PUT' && (request.url ?? '').includes('staging/'))
      expect(await receive(s3.store, `kecil ${how}`)).toEqual({ ok: false, problem: away })
      expect(await receive(s3.store, part, 20)).toEqual({ ok: false, problem: away })
      s3.heal()
      expect(await objects(s3.patient)).toEqual([])
      expect(await staged(s3.patient)).toEqual([])
      expect(await receive(s3.patient, part, 20)).toMatchObject({ ok: true, value: { size: 20 * 2 ** 20 } })
    }),
  )

  test.concurrent.each(s3Faults)(
    '(%s) when a received file gets its name: the file is not taken, and taken when sent again',
    onFaulty(async (s3, how) => {
      const text = `bernama ${how}`
      s3.fail(how, request => request.headers['x-amz-copy-source'] !== undefined)
      expect(await receive(s3.store, text)).toEqual({ ok: false, problem: away })
      s3.heal()
      expect(await staged(s3.patient)).toEqual([])
      const again = await receive(s3.patient, text)
      if (!again.ok) throw new Error(again.problem.kind)
      expect(String(await buffer(await s3.patient.read(again.value.sha256)))).toBe(text)
      expect(objectKey(again.value.sha256)).toContain(again.value.sha256)
    }),
  )
})
