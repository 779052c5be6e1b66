import type { Tx } from '../../../db/database.ts'
import type { PlanRows } from './plan-rows.ts'

/** Rows of one statement: PostgreSQL allows 65,535 parameters in one. */
const chunk = 500

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, n) =>
    rows.slice(n * chunk, (n + 1) * chunk),
  )
}

/** Inserts a plan's content; the plan's own row must be there. */
export async function insertPlanRows(tx: Tx, rows: PlanRows): Promise<void> {
  for (const part of chunks(rows.areas)) await tx.insertInto('plan_area').values(part).execute()
  for (const part of chunks(rows.subComponents)) await tx.insertInto('sub_component').values(part).execute()
  for (const part of chunks(rows.indicators)) await tx.insertInto('indicator').values(part).execute()
  for (const part of chunks(rows.actions)) await tx.insertInto('action').values(part).execute()
  for (const part of chunks(rows.evidence)) await tx.insertInto('evidence_slot').values(part).execute()
  for (const part of chunks(rows.schedules)) await tx.insertInto('schedule').values(part).execute()
  for (const part of chunks(rows.obligations)) await tx.insertInto('obligation').values(part).execute()
}
