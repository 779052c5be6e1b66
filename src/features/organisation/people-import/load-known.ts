import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db, Tx } from '../../../db/database.ts'
import { heldBeyond } from '../held-beyond.ts'
import { subtree } from '../subtree.ts'
import type { Known } from './compare-people.ts'
import type { PersonRow } from './read-people.ts'

export type KnownHere = { readonly known: Known; readonly unitIds: readonly string[] }

/** What the database knows of the people and units below a unit, and of what the rows would collide with. */
export async function loadKnown(
  db: Db | Tx,
  unitId: string,
  rows: readonly PersonRow[],
  today: LocalDate,
): Promise<KnownHere> {
  const units = await subtree(db, unitId, { closed: true })
  const unitIds = units.map(unit => unit.id)
  const people = await db
    .selectFrom('employee')
    .select(['id', 'name', 'nip', 'position', 'rank', 'email', 'unit_id as unitId', 'active', 'user_id'])
    .where('unit_id', 'in', unitIds)
    .orderBy('name')
    .execute()
  const beyond = await heldBeyond(db, unitIds, today)
  // A list is never empty: an empty string stands for none and belongs to nobody.
  const nips = ['', ...rows.flatMap(row => row.nip ?? [])]
  const emails = ['', ...rows.flatMap(row => row.email ?? [])]
  const others = await db
    .selectFrom('employee')
    .select(['nip', 'email'])
    .where('unit_id', 'not in', unitIds)
    .where(where => where.or([where('nip', 'in', nips), where('email', 'in', emails)]))
    .execute()
  const accounts = await db
    .selectFrom('auth_user')
    .select('email')
    .where('email', 'in', emails)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('employee')
            .select('employee.id')
            .whereRef('employee.user_id', '=', 'auth_user.id')
            .where('employee.unit_id', 'in', unitIds),
        ),
      ),
    )
    .execute()
  return {
    unitIds,
    known: {
      people: people.map(({ user_id: _, ...person }) => ({ ...person, beyond: beyond.has(person.id) })),
      units: units.filter(unit => !unit.closed),
      elsewhere: {
        nips: new Set(others.flatMap(other => other.nip ?? [])),
        emails: new Set([
          ...others.flatMap(other => other.email ?? []),
          ...accounts.map(({ email }) => email),
        ]),
      },
      homeUnitId: unitId,
    },
  }
}
