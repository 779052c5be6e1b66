import { type Actor, inForce } from '../core/access/may.ts'
import type { LocalDate } from '../core/shared/local-date.ts'

/** Where a person's pages without a unit belong: their first role in force, or the unit they work in. */
export const homeUnitId = (actor: Actor | null, worksIn: string | null, today: LocalDate): string | null =>
  actor?.grants.find(grant => inForce(grant, today))?.unitId ?? worksIn
