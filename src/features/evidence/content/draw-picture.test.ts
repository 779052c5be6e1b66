import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdfOf } from '../../plan/read/made-files.ts'
import type { FileKind } from '../bring/file-kinds.ts'
import { pixelLimit } from './draw-picture.ts'
import { publishedPicture, type Source, thumbnail } from './index.ts'

const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2266aa' } })

/** As a phone writes it: place, time and device in the EXIF, lying on its side. */
const photo = () =>
  drawing(400, 200)
    .withExif({
      IFD0: { Make: 'Telepon', Model: 'X1' },
      IFD2: { DateTimeOriginal: '2019:05:12 08:00:00' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '1/1 36/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '103/1 36/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** Only the head of a PNG: what it claims about its size. */
function pngHead(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(10))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

async function drawn(source: Source, kind: FileKind) {
  const made = await thumbnail(source, kind, 200)
  if (!made.ok) throw new Error(made.problem.kind)
  const { format, width, height } = await sharp(made.value.bytes).metadata()
  expect({ format, width, height }).toEqual({
    format: 'webp',
    width: made.value.width,
    height: made.value.height,
  })
  return made.value
}

describe('a thumbnail', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of a %s keeps its shape within the edge', async kind => {
    const bytes = new Uint8Array(await drawing(800, 400).toFormat(kind).toBuffer())
    expect(await drawn(bytes, kind)).toMatchObject({ width: 200, height: 100, type: 'image/webp' })
  })
  test('of a photo taken upright stands upright', async () => {
    expect(await drawn(await photo(), 'jpeg')).toMatchObject({ width: 100, height: 200 })
  })
  test('of a small picture is not blown up', async () => {
    const bytes = new Uint8Array(await drawing(40, 20).png().toBuffer())
    expect(await drawn(bytes, 'png')).toMatchObject({ width: 40, height: 20 })
  })
  test('of a PDF shows what stands on its first page', async () => {
    const { bytes, width, height } = await drawn(pdfOf('0 0 0 rg 0 0 595 421 re f'), 'pdf')
    expect([width, height]).toEqual([141, 200])
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    const shadeAt = (y: number) => data[(y * info.width + 70) * info.channels] ?? -1
    expect(shadeAt(20)).toBeGreaterThan(240)
    expect(shadeAt(180)).toBeLessThan(15)
  })
})

describe('a published picture', () => {
  test('holds no place, time or device, and stands upright', async () => {
    const original = await photo()
    expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('Telepon')
    const made = await publishedPicture(original, 'jpeg')
    if (!made.ok) throw new Error(made.problem.kind)
    const meta = await sharp(made.value.bytes).metadata()
    expect(meta).toMatchObject({ format: 'jpeg', width: 200, height: 400 })
    expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(made.value.bytes).includes('Exif')).toBe(false)
  })
  test.each(['png', 'webp'] as const)('of a %s as well', async kind => {
    const bytes = await drawing(60, 30)
      .withExif({ IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 36/1 0/1' } })
      .toFormat(kind)
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const made = await publishedPicture(bytes, kind)
    if (!made.ok) throw new Error(made.problem.kind)
    expect((await sharp(made.value.bytes).metadata()).exif).toBeUndefined()
  })
  test.each(['heic', 'mp4', 'pdf'] as const)('of a %s cannot be made, and that is said', async kind => {
    expect(await publishedPicture(new Uint8Array([1]), kind)).toMatchObject({
      problem: { kind: 'unsupported' },
    })
  })
})

test('a PDF whose picture claims 65,000 × 65,000 pixels neither stops nor fills the server', async () => {
  const picture = 'q 595 0 0 842 0 0 cm BI /W 65000 /H 65000 /BPC 1 /CS /G /F /RL ID \x81\x81\x81\x81 EI Q'
  const before = process.memoryUsage().rss
  expect((await thumbnail(pdfOf(picture), 'pdf')).ok).toBeTypeOf('boolean')
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20)
})

describe('pictures that are not drawn', () => {
  test('one of 100,000 × 100,000 pixels is refused by what its head claims', async () => {
    expect(await thumbnail(pngHead(100_000, 100_000), 'png')).toEqual({
      ok: false,
      problem: { kind: 'picture-too-large', width: 100_000, height: 100_000, limit: pixelLimit },
    })
  })
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
  test.each([
    ['an empty one', new Uint8Array(), 'png', 'empty'],
    ['a drawing in a picture\u2019s name', new Uint8Array(Buffer.from(svg)), 'png', 'damaged'],
    ['a picture whose data is missing', pngHead(10, 10), 'png', 'damaged'],
    ['a video', new Uint8Array([1]), 'mp4', 'unsupported'],
    ['a PDF cut off', new Uint8Array(Buffer.from('%PDF-1.4\n')), 'pdf', 'damaged'],
    [
      'a locked PDF',
      pdfOf(
        'BT ET',
        `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`,
      ),
      'pdf',
      'encrypted',
    ],
  ] as const)('%s', async (_, bytes, kind, problem) => {
    expect(await thumbnail(bytes, kind)).toMatchObject({ problem: { kind: problem } })
  })
  test('a JPEG in the name of a PNG is damaged, not silently something else', async () => {
    const bytes = new Uint8Array(await drawing(10, 10).jpeg().toBuffer())
    expect(await thumbnail(bytes, 'png')).toMatchObject({ problem: { kind: 'damaged' } })
  })
})
