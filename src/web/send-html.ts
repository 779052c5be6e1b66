import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { HtmlEscapedCallbackPhase, type HtmlEscapedString, resolveCallback } from 'hono/utils/html'
import type { Page } from '../features/context.ts'

const compressed = promisify(gzip)

/**
 * Answers with a page, compressed where the browser takes gzip. hono's middleware, which serves everything else,
 * makes a stream of what it compresses, which costs a page a third of its time; it leaves alone what comes from here.
 */
export async function sendHtml(
  c: Context,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
  status: NonNullable<Page['status']>,
): Promise<Response> {
  const html = await resolveCallback(page, HtmlEscapedCallbackPhase.Stringify, false, {})
  c.header('vary', 'Accept-Encoding')
  const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' })
  if (encoding !== 'gzip') return c.html(String(html), status)
  c.header('content-type', 'text/html; charset=UTF-8')
  c.header('content-encoding', encoding)
  return c.body(new Uint8Array(await compressed(String(html))), status)
}
