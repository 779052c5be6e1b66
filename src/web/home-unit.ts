import type { Actor } from '../core/access/may.ts'

/** Where a person's pages without a unit belong: their first role, or the unit they work in. */
export const homeUnitId = (actor: Actor | null, worksIn: string | null): string | null =>
  actor?.grants[0]?.unitId ?? worksIn
