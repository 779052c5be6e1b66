import type { LocalDate } from '../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'

export type EndProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-ended' }
  /** The last admin of an agency's root cannot be ended: nobody could give roles any more. */
  | { readonly kind: 'last-admin' }

/** Ends a grant today; it stays in the history. One that began today or later is taken back whole. */
export const endRole = (
  deps: Deps,
  input: { readonly grantId: string; readonly within: readonly string[] },
): Promise<Result<null, EndProblem>> =>
  write<null, EndProblem>(deps, async (tx, record) => {
    // Two admins who end each other's role at once wait for each other, or both would find the other still there.
    await tx
      .selectFrom('unit')
      .select('id')
      .where('id', 'in', q => q.selectFrom('role_grant').select('unit_id').where('id', '=', input.grantId))
      .forUpdate()
      .execute()
    const grant = await tx
      .selectFrom('role_grant')
      .selectAll()
      .where('id', '=', input.grantId)
      .where('unit_id', 'in', input.within)
      .forUpdate()
      .executeTakeFirst()
    if (!grant) return err({ kind: 'not-found' })
    if (grant.valid_to !== null && grant.valid_to <= deps.today) return err({ kind: 'already-ended' })
    if (grant.role === 'agency-admin') {
      const admins = await tx
        .selectFrom('role_grant')
        .innerJoin('employee', 'employee.id', 'role_grant.employee_id')
        .select('role_grant.id')
        .where('role_grant.role', '=', 'agency-admin')
        .where('role_grant.unit_id', '=', grant.unit_id)
        // One who only begins later cannot give roles until then.
        .where('role_grant.valid_from', '<=', deps.today)
        .where('role_grant.valid_to', 'is', null)
        .where('role_grant.id', '!=', grant.id)
        .where('employee.active', '=', true)
        .execute()
      if (admins.length === 0) return err({ kind: 'last-admin' })
    }
    if (grant.valid_from >= deps.today) await tx.deleteFrom('role_grant').where('id', '=', grant.id).execute()
    else await tx.updateTable('role_grant').set({ valid_to: deps.today }).where('id', '=', grant.id).execute()
    const ended: LocalDate = deps.today
    record({
      action: 'role-ended',
      subjectType: 'employee',
      subjectId: grant.employee_id,
      unitId: grant.unit_id,
      whileClosed: true,
      detail: { role: grant.role, ended },
    })
    return ok(null)
  })
