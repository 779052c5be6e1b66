import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { isShownInline } from '../bring/file-kinds.ts'
import type { ByteRange, ObjectStore } from '../store/object-store.ts'

export type ServedFile = {
  readonly sha256: string
  readonly size: number
  readonly type: string
  readonly fileName: string
}

/**
 * Nothing in what people bring may run, load or reach anything. Chromium's readers of PDFs and films do not start in a
 * sandbox; neither is a page, and `nosniff` keeps it so.
 */
function policyOf(type: string): string {
  if (type === 'application/pdf') return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
  if (/^(video|audio)\//.test(type)) return "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"
  return "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
}

/** Answers with the bytes, whole or the part asked for. The hash is the tag: these bytes never change. */
export async function serveFile(
  c: Context,
  store: Pick<ObjectStore, 'read'>,
  file: ServedFile,
): Promise<Response> {
  const tag = `"${file.sha256}"`
  c.set('contentPolicy', policyOf(file.type))
  const headers = new Headers({
    etag: tag,
    'accept-ranges': 'bytes',
    // The right to see it may end; the bytes may be kept and asked about. Compressing would break ranges.
    'cache-control': 'private, no-cache, no-transform',
    'x-content-type-options': 'nosniff',
    'content-type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    'content-disposition': disposition(file),
  })
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(tag)
  )
    return new Response(null, { status: 304, headers })
  const asked = c.req.header('range')
  const condition = c.req.header('if-range')
  const range = asked && (condition === undefined || condition === tag) ? readRange(asked, file.size) : null
  if (range === 'none') {
    headers.set('content-range', `bytes */${file.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range) headers.set('content-range', `bytes ${start}-${end}/${file.size}`)
  // A file that nobody reads would stay open.
  if (c.req.method === 'HEAD') return new Response(null, { status: range ? 206 : 200, headers })
  const bytes = await store.read(file.sha256, range ?? undefined)
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    status: range ? 206 : 200,
    headers,
  })
}

/** One range of a Range header; null where the whole is to be sent, `none` where no byte of it exists. */
export function readRange(header: string, size: number): ByteRange | null | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  if (from === '') return Number(to) === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  const range = { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
  if (to !== '' && Number(to) < range.start) return null
  return range.start >= size ? 'none' : range
}

function disposition({ type, fileName }: ServedFile): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${isShownInline(type) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
