import { type Box, boxesIn, damaged, type LoadedBox, numberAt, onlyBox, type Span } from './box.ts'
import { blank, freed, type Patch } from './patch.ts'
import { samplesOf } from './samples.ts'

/** What a copy is made of: patches of the boxes read so far, and which media data stays and which must not. */
export type Cleaned = {
  readonly patches: readonly Patch[]
  readonly kept: readonly Span[]
  readonly dropped: readonly Span[]
}

/**
 * What a player needs of a movie, and nothing else: places stand in `udta`, `meta`, `uuid` and in boxes that makers of
 * cameras invent, so that a list of those to remove would never be whole.
 */
const needed: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'iods', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stco', 'co64', 'stss', 'sdtp', 'sbgp', 'sgpd'],
}
/** Pictures and sound. Every other track may tell where it was: subtitles of a drone, telemetry, timed metadata. */
const handlers = { seen: ['vide', 'pict', 'auxv'], heard: ['soun'] }

/** Throws `ContentRefusal` where the movie is not understood. */
export function cleanMovie(moov: LoadedBox): Cleaned {
  const boxes = boxesIn(moov)
  onlyBox(boxes, 'mvhd')
  // The frames of a movie in fragments are listed elsewhere.
  if (boxes.some(box => box.type === 'mvex')) throw damaged()
  const kept: Span[] = []
  const dropped: Span[] = []
  const tracks = new Map<LoadedBox, string>()
  for (const track of boxes.filter(box => box.type === 'trak')) {
    const { handler, stbl, dref } = trackOf(track)
    const stays = handlers.seen.includes(handler) || handlers.heard.includes(handler)
    if (stays && !selfContained(dref)) throw damaged()
    // Not spread: a long film has more chunks than a call takes arguments.
    for (const span of samplesOf(stbl)) (stays ? kept : dropped).push(span)
    if (stays) tracks.set(track, handler)
  }
  if (tracks.size === 0) throw damaged()
  const patches = boxes.flatMap(box => {
    const handler = tracks.get(box)
    if (box.type === 'trak') return handler === undefined ? freed(box) : cleanBox(box, handler)
    return needed.moov?.includes(box.type) ? cleanBox(box, '') : freed(box)
  })
  return { patches, kept, dropped }
}

function trackOf(track: LoadedBox) {
  const mdia = boxesIn(onlyBox(boxesIn(track), 'mdia'))
  const minf = boxesIn(onlyBox(mdia, 'minf'))
  return {
    handler: handlerOf(mdia),
    stbl: boxesIn(onlyBox(minf, 'stbl')),
    dref: minf.filter(box => box.type === 'dinf').flatMap(dinf => boxesIn(dinf)),
  }
}

export const handlerOf = (boxes: readonly LoadedBox[]): string => {
  const { content } = onlyBox(boxes, 'hdlr')
  if (content.length < 24) throw damaged()
  return content.toString('latin1', 8, 12)
}

/** Whether the frames lie in this file and in no other. */
const selfContained = (dinf: readonly LoadedBox[]): boolean =>
  boxesIn(onlyBox(dinf, 'dref'), 8).every(entry => (numberAt(entry.content, 0, 4) & 1) === 1)

/** Goes down through the boxes that are needed; free space is made of the others. */
function cleanBox(box: LoadedBox, handler: string): Patch[] {
  const inside = needed[box.type]
  if (inside)
    return boxesIn(box).flatMap(child =>
      inside.includes(child.type) ? cleanBox(child, handler) : freed(child),
    )
  if (box.type === 'mvhd' || box.type === 'tkhd' || box.type === 'mdhd') return timesOf(box)
  if (box.type === 'hdlr') return nameOf(box)
  return box.type === 'stsd' && handlers.seen.includes(handler) ? codersOf(box) : []
}

/** When it was made and changed. */
function timesOf({ content, from }: LoadedBox): Patch[] {
  const bytes = numberAt(content, 0, 1) === 1 ? 16 : 8
  if (content.length < 4 + bytes) throw damaged()
  return blank(from + 4, from + 4 + bytes)
}

/** A handler's name is the maker's. */
export const nameOf = ({ from, end }: Box): Patch[] => blank(from + 24, end)

/** What coded the pictures, which is often the camera by name. */
function codersOf(stsd: LoadedBox): Patch[] {
  return boxesIn(stsd, 8).flatMap(({ from, content }) =>
    content.length < 78 ? [] : blank(from + 42, from + 74),
  )
}
