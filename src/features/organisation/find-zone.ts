import type { Db } from '../../db/database.ts'
import { asZone, type Zone } from '../../ui/format.ts'

/**
 * The zone in which a person reads times: their unit's. Without an account it is the agency's, the same for
 * every address that is typed in, for a time must not tell which unit an address belongs to.
 */
export async function findZone(db: Db, userId: string | null): Promise<Zone> {
  const own =
    userId === null
      ? undefined
      : await db
          .selectFrom('employee')
          .innerJoin('unit', 'unit.id', 'employee.unit_id')
          .select('unit.zone')
          .where('employee.user_id', '=', userId)
          .executeTakeFirst()
  const found =
    own ??
    (await db
      .selectFrom('unit')
      .select('zone')
      .where('parent_id', 'is', null)
      .orderBy('created_at')
      .executeTakeFirst())
  return asZone(found?.zone)
}
