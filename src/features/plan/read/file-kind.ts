import type { SniffedKind } from './problem.ts'

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)

function contains(bytes: Uint8Array, text: string, within: number, wide = false): boolean {
  const needle = Buffer.from(text, wide ? 'utf16le' : 'latin1')
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, within)).includes(needle)
}

/** What the bytes are, whatever the name says. A zip is looked into by the names of its parts. */
export function sniff(bytes: Uint8Array): SniffedKind {
  if (startsWith(bytes, 0x50, 0x4b)) return sniffZip(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return contains(bytes, 'EncryptedPackage', bytes.byteLength, true) ? 'office-encrypted' : 'xls-or-doc'
  }
  if (contains(bytes, '%PDF-', 1024)) return 'pdf'
  if (contains(bytes, '{\\rtf', 16)) return 'rtf'
  if (isImage(bytes)) return 'image'
  // "Unicode Text" from a spreadsheet: the byte order mark says that every other byte may be zero.
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  if (
    /^\s*(\ufeff|\u00ef\u00bb\u00bf)?\s*<(!doctype html|html|\?xml|table|meta)/i.test(head.toString('latin1'))
  )
    return 'html'
  return isBinary(head) ? 'binary' : 'text'
}

function sniffZip(bytes: Uint8Array): SniffedKind {
  const tail = bytes.subarray(Math.max(0, bytes.byteLength - 2 ** 20))
  for (const part of [bytes.subarray(0, 2 ** 20), tail]) {
    if (contains(part, 'xl/workbook', part.byteLength)) return 'xlsx'
    if (contains(part, 'word/document', part.byteLength)) return 'docx'
    if (contains(part, 'ppt/presentation', part.byteLength)) return 'presentation'
    if (contains(part, 'application/vnd.oasis.opendocument', 256)) return 'opendocument'
  }
  return 'zip'
}

function isImage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38) ||
    startsWith(bytes, 0x49, 0x49, 0x2a) ||
    startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
    (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && contains(bytes, 'WEBP', 16))
  )
}

/** Control bytes other than tab and line ends do not occur in a table kept as text. */
function isBinary(head: Uint8Array): boolean {
  return head.some(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)
}
