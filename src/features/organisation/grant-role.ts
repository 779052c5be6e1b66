import { type AreaCode, type Role, roles } from '../../core/access/role.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'

export type GrantInput = {
  readonly employeeId: string
  readonly unitId: string
  readonly role: string
  readonly areas: readonly AreaCode[]
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** The units within which the granter may act. */
  readonly within: readonly string[]
}

export type GrantProblem =
  | { readonly kind: 'role-unknown' }
  | { readonly kind: 'person-unknown' }
  | { readonly kind: 'unit-unknown' }
  | { readonly kind: 'unit-closed' }
  /** Nobody gives a role to themselves: giving and using power are kept with two people. */
  | { readonly kind: 'own-role' }
  | { readonly kind: 'period-reversed' }
  | { readonly kind: 'areas-missing' }
  | { readonly kind: 'already-held' }

/** Gives a person a role on a unit and its subtree for a period; `validTo` is the first day without it. */
export const grantRole = (deps: Deps, input: GrantInput): Promise<Result<{ id: string }, GrantProblem>> =>
  write<{ id: string }, GrantProblem>(deps, async (tx, record) => {
    const role: Role | undefined = roles.find(candidate => candidate === input.role)
    if (!role) return err({ kind: 'role-unknown' })
    if (!input.within.includes(input.unitId)) return err({ kind: 'unit-unknown' })
    if (deps.actor?.employeeId === input.employeeId) return err({ kind: 'own-role' })
    if (input.validTo !== null && input.validTo <= input.validFrom) return err({ kind: 'period-reversed' })
    if (role === 'area-coordinator' && input.areas.length === 0) return err({ kind: 'areas-missing' })
    // The lock makes two grants of the same role wait for each other.
    const person = await tx
      .selectFrom('employee')
      .select('user_id')
      .where('id', '=', input.employeeId)
      .where('unit_id', 'in', input.within)
      .where('active', '=', true)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return err({ kind: 'person-unknown' })
    const unit = await tx
      .selectFrom('unit')
      .select('closed_at')
      .where('id', '=', input.unitId)
      .forShare()
      .executeTakeFirst()
    if (unit?.closed_at !== null) return err({ kind: 'unit-closed' })
    const { validTo } = input
    const held = await tx
      .selectFrom('role_grant')
      .select('id')
      .where('employee_id', '=', input.employeeId)
      .where('unit_id', '=', input.unitId)
      .where('role', '=', role)
      .where(where => where.or([where('valid_to', 'is', null), where('valid_to', '>', input.validFrom)]))
      .$if(validTo !== null, query => query.where('valid_from', '<', validTo as LocalDate))
      .executeTakeFirst()
    if (held) return err({ kind: 'already-held' })
    const id = deps.newId()
    await tx
      .insertInto('role_grant')
      .values({
        id,
        employee_id: input.employeeId,
        unit_id: input.unitId,
        role,
        areas: [...input.areas],
        valid_from: input.validFrom,
        valid_to: validTo,
        granted_by: deps.actor?.userId ?? null,
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'role-granted',
      subjectType: 'employee',
      subjectId: input.employeeId,
      unitId: input.unitId,
      detail: { role, areas: [...input.areas], validFrom: input.validFrom, validTo },
    })
    return ok({ id })
  })
