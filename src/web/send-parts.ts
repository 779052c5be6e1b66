import type { ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { Page } from '../features/context.ts'

/** What the server hands to a request's handlers, so that they can answer with parts. */
export type PartsTaker = {
  /** The answer's body, where it is not in the response. */
  parts: readonly Uint8Array[] | null
}

const takesParts = (env: unknown): env is PartsTaker =>
  typeof env === 'object' && env !== null && 'parts' in env

/**
 * Answers with several parts in a row. They go to the connection as they are: put together, a page's 80 KB anew for
 * each view made the collector of garbage stop everything for 20 ms once a second.
 */
export function sendParts(
  c: Context,
  parts: readonly Uint8Array[],
  status: NonNullable<Page['status']>,
): Response {
  if (!takesParts(c.env)) return c.body(Buffer.concat(parts), status)
  c.env.parts = parts
  c.header('content-length', String(parts.reduce((sum, part) => sum + part.length, 0)))
  return c.body(null, status)
}

/** Writes a response whose body is in parts. */
export function writeParts(outgoing: ServerResponse, response: Response, parts: readonly Uint8Array[]): void {
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status)
  outgoing.cork()
  for (const part of parts) outgoing.write(part)
  outgoing.end()
}
