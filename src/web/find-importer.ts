import { type Actor, may } from '../core/access/may.ts'
import { civilDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import { actorById } from '../features/organisation/index.ts'
import { findUnit } from './find-unit.ts'

/** The person of an account, where they may import evidence in the unit at that moment. */
export async function findImporter(db: Db, userId: string, unitId: string, now: Date): Promise<Actor | null> {
  const unit = await findUnit(db, { id: unitId })
  const actor = await actorById(db, userId)
  if (!unit || unit.closed || !actor) return null
  return may(actor, 'evidence.import', { unitPath: unit.path }, civilDate(now, unit.zone)) ? actor : null
}
