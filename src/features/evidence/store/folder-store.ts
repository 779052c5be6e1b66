import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ByteRange, ObjectStore, StagedObject, StoredObject } from './object-store.ts'
import { isHash, objectKey, StoreProblem, stagingKey } from './object-store.ts'

const code = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Bytes that may wait for the disk. */
const writeAhead = 1024 * 1024

/** Errors of the disk, told apart from those of whoever sends. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const broken = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOTDIR'])

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (full.has(code(error))) throw new StoreProblem('store-full', error)
    if (broken.has(code(error))) throw new StoreProblem('store-unavailable', error)
    throw error
  }
}

/** Objects in a folder of this machine. */
export function folderStore(root: string): ObjectStore {
  const objectPath = (sha256: string) => join(root, objectKey(sha256))
  const stagingPath = (id: string) => join(root, stagingKey(id))
  const reading = (path: string, range?: ByteRange) =>
    onDisk(async () => {
      const file = await open(path)
      return createReadStream('', { fd: file, ...range })
    })

  return {
    stage: (id, source) =>
      onDisk(async () => {
        await makeFolder(join(root, 'staging'))
        await write(await open(stagingPath(id), 'wx', 0o600), 0, source)
      }),
    append: (id, offset, source) =>
      onDisk(async () => {
        await makeFolder(join(root, 'staging'))
        if (offset > 0) await truncate(stagingPath(id), offset)
        await write(await open(stagingPath(id), offset > 0 ? 'r+' : 'w', 0o600), offset, source)
      }),
    appended: async id => {
      try {
        return (await stat(stagingPath(id))).size
      } catch (error) {
        if (code(error) === 'ENOENT') return 0
        throw error
      }
    },
    cut: (id, offset) => onDisk(() => truncate(stagingPath(id), offset)),
    gather: async () => undefined,
    readStaged: (id, range) => reading(stagingPath(id), range),
    settle: (id, sha256) =>
      onDisk(async () => {
        const path = objectPath(sha256)
        await makeFolder(dirname(path))
        await rename(stagingPath(id), path)
        await syncFolder(dirname(path))
      }),
    dropStaged: id => rm(stagingPath(id), { force: true }),
    read: (sha256, range) => reading(objectPath(sha256), range),
    find: async sha256 => {
      try {
        const { size, mtime } = await stat(objectPath(sha256))
        return { sha256, size, modifiedAt: mtime }
      } catch (error) {
        if (code(error) === 'ENOENT') return null
        throw error
      }
    },
    list: () => listObjects(root),
    listStaged: () => listStaged(root),
    remove: sha256 => rm(objectPath(sha256), { force: true }),
  }
}

/**
 * Writing overlaps with what the source does; `flush` makes the bytes durable before it is done. The file is
 * open before the first byte: a stream that opens it could be overtaken by a source that breaks off at once, and
 * would make the file after it was dropped.
 */
const write = (file: FileHandle, start: number, source: AsyncIterable<Uint8Array>): Promise<void> =>
  pipeline(source, file.createWriteStream({ start, flush: true, highWaterMark: writeAhead }))

/** A new folder survives a power cut only once the folder above it was written too. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === first) return
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no handle on a folder that could be synced.
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

async function* entries(path: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(path)) yield entry.name
  } catch (error) {
    if (code(error) !== 'ENOENT') throw error
  }
}

async function* listObjects(root: string): AsyncGenerator<StoredObject> {
  for await (const first of entries(root)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue
    for await (const second of entries(join(root, first))) {
      for await (const sha256 of entries(join(root, first, second))) {
        if (!isHash(sha256)) continue
        const { size, mtime } = await stat(join(root, first, second, sha256))
        yield { sha256, size, modifiedAt: mtime }
      }
    }
  }
}

async function* listStaged(root: string): AsyncGenerator<StagedObject> {
  for await (const id of entries(join(root, 'staging'))) {
    const { mtime } = await stat(join(root, 'staging', id))
    yield { id, modifiedAt: mtime }
  }
}
