import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { escapeToBuffer, type HtmlEscapedString } from 'hono/utils/html'

/** What a component hands back when it writes its markup itself. */
export type Markup = HtmlEscapedString

/** Marks text as markup. Everything inside must have passed `escapeText` or `markupOf`. */
export const asMarkup = (text: string): Markup => raw(text)

/** Text made safe between tags and inside double quotes. */
export function escapeText(text: string): string {
  const buffer: [string] = ['']
  escapeToBuffer(text, buffer)
  return buffer[0]
}

const isEscaped = (value: object): value is { isEscaped: true } => 'isEscaped' in value

/**
 * A child as markup, for the components that write strings because they repeat hundreds of times.
 * Plain text is escaped; JSX and `html` templates are taken as they are. Asynchronous children are refused.
 */
export function markupOf(child: Child | Markup): string {
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'string') return escapeText(child)
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) return child.map(markupOf).join('')
  if (typeof child === 'object' && isEscaped(child)) {
    const text = child.toString()
    if (typeof text === 'string') return text
  }
  throw new Error('A cell cannot hold an asynchronous component: await its data before drawing the page')
}
