import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { areaCodes } from '../../core/access/role.ts'
import { findPlan, planTree, unitPlans } from '../../features/plan/index.ts'
import { type ApiEnv, needs, unitOf } from './authorise.ts'
import { problem, problemResponse } from './problem.ts'

const Moment = z.iso.datetime().nullable()
export const UnitPath = z.object({ unit: z.string() })
export const UnitYearPath = UnitPath.extend({ year: z.coerce.number().int().min(2000).max(2100) })
export const PersonRef = z.object({ id: z.uuid(), name: z.string() }).openapi('PersonRef')

const Plan = z
  .object({
    id: z.uuid(),
    year: z.int(),
    title: z.string(),
    status: z.enum(['draft', 'submitted', 'approved', 'published']),
    version: z.int().describe('Counts the approvals; 0 before the first'),
    approvedAt: Moment,
    publishedAt: Moment,
  })
  .openapi('Plan')

const Indicator = z
  .object({
    id: z.uuid(),
    text: z.string(),
    owner: z.string().nullable(),
    actions: z.array(z.object({ id: z.uuid(), text: z.string(), person: PersonRef.nullable() })),
    evidence: z.array(z.string()),
    schedules: z.array(
      z.object({
        text: z.string(),
        kind: z.string(),
        start: z.iso.date().nullable(),
        actionId: z.uuid().nullable().describe('Null: it holds for every action of the indicator'),
      }),
    ),
  })
  .openapi('Indicator')

const PlanContent = Plan.extend({
  areas: z.array(
    z.object({
      code: z.enum(areaCodes),
      label: z.string(),
      subComponents: z.array(z.object({ no: z.string(), name: z.string(), indicators: z.array(Indicator) })),
    }),
  ),
}).openapi('PlanContent')

const facts = (plan: Awaited<ReturnType<typeof unitPlans>>[number]): z.infer<typeof Plan> => ({
  id: plan.id,
  year: plan.year,
  title: plan.title,
  status: plan.status,
  version: plan.version,
  approvedAt: plan.approvedAt?.toISOString() ?? null,
  publishedAt: plan.publishedAt?.toISOString() ?? null,
})

const listPlans = createRoute({
  ...needs('plan.read'),
  method: 'get',
  path: '/units/{unit}/plans',
  operationId: 'listPlans',
  request: { params: UnitPath },
  responses: {
    200: {
      description: 'Plans',
      content: { 'application/json': { schema: z.object({ items: z.array(Plan) }) } },
    },
    default: problemResponse,
  },
})

const getPlan = createRoute({
  ...needs('plan.read'),
  method: 'get',
  path: '/units/{unit}/plans/{year}',
  operationId: 'getPlan',
  request: { params: UnitYearPath },
  responses: {
    200: { description: 'PlanContent', content: { 'application/json': { schema: PlanContent } } },
    default: problemResponse,
  },
})

/** A unit's plans, and the whole content of one. */
export function addPlans(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listPlans, async c => {
    const request = c.get('request')
    const plans = await unitPlans(request.db, unitOf(request).id)
    return c.json({ items: plans.map(facts) }, 200)
  })
  api.openapi(getPlan, async c => {
    const request = c.get('request')
    const plan = await findPlan(request.db, unitOf(request).id, c.req.valid('param').year)
    if (!plan) return problem(c, 'not-found')
    return c.json({ ...facts(plan), areas: await planTree(request.db, plan.id) }, 200)
  })
}
