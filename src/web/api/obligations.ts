import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { areaCodes } from '../../core/access/role.ts'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { type LocalDate, monthOf, yearOf } from '../../core/shared/local-date.ts'
import {
  type Obligation,
  oneObligation,
  personObligations,
  unitObligations,
} from '../../features/monitoring/index.ts'
import { type ApiEnv, needs, unitOf } from './authorise.ts'
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

/** One page, by date and then by id, so that what changes between two pages moves nothing else. */
function page(rows: readonly Obligation[], filter: z.infer<typeof Filter>, today: LocalDate) {
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const wanted = rows
    .filter(
      row =>
        (filter.state === undefined || obligationState(row, today) === filter.state) &&
        (filter.area === undefined || row.area === filter.area) &&
        (filter.person === undefined || row.personId === filter.person) &&
        (filter.month === undefined || monthOf(row.due) === filter.month) &&
        (after === null || row.due > after.due || (row.due === after.due && row.id > after.id)),
    )
    .toSorted((a, b) => (a.due < b.due || (a.due === b.due && a.id < b.id) ? -1 : 1))
  const items = wanted.slice(0, filter.limit)
  const last = items.at(-1)
  return {
    items: items.map(row => obligationBody(row, today)),
    next: last && wanted.length > items.length ? writeCursor(last) : null,
  }
}

const listObligations = createRoute({
  ...needs('obligation.read'),
  method: 'get',
  path: '/units/{unit}/obligations',
  operationId: 'listObligations',
  request: { params: UnitPath, query: Filter },
  responses: pageResponse,
})
const listMyObligations = createRoute({
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
  api.openapi(listObligations, async c => {
    const request = c.get('request')
    const filter = c.req.valid('query')
    const year = filter.year ?? yearOf(request.today)
    const rows = await unitObligations(request.db, unitOf(request).id, year)
    return c.json(page(rows, filter, request.today), 200)
  })
  api.openapi(listMyObligations, async c => {
    const { db, actor, today } = c.get('request')
    const { year, ...filter } = c.req.valid('query')
    const rows = actor?.employeeId ? await personObligations(db, actor.employeeId) : []
    const ofYear = rows.filter(row => row.year === (year ?? yearOf(today)))
    return c.json(page(ofYear, filter, today), 200)
  })
  api.openapi(getObligation, async c => {
    const request = c.get('request')
    const row = await oneObligation(request.db, c.req.valid('param').id)
    if (row?.unitId !== unitOf(request).id) return problem(c, 'not-found')
    return c.json(obligationBody(row, request.today), 200)
  })
}
