import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

/**
 * The value of a cookie `value.signature` whose HMAC-SHA-256 (base64) holds; null otherwise. Counted here and
 * now, since every request asks it and WebCrypto would send each to the thread pool twice.
 */
export function signedCookie(header: string, name: string, secret: string): string | null {
  const text = parse(header, name)[name]
  const dot = text?.lastIndexOf('.') ?? -1
  if (!text || dot < 1) return null
  const value = text.slice(0, dot)
  const given = Buffer.from(text.slice(dot + 1), 'base64')
  const due = createHmac('sha256', secret).update(value).digest()
  return given.length === due.length && timingSafeEqual(given, due) ? value : null
}
