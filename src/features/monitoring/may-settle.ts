import { type Actor, may } from '../../core/access/may.ts'
import type { AreaCode } from '../../core/access/role.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'

/** Where an obligation stands and who owes it. */
export type Duty = {
  readonly personId: string | null
  readonly area: AreaCode
  readonly unitPath: readonly string[]
}

/**
 * Done is said by the person who owes it, by the coordinator of its area or by the team leader. Staff and
 * officers carry the permission for their own duties only.
 */
export function mayComplete(actor: Actor | null, duty: Duty, today: LocalDate): boolean {
  if (!actor) return false
  const own = actor.employeeId !== null && actor.employeeId === duty.personId
  if (own && may(actor, 'obligation.read', { unitPath: duty.unitPath }, today)) return true
  const leading = actor.grants.filter(
    grant => grant.role === 'team-leader' || grant.role === 'area-coordinator',
  )
  return may({ ...actor, grants: leading }, 'obligation.complete', duty, today)
}

export const mayWaive = (actor: Actor | null, duty: Duty, today: LocalDate): boolean =>
  may(actor, 'obligation.waive', duty, today)

export const mayAssign = (actor: Actor | null, duty: Duty, today: LocalDate): boolean =>
  may(actor, 'plan.assign', duty, today)

/** Whoever may bring an obligation into its state may take it back. */
export const mayReopen = (
  actor: Actor | null,
  duty: Duty & { readonly stored: 'open' | 'done' | 'waived' },
  today: LocalDate,
): boolean => (duty.stored === 'waived' ? mayWaive(actor, duty, today) : mayComplete(actor, duty, today))
