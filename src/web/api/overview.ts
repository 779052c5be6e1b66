import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { areaCodes, roles } from '../../core/access/role.ts'
import { verifyLedger } from '../../features/audit/index.ts'
import { progress, unitObligations } from '../../features/monitoring/index.ts'
import { type ApiEnv, needs, unitOf } from './authorise.ts'
import { PersonRef, UnitPath, UnitYearPath } from './plans.ts'
import { problem, problemResponse } from './problem.ts'

const Me = z
  .object({
    name: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        unit: z.string(),
        unitName: z.string(),
        areas: z.array(z.enum(areaCodes)),
        from: z.iso.date(),
        until: z.iso.date().nullable().describe('The first day without it'),
      }),
    ),
  })
  .openapi('Me')

const Counts = z
  .object({ done: z.int(), late: z.int(), due: z.int(), upcoming: z.int(), waived: z.int() })
  .openapi('Counts')
const Progress = z
  .object({
    asOf: z.iso.date(),
    all: Counts,
    perArea: z.array(z.object({ area: z.enum(areaCodes), counts: Counts })),
    perMonth: z.array(z.object({ month: z.int(), counts: Counts })),
    perPerson: z
      .array(z.object({ person: PersonRef.nullable(), counts: Counts }))
      .describe('What nobody holds has no person'),
  })
  .openapi('Progress')

const Chain = z
  .object({
    entries: z.int().describe('Entries whose hash follows from the ones before'),
    brokenAt: z
      .int()
      .nullable()
      .describe('The number of the first entry that does not follow; null where the chain is intact'),
    head: z
      .object({ seq: z.int(), at: z.iso.datetime(), hash: z.string() })
      .nullable()
      .describe(
        'The last entry as it is stored; null in an empty chain. Keep it: a later chain must contain it',
      ),
  })
  .openapi('AuditChain')

const getMe = createRoute({
  ...needs('self'),
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  responses: {
    200: { description: 'Me', content: { 'application/json': { schema: Me } } },
    default: problemResponse,
  },
})
const getProgress = createRoute({
  ...needs('obligation.read'),
  method: 'get',
  path: '/units/{unit}/plans/{year}/progress',
  operationId: 'getProgress',
  request: { params: UnitYearPath },
  responses: {
    200: { description: 'Progress', content: { 'application/json': { schema: Progress } } },
    default: problemResponse,
  },
})
const verifyChain = createRoute({
  ...needs('audit.read'),
  method: 'get',
  path: '/units/{unit}/audit/chain',
  operationId: 'verifyAuditChain',
  request: { params: UnitPath },
  responses: {
    200: { description: 'AuditChain', content: { 'application/json': { schema: Chain } } },
    default: problemResponse,
  },
})

/** Who the token is, how a plan stands, and whether the audit trail is whole. */
export function addOverview(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(getMe, async c => {
    const { db, actor } = c.get('request')
    const grants = actor?.grants ?? []
    const units = await db
      .selectFrom('unit')
      .select(['id', 'slug', 'name'])
      .where('id', 'in', [...new Set(grants.map(grant => grant.unitId)), null])
      .execute()
    const named = new Map(units.map(unit => [unit.id, unit]))
    const held = grants.map(grant => ({
      role: grant.role,
      unit: named.get(grant.unitId)?.slug ?? '',
      unitName: named.get(grant.unitId)?.name ?? '',
      areas: [...grant.areas],
      from: grant.validFrom,
      until: grant.validTo,
    }))
    return c.json({ name: actor?.name ?? '', roles: held }, 200)
  })
  api.openapi(getProgress, async c => {
    const request = c.get('request')
    const rows = await unitObligations(request.db, unitOf(request).id, c.req.valid('param').year)
    if (rows.length === 0) return problem(c, 'not-found')
    const { all, perArea, perMonth, perPerson } = progress(rows, request.today)
    const body = {
      asOf: request.today,
      all,
      perArea: perArea.map(({ code, counts }) => ({ area: code, counts })),
      perMonth: [...perMonth],
      perPerson: perPerson.map(({ id, name, counts }) => ({
        person: id === null || name === null ? null : { id, name },
        counts,
      })),
    }
    return c.json(body, 200)
  })
  api.openapi(verifyChain, async c => {
    const { db } = c.get('request')
    const check = await verifyLedger(db)
    const last = await db
      .selectFrom('audit_entry')
      .select(['seq', 'at', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const head = last ? { seq: last.seq, at: last.at.toISOString(), hash: last.hash } : null
    return c.json({ ...check, head }, 200)
  })
}
