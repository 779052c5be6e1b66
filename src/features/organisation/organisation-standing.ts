import { sql } from 'kysely'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { subtree } from './subtree.ts'

/** How far a unit and those below it are set up. */
export type OrganisationStanding = {
  readonly units: number
  readonly people: number
  readonly withoutAccount: number
  readonly withoutRole: number
}

export async function organisationStanding(
  db: Db,
  unitId: string,
  today: LocalDate,
): Promise<OrganisationStanding> {
  const units = await subtree(db, unitId)
  const people = await db
    .selectFrom('employee as e')
    .where(
      'e.unit_id',
      'in',
      units.map(({ id }) => id),
    )
    .where('e.active', '=', true)
    .select([
      sql<number>`count(*)::integer`.as('people'),
      sql<number>`count(*) filter (where e.user_id is null)::integer`.as('withoutAccount'),
      sql<number>`count(*) filter (where not exists (
        select 1 from role_grant g where g.employee_id = e.id
          and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})))::integer`.as(
        'withoutRole',
      ),
    ])
    .executeTakeFirstOrThrow()
  return { units: units.length, ...people }
}
