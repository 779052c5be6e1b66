import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
}

/** One compiled file, for ever cacheable since its name carries its hash; compressed where the browser can. */
export async function serveAsset(c: Context, folder: string): Promise<Response> {
  const file = c.req.param('file') ?? ''
  const type = types[extname(file)]
  if (!type || !/^[\w.-]+$/.test(file)) return c.notFound()
  const squeezed = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const path = join(folder, squeezed ? `${file}.gz` : file)
  const found = await stat(path).catch(() => null)
  if (!found) return c.notFound()
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-length': String(found.size),
      'cache-control': 'public, max-age=31536000, immutable',
      ...(squeezed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    },
  })
}
