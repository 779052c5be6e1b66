import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp, { type Sharp } from 'sharp'
import { guardStreams, Refusal } from '../../plan/read/index.ts'
import type { FileKind } from '../bring/file-kinds.ts'
import { ContentRefusal } from './problem.ts'

/** More than any camera of a phone takes. */
export const pixelLimit = 120_000_000

export interface Picture {
  readonly bytes: Uint8Array
  readonly type: 'image/webp' | 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

// libvips reads dozens of formats, some through large and old libraries. Ours are three.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

const pictureKinds = ['jpeg', 'png', 'webp'] as const
type PictureKind = (typeof pictureKinds)[number]
const isPicture = (kind: FileKind): kind is PictureKind => (pictureKinds as readonly string[]).includes(kind)

/** A small WebP of a picture or of a PDF's first page, no side longer than `edge` pixels. */
export async function drawThumbnail(bytes: Uint8Array, kind: FileKind, edge: number): Promise<Picture> {
  if (bytes.byteLength === 0) throw new ContentRefusal({ kind: 'empty' })
  if (kind === 'pdf') return drawPage(bytes, edge)
  const picture = await openPicture(bytes, kind)
  return finish(
    picture
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 72 }),
    'image/webp',
  )
}

/**
 * The same picture for publication: upright, in its own format, without what the camera wrote into it (place, time,
 * device, owner). Its colours stay, its pixels are coded anew.
 */
export async function cleanPicture(bytes: Uint8Array, kind: FileKind): Promise<Picture> {
  if (bytes.byteLength === 0) throw new ContentRefusal({ kind: 'empty' })
  const picture = (await openPicture(bytes, kind)).autoOrient().keepIccProfile()
  if (kind === 'png') return finish(picture.png(), 'image/png')
  if (kind === 'webp') return finish(picture.webp({ quality: 90 }), 'image/webp')
  return finish(picture.jpeg({ quality: 92, mozjpeg: false }), 'image/jpeg')
}

async function openPicture(bytes: Uint8Array, kind: FileKind) {
  if (!isPicture(kind)) throw new ContentRefusal({ kind: 'unsupported' })
  const damaged = () => new ContentRefusal({ kind: 'damaged' })
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged()
    })
  if (format !== kind) throw damaged()
  if (width * height > pixelLimit)
    throw new ContentRefusal({ kind: 'picture-too-large', width, height, limit: pixelLimit })
  return sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
}

async function finish(picture: Sharp, type: Picture['type']): Promise<Picture> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch(() => {
    throw new ContentRefusal({ kind: 'damaged' })
  })
  return { bytes: new Uint8Array(data), type, width: info.width, height: info.height }
}

async function drawPage(bytes: Uint8Array, edge: number): Promise<Picture> {
  try {
    guardStreams('pdf', bytes)
  } catch (error) {
    throw error instanceof Refusal ? new ContentRefusal({ kind: 'unpacks-too-far' }) : error
  }
  const library = await PDFiumLibrary.init()
  const pdf = await library.loadDocument(bytes).catch(error => {
    const locked = error instanceof Error && /password/i.test(error.message)
    throw new ContentRefusal({ kind: locked ? 'encrypted' : 'damaged' })
  })
  if (pdf.getPageCount() === 0) throw new ContentRefusal({ kind: 'damaged' })
  const page = pdf.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = edge / Math.max(originalWidth, originalHeight, 1)
  const side = (points: number) => Math.max(1, Math.min(edge, Math.round(points * scale)))
  const drawn = await page.render({
    width: side(originalWidth),
    height: side(originalHeight),
    render: 'bitmap',
  })
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
  return finish(sharp(drawn.data, { raw }).removeAlpha().webp({ quality: 78 }), 'image/webp')
}
