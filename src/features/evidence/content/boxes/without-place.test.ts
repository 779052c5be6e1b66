import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ByteRange } from '../../store/object-store.ts'
import {
  box,
  exifItem,
  full,
  heic,
  keysAndValues,
  loci,
  maker,
  mp4,
  picture,
  place,
  traces,
  u16,
  u32,
  u64,
  userData,
  xmp,
  xmpBox,
  xmpItem,
} from './made-boxes.test-data.ts'
import { type Patch, patched } from './patch.ts'
import { withoutPlace } from './without-place.ts'

type Kind = 'heic' | 'mp4'
const readOf = (bytes: Buffer) => async (range: ByteRange) =>
  Readable.from([bytes.subarray(range.start, range.end + 1)])
const tried = (bytes: Buffer, kind: Kind) => withoutPlace(readOf(bytes), bytes.length, kind)

/** The copy, as it comes in pieces. */
const written = (bytes: Buffer, patches: readonly Patch[], from = 0, to = bytes.length, piece = 7) => {
  const pieces = []
  for (let at = from; at < to; at += piece) pieces.push(bytes.subarray(at, Math.min(at + piece, to)))
  return buffer(patched(Readable.from(pieces), from, patches))
}

async function cleaned(bytes: Buffer, kind: Kind) {
  const before = Buffer.from(bytes)
  const patches = await tried(bytes, kind)
  if (!patches.ok) throw new Error(patches.problem.kind)
  const copy = await written(bytes, patches.value)
  expect(copy).toHaveLength(bytes.length)
  expect(bytes.equals(before)).toBe(true)
  return copy
}
const leftOf = (copy: Buffer) => [...traces, maker].filter(trace => copy.includes(trace))

describe('a HEIC for publication', () => {
  test('says nothing of place and maker; its picture is the same, where it was', async () => {
    const bytes = heic()
    expect(leftOf(bytes)).toEqual([...traces, maker])
    const copy = await cleaned(bytes, 'heic')
    expect(leftOf(copy)).toEqual([])
    const at = bytes.indexOf(picture.bytes)
    expect(copy.subarray(at, at + picture.bytes.length).equals(picture.bytes)).toBe(true)
    expect((await fileTypeFromBuffer(copy))?.mime).toBe('image/heic')
    expect(imageSize(copy)).toMatchObject({ width: 640, height: 480 })
  })

  test.each([
    ['notes inside the list of items', heic([picture, { ...exifItem, inMeta: true }, xmpItem])],
    [
      'a film of the moment behind the picture',
      heic([picture], { behind: [box('mpvd', mp4({ inMovie: [userData] }))] }),
    ],
    ['a box that a maker invented', heic([picture], { inMeta: [box('uuid', Buffer.alloc(16, 7), place)] })],
    [
      'a description among the properties',
      heic([picture], { properties: [full('udes', 0, 0, `id\0${place}\0`)] }),
    ],
    ['an item of a kind of its own', heic([picture, { ...exifItem, type: 'uri ', more: 'a\0' }])],
    ['a small JPEG with notes of its own', heic([picture, { ...exifItem, type: 'jpeg' }])],
    ['free space', heic([picture], { behind: [box('free', place)] })],
  ])('loses a place in %s', async (_where, bytes) => {
    expect(leftOf(bytes).length).toBeGreaterThan(0)
    expect(leftOf(await cleaned(bytes, 'heic'))).toEqual([])
  })

  describe('read by a coder that the product keeps shut', () => {
    beforeAll(() => sharp.unblock({ operation: ['VipsForeignLoadHeifBuffer'] }))
    afterAll(() => sharp.block({ operation: ['VipsForeignLoadHeifBuffer'] }))

    test('of a real coder is drawn as before, pixel by pixel, and holds no EXIF any more', async () => {
      const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#286' } })
        .avif()
        .withExif({ IFD0: { Make: maker }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 36/1 0/1' } })
        .toBuffer()
      expect((await sharp(bytes).metadata()).exif?.includes(maker)).toBe(true)
      const copy = await cleaned(bytes, 'heic')
      expect((await sharp(copy).metadata()).exif?.some(byte => byte !== 0) ?? false).toBe(false)
      expect(copy.includes(maker)).toBe(false)
      const pixels = await sharp(bytes).raw().toBuffer()
      expect((await sharp(copy).raw().toBuffer()).equals(pixels)).toBe(true)
    })
  })
})

describe('an MP4 for publication', () => {
  const telemetry = (handler: string) => ({ handler, text: `GPS ${place} ${maker}` })
  test.each([
    ['udta: ©xyz and loci', mp4({ inMovie: [userData] })],
    ['the keys and values of an iPhone', mp4({ inMovie: [keysAndValues] })],
    ['XMP behind the movie', mp4({ behind: [xmpBox] })],
    ['XMP inside the movie', mp4({ inMovie: [xmpBox] })],
    ['a track', mp4({ inTrack: box('udta', loci) })],
    ['the meta of a track', mp4({ inTrack: keysAndValues })],
    ['the meta of the file', mp4({ behind: [full('meta', 0, 0, xmp)] })],
    ['the telemetry of an action camera', mp4({ telemetry: telemetry('meta') })],
    ['the subtitles of a drone', mp4({ telemetry: telemetry('sbtl') })],
    ['media data that no track knows of', mp4({ stray: `freeGPS ${place}` })],
    ['free space', mp4({ inMovie: [box('skip', place)], behind: [box('free', place)] })],
    ['a box that a maker invented', mp4({ inMovie: [box('gps ', place)], behind: [box('GPS0', place)] })],
    [
      'a box of more than four gigabytes’ numbering',
      mp4({
        behind: [Buffer.concat([u32(1), Buffer.from('udta'), u64(16 + place.length), Buffer.from(place)])],
      }),
    ],
    [
      'a last box that runs to the end',
      mp4({ behind: [Buffer.concat([u32(0), Buffer.from('uuid'), Buffer.from(place)])] }),
    ],
  ])('loses a place in %s', async (_where, bytes) => {
    expect(bytes.includes(traces[0] ?? '')).toBe(true)
    const copy = await cleaned(bytes, 'mp4')
    expect(leftOf(copy)).toEqual([])
    expect((await fileTypeFromBuffer(copy))?.mime).toBe('video/mp4')
    for (const media of ['V'.repeat(70), 'A'.repeat(20), 'W'.repeat(25), 'B'.repeat(21)])
      expect(copy.indexOf(media)).toBe(bytes.indexOf(media))
  })

  test('says nothing of when it was made', async () => {
    const marks = (bytes: Buffer) => bytes.toString('latin1').split('\xd1'.repeat(8)).length - 1
    const bytes = mp4()
    expect(marks(bytes)).toBeGreaterThan(4)
    expect(marks(await cleaned(bytes, 'mp4'))).toBe(0)
  })

  test('cleaned once more stays as it is', async () => {
    const copy = await cleaned(mp4({ inMovie: [userData], telemetry: telemetry('meta') }), 'mp4')
    expect((await cleaned(copy, 'mp4')).equals(copy)).toBe(true)
  })

  test('any part of the copy is that part of the whole copy', async () => {
    const bytes = mp4({ inMovie: [userData, keysAndValues], telemetry: telemetry('meta'), stray: place })
    const patches = await tried(bytes, 'mp4')
    if (!patches.ok) throw new Error(patches.problem.kind)
    const whole = await written(bytes, patches.value)
    const at = fc.nat({ max: bytes.length })
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const part = await written(bytes, patches.value, from, to)
        return part.equals(whole.subarray(from, to))
      }),
    )
  })

  test('of two gigabytes is cleaned by its tables alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zona-film-'))
    const path = join(folder, 'film.mp4')
    const small = mp4({ inMovie: [userData], long: true })
    const [start, length] = [small.indexOf('mdat') - 4, small.indexOf('moov') - 4]
    const gap = 2 ** 31
    const file = openSync(path, 'w')
    writeSync(file, small.subarray(0, length), 0, length, 0)
    const head = Buffer.concat([u32(1), Buffer.from('mdat')])
    try {
      // The media data begins anew with a long size; its frames stand eight bytes later than the tables say.
      const media = small.subarray(start + 8, length)
      writeSync(file, Buffer.concat([head, u64(16 + media.length + gap), media]), 0, media.length + 16, start)
      const tables = Buffer.from(small.subarray(length))
      for (let at = tables.indexOf('co64'); at >= 0; at = tables.indexOf('co64', at + 1))
        for (let entry = 0; entry < tables.readUInt32BE(at + 8); entry += 1) {
          const where = at + 12 + entry * 8
          tables.writeBigUInt64BE(tables.readBigUInt64BE(where) + 8n, where)
        }
      for (let at = tables.indexOf('stco'); at >= 0; at = tables.indexOf('stco', at + 1))
        for (let entry = 0; entry < tables.readUInt32BE(at + 8); entry += 1) {
          const where = at + 12 + entry * 4
          tables.writeUInt32BE(tables.readUInt32BE(where) + 8, where)
        }
      writeSync(file, tables, 0, tables.length, start + 16 + media.length + gap)
      const { size } = statSync(path)
      expect(size).toBeGreaterThan(2 ** 31)
      let read = 0
      const patches = await withoutPlace(
        async range => {
          read += range.end - range.start + 1
          return createReadStream(path, range)
        },
        size,
        'mp4',
      )
      if (!patches.ok) throw new Error(patches.problem.kind)
      expect(read).toBeLessThan(10_000)
      const tail = { start: size - tables.length, end: size - 1 }
      const end = await buffer(patched(createReadStream(path, tail), tail.start, patches.value))
      expect(tables.includes(place)).toBe(true)
      expect(leftOf(end)).toEqual([])
    } finally {
      closeSync(file)
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('what is not understood is not published', () => {
  const overwritten = (bytes: Buffer, at: number, by: Buffer) => {
    const copy = Buffer.from(bytes)
    by.copy(copy, at)
    return copy
  }
  const film = mp4({ inMovie: [userData] })
  const photo = heic()
  const offsets = film.indexOf('stco') + 12
  const places = photo.indexOf('iloc')
  test.each<[string, Buffer, Kind]>([
    ['nothing at all', Buffer.alloc(0), 'mp4'],
    ['a text', Buffer.from('bukan video sama sekali'), 'mp4'],
    ['a file cut in its tables', film.subarray(0, film.length - 20), 'mp4'],
    ['a file with a rest behind its last box', Buffer.concat([film, Buffer.from('sisa')]), 'mp4'],
    ['a box that is smaller than its own head', overwritten(film, film.indexOf('udta') - 4, u32(4)), 'mp4'],
    [
      'a box that is larger than the one around it',
      overwritten(film, film.indexOf('udta') - 4, u32(4000)),
      'mp4',
    ],
    [
      'a box of more bytes than can be counted',
      mp4({ behind: [Buffer.concat([u32(1), Buffer.from('free'), Buffer.alloc(8, 255)])] }),
      'mp4',
    ],
    ['no movie', film.subarray(0, film.indexOf('moov') - 4), 'mp4'],
    ['two movies', Buffer.concat([film, film.subarray(film.indexOf('moov') - 4)]), 'mp4'],
    [
      'a movie without a track that is seen or heard',
      overwritten(
        overwritten(film, film.indexOf('vide'), Buffer.from('text')),
        film.indexOf('soun'),
        Buffer.from('text'),
      ),
      'mp4',
    ],
    ['a movie in fragments', mp4({ behind: [box('moof', box('traf'))] }), 'mp4'],
    ['a movie that announces fragments', mp4({ inMovie: [box('mvex')] }), 'mp4'],
    ['frames in another file', mp4({ external: true }), 'mp4'],
    ['a frame outside the media data', overwritten(film, offsets, u32(4)), 'mp4'],
    ['a frame past the end', overwritten(film, offsets, u32(0xfffffff0)), 'mp4'],
    [
      'a table that claims four thousand million rows',
      overwritten(film, offsets - 4, u32(0xffffffff)),
      'mp4',
    ],
    [
      'frames that lie over the notes of another track',
      overwritten(
        mp4({ telemetry: { handler: 'meta', text: place } }),
        mp4({ telemetry: { handler: 'meta', text: place } }).indexOf('stco') + 12,
        u32(film.indexOf('mdat') + 4 + 90),
      ),
      'mp4',
    ],
    [
      'a HEIC without a list of items',
      overwritten(photo, photo.indexOf('iinf'), Buffer.from('iinx')),
      'heic',
    ],
    ['a HEIC whose picture is none', heic([{ ...picture, type: 'jpeg' }, exifItem]), 'heic'],
    ['a HEIC whose item lies outside', overwritten(photo, places + 12 + 8, u32(1)), 'heic'],
    ['a HEIC whose item has no length', overwritten(photo, places + 12 + 12, u32(0)), 'heic'],
    [
      'a HEIC whose picture shares bytes with its notes',
      overwritten(photo, places + 12 + 12, u32(130)),
      'heic',
    ],
    ['a HEIC put together of other items’ bytes', overwritten(photo, places + 12 + 2, u16(2)), 'heic'],
    [
      'a HEIC with more items than its list says',
      overwritten(photo, photo.indexOf('iinf') + 8, u16(9)),
      'heic',
    ],
    ['an MP4 called HEIC', film, 'heic'],
    ['a thousand boxes', mp4({ behind: Array.from({ length: 1000 }, () => box('free')) }), 'mp4'],
  ])('%s', async (_what, bytes, kind) => {
    expect(await tried(bytes, kind)).toEqual({ ok: false, problem: { kind: 'damaged' } })
  })

  test('a file whose tables would not fit into memory', async () => {
    const size = 2 ** 30
    const head = Buffer.concat([
      box('ftyp', 'isom', u32(0)),
      u32(size - 16),
      Buffer.from('moov'),
      Buffer.alloc(8),
    ])
    let most = 0
    const read = async ({ start, end }: ByteRange) => {
      most = Math.max(most, end - start)
      return Readable.from([head.subarray(start, end + 1)])
    }
    expect(await withoutPlace(read, size, 'mp4')).toEqual({ ok: false, problem: { kind: 'too-heavy' } })
    expect(most).toBeLessThan(100)
  })

  const samples: [Kind, Buffer][] = [
    ['heic', heic()],
    ['heic', heic([picture, { ...exifItem, inMeta: true }, xmpItem])],
    [
      'mp4',
      mp4({
        inMovie: [userData, keysAndValues],
        behind: [xmpBox],
        telemetry: { handler: 'meta', text: place },
      }),
    ],
  ]
  /** A refusal, or a copy of the same size without the place: nothing else may come of any input. */
  async function harmless(bytes: Buffer, kind: Kind) {
    const patches = await tried(bytes, kind)
    if (!patches.ok) return
    const copy = await written(bytes, patches.value, 0, bytes.length, 1000)
    expect(copy).toHaveLength(bytes.length)
    expect(traces.filter(trace => copy.includes(trace))).toEqual([])
  }
  test.each(samples)(
    'a %s with any one bit turned leaks nothing, and ends',
    async (kind, bytes) => {
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const turned = Buffer.from(bytes)
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await harmless(turned, kind)
      }
    },
    240_000,
  )
  test.each(samples)(
    'a %s cut anywhere or with any number written into it leaks nothing, and ends',
    async (kind, bytes) => {
      for (let length = 0; length < bytes.length; length += 1) await harmless(bytes.subarray(0, length), kind)
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: bytes.length - 8 }),
          fc.oneof(
            fc.constantFrom(0, 1, 7, 8, 9, 16, 0x7fffffff, 0x80000000, 0xffffffff),
            fc.nat({ max: bytes.length + 9 }),
          ),
          async (at, number) => harmless(overwritten(bytes, at, u32(number)), kind),
        ),
        { numRuns: 3000 },
      )
    },
    240_000,
  )
  test('any bytes at all are refused or cleaned, and end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom<Kind>('heic', 'mp4'),
        async (bytes, kind) => harmless(Buffer.from(bytes), kind),
      ),
      { numRuns: 2000 },
    )
  })
})
