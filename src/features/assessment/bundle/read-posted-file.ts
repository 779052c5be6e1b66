import type { Context } from 'hono'
import { type Bytes, bundleLimits } from '../../../core/bundle/format.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'

/** What a form adds around its file, with room to spare. */
const formBytes = 64 * 1024

/** The one file of a form, never holding more than a bundle may weigh. */
export async function readPostedFile(
  c: Context,
  field: string,
): Promise<Result<Bytes, 'too-large' | 'no-file'>> {
  const type = c.req.header('content-type') ?? ''
  const body = c.req.raw.body
  if (!type.startsWith('multipart/form-data') || !body) return err('no-file')
  const parts: Bytes[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    // The rest is read and forgotten: a browser shows no answer before it has sent everything.
    if (size <= bundleLimits.file + formBytes) parts.push(value)
    else {
      parts.length = 0
      if (size > 4 * bundleLimits.file) {
        await reader.cancel()
        break
      }
    }
  }
  if (size > bundleLimits.file + formBytes) return err('too-large')
  try {
    const form = await new Response(new Blob(parts), { headers: { 'content-type': type } }).formData()
    const file = form.get(field)
    if (!(file instanceof File) || file.size === 0) return err('no-file')
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return err('no-file')
  }
}
