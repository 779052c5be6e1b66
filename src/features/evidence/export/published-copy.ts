import { Readable } from 'node:stream'
import { ok, type Result } from '../../../core/shared/result.ts'
import { type FileKind, kindOfType } from '../bring/file-kinds.ts'
import { type ContentProblem, type Patch, patched, publishedPicture, withoutPlace } from '../content/index.ts'
import type { ServedFile } from '../piece/serve-file.ts'
import type { ObjectStore } from '../store/object-store.ts'

type Stored = Pick<ServedFile, 'sha256' | 'size' | 'type'>
/** What is sent instead of a stored file, and the store that it comes from. */
export type PublishedCopy = Stored & { readonly from: Pick<ObjectStore, 'read'> }

/** Kinds into which a camera writes where it was; the others are published as they are. */
const cameraKinds = ['jpeg', 'png', 'webp', 'heic', 'mp4'] as const
type CameraKind = (typeof cameraKinds)[number]

export const cameraKind = (type: string | null | undefined): CameraKind | undefined => {
  const kind: FileKind | undefined = kindOfType(type ?? '')
  return cameraKinds.find(one => one === kind)
}

/** What whoever shares should know of the notes inside a file. */
export type Notes = 'photo' | 'video' | 'document' | 'none'

export function notesOf(type: string | null | undefined): Notes {
  const kind = kindOfType(type ?? '')
  if (kind === undefined || kind === 'txt' || kind === 'csv') return 'none'
  return kind === 'mp4' ? 'video' : cameraKind(type) ? 'photo' : 'document'
}

/** Films and HEIC photos whose patches are remembered: a player asks for a film in many parts. */
const mostRemembered = 16

/** Makes copies for publication: a photo or film without place, time and device, anything else as it is. */
export function publishedCopies(services: { readonly store: Pick<ObjectStore, 'read'> }) {
  const remembered = new Map<string, Promise<Result<readonly Patch[], ContentProblem>>>()

  function patchesOf({ sha256, size }: Stored, kind: 'heic' | 'mp4') {
    const known = remembered.get(sha256)
    if (known) return known
    const found = withoutPlace(range => services.store.read(sha256, range), size, kind)
    remembered.set(sha256, found)
    // A store that was away is asked again.
    found.catch(() => remembered.delete(sha256))
    const [oldest] = remembered.keys()
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
    return found
  }

  return async (file: Stored): Promise<Result<PublishedCopy, ContentProblem>> => {
    const kind = cameraKind(file.type)
    if (kind === undefined) return ok({ ...file, from: services.store })
    // Another file than the one of that hash, so that no cache takes one for the other.
    const sha256 = `${file.sha256}-tanpa-lokasi`
    if (kind === 'heic' || kind === 'mp4') {
      const patches = await patchesOf(file, kind)
      if (!patches.ok) return patches
      const read: ObjectStore['read'] = async (_name, range) =>
        patched(await services.store.read(file.sha256, range), range?.start ?? 0, patches.value)
      return ok({ sha256, size: file.size, type: file.type, from: { read } })
    }
    const made = await publishedPicture(await services.store.read(file.sha256), kind)
    if (!made.ok) return made
    const { bytes, type } = made.value
    const read: ObjectStore['read'] = async (_name, range) =>
      Readable.from([bytes.subarray(range?.start, range && range.end + 1)])
    return ok({ sha256, size: bytes.length, type, from: { read } })
  }
}
