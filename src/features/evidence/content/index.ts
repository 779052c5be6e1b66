/** What is inside a file: its text, a readable rendering, a thumbnail, a copy without the camera's notes. */
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { FileKind } from '../bring/file-kinds.ts'
import type { Content } from './block.ts'
import type { Picture } from './draw-picture.ts'
import { type IsolationLimits, inThread, isolationLimits, type TextContent } from './isolated.ts'
import type { ContentProblem } from './problem.ts'

export type { Block, Content, ContentWarning } from './block.ts'
export { type Patch, patched } from './boxes/patch.ts'
export { withoutPlace } from './boxes/without-place.ts'
export type { Picture } from './draw-picture.ts'
export type { TextContent } from './isolated.ts'
export { describeContentProblem, describeContentWarning } from './messages.ts'
export type { ContentProblem } from './problem.ts'
export { ReadableBlocks } from './readable.view.tsx'

/** A stored file: its bytes, or its bytes as they come out of the store. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>

/** Kept for search: the first million characters, which is some 300 pages. */
const textLimits = { characters: 1_000_000, rows: 50_000 }
/** Shown on one page. */
const readableLimits = { characters: 200_000, rows: 1_000 }

export const textKinds: readonly FileKind[] = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'txt',
  'csv',
  'eml',
]
export const thumbnailKinds: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'webp']

/** The text of a document for search, and what it seems to say about itself. */
export async function extractText(
  source: Source,
  kind: FileKind,
  limits: IsolationLimits = isolationLimits,
): Promise<Result<TextContent, ContentProblem>> {
  if (!textKinds.includes(kind)) return err({ kind: 'unsupported' })
  const bytes = await collect(source, limits.bytes)
  return bytes.ok ? inThread({ task: 'text', bytes: bytes.value, kind, limits: textLimits }, limits) : bytes
}

/** A document as blocks that `ReadableBlocks` draws. */
export async function toReadable(
  source: Source,
  kind: FileKind,
  limits: IsolationLimits = isolationLimits,
): Promise<Result<Content, ContentProblem>> {
  if (!textKinds.includes(kind)) return err({ kind: 'unsupported' })
  const bytes = await collect(source, limits.bytes)
  return bytes.ok
    ? inThread({ task: 'readable', bytes: bytes.value, kind, limits: readableLimits }, limits)
    : bytes
}

/** A WebP of a picture or of a PDF's first page; no side is longer than `edge` pixels. */
export async function thumbnail(
  source: Source,
  kind: FileKind,
  edge = 480,
  limits: IsolationLimits = isolationLimits,
): Promise<Result<Picture, ContentProblem>> {
  if (!thumbnailKinds.includes(kind)) return err({ kind: 'unsupported' })
  const bytes = await collect(source, limits.bytes)
  return bytes.ok ? inThread({ task: 'thumbnail', bytes: bytes.value, kind, edge }, limits) : bytes
}

/**
 * A JPEG, PNG or WebP for publication, coded anew without the place, time and device that the camera wrote into it;
 * `withoutPlace` does it for HEIC and MP4.
 */
export async function publishedPicture(
  source: Source,
  kind: FileKind,
  limits: IsolationLimits = isolationLimits,
): Promise<Result<Picture, ContentProblem>> {
  const bytes = await collect(source, limits.bytes)
  return bytes.ok ? inThread({ task: 'clean', bytes: bytes.value, kind }, limits) : bytes
}

/** Never holds more than `limit` bytes; what is longer is left in the store. */
async function collect(source: Source, limit: number): Promise<Result<Uint8Array, ContentProblem>> {
  if (source instanceof Uint8Array) return ok(source)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    length += chunk.byteLength
    if (length > limit) return err({ kind: 'too-large', bytes: length, limit })
    chunks.push(chunk)
  }
  return ok(new Uint8Array(Buffer.concat(chunks)))
}
