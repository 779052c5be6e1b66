import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { areaCodes } from '../../core/access/role.ts'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { type LocalDate, yearOf } from '../../core/shared/local-date.ts'
import { listObligations, type Obligation, oneObligation } from '../../features/monitoring/index.ts'
import { type ApiEnv, type ApiRequest, needs, unitOf } from './authorise.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { PersonRef, UnitPath } from './plans.ts'
import { problem, problemResponse } from './problem.ts'

const states = ['upcoming', 'due', 'late', 'done', 'waived'] as const
export const ObligationPath = UnitPath.extend({ id: z.uuid() })

export const ObligationBody = z
  .object({
    id: z.uuid(),
    unit: z.string(),
    year: z.int(),
    due: z.iso.date(),
    from: z.iso.date().nullable(),
    state: z.enum(states).describe('On today’s date at the unit'),
    doneOn: z.iso.date().nullable(),
    note: z.string(),
    area: z.enum(areaCodes),
    subComponent: z.string(),
    indicator: z.object({ id: z.uuid(), text: z.string() }),
    action: z.object({ id: z.uuid(), text: z.string() }),
    person: PersonRef.nullable(),
    binding: z.boolean().describe('False while the plan was never approved: the date does not bind yet'),
  })
  .openapi('Obligation')

export const obligationBody = (row: Obligation, today: LocalDate): z.infer<typeof ObligationBody> => ({
  id: row.id,
  unit: row.unitSlug,
  year: row.year,
  due: row.due,
  from: row.from,
  state: obligationState(row, today),
  doneOn: row.doneOn,
  note: row.note,
  area: row.area,
  subComponent: row.subComponent,
  indicator: { id: row.indicatorId, text: row.indicator },
  action: { id: row.actionId, text: row.action },
  person: row.personId === null || row.person === null ? null : { id: row.personId, name: row.person },
  binding: row.binding,
})

const Filter = z.object({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .describe('The plan’s year; default: this year'),
  state: z.enum(states).optional(),
  area: z.enum(areaCodes).optional(),
  person: z.uuid().optional(),
  month: z.coerce.number().int().min(1).max(12).optional().describe('Of the due date, 1 to 12'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .refine(text => readCursor(text) !== null, 'not a cursor of this list')
    .optional()
    .describe('The next of the page before'),
})

const ObligationPage = z
  .object({ items: z.array(ObligationBody), next: z.string().nullable() })
  .openapi('ObligationPage')
const pageResponse = {
  200: { description: 'ObligationPage', content: { 'application/json': { schema: ObligationPage } } },
  default: problemResponse,
}

type Asked = z.infer<typeof Filter>

async function page(
  request: ApiRequest,
  asked: Asked,
  whose: { unitId?: string; person?: string | undefined },
) {
  const { db, today } = request
  const { cursor, year = yearOf(today), ...filter } = asked
  const after = cursor === undefined ? null : readCursor(cursor)
  const { rows, more } = await listObligations(db, { ...filter, ...whose, year, after }, today)
  const last = rows.at(-1)
  return {
    items: rows.map(row => obligationBody(row, today)),
    next: last && more ? writeCursor(last) : null,
  }
}

const listOfUnit = createRoute({
  ...needs('obligation.read'),
  method: 'get',
  path: '/units/{unit}/obligations',
  operationId: 'listObligations',
  request: { params: UnitPath, query: Filter },
  responses: pageResponse,
})
const listMine = createRoute({
  ...needs('self'),
  method: 'get',
  path: '/me/obligations',
  operationId: 'listMyObligations',
  request: { query: Filter.omit({ person: true }) },
  responses: pageResponse,
})
const getObligation = createRoute({
  ...needs('obligation.read'),
  method: 'get',
  path: '/units/{unit}/obligations/{id}',
  operationId: 'getObligation',
  request: { params: ObligationPath },
  responses: {
    200: { description: 'Obligation', content: { 'application/json': { schema: ObligationBody } } },
    default: problemResponse,
  },
})

/** What a unit or the token's person owes, by the rules of the pages. */
export function addObligations(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listOfUnit, async c => {
    const request = c.get('request')
    const asked = c.req.valid('query')
    return c.json(await page(request, asked, { unitId: unitOf(request).id, person: asked.person }), 200)
  })
  api.openapi(listMine, async c => {
    const request = c.get('request')
    const person = request.actor?.employeeId
    if (!person) return c.json({ items: [], next: null }, 200)
    return c.json(await page(request, c.req.valid('query'), { person }), 200)
  })
  api.openapi(getObligation, async c => {
    const request = c.get('request')
    const row = await oneObligation(request.db, c.req.valid('param').id)
    if (row?.unitId !== unitOf(request).id) return problem(c, 'not-found')
    return c.json(obligationBody(row, request.today), 200)
  })
}
