import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db, Tx } from '../../db/database.ts'

/**
 * The people of these units who hold, or will hold, a role on a unit beyond them. Whoever manages only these
 * units must not be able to sign in as one of them: neither by a password link nor by another address.
 */
export async function heldBeyond(
  db: Db | Tx,
  unitIds: readonly string[],
  today: LocalDate,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('employee', 'employee.id', 'role_grant.employee_id')
    .select('employee.id')
    .distinct()
    .where('employee.unit_id', 'in', unitIds)
    .where('role_grant.unit_id', 'not in', unitIds)
    .where(where => where.or([where('valid_to', 'is', null), where('valid_to', '>', today)]))
    .execute()
  return new Set(rows.map(row => row.id))
}
