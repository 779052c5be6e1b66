import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'

export type UploadForm<T> = {
  /** The last value that a field was sent with. */
  readonly field: (name: string) => string
  readonly all: (name: string) => readonly string[]
  /** What `take` made of each file, in the order of the form. */
  readonly files: readonly T[]
}

/** A form that is no multipart form, was cut, or holds more parts than any of our pages sends. */
export class BrokenForm extends Error {}

export const mostFiles = 50
const limits = { fields: 200, fieldSize: 64 * 1024, files: mostFiles, parts: 300, headerPairs: 50 }

/**
 * Reads a form as it comes, handing each file to `take` without holding it. What `take` leaves unread is
 * thrown away, since a browser shows no answer before it has sent everything.
 */
export async function readUploadForm<T>(
  c: Context,
  take: (file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }) => Promise<T>,
): Promise<UploadForm<T>> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new BrokenForm()
  const values = new Map<string, string[]>()
  const files: Promise<T>[] = []
  const open = new Set<Readable>()
  const parser = makeParser(type)
  // No text of the database holds the one character that is taken out.
  parser.on('field', (name, value) =>
    values.set(name, [...(values.get(name) ?? []), value.replaceAll('\0', '')]),
  )
  parser.on('file', (_field, part: Readable, name: string | undefined) => {
    // An empty file field sends one part without a name.
    if (name === undefined || name === '') {
      part.resume()
      return
    }
    open.add(part)
    // A form that breaks off ends its parts with an error; nobody may be reading them any more.
    part.on('error', () => undefined)
    const taken = take({ name: plainName(name), bytes: part.iterator({ destroyOnReturn: false }) }).finally(
      () => {
        open.delete(part)
        part.resume()
      },
    )
    // Awaited below; a fault in between must not count as unhandled.
    taken.catch(() => undefined)
    files.push(taken)
  })
  try {
    await pipeline(bodyOf(c), parser)
  } catch (error) {
    for (const part of open) part.destroy(new BrokenForm())
    await Promise.allSettled(files)
    throw error instanceof BrokenForm ? error : new BrokenForm('', { cause: error })
  }
  return {
    field: name => values.get(name)?.at(-1) ?? '',
    all: name => values.get(name) ?? [],
    files: await Promise.all(files),
  }
}

/** Browsers write three characters of a name in this way, and no others. */
const plainName = (name: string) =>
  name.replace(/%(22|0A|0D)/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function makeParser(type: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits, preservePath: true })
  } catch (cause) {
    throw new BrokenForm('', { cause })
  }
}

/** The socket's own stream where there is one: half the cost of the web stream around it. */
export function bodyOf(c: Context): Readable {
  const incoming: unknown = c.env?.incoming
  if (incoming instanceof Readable) return incoming
  const body = c.req.raw.body
  return body ? Readable.from(body) : Readable.from([])
}
