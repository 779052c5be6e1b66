import type { Context } from 'hono'

/** The year in the address; null where it is none that a plan can have. */
export function readYear(c: Context): number | null {
  const text = c.req.param('year') ?? ''
  const year = Number(text)
  return /^\d{4}$/.test(text) && year >= 2000 && year <= 2100 ? year : null
}

/** `/u/<unit>/naskah/<year>` of the request. */
export const basePath = (c: Context): string =>
  `/u/${encodeURIComponent(c.req.param('unit') ?? '')}/naskah/${encodeURIComponent(c.req.param('year') ?? '')}`
