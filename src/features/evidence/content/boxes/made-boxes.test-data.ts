/** Small whole files of the ISO base media format, made box by box, with a real place in them. */

/** A place in Jambi as phones write it; what is left of it in a copy is found by its parts. */
export const place = '-01.6100+103.6131+025.000/'
export const traces = ['01.6100', '103.6131']
/** As many cameras note it, and who made them. */
export const maker = 'Kamera Rahasia'

const number = (value: number, bytes: number) => {
  const content = Buffer.alloc(bytes)
  if (bytes === 8) content.writeBigUInt64BE(BigInt(value))
  else content.writeUIntBE(value, 0, bytes)
  return content
}
export const u16 = (value: number) => number(value, 2)
export const u32 = (value: number) => number(value, 4)
export const u64 = (value: number) => number(value, 8)

type Content = Buffer | string
const joined = (parts: readonly Content[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

export function box(type: string, ...parts: readonly Content[]): Buffer {
  const content = joined(parts)
  return joined([u32(content.length + 8), type, content])
}
/** A box with version and flags. */
export const full = (type: string, version: number, flags: number, ...parts: readonly Content[]) =>
  box(type, u32(version * 2 ** 24 + flags), ...parts)

const times = (version: number) => Buffer.alloc(version === 1 ? 16 : 8, 0xd1)
const hdlr = (handler: string) => full('hdlr', 0, 0, u32(0), handler, Buffer.alloc(12), `${maker}\0`)
const dinf = (flags = 1) => box('dinf', full('dref', 0, 0, u32(1), full('url ', 0, flags)))

type Track = {
  readonly handler: string
  readonly chunks: readonly (readonly number[])[]
  readonly extra?: Buffer
  readonly entry?: Buffer
  readonly external?: true
  readonly long?: true
}

const coder = (name: string) => {
  const entry = Buffer.alloc(78)
  entry.write(name, 43, 'latin1')
  return entry
}

function trak({ handler, chunks, extra, entry, external, long }: Track, offsets: readonly number[]): Buffer {
  const sizes = chunks.flat()
  const media =
    handler === 'soun' ? box('mp4a', Buffer.alloc(28)) : box('avc1', coder(maker), box('avcC', 'x'))
  const stbl = box(
    'stbl',
    full('stsd', 0, 0, u32(1), entry ?? media),
    full('stts', 0, 0, u32(1), u32(sizes.length), u32(40)),
    full(
      'stsc',
      0,
      0,
      u32(chunks.length),
      ...chunks.flatMap((chunk, at) => [u32(at + 1), u32(chunk.length), u32(1)]),
    ),
    full('stsz', 0, 0, u32(0), u32(sizes.length), ...sizes.map(u32)),
    long
      ? full('co64', 0, 0, u32(offsets.length), ...offsets.map(u64))
      : full('stco', 0, 0, u32(offsets.length), ...offsets.map(u32)),
  )
  return box(
    'trak',
    full('tkhd', 0, 3, times(0), Buffer.alloc(72)),
    box(
      'mdia',
      full('mdhd', 1, 0, times(1), Buffer.alloc(16)),
      hdlr(handler),
      box('minf', full('vmhd', 0, 1, Buffer.alloc(8)), dinf(external ? 0 : 1), stbl),
    ),
    extra ?? Buffer.alloc(0),
  )
}

const frames = (fill: string, sizes: readonly number[]) =>
  Buffer.alloc(
    sizes.reduce((sum, size) => sum + size, 0),
    fill,
  )

/** What hangs in an MP4 beside pictures and sound. */
export type More = {
  readonly inMovie?: readonly Buffer[]
  readonly inTrack?: Buffer
  readonly behind?: readonly Buffer[]
  /** Samples of a track of its own. */
  readonly telemetry?: { readonly handler: string; readonly text: string }
  /** Bytes in the media data that no track knows of. */
  readonly stray?: string
  readonly external?: true
  readonly entry?: Buffer
  readonly long?: true
}

/** A video of two chunks and their sound, the tables behind the media data as phones write it. */
export function mp4(more: More = {}): Buffer {
  const ftyp = box('ftyp', 'isom', u32(512), 'isomiso2avc1mp41')
  const start = ftyp.length + 8
  const data: Buffer[] = []
  let at = start
  const put = (bytes: Buffer) => {
    data.push(bytes)
    at += bytes.length
    return at - bytes.length
  }
  const video = [put(frames('V', [40, 30]))]
  const sound = [put(frames('A', [20]))]
  const text = Buffer.from(more.telemetry?.text ?? '', 'latin1')
  const notes = put(text)
  put(Buffer.from(more.stray ?? '', 'latin1'))
  video.push(put(frames('W', [25])))
  sound.push(put(frames('B', [10, 11])))
  const { external, entry, long } = more
  const own = { ...(external && { external }), ...(entry && { entry }), ...(long && { long }) }
  const moov = box(
    'moov',
    full('mvhd', 0, 0, times(0), Buffer.alloc(88)),
    trak(
      { handler: 'vide', chunks: [[40, 30], [25]], extra: more.inTrack ?? Buffer.alloc(0), ...own },
      video,
    ),
    trak({ handler: 'soun', chunks: [[20], [10, 11]] }, sound),
    ...(more.telemetry
      ? [
          trak(
            { handler: more.telemetry.handler, chunks: [[text.length]], entry: box('mett', Buffer.alloc(8)) },
            [notes],
          ),
        ]
      : []),
    ...(more.inMovie ?? []),
  )
  return joined([ftyp, box('mdat', ...data), moov, ...(more.behind ?? [])])
}

const xyz = box('\xa9xyz', u16(place.length), u16(0x15c7), place)
export const loci = full('loci', 0, 0, u16(0), 'Kantor\0', Buffer.alloc(13), `${place}\0`)
export const userData = box('udta', xyz, loci)
const key = 'com.apple.quicktime.location.ISO6709'
/** As iPhones write it: names in one table, values in another. */
export const keysAndValues = box(
  'meta',
  hdlr('mdta'),
  full('keys', 0, 0, u32(1), u32(key.length + 8), 'mdta', key),
  box('ilst', box('\0\0\0\x01', box('data', u32(1), u32(0), place))),
)
export const xmp = `<?xpacket?><x:xmpmeta><exif:GPSLatitude>${place}</exif:GPSLatitude><tiff:Make>${maker}</tiff:Make></x:xmpmeta>`
export const xmpBox = box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), xmp)

type Item = {
  readonly id: number
  readonly type: string
  readonly bytes: Buffer
  /** In the `idat` box instead of the media data. */
  readonly inMeta?: true
  readonly more?: string
}
export const picture: Item = { id: 1, type: 'hvc1', bytes: Buffer.alloc(120, 'P') }
export const exifItem: Item = {
  id: 2,
  type: 'Exif',
  bytes: joined([u32(6), 'Exif\0\0', 'MM\0*', u32(8), u16(0), u32(0), `${maker} ${place}`]),
}
export const xmpItem: Item = {
  id: 3,
  type: 'mime',
  bytes: Buffer.from(xmp, 'latin1'),
  more: 'application/rdf+xml\0',
}

/** A HEIC of these items, the first its picture. */
export function heic(
  items: readonly Item[] = [picture, exifItem, xmpItem],
  more: {
    readonly inMeta?: readonly Buffer[]
    readonly properties?: readonly Buffer[]
    readonly behind?: readonly Buffer[]
  } = {},
): Buffer {
  const ftyp = box('ftyp', 'heic', u32(0), 'mif1heic')
  const idat = joined(items.filter(item => item.inMeta).map(item => item.bytes))
  const make = (mdat: number) => {
    let [file, inMeta] = [mdat, 0]
    const places = items.map(item => {
      const at = item.inMeta ? inMeta : file
      if (item.inMeta) inMeta += item.bytes.length
      else file += item.bytes.length
      return joined([u16(item.id), u16(item.inMeta ? 1 : 0), u16(0), u16(1), u32(at), u32(item.bytes.length)])
    })
    return full(
      'meta',
      0,
      0,
      hdlr('pict'),
      full('pitm', 0, 0, u16(items[0]?.id ?? 0)),
      full('iloc', 1, 0, u16(0x4400), u16(items.length), ...places),
      full(
        'iinf',
        0,
        0,
        u16(items.length),
        ...items.map(item => full('infe', 2, 0, u16(item.id), u16(0), item.type, '\0', item.more ?? '')),
      ),
      box(
        'iprp',
        box('ipco', full('ispe', 0, 0, u32(640), u32(480)), box('hvcC', 'x'), ...(more.properties ?? [])),
        full('ipma', 0, 0, u32(1), u16(1), Buffer.from([2, 1, 2])),
      ),
      ...(idat.length > 0 ? [box('idat', idat)] : []),
      ...(more.inMeta ?? []),
    )
  }
  const meta = make(ftyp.length + make(0).length + 8)
  const media = items.filter(item => !item.inMeta).map(item => item.bytes)
  return joined([ftyp, meta, box('mdat', ...media), ...(more.behind ?? [])])
}
