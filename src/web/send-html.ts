import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { HtmlEscapedCallbackPhase, type HtmlEscapedString, resolveCallback } from 'hono/utils/html'
import type { Page } from '../features/context.ts'
import { aroundKept, type Bytes, bytesOf, type Kept } from '../ui/kept.ts'
import { sendParts } from './send-parts.ts'

const gzipped = promisify(gzip)
const deflate = promisify(deflateRaw)

/**
 * Answers with a page, compressed where the browser takes gzip. hono's middleware, which serves everything else,
 * makes a stream of what it compresses, which costs a page a third of its time; it leaves alone what comes from here.
 */
export async function sendHtml(
  c: Context,
  html: HtmlEscapedString | Promise<HtmlEscapedString>,
  { status = 200, kept }: Pick<Page, 'status' | 'kept'>,
): Promise<Response> {
  const text = String(await resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}))
  c.header('vary', 'Accept-Encoding')
  const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' })
  c.header('content-type', 'text/html; charset=UTF-8')
  const zips = encoding === 'gzip'
  if (kept) {
    const { before, after } = aroundKept(text)
    const parts = zips ? await gzipAround(before, kept, after) : [before, kept.bytes, after]
    if (zips) c.header('content-encoding', encoding)
    return sendParts(c, parts, status)
  }
  if (!zips) return c.body(bytesOf(text), status)
  c.header('content-encoding', encoding)
  return c.body(new Uint8Array(await gzipped(bytesOf(text))), status)
}

/** Deflate, no flags, no time, no system (RFC 1952). */
const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

const unfinished = { finishFlush: constants.Z_SYNC_FLUSH }

/**
 * A page compressed around what was compressed before. A part that is flushed but not finished ends with a whole byte
 * and refers to nothing outside of itself, so that parts in a row are one stream (RFC 1951).
 */
async function gzipAround(before: Bytes, kept: Kept, after: Bytes): Promise<readonly Uint8Array[]> {
  kept.deflated ??= deflate(kept.bytes, unfinished).then(bytes => new Uint8Array(bytes))
  // Small, so done here: to hand them to another thread and wait for it would take longer.
  const head = deflateRawSync(before, unfinished)
  const tail = deflateRawSync(after)
  const plain = [before, kept.bytes, after]
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(plain.reduce((sum, part) => crc32(part, sum), 0))
  trailer.writeUInt32LE(plain.reduce((sum, part) => sum + part.length, 0) % 2 ** 32, 4)
  return [gzipHeader, head, await kept.deflated, tail, trailer]
}
