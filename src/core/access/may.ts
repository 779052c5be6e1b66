import type { LocalDate } from '../shared/local-date.ts'
import { type Permission, rolesWith } from './permissions.ts'
import type { AreaCode, Grant } from './role.ts'

/** A signed-in person with every role they hold or held. */
export type Actor = {
  readonly userId: string
  readonly employeeId: string | null
  readonly name: string
  readonly grants: readonly Grant[]
}

/**
 * Where an action takes place: the unit with all units above it, root first, and the area when the
 * action concerns one.
 */
export type Place = { readonly unitPath: readonly string[]; readonly area?: AreaCode }

/** True while the grant is in force on that day. `validTo` is the first day without it. */
export const inForce = (grant: Pick<Grant, 'validFrom' | 'validTo'>, today: LocalDate): boolean =>
  grant.validFrom <= today && (grant.validTo === null || today < grant.validTo)

/** Decides from the permission table alone. No actor, no grant or no place means no, save for `public`. */
export function may(
  actor: Actor | null,
  permission: Permission,
  place: Place | null,
  today: LocalDate,
): boolean {
  if (permission === 'public') return true
  if (!actor) return false
  if (permission === 'self') return true
  if (!place) return false
  const allowed = rolesWith(permission)
  return actor.grants.some(
    grant =>
      allowed.includes(grant.role) &&
      inForce(grant, today) &&
      place.unitPath.includes(grant.unitId) &&
      (place.area === undefined || grant.areas.length === 0 || grant.areas.includes(place.area)),
  )
}
