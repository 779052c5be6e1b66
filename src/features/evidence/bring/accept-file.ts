import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Measure } from '../store/measure.ts'
import type { ByteRange } from '../store/object-store.ts'
import type { ContentProblem } from './content-problem.ts'
import { type FileKind, fileKinds, kindOfExtension } from './file-kinds.ts'
import { officeKind } from './office-kind.ts'
import { pdfState } from './pdf-state.ts'

/** What an accepted file is, and what the people who open it should know. */
export type Accepted = { readonly type: string; readonly warnings: readonly Warning[] }
export type Warning = 'encrypted-pdf'

/** Past these a picture costs whoever opens it gigabytes of memory. */
export const longestSide = 30_000
export const mostPixels = 300_000_000

const markup = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|img|object|embed|meta|link|form)\b/i
const executables = new Set([
  'exe',
  'elf',
  'macho',
  'jar',
  'apk',
  'class',
  'msi',
  'deb',
  'rpm',
  'wasm',
  'lnk',
])

const start = (head: Buffer, bytes: number) => head.subarray(0, bytes).toString('latin1')
const bare = (text: string) => text.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')

/** Decides by the content, and by whether the name says the same. `read` gives parts of the same bytes. */
export async function acceptFile(
  measure: Measure,
  extension: string,
  allowed: readonly FileKind[],
  read: (range: ByteRange) => Promise<Readable>,
): Promise<Result<Accepted, ContentProblem>> {
  const { head, size } = measure
  if (size === 0) return err({ kind: 'empty' })
  const found = await sniff(measure, read)
  if (!found.ok) return found
  if (extension === '') return err({ kind: 'no-extension' })
  const named = kindOfExtension(extension)
  if (!named || !allowed.includes(named)) return err({ kind: 'kind-not-allowed', extension })
  const kind = found.value === 'text' ? (textKinds.find(each => each === named) ?? 'txt') : found.value
  if (kind !== named) return err({ kind: 'wrong-extension', extension, found: fileKinds[kind].label })
  // Mail may hold HTML as one of its parts; it is only ever offered for saving.
  if (kind === 'txt' || kind === 'csv') {
    if (markup.test(head.toString('latin1'))) return err({ kind: 'html' })
  }
  if (kind === 'eml' && !/^[!-9;-~]+:/.test(bare(start(head, 998)))) return err({ kind: 'damaged' })
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp' || kind === 'heic') {
    const picture = checkPicture(kind, measure)
    if (picture) return err(picture)
  }
  const type = fileKinds[kind].type
  if (kind !== 'pdf') return ok({ type, warnings: [] })
  if (markup.test(start(head, 1024))) return err({ kind: 'polyglot' })
  const state = await pdfState(measure, read)
  if (state === 'damaged' || state === 'polyglot') return err({ kind: state })
  return ok({ type, warnings: state === 'encrypted' ? ['encrypted-pdf'] : [] })
}

const textKinds = ['txt', 'csv', 'eml'] as const

/** The kind that the bytes are, or `text`. */
async function sniff(
  measure: Measure,
  read: (range: ByteRange) => Promise<Readable>,
): Promise<Result<FileKind | 'text', ContentProblem>> {
  const { head, text } = measure
  const first = start(head, 4096)
  if (first.startsWith('%PDF-')) return ok('pdf')
  if (first.includes('%PDF-')) return err({ kind: 'polyglot' })
  if (first.startsWith('PK\u0003\u0004')) return officeKind(measure, read)
  if (/^(?:MZ|#!|\u007fELF)/.test(first)) return err({ kind: 'executable' })
  if (markup.test(first) && /^<|^<\?xml/.test(bare(first))) return err({ kind: 'html' })
  // The readers of file-type throw on some cut files; what it cannot read is no kind of ours.
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  if (type?.ext === 'cfb') return err({ kind: 'old-office' })
  if (type && executables.has(type.ext)) return err({ kind: 'executable' })
  const known = type && knownType(type.mime)
  if (known) return ok(known)
  if (type && type.mime !== 'application/xml') return err({ kind: 'kind-not-allowed', extension: type.ext })
  if (markup.test(first) && !/^[!-9;-~]+:\s/.test(bare(first))) return err({ kind: 'html' })
  return text ? ok('text') : err({ kind: 'not-text' })
}

const otherNames: Readonly<Record<string, FileKind>> = {
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'video/x-m4v': 'mp4',
}
const sniffable = ['jpeg', 'png', 'webp', 'heic', 'mp4'] as const
const knownType = (mime: string): FileKind | undefined =>
  otherNames[mime] ?? sniffable.find(kind => fileKinds[kind].type === mime)

function checkPicture(kind: FileKind, measure: Measure): ContentProblem | null {
  const { head, tail } = measure
  if (markup.test(start(head, 4096)) || markup.test(tail.subarray(-4096).toString('latin1')))
    return { kind: 'polyglot' }
  try {
    const { width, height } = imageSize(head)
    if (!(width > 0 && height > 0) || !endsWhole(kind, measure)) return { kind: 'damaged' }
    return width > longestSide || height > longestSide || width * height > mostPixels
      ? { kind: 'image-too-big', width, height }
      : null
  } catch {
    return { kind: 'damaged' }
  }
}

/** A picture that was cut has no end mark; phones hang further data behind it, so it need not be the last thing. */
function endsWhole(kind: FileKind, { head, tail, size }: Measure): boolean {
  if (kind === 'png') return tail.includes('IEND')
  if (kind === 'jpeg') return tail.includes(Buffer.from([0xff, 0xd9])) || size > head.length
  if (kind === 'webp') return head.readUInt32LE(4) + 8 <= size
  return true
}
