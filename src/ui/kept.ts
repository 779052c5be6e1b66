import type { Child } from 'hono/jsx'
import { asMarkup, type Markup, markupOf } from './markup.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** Markup that is drawn once and sent many times, as the bytes that are sent. */
export type Kept = {
  readonly bytes: Bytes
  /** Compressed once, by whoever sends it first. */
  deflated?: Promise<Bytes>
}

/** A character that no text of a page holds: forms, addresses and notices with it are refused, no database takes it. */
const place = '\0'

/** Where a page's kept markup stands in its body. */
export const keptPlace: Markup = asMarkup(place)

export const bytesOf = (text: string): Bytes => Buffer.from(text)

export const keep = (child: Child | Markup): Kept => ({ bytes: bytesOf(markupOf(child)) })

/** What stands before and after a page's kept markup. */
export function aroundKept(html: string): { readonly before: Bytes; readonly after: Bytes } {
  const at = html.indexOf(place)
  if (at < 0) throw new Error('the page has no place for what was kept for it')
  return { before: bytesOf(html.slice(0, at)), after: bytesOf(html.slice(at + place.length)) }
}
