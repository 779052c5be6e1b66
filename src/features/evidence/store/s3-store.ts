import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { ByteRange, ObjectStore } from './object-store.ts'
import { isHash, objectKey, StoreProblem, stagingKey } from './object-store.ts'

export type S3Settings = {
  readonly bucket: string
  /** Null: Amazon's own. */
  readonly endpoint: string | null
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

/** How long a silent server is waited for; milliseconds. */
export type Patience = {
  readonly connect: number
  readonly answer: number
  /** In the middle of an answer; as long as our own server waits for whoever reads it too slowly. */
  readonly silence: number
}
const patience: Patience = { connect: 5_000, answer: 30_000, silence: 120_000 }
const partBytes = 8 * 1024 * 1024

const status = (error: unknown): number | undefined =>
  typeof error === 'object' &&
  error !== null &&
  '$metadata' in error &&
  typeof error.$metadata === 'object' &&
  error.$metadata !== null &&
  'httpStatusCode' in error.$metadata &&
  typeof error.$metadata.httpStatusCode === 'number'
    ? error.$metadata.httpStatusCode
    : undefined

/** Marks what the sender's stream threw, so that it is not taken for a fault of the store. */
class SourceFault extends Error {}

async function atServer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SourceFault) throw error.cause
    throw new StoreProblem(status(error) === 507 ? 'store-full' : 'store-unavailable', error)
  }
}

/** Objects in a bucket of anything that speaks S3. */
export function s3Store(settings: S3Settings, wait: Patience = patience): ObjectStore {
  const { bucket: Bucket } = settings
  const client = new S3Client({
    region: settings.region,
    ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: wait.connect,
      requestTimeout: wait.answer,
      socketTimeout: wait.silence,
      throwOnRequestTimeout: true,
    },
    // Newer checksums are unknown to many of the servers that speak S3; the hash is our own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const reading = (Key: string, range?: ByteRange) =>
    atServer(async () => {
      const Range = range && `bytes=${range.start}-${range.end}`
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }))
      if (!(Body instanceof Readable)) throw new Error('an object without a body')
      const told = Readable.from(telling(Body), { objectMode: false })
      // Also where nobody came to read.
      told.once('close', () => Body.destroy())
      return told
    })
  const removing = async (Key: string) => {
    await atServer(() => client.send(new DeleteObjectCommand({ Bucket, Key })))
  }

  async function* listing(Prefix?: string) {
    let ContinuationToken: string | undefined
    do {
      const token = ContinuationToken
      const page = await atServer(() =>
        client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken: token })),
      )
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? [])
        yield { name: Key.split('/').at(-1) ?? '', key: Key, size: Size, modifiedAt: LastModified }
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
  }

  const putting = (Key: string, source: AsyncIterable<Uint8Array>) =>
    atServer(async () => {
      await new Upload({
        client,
        params: { Bucket, Key, Body: Readable.from(marked(source), { objectMode: false }) },
        partSize: partBytes,
        queueSize: 2,
      }).done()
    })
  const sizeOf = async (Key: string) => {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength ?? 0
    } catch (error) {
      if (status(error) === 404) return null
      throw new StoreProblem('store-unavailable', error)
    }
  }

  /** An object cannot grow, so what is appended lies beside it as objects named by their first byte. */
  const segmentKey = (id: string, offset: number) => `${stagingKey(id)}/${String(offset).padStart(15, '0')}`
  async function segmentsOf(id: string) {
    const segments: { key: string; offset: number; size: number }[] = []
    for await (const { name, key, size } of listing(`${stagingKey(id)}/`))
      segments.push({ key, offset: Number(name), size })
    return segments.sort((a, b) => a.offset - b.offset)
  }
  async function* joined(segments: readonly { key: string }[]): AsyncGenerator<Uint8Array> {
    for (const { key } of segments) yield* await reading(key)
  }
  async function dropSegments(id: string, from: number) {
    for (const { key, offset } of await segmentsOf(id)) if (offset >= from) await removing(key)
  }

  return {
    stage: (id, source) => putting(stagingKey(id), source),
    append: async (id, offset, source) => {
      await dropSegments(id, offset)
      await putting(segmentKey(id, offset), source)
    },
    appended: async id => {
      const whole = await sizeOf(stagingKey(id))
      if (whole !== null) return whole
      let end = 0
      for (const { offset, size } of await segmentsOf(id)) if (offset === end) end += size
      return end
    },
    cut: dropSegments,
    gather: async id => {
      // The whole object appears at once or not at all; only then may its parts go.
      if ((await sizeOf(stagingKey(id))) === null) await putting(stagingKey(id), joined(await segmentsOf(id)))
      await dropSegments(id, 0)
    },
    readStaged: (id, range) => reading(stagingKey(id), range),
    settle: (id, sha256) =>
      atServer(async () => {
        const from = stagingKey(id)
        await client.send(
          new CopyObjectCommand({ Bucket, Key: objectKey(sha256), CopySource: `${Bucket}/${from}` }),
        )
        await client.send(new DeleteObjectCommand({ Bucket, Key: from }))
      }),
    dropStaged: async id => {
      await removing(stagingKey(id))
      await dropSegments(id, 0)
    },
    read: (sha256, range) => reading(objectKey(sha256), range),
    find: async sha256 => {
      try {
        const found = await client.send(new HeadObjectCommand({ Bucket, Key: objectKey(sha256) }))
        return { sha256, size: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) }
      } catch (error) {
        if (status(error) === 404) return null
        throw new StoreProblem('store-unavailable', error)
      }
    },
    list: async function* () {
      for await (const { name, key, size, modifiedAt } of listing())
        if (isHash(name) && key === objectKey(name)) yield { sha256: name, size, modifiedAt }
    },
    listStaged: async function* () {
      const latest = new Map<string, Date>()
      for await (const { key, modifiedAt } of listing('staging/')) {
        const id = key.split('/')[1] ?? ''
        if (modifiedAt > (latest.get(id) ?? new Date(0))) latest.set(id, modifiedAt)
      }
      for (const [id, modifiedAt] of latest) yield { id, modifiedAt }
    },
    remove: sha256 => removing(objectKey(sha256)),
  }
}

/** An answer that breaks off is a fault of the store. */
async function* telling(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw new StoreProblem('store-unavailable', error)
  }
}

async function* marked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source
  } catch (error) {
    throw new SourceFault('the sender broke off', { cause: error })
  }
}
