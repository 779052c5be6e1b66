import PostalMime from 'postal-mime'
import { Refusal, readCsv } from '../../plan/read/index.ts'
import type { Keeper } from './block.ts'

/** Text beyond this many bytes is past every limit of what is kept. */
const textBytes = 4 * 2 ** 20

/** Lines of a text file, in whichever encoding an office PC wrote it. */
export function readTextBlocks(bytes: Uint8Array, keeper: Keeper): void {
  for (const line of decode(headOf(bytes, keeper)).split(/\r\n?|\n/)) {
    if (keeper.full) {
      keeper.cut()
      return
    }
    keeper.text('paragraph', line)
  }
}

export function readCsvBlocks(file: string, bytes: Uint8Array, keeper: Keeper): void {
  const head = headOf(bytes, keeper)
  const whole = head === bytes ? head : head.subarray(0, head.lastIndexOf(10) + 1)
  for (const { rows } of readCsv(file, whole).grids) keeper.table(rows.map(({ cells }) => cells))
}

/** A letter: its subject, who sent it to whom and when, its text, and the names of what is attached. */
export async function readEmlBlocks(
  file: string,
  bytes: Uint8Array,
  keeper: Keeper,
): Promise<{ title: string | null }> {
  const mail = await PostalMime.parse(bytes).catch(() => {
    throw new Refusal({ kind: 'damaged', file, part: null })
  })
  const people = (list: typeof mail.to) =>
    (list ?? []).map(({ name, address }) => [name, address && `<${address}>`].filter(Boolean).join(' '))
  if (mail.subject) keeper.text('heading', mail.subject, 1)
  const head: [string, string][] = [
    ['Dari', people(mail.from ? [mail.from] : []).join(', ')],
    ['Kepada', people(mail.to).join(', ')],
    ['Tembusan', people(mail.cc).join(', ')],
    ['Tanggal', mail.date ?? ''],
  ]
  keeper.table(
    head
      .filter(([, value]) => value !== '')
      .map(row => row.map((text, column) => ({ column, columnSpan: 1, text }))),
  )
  for (const line of (mail.text ?? '').split(/\r\n?|\n/)) keeper.text('paragraph', line)
  for (const { filename } of mail.attachments) keeper.text('paragraph', `[${filename ?? 'lampiran'}]`)
  return { title: mail.subject?.trim() || null }
}

function headOf(bytes: Uint8Array, keeper: Keeper): Uint8Array {
  if (bytes.byteLength <= textBytes) return bytes
  keeper.cut()
  return bytes.subarray(0, textBytes)
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // A file cut off in the middle of a letter is still UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
