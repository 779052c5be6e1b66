import { ContentRefusal } from '../problem.ts'

/** A box of the ISO base media file format (ISO/IEC 14496-12), of which HEIC and MP4 are made. Places in the file. */
export type Box = {
  readonly type: string
  readonly start: number
  /** Where its content begins, behind size and type. */
  readonly from: number
  readonly end: number
}

/** A box whose content is in memory. */
export type LoadedBox = Box & { readonly content: Buffer }

/** Bytes from `start` up to `end`, which is not among them. */
export type Span = { readonly start: number; readonly end: number }

/** Past these no camera's file goes: boxes in one box, and spans of picture and sound. */
const mostBoxes = 4_096
export const mostSpans = 1_000_000

/** What is not understood to the last byte is not published. */
export const damaged = () => new ContentRefusal({ kind: 'damaged' })

/** Reads a box's head; it ends at `limit` or before. Throws `ContentRefusal`. */
export function boxAt(head: Buffer, start: number, limit: number, mayRunOn = false): Box {
  if (head.length < 8) throw damaged()
  const size = head.readUInt32BE(0)
  const type = head.toString('latin1', 4, 8)
  if (size === 1) {
    if (head.length < 16) throw damaged()
    const long = head.readBigUInt64BE(8)
    if (long < 16n || long > BigInt(limit - start)) throw damaged()
    return { type, start, from: start + 16, end: start + Number(long) }
  }
  if (size === 0 && mayRunOn) return { type, start, from: start + 8, end: limit }
  if (size < 8 || size > limit - start) throw damaged()
  return { type, start, from: start + 8, end: start + size }
}

/** The boxes inside a box, behind the first `skip` bytes of its content; they fill it to its end. */
export function boxesIn(parent: LoadedBox, skip = 0): LoadedBox[] {
  const boxes: LoadedBox[] = []
  const { content, from, end } = parent
  if (skip > content.length) throw damaged()
  for (let at = skip; at < content.length; ) {
    const box = boxAt(content.subarray(at, at + 16), from + at, end)
    boxes.push({ ...box, content: content.subarray(box.from - from, box.end - from) })
    if (boxes.length > mostBoxes) throw damaged()
    at = box.end - from
  }
  return boxes
}

/** The one box of that type. */
export function onlyBox(boxes: readonly LoadedBox[], type: string): LoadedBox {
  const [found, ...more] = boxes.filter(box => box.type === type)
  if (!found || more.length > 0) throw damaged()
  return found
}

/** Reads a big-endian number of `bytes` bytes; 0 of none. */
export function numberAt(content: Buffer, at: number, bytes: number): number {
  if (at < 0 || at + bytes > content.length) throw damaged()
  if (bytes === 0) return 0
  if (bytes < 8) return content.readUIntBE(at, bytes)
  const long = content.readBigUInt64BE(at)
  if (long > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged()
  return Number(long)
}
