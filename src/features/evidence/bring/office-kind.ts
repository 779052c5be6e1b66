import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Measure } from '../store/measure.ts'
import type { ByteRange } from '../store/object-store.ts'
import type { ContentProblem } from './content-problem.ts'
import type { FileKind } from './file-kinds.ts'

/** A list of contents past this is no office document. */
const longestDirectory = 8 * 1024 * 1024
const endRecord = Buffer.from('PK\u0005\u0006', 'latin1')
const entryMark = 0x02014b50
const openDocument: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}

/** Which office document an archive is, by the names that its list of contents holds; nothing is unpacked. */
export async function officeKind(
  { head, tail, size }: Measure,
  read: (range: ByteRange) => Promise<Readable>,
): Promise<Result<FileKind, ContentProblem>> {
  const at = tail.lastIndexOf(endRecord)
  if (at < 0 || at + 22 > tail.length) return err({ kind: 'damaged' })
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  if (length === 0 || length > longestDirectory || offset + length > size) return err({ kind: 'damaged' })
  const directory = await buffer(await read({ start: offset, end: offset + length - 1 }))
  const names = entryNames(directory)
  if (!names) return err({ kind: 'damaged' })
  const has = (path: string) => names.some(name => name.startsWith(path))
  if (names.some(name => /(?:^|\/)vbaProject\.bin$/i.test(name))) return err({ kind: 'macros' })
  if (has('META-INF/MANIFEST.MF') || has('classes.dex') || has('AndroidManifest.xml'))
    return err({ kind: 'executable' })
  if (has('[Content_Types].xml')) {
    if (has('word/')) return ok('docx')
    if (has('xl/')) return ok('xlsx')
    if (has('ppt/')) return ok('pptx')
  }
  const odf = openDocument[firstEntry(head)]
  return odf ? ok(odf) : err({ kind: 'kind-not-allowed', extension: 'zip' })
}

function entryNames(directory: Buffer): string[] | null {
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== entryMark) return null
    const [name, extra, comment] = [28, 30, 32].map(field => directory.readUInt16LE(at + field))
    const from = at + 46
    names.push(directory.toString('utf8', from, from + (name ?? 0)))
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names.length > 0 ? names : null
}

/** An OpenDocument file says what it is in its first entry, unpacked. */
function firstEntry(head: Buffer): string {
  if (head.length < 38) return ''
  const from = 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (head.toString('latin1', 30, 38) !== 'mimetype') return ''
  return head.toString('latin1', from, from + head.readUInt32LE(18))
}
