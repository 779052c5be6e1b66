import { inflateSync } from 'fflate'
import { err, ok, type Result } from '../shared/result.ts'
import type { Bytes } from './format.ts'

/** How an archive is more than its members, its directory and its end record, one after the other. */
export type LooseArchive =
  | { readonly kind: 'bytes-before'; readonly bytes: number }
  | { readonly kind: 'bytes-after'; readonly bytes: number }
  | { readonly kind: 'archive-comment'; readonly bytes: number }
  | { readonly kind: 'unlisted-entry'; readonly member: string }
  /** Before the member, or before the directory where it is null. */
  | { readonly kind: 'bytes-between'; readonly bytes: number; readonly member: string | null }
  | { readonly kind: 'members-overlap'; readonly member: string }
  | { readonly kind: 'header-differs'; readonly member: string }
  | { readonly kind: 'header-unusual'; readonly member: string }
  | { readonly kind: 'bytes-inside'; readonly member: string }

export type ListedMember = {
  readonly name: string
  readonly originalSize: number
  readonly packedSize: number
  readonly deflated: boolean
  /** Where its line of the directory begins, its own header and its content. */
  readonly line: number
  readonly header: number
  readonly content: number
}

export type Directory = { readonly start: number; readonly members: readonly ListedMember[] }

const [localSignature, lineSignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50]
const [localLength, lineLength, endLength] = [30, 46, 22]
/** UTF-8 names, and how hard a deflater tried. */
const usualFlags = 0x0806

/**
 * The list of an archive's members, of which nothing is unpacked yet. Null where there is none; the end record must be
 * the last thing in the file, and the list must end where it begins.
 */
export function readDirectory(bytes: Bytes): Result<Directory, LooseArchive | null> {
  const view = viewOf(bytes)
  const end = endRecord(view)
  if (end === null) return err(null)
  const comment = view.getUint16(end + 20, true)
  const after = bytes.length - end - endLength
  if (after > 0) return err({ kind: after === comment ? 'archive-comment' : 'bytes-after', bytes: after })
  const [count, size, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  const manyDisks = view.getUint32(end + 4, true) > 0 || view.getUint16(end + 8, true) !== count
  if (start + size > end || count === 0 || manyDisks) return err(null)
  const moved = end - size - start
  if (moved > 0)
    return err(
      at(view, start) === lineSignature
        ? { kind: 'bytes-between', bytes: moved, member: null }
        : at(view, end - size) === lineSignature
          ? { kind: 'bytes-before', bytes: moved }
          : null,
    )
  const members: ListedMember[] = []
  let line = start
  for (; line < end && at(view, line) === lineSignature; line = nextLine(view, line)) {
    const nameLength = view.getUint16(line + 28, true)
    const header = view.getUint32(line + 42, true)
    members.push({
      name: text(bytes, line + lineLength, nameLength),
      originalSize: view.getUint32(line + 24, true),
      packedSize: view.getUint32(line + 20, true),
      deflated: view.getUint16(line + 10, true) === 8,
      ...{ line, header, content: header + localLength + nameLength },
    })
  }
  return line === end && members.length === count ? ok({ start, members }) : err(null)
}

/**
 * What else lies in the archive: the members must fill it from its first byte to the directory, without gaps, and the
 * header of each must say what the directory says, without anything that only some programs heed.
 */
export function looseIn(bytes: Bytes, { start, members }: Directory): LooseArchive | null {
  const view = viewOf(bytes)
  let filled = 0
  for (const { name, line, header, content, packedSize } of [...members].sort(
    (a, b) => a.header - b.header,
  )) {
    if (content > start) return { kind: 'header-differs', member: name }
    const gap = gapBetween(bytes, filled, header, name)
    if (gap) return gap
    if (
      at(view, header) !== localSignature ||
      !same(bytes.subarray(header + 4, header + 28), bytes.subarray(line + 6, line + 30)) ||
      text(bytes, header + localLength, content - header - localLength) !== name
    )
      return { kind: 'header-differs', member: name }
    const extras = [header + 28, line + 30, line + 32].some(place => view.getUint16(place, true) > 0)
    const [flags, method] = [view.getUint16(line + 8, true), view.getUint16(line + 10, true)]
    if (extras || (flags & ~usualFlags) !== 0 || (method !== 0 && method !== 8))
      return { kind: 'header-unusual', member: name }
    filled = content + packedSize
    if (filled > start) return { kind: 'members-overlap', member: name }
  }
  return gapBetween(bytes, filled, start, null)
}

/** A member's own bytes, never more than the directory says; a fault where its content holds anything besides them. */
export function unpack(
  bytes: Bytes,
  { name, originalSize, packedSize, deflated, content }: ListedMember,
): Result<Bytes, LooseArchive> {
  const packed = bytes.slice(content, content + packedSize)
  const room = new Uint8Array(originalSize + 1)
  const unpacked = deflated ? inflateSync(packed, { out: room }) : packed
  return unpacked.length !== originalSize || (deflated && isWhole(packed.subarray(0, -1), room))
    ? err({ kind: 'bytes-inside', member: name })
    : ok(unpacked.slice())
}

/** Whether a deflated content comes to its end: then a byte that followed belongs to nothing. */
function isWhole(packed: Uint8Array, out: Uint8Array): boolean {
  try {
    inflateSync(packed, { out })
    return true
  } catch {
    return false
  }
}

function gapBetween(bytes: Bytes, from: number, to: number, member: string | null): LooseArchive | null {
  const view = viewOf(bytes)
  if (from === to) return null
  if (from > to) return { kind: 'members-overlap', member: member ?? '' }
  if (to - from > localLength && at(view, from) === localSignature)
    return {
      kind: 'unlisted-entry',
      member: shown(text(bytes, from + localLength, view.getUint16(from + 26, true))),
    }
  return from === 0
    ? { kind: 'bytes-before', bytes: to }
    : { kind: 'bytes-between', bytes: to - from, member }
}

/** The last one; its comment, which ends the file, holds 65,535 bytes at most. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let place = last; place >= Math.max(0, last - 0xffff); place -= 1)
    if (at(view, place) === endSignature) return place
  return null
}

/** A name as it may be printed. */
export const shown = (name: string): string => name.replace(/\p{Cc}/gu, '?').slice(0, 60)

const viewOf = ({ buffer, byteOffset, byteLength }: Bytes): DataView =>
  new DataView(buffer, byteOffset, byteLength)

/** The signature that stands there; -1 beyond the end. */
const at = (view: DataView, place: number): number =>
  place + 4 <= view.byteLength ? view.getUint32(place, true) : -1

const nextLine = (view: DataView, line: number): number =>
  line + lineLength + [28, 30, 32].reduce((sum, length) => sum + view.getUint16(line + length, true), 0)

const text = (bytes: Bytes, from: number, length: number): string =>
  new TextDecoder().decode(bytes.subarray(from, from + length))

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, place) => byte === b[place])
