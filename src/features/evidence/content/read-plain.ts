import PostalMime from 'postal-mime'
import { Refusal, readCsv } from '../../plan/read/index.ts'
import type { Keeper } from './block.ts'
import { wordsOfHtml } from './words-of-html.ts'

/** Text beyond this many bytes is past every limit of what is kept. */
const textBytes = 4 * 2 ** 20

/** Lines of a text file, in whichever encoding an office PC wrote it. */
export function readTextBlocks(bytes: Uint8Array, keeper: Keeper): void {
  const head = headOf(bytes, keeper)
  for (const line of decode(head, head !== bytes).split(/\r\n?|\n/)) {
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
    (list ?? [])
      .map(({ name, address }) => [name, address && `<${address}>`].filter(Boolean).join(' '))
      .join(', ')
      .slice(0, 2000)
  if (mail.subject) keeper.text('heading', mail.subject, 1)
  keeper.mark({
    kind: 'letter',
    from: people(mail.from ? [mail.from] : []),
    to: people(mail.to),
    cc: people(mail.cc),
    date: mail.date ?? '',
    attachments: mail.attachments
      .flatMap(({ filename }) => filename ?? [])
      .join(', ')
      .slice(0, 2000),
  })
  for (const line of (mail.text ?? wordsOfHtml(mail.html ?? '')).split(/\r\n?|\n/))
    keeper.text('paragraph', line)
  return { title: mail.subject?.trim() || null }
}

function headOf(bytes: Uint8Array, keeper: Keeper): Uint8Array {
  if (bytes.byteLength <= textBytes) return bytes
  keeper.cut()
  return bytes.subarray(0, textBytes)
}

/** `cut`: the bytes may end in the middle of a letter. */
function decode(bytes: Uint8Array, cut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
