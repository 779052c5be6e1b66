import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { HtmlEscapedCallbackPhase, type HtmlEscapedString, resolveCallback } from 'hono/utils/html'
import type { Page } from '../features/context.ts'
import { pageBytes } from '../ui/kept.ts'

const compressed = promisify(gzip)

/**
 * Answers with a page, compressed where the browser takes gzip. hono's middleware, which serves everything else,
 * makes a stream of what it compresses, which costs a page a third of its time; it leaves alone what comes from here.
 */
export async function sendHtml(
  c: Context,
  html: HtmlEscapedString | Promise<HtmlEscapedString>,
  { status = 200, kept }: Pick<Page, 'status' | 'kept'>,
): Promise<Response> {
  const text = await resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {})
  const bytes = pageBytes(String(text), kept)
  c.header('vary', 'Accept-Encoding')
  const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' })
  c.header('content-type', 'text/html; charset=UTF-8')
  if (encoding !== 'gzip') return c.body(bytes, status)
  c.header('content-encoding', encoding)
  return c.body(new Uint8Array(await compressed(bytes)), status)
}
