import { buffer } from 'node:stream/consumers'
import { err, ok, type Result } from '../../../../core/shared/result.ts'
import type { ByteRange } from '../../store/object-store.ts'
import { type ContentProblem, ContentRefusal } from '../problem.ts'
import { type Box, boxAt, damaged, type LoadedBox, mostSpans, type Span } from './box.ts'
import { cleanItems } from './clean-items.ts'
import { cleanMovie } from './clean-movie.ts'
import { blank, freed, type Patch } from './patch.ts'

/** Boxes of a file, and bytes of one that is read whole: the tables of a film of five hours take some 10 MB. */
const mostParts = 256
const largestTables = 32 * 2 ** 20
/** Places in a file that a copy writes over. */
const mostPatches = 200_000

type Read = (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>

/**
 * What to write over in a copy of a HEIC or MP4 so that it says neither where, when nor with what it was taken. Its
 * pictures and sound stay as they are, at their places, in a file of the same size. Everything that is not needed to
 * show them is emptied, known or not; a file that is not understood to its last byte is `damaged`. Only the tables of
 * the file are read, never its pictures. What a camera writes into the coded pictures themselves is not looked at.
 */
export async function withoutPlace(
  read: Read,
  size: number,
  kind: 'heic' | 'mp4',
): Promise<Result<readonly Patch[], ContentProblem>> {
  try {
    return ok(await patchesOf(read, size, kind))
  } catch (error) {
    if (error instanceof ContentRefusal) return err(error.problem)
    throw error
  }
}

async function patchesOf(read: Read, size: number, kind: 'heic' | 'mp4'): Promise<readonly Patch[]> {
  const patches: Patch[] = []
  const kept: Span[] = []
  const dropped: Span[] = []
  const areas: Span[] = []
  const seen = new Set<string>()
  for (const box of await partsOf(read, size)) {
    const { type } = box
    if (type === 'mdat') areas.push({ start: box.from, end: box.end })
    else if (type === 'moov' || (type === 'meta' && kind === 'heic')) {
      if (seen.has(type)) throw damaged()
      seen.add(type)
      const loaded = await load(read, box)
      const { area, ...cleaned } =
        type === 'moov' ? { ...cleanMovie(loaded), area: null } : cleanItems(loaded)
      if (area) areas.push(area)
      for (const patch of cleaned.patches) patches.push(patch)
      for (const span of cleaned.kept) kept.push(span)
      for (const span of cleaned.dropped) dropped.push(span)
    } else if (type === 'moof') throw damaged()
    else if (type !== 'ftyp') patches.push(...freed(box))
  }
  if (!seen.has(kind === 'heic' ? 'meta' : 'moov')) throw damaged()
  for (const patch of beside(areas, apart(inside(areas, kept), inside(areas, dropped)))) patches.push(patch)
  if (patches.length > mostPatches) throw new ContentRefusal({ kind: 'too-heavy' })
  return patches.sort((a, b) => a.start - b.start)
}

/** The boxes of the file itself. */
async function partsOf(read: Read, size: number): Promise<Box[]> {
  const parts: Box[] = []
  for (let at = 0; at < size; ) {
    const head = await bytesOf(read, at, Math.min(size, at + 16))
    const box = boxAt(head, at, size, true)
    if (parts.length === 0 && box.type !== 'ftyp') throw damaged()
    parts.push(box)
    if (parts.length > mostParts) throw damaged()
    at = box.end
  }
  return parts
}

async function load(read: Read, box: Box): Promise<LoadedBox> {
  if (box.end - box.from > largestTables) throw new ContentRefusal({ kind: 'too-heavy' })
  return { ...box, content: await bytesOf(read, box.from, box.end) }
}

async function bytesOf(read: Read, start: number, end: number): Promise<Buffer> {
  if (end <= start) return Buffer.alloc(0)
  const bytes = await buffer(await read({ start, end: end - 1 }))
  if (bytes.length !== end - start) throw damaged()
  return bytes
}

const inOrder = (spans: readonly Span[]) => [...spans].sort((a, b) => a.start - b.start)

/** The spans in order; each lies in one of the areas of media data. */
function inside(areas: readonly Span[], spans: readonly Span[]): readonly Span[] {
  if (spans.length > mostSpans) throw new ContentRefusal({ kind: 'too-heavy' })
  const sorted = inOrder(spans)
  const there = inOrder(areas)
  let at = 0
  for (const { start, end } of sorted) {
    while ((there[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1
    const area = there[at]
    if (!area || start < area.start || end > area.end) throw damaged()
  }
  return sorted
}

/** What stays; refused where it shares a byte with what must not. Both in order. */
function apart(kept: readonly Span[], dropped: readonly Span[]): readonly Span[] {
  let at = 0
  let reach = 0
  for (const { start, end } of dropped) {
    for (let next = kept[at]; next && next.start < end; next = kept[at]) {
      reach = Math.max(reach, next.end)
      at += 1
    }
    if (reach > start) throw damaged()
  }
  return kept
}

/** What lies in the areas beside that which stays, which is in order. */
function beside(areas: readonly Span[], kept: readonly Span[]): Patch[] {
  const patches: Patch[] = []
  let next = 0
  for (const area of inOrder(areas)) {
    let at = area.start
    for (let span = kept[next]; span && span.start < area.end; span = kept[next]) {
      patches.push(...blank(at, span.start))
      at = Math.max(at, span.end)
      next += 1
    }
    patches.push(...blank(at, area.end))
  }
  return patches
}
