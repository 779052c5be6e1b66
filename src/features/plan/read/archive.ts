import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from './problem.ts'

/** A zip with more parts than this is no office document. */
export const partLimit = 5_000

/** Called with each piece of an inflated part; `false` stops the reading there. */
export type Sink = (chunk: Buffer) => boolean

/** An office document's zip, opened without inflating anything. */
export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Inflates one part piece by piece and refuses past `limit` bytes, whatever the zip's header claims. */
  stream(name: string, limit: number, sink: Sink): Promise<void>
}

export async function openArchive(file: string, bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = (part: string | null) => new Refusal({ kind: 'damaged', file, part })
  const zip = await fromBufferPromise(buffer, {
    lazyEntries: true,
    validateEntrySizes: false,
    autoClose: false,
  }).catch(() => {
    throw damaged(null)
  })
  if (zip.entryCount > partLimit) throw new Refusal({ kind: 'too-many-parts', file, limit: partLimit })
  const entries = await listEntries(zip).catch(() => {
    throw damaged(null)
  })

  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    async stream(name, limit, sink) {
      const entry = entries.get(name)
      if (!entry) throw damaged(name)
      if (entry.isEncrypted()) throw new Refusal({ kind: 'encrypted', file })
      const source = await zip.openReadStreamPromise(entry).catch(() => {
        throw damaged(name)
      })
      const seen = await pump(source, limit, sink).catch(error => {
        throw error instanceof Refusal ? error : isParserError(error) ? error : damaged(name)
      })
      if (seen === 'too-far') throw new Refusal({ kind: 'inflates-too-far', file, part: name, limit })
      if (seen !== 'stopped' && seen !== entry.crc32) throw damaged(name)
    },
  }
}

/** A fault of our own must surface as one, not as "the file is damaged". */
const isParserError = (error: unknown) => error instanceof TypeError || error instanceof RangeError

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** The checksum of what came out, or why it ended early. */
async function pump(source: Readable, limit: number, sink: Sink): Promise<number | 'too-far' | 'stopped'> {
  let length = 0
  let checksum = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      length += chunk.byteLength
      if (length > limit) return 'too-far'
      checksum = crc32(chunk, checksum)
      if (!sink(chunk)) return 'stopped'
    }
    return checksum
  } finally {
    source.destroy()
  }
}
