import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

/** Every reason for which the API may refuse, and the HTTP status that goes with it. */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'read-only-token': 403,
  'unit-not-found': 404,
  'not-found': 404,
  'already-settled': 409,
  'unit-closed': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'done-in-future': 422,
  'done-too-early': 422,
  'reason-too-short': 422,
  'rate-limited': 429,
  fault: 500,
} as const
export type ProblemCode = keyof typeof problemStatus
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]

const titles = defineMessages({
  malformed: { id: 'Isi permintaan bukan JSON yang benar', en: 'The body is not valid JSON' },
  unauthenticated: {
    id: 'Token tidak ada, salah, kedaluwarsa, atau sudah dicabut',
    en: 'The token is missing, wrong, expired or revoked',
  },
  forbidden: { id: 'Pemilik token tidak berhak', en: 'The token’s person may not do this' },
  'read-only-token': { id: 'Token ini hanya boleh membaca', en: 'This token may only read' },
  'unit-not-found': {
    id: 'Unit tidak ada, atau pemilik token tidak memegang peran di sana',
    en: 'There is no such unit, or the token’s person holds no role there',
  },
  'not-found': { id: 'Tidak ditemukan', en: 'Not found' },
  'already-settled': {
    id: 'Kewajiban sudah selesai atau sudah ditiadakan',
    en: 'The obligation is done or waived already',
  },
  'unit-closed': { id: 'Unit sudah ditutup', en: 'The unit is closed' },
  'too-large': { id: 'Isi permintaan terlalu besar', en: 'The body is too large' },
  'unsupported-media-type': {
    id: 'Kirim isi sebagai application/json',
    en: 'Send the body as application/json',
  },
  invalid: { id: 'Ada isian yang tidak sah', en: 'Something in the request is not valid' },
  'done-in-future': { id: 'Tanggal selesai belum tiba', en: 'The day of completion has not come' },
  'done-too-early': {
    id: 'Tanggal selesai lebih dari setahun sebelum tahun kewajiban',
    en: 'The day of completion is more than a year before the year of the obligation',
  },
  'reason-too-short': { id: 'Alasan terlalu pendek', en: 'The reason is too short' },
  'rate-limited': {
    id: 'Terlalu banyak permintaan; tunggu sesuai Retry-After',
    en: 'Too many requests; wait as Retry-After says',
  },
  fault: { id: 'Gangguan pada sistem', en: 'A fault on our side' },
})
export const problemTitle = (code: ProblemCode, locale: Locale): string => translator(titles, locale)(code)

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('Which part of the request is at fault'),
    reference: z.string().optional().describe('The fault is found by it in the server’s log'),
  })
  .openapi('Problem')

/** What every operation may answer besides its own result: RFC 9457. */
export const problemResponse = {
  description: 'Problem (RFC 9457)',
  content: { 'application/problem+json': { schema: Problem } },
}

const localeOf = (c: Context): Locale => (/^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'id')

/** An answer that refuses; `more` says what is at fault, never whose data it is. */
export function problem<C extends ProblemCode>(
  c: Context,
  code: C,
  more: Pick<z.infer<typeof Problem>, 'errors' | 'reference'> = {},
) {
  const status = problemStatus[code]
  const body: z.infer<typeof Problem> = {
    type: `/api/v1#${code}`,
    title: problemTitle(code, localeOf(c)),
    status,
    code,
    ...more,
  }
  c.header('cache-control', 'no-store')
  return c.json(body, status, { 'Content-Type': 'application/problem+json' })
}
