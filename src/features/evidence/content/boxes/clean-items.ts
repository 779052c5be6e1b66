import { boxesIn, damaged, type LoadedBox, mostSpans, numberAt, onlyBox, type Span } from './box.ts'
import { type Cleaned, handlerOf, nameOf } from './clean-movie.ts'
import { freed, type Patch } from './patch.ts'

/** What a reader needs of a HEIC's `meta` to draw it (ISO/IEC 23008-12), and nothing else. */
const needed = ['hdlr', 'dinf', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'grpl']
const properties = new Set(
  (
    'ispe pixi colr pasp clap irot imir iscl hvcC lhvC av1C avcC vvcC jpgC auxC clli mdcv cclv amve ndwt ' +
    'a1op a1lx lsel tols oinf rloc'
  ).split(' '),
)
/** Coded pictures and pictures put together of others. A JPEG inside may hold notes of its own and stays out. */
const pictures = new Set('hvc1 hev1 lhv1 av01 avc1 vvc1 grid iovl iden tmap'.split(' '))

/** Exif, XMP and whatever else is no picture is emptied where it lies. Throws `ContentRefusal`. */
export function cleanItems(meta: LoadedBox): Cleaned & { readonly area: Span | null } {
  const boxes = boxesIn(meta, 4)
  if (handlerOf(boxes) !== 'pict') throw damaged()
  const types = itemTypes(onlyBox(boxes, 'iinf'))
  const idat = boxes.some(box => box.type === 'idat') ? onlyBox(boxes, 'idat') : null
  const places = itemPlaces(onlyBox(boxes, 'iloc'), idat)
  const isPicture = (id: number) => pictures.has(types.get(id) ?? '')
  if (!isPicture(primaryOf(onlyBox(boxes, 'pitm')))) throw damaged()
  const spansOf = (wanted: boolean) =>
    [...places].filter(([id]) => isPicture(id) === wanted).flatMap(([, spans]) => spans)
  return {
    patches: boxes.flatMap(cleanBox),
    kept: spansOf(true),
    dropped: spansOf(false),
    area: idat && { start: idat.from, end: idat.end },
  }
}

function cleanBox(box: LoadedBox): Patch[] {
  if (!needed.includes(box.type)) return freed(box)
  if (box.type === 'hdlr') return nameOf(box)
  if (box.type !== 'iprp') return []
  // A property is known by its place in the list, which free space keeps.
  return boxesIn(box).flatMap(part => {
    if (part.type === 'ipma') return []
    if (part.type !== 'ipco') return freed(part)
    return boxesIn(part).flatMap(property => (properties.has(property.type) ? [] : freed(property)))
  })
}

function primaryOf({ content }: LoadedBox): number {
  return numberAt(content, 4, numberAt(content, 0, 1) === 0 ? 2 : 4)
}

function itemTypes(iinf: LoadedBox): Map<number, string> {
  const bytes = numberAt(iinf.content, 0, 1) === 0 ? 2 : 4
  const count = numberAt(iinf.content, 4, bytes)
  const types = new Map<number, string>()
  for (const { type, content } of boxesIn(iinf, 4 + bytes)) {
    const version = numberAt(content, 0, 1)
    // Older entries do not say what the item is.
    if (type !== 'infe' || version < 2 || version > 3) throw damaged()
    const at = 4 + (version === 2 ? 2 : 4)
    const id = numberAt(content, 4, at - 4)
    if (content.length < at + 6 || types.has(id)) throw damaged()
    types.set(id, content.toString('latin1', at + 2, at + 6))
  }
  if (types.size !== count) throw damaged()
  return types
}

/** Where each item's bytes lie in the file. */
function itemPlaces({ content }: LoadedBox, idat: LoadedBox | null): Map<number, Span[]> {
  const version = numberAt(content, 0, 1)
  if (version > 2) throw damaged()
  let at = 4
  const next = (bytes: number) => {
    const number = numberAt(content, at, bytes)
    at += bytes
    return number
  }
  const [first, second] = [next(1), next(1)]
  const sizes = {
    offset: first >> 4,
    length: first & 15,
    base: second >> 4,
    index: version === 0 ? 0 : second & 15,
  }
  if (Object.values(sizes).some(bytes => ![0, 4, 8].includes(bytes)) || sizes.length === 0) throw damaged()
  const places = new Map<number, Span[]>()
  let total = 0
  for (let items = next(version < 2 ? 2 : 4); items > 0; items -= 1) {
    const id = next(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : next(2) & 15
    const elsewhere = next(2)
    const base = next(sizes.base)
    const spans: Span[] = []
    for (let extents = next(2); extents > 0; extents -= 1) {
      next(sizes.index)
      const offset = base + next(sizes.offset)
      const length = next(sizes.length)
      total += 1
      if (length === 0 || total > mostSpans) throw damaged()
      if (method === 0) spans.push({ start: offset, end: offset + length })
      else if (method === 1 && idat && offset + length <= idat.content.length)
        spans.push({ start: idat.from + offset, end: idat.from + offset + length })
      else throw damaged()
    }
    if (elsewhere !== 0 || places.has(id)) throw damaged()
    places.set(id, spans)
  }
  return places
}
