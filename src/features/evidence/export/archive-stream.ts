import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ObjectStore } from '../store/object-store.ts'

export type ArchiveFile = {
  readonly path: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly modifiedAt: Date
}

export type ArchiveProblem = {
  readonly path: string
  /** Not in the store, or other bytes than were brought. */
  readonly kind: 'missing' | 'changed'
}

export type ArchivePage = { readonly path: string; readonly bytes: Uint8Array }

/**
 * A ZIP, made while it is sent: one file is open at a time and none is held in memory. What the store has lost or
 * changed is told to `finish`, which writes the pages at the end. A store that fails in the middle of a file breaks
 * the stream off before the list of contents, and no program takes such a ZIP for whole.
 */
export function archiveStream(
  store: Pick<ObjectStore, 'find' | 'read'>,
  files: readonly ArchiveFile[],
  finish: (problems: readonly ArchiveProblem[]) => Promise<readonly ArchivePage[]>,
): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream
  if (!(out instanceof Readable)) throw new Error('yazl gives a stream of Node')
  const gone = new AbortController()
  out.once('close', () => gone.abort())
  zip.on('error', (error: Error) => out.destroy(error))
  fill(zip, store, files, finish, gone.signal).catch(error => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return out
}

async function fill(
  zip: ZipFile,
  store: Pick<ObjectStore, 'find' | 'read'>,
  files: readonly ArchiveFile[],
  finish: (problems: readonly ArchiveProblem[]) => Promise<readonly ArchivePage[]>,
  signal: AbortSignal,
): Promise<void> {
  const problems: ArchiveProblem[] = []
  for (const file of files) {
    const problem = await addFile(zip, store, file, signal)
    if (signal.aborted) return
    if (problem !== null) problems.push({ path: file.path, kind: problem })
  }
  for (const page of await finish(problems)) zip.addBuffer(Buffer.from(page.bytes), page.path)
  zip.end()
}

async function addFile(
  zip: ZipFile,
  store: Pick<ObjectStore, 'find' | 'read'>,
  file: ArchiveFile,
  signal: AbortSignal,
): Promise<ArchiveProblem['kind'] | null> {
  const found = await store.find(file.sha256)
  if (found === null) return 'missing'
  const hash = createHash('sha256')
  const checked = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const source = await store.read(file.sha256)
  // Photos and documents are packed already; packing them again costs time and saves nothing.
  const options = { size: found.size, mtime: file.modifiedAt, compress: false }
  zip.addReadStream(checked, file.path, options)
  const ended = once(checked, 'end', { signal })
  await Promise.all([pipeline(source, checked, { signal }), ended])
  return hash.digest('hex') === file.sha256 ? null : 'changed'
}
