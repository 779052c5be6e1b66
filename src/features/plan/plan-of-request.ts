import type { Context } from 'hono'
import { type Request, unitOf } from '../context.ts'
import { isPlanYear } from './plan-year.ts'
import { findPlan, type Plan } from './queries.ts'

/** An address below the plans of the request's unit. */
export const planPath = (request: Request, rest: string | number = ''): string =>
  `/u/${unitOf(request).slug}/rencana${rest === '' ? '' : `/${rest}`}`

/** The plan that the address names by its year. */
export async function planOf(c: Context, request: Request): Promise<Plan | undefined> {
  const year = Number(c.req.param('year'))
  return isPlanYear(year) ? findPlan(request.db, unitOf(request).id, year) : undefined
}
