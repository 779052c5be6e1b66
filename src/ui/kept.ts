import type { Child } from 'hono/jsx'
import { asMarkup, type Markup, markupOf } from './markup.ts'

/** Markup that is drawn once and sent many times, as the bytes that are sent. */
export type Kept = Uint8Array<ArrayBuffer>

/** A character that no text of a page holds: forms, addresses and notices with it are refused, no database takes it. */
const place = '\0'

/** Where a page's kept markup stands in its body. */
export const keptPlace: Markup = asMarkup(place)

export const keep = (child: Child | Markup): Kept => new Uint8Array(Buffer.from(markupOf(child)))

/** A page's bytes, with what was kept in its place. */
export function pageBytes(html: string, kept: Kept | undefined): Uint8Array<ArrayBuffer> {
  if (!kept) return new Uint8Array(Buffer.from(html))
  const at = html.indexOf(place)
  if (at < 0) throw new Error('the page has no place for what was kept for it')
  return Buffer.concat([Buffer.from(html.slice(0, at)), kept, Buffer.from(html.slice(at + place.length))])
}
