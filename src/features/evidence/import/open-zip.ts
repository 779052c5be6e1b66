import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  openPromise,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import {
  checkPath,
  type FileTree,
  type SharedFile,
  type SkippedFile,
  type SkipReason,
  showable,
  type TreeLimits,
  type TreeProblem,
  treeLimits,
} from './file-tree.ts'

/** A ZIP that lies in a store: its size, and its bytes from `start` to `end`, both included. */
export interface RandomBytes {
  readonly size: number
  read(range: { readonly start: number; readonly end: number }): Promise<Readable>
}

/**
 * Lists a ZIP without unpacking anything; entries are read one by one when they are opened. Takes a file's path or
 * the bytes of a store.
 */
export async function openZip(
  source: string | RandomBytes,
  limits: TreeLimits = treeLimits,
): Promise<Result<FileTree, TreeProblem>> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
  let zip: ZipFile
  try {
    zip =
      typeof source === 'string'
        ? await openPromise(source, options)
        : await fromRandomAccessReaderPromise(new StoreReader(source), source.size, options)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'EISDIR') return err({ kind: 'not-found' })
    if (code !== null) throw error
    return err({ kind: 'not-a-zip' })
  }
  const tree = await listZip(zip, limits)
  if (!tree.ok) zip.close()
  return tree
}

async function listZip(zip: ZipFile, limits: TreeLimits): Promise<Result<FileTree, TreeProblem>> {
  if (zip.entryCount > limits.files) return err({ kind: 'too-many-files', limit: limits.files })
  const listed = await listEntries(zip)
  if (!listed.ok) return listed
  const files: SharedFile[] = []
  const skipped: SkippedFile[] = []
  const taken = new Set<string>()
  let total = 0
  for (const entry of listed.value) {
    const name = entryName(entry)
    if (name.endsWith('/') || name.endsWith('\\')) continue
    const checked = checkPath(name)
    const why = 'why' in checked ? checked.why : refusal(entry, checked.path, taken, limits)
    if (why !== null || 'why' in checked) {
      skipped.push({ path: showable(name), why: why ?? 'bad-name' })
      continue
    }
    taken.add(checked.path.toLowerCase())
    total += entry.uncompressedSize
    files.push({
      path: checked.path,
      size: entry.uncompressedSize,
      open: () => openEntry(zip, entry),
    })
  }
  if (total > limits.totalBytes)
    return err({ kind: 'unpacks-too-far', bytes: total, limit: limits.totalBytes })
  if (overlaps(listed.value)) return err({ kind: 'overlapping-entries' })
  return ok({
    files,
    skipped,
    close: async () => zip.close(),
  })
}

function listEntries(zip: ZipFile): Promise<Result<Entry[], TreeProblem>> {
  const entries: Entry[] = []
  return new Promise(resolve => {
    zip.on('error', (error: Error) =>
      resolve(err({ kind: /encryption/.test(error.message) ? 'encrypted' : 'damaged' })),
    )
    zip.on('end', () => resolve(ok(entries)))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function refusal(
  entry: Entry,
  path: string,
  taken: ReadonlySet<string>,
  limits: TreeLimits,
): SkipReason | null {
  // The upper half holds the mode of Unix, of which this is a symbolic link's.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return 'symlink'
  if (entry.isEncrypted()) return 'encrypted'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'unknown-method'
  if (entry.uncompressedSize === 0) return 'empty'
  if (entry.uncompressedSize > limits.fileBytes) return 'too-large'
  return taken.has(path.toLowerCase()) ? 'same-name' : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** By the flag or the Unicode field where there is one; else UTF-8 if it is that, as macOS writes it, else CP437. */
function entryName(entry: Entry): string {
  const raw: Buffer = entry.fileNameRaw
  const flagged =
    (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075)
  if (!flagged) {
    try {
      return utf8.decode(raw)
    } catch {
      // Not UTF-8: the old code page below.
    }
  }
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
}

/** A local head takes 30 bytes at least, then the packed bytes; the next entry cannot begin before their end. */
function overlaps(entries: readonly Entry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  return sorted.some((entry, at) => {
    const next = sorted[at + 1]
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
    return next !== undefined && next.relativeOffsetOfLocalHeader < end
  })
}

/** yauzl stops at the claimed size; whether the bytes are the right ones is checked here, at their end. */
async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  const source = await zip.openReadStreamPromise(entry)
  let checksum = 0
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      checksum = crc32(chunk, checksum)
      done(null, chunk)
    },
    flush(done) {
      done(checksum === entry.crc32 ? null : new Error('the entry is damaged: its checksum is another'))
    },
  })
  // A fault of the source reaches whoever reads through `check`.
  pipeline(source, check).catch(() => {})
  return check
}

class StoreReader extends RandomAccessReader {
  readonly #bytes: RandomBytes
  constructor(bytes: RandomBytes) {
    super()
    this.#bytes = bytes
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const out = new PassThrough()
    if (end <= start) return out.end()
    this.#bytes
      .read({ start, end: end - 1 })
      .then(source => pipeline(source, out))
      .catch(error => void out.destroy(error))
    return out
  }
}
