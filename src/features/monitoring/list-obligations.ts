import { type SqlBool, sql } from 'kysely'
import type { AreaCode } from '../../core/access/role.ts'
import { dueSoonDays, type ObligationState } from '../../core/schedule/obligation-dates.ts'
import { addDays, type LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { inOpenUnit, type Obligation, obligations } from './queries.ts'

/** What is asked of a list; what is not given asks for everything. */
export type ObligationFilter = {
  /** Whose: of one unit, of one person in every open unit, or of one person in one unit. */
  readonly unitId?: string | undefined
  readonly person?: string | undefined
  /** The plan's year. */
  readonly year: number
  readonly state?: ObligationState | undefined
  readonly area?: AreaCode | undefined
  /** Of the due date, 1 to 12. */
  readonly month?: number | undefined
  /** The row after which the page begins. */
  readonly after: { readonly due: LocalDate; readonly id: string } | null
  readonly limit: number
}

/**
 * One page, by date and then by id, so that what changes between two pages moves nothing else; `more` says whether
 * anything comes after it. A state is the one on that day.
 */
export async function listObligations(
  db: Db,
  filter: ObligationFilter,
  today: LocalDate,
): Promise<{ readonly rows: readonly Obligation[]; readonly more: boolean }> {
  const { unitId, person, year, state, area, month, after, limit } = filter
  let query = obligations(db).clearOrderBy().where('p.year', '=', year)
  query = unitId === undefined ? query.where(inOpenUnit) : query.where('u.id', '=', unitId)
  if (person !== undefined) query = query.where('e.id', '=', person)
  if (area !== undefined) query = query.where('s.area', '=', area)
  if (month !== undefined) query = query.where(sql<SqlBool>`extract(month from o.due) = ${month}`)
  if (state !== undefined) query = query.where(inState(state, today))
  if (after) query = query.where(sql<SqlBool>`(o.due, o.id) > (${after.due}::date, ${after.id}::uuid)`)
  const rows = await query
    .orderBy('o.due')
    .orderBy('o.id')
    .limit(limit + 1)
    .execute()
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}

/** `obligationState` as a condition; a test compares the two. */
function inState(state: ObligationState, today: LocalDate) {
  const soon = addDays(today, dueSoonDays)
  switch (state) {
    case 'done':
    case 'waived':
      return sql<SqlBool>`o.state = ${state}`
    case 'late':
      return sql<SqlBool>`o.state = 'open' and o.due < ${today}::date`
    case 'due':
      return sql<SqlBool>`o.state = 'open' and o.due between ${today}::date and ${soon}::date`
    case 'upcoming':
      return sql<SqlBool>`o.state = 'open' and o.due > ${soon}::date`
  }
}
