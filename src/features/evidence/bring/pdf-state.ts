import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Measure } from '../store/measure.ts'
import type { ByteRange } from '../store/object-store.ts'

/** How much of a cross-reference is looked at: a trailer stands behind it, or a dictionary before it. */
const lookAt = 64 * 1024

/**
 * Whether a PDF is whole, by its end and the cross-reference that its end points to. A cut file has no end, and
 * a file that was mangled in a mail points to nothing. `polyglot`: another archive hangs behind the document.
 */
export async function pdfState(
  { tail, size }: Measure,
  read: (range: ByteRange) => Promise<Readable>,
): Promise<'whole' | 'encrypted' | 'damaged' | 'polyglot'> {
  const end = tail.toString('latin1')
  const mark = end.lastIndexOf('%%EOF')
  if (mark < 0) return 'damaged'
  if (end.indexOf('PK\u0005\u0006', mark) >= 0) return 'polyglot'
  const pointers = [...end.slice(0, mark).matchAll(/startxref\s+(\d{1,10})\s/g)]
  const offset = Number(pointers.at(-1)?.[1] ?? Number.NaN)
  if (!(offset > 0 && offset < size)) return 'damaged'
  const reference = await buffer(await read({ start: offset, end: Math.min(size, offset + lookAt) - 1 }))
  const words = reference.toString('latin1')
  if (!/^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(words)) return 'damaged'
  return /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(dictionary(words, end)) ? 'encrypted' : 'whole'
}

/** The trailer behind a table, or the dictionary in front of a cross-reference stream. */
function dictionary(words: string, end: string): string {
  if (!/^\s*xref/.test(words)) return words.split(/\bstream\b/, 1)[0] ?? ''
  const table = words.includes('trailer') ? words : end
  return table.slice(table.indexOf('trailer')).split('startxref', 1)[0] ?? ''
}
