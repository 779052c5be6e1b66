import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import { completeObligation, oneObligation, waiveObligation } from '../../features/monitoring/index.ts'
import { type ApiEnv, type ApiRequest, needs, unitOf } from './authorise.ts'
import { ObligationBody, ObligationPath, obligationBody } from './obligations.ts'
import { problem, problemResponse } from './problem.ts'

const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('The same key of the same person at the same address has one effect'),
})
const json = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
const responses = {
  200: { description: 'Obligation', content: { 'application/json': { schema: ObligationBody } } },
  default: problemResponse,
}

/** No text of the database holds the one character that is refused here. */
const Text = z
  .string()
  .max(2000)
  .refine(text => !text.includes('\0'), 'U+0000 is not text')
const Completion = z
  .strictObject({
    doneOn: z.iso.date().optional().describe('Default: today at the unit'),
    note: Text.default(''),
  })
  .openapi('Completion')
const Waiver = z.strictObject({ reason: Text }).openapi('Waiver')

/** Whose duty it is decides, as on the person's own page: the operation asks, not the role alone. */
const complete = createRoute({
  ...needs('obligation.read'),
  method: 'post',
  path: '/units/{unit}/obligations/{id}/completion',
  operationId: 'completeObligation',
  request: { params: ObligationPath, headers: IdempotencyKey, body: json(Completion) },
  responses,
})
const waive = createRoute({
  ...needs('obligation.waive'),
  method: 'post',
  path: '/units/{unit}/obligations/{id}/waiver',
  operationId: 'waiveObligation',
  request: { params: ObligationPath, headers: IdempotencyKey, body: json(Waiver) },
  responses,
})

/** The obligation where the call's unit owns it; what another unit owes is not told apart from nothing. */
async function own(request: ApiRequest, id: string) {
  const row = await oneObligation(request.db, id)
  return row?.unitId === unitOf(request).id ? row : null
}

/** Settles obligations through the operations of the pages. */
export function addSettling(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(complete, async c => {
    const request = c.get('request')
    const { id } = c.req.valid('param')
    const { doneOn, note } = c.req.valid('json')
    if (!(await own(request, id))) return problem(c, 'not-found')
    const day = doneOn === undefined ? request.today : parseLocalDate(doneOn)
    if (day === null) return problem(c, 'invalid', { errors: [{ field: 'doneOn', message: 'no such day' }] })
    const result = await completeObligation(request, { id, doneOn: day, note })
    if (!result.ok) return problem(c, result.problem.kind)
    const row = await own(request, id)
    return row ? c.json(obligationBody(row, request.today), 200) : problem(c, 'not-found')
  })
  api.openapi(waive, async c => {
    const request = c.get('request')
    const { id } = c.req.valid('param')
    if (!(await own(request, id))) return problem(c, 'not-found')
    const result = await waiveObligation(request, { id, reason: c.req.valid('json').reason })
    if (!result.ok) return problem(c, result.problem.kind)
    const row = await own(request, id)
    return row ? c.json(obligationBody(row, request.today), 200) : problem(c, 'not-found')
  })
}
