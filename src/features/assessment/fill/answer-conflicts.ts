import type { Tx } from '../../../db/database.ts'
import { answersAt, type StoredAnswer } from '../queries.ts'
import { type FilledRow, isSame, nothing } from './filled-row.ts'

/** Somebody else changed the row since it was seen. */
export type Conflict = { readonly mine: FilledRow; readonly theirs: StoredAnswer }

/** The rows as they stand, locked in one order so that two pages never wait for each other in a circle. */
export async function lockAnswers(
  tx: Tx,
  cycleId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredAnswer>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('assessment_answer as a')
    .innerJoin('auth_user as u', 'u.id', 'a.updated_by')
    .select([
      'a.cycle_id as cycleId',
      'a.code',
      'a.value',
      'a.explanation',
      'a.returned_reason as returnedReason',
      'a.version',
      'a.updated_at as updatedAt',
      'u.name as updatedBy',
    ])
    .where('a.cycle_id', '=', cycleId)
    .where('a.code', 'in', [...codes])
    .orderBy('a.code')
    .forUpdate('a')
    .execute()
  return new Map(rows.map(row => [row.code, row]))
}

/** What is to be stored, and what was seen in another version than the one that stands. */
export function sortRows(rows: readonly FilledRow[], standing: ReadonlyMap<string, StoredAnswer>) {
  const toSave: FilledRow[] = []
  const stale: FilledRow[] = []
  for (const row of rows) {
    const stands = standing.get(row.code)
    const isAsItWas = isSame(row, stands ?? nothing)
    // Saving a returned row as it is answers the return.
    if (isAsItWas && !stands?.returnedReason) continue
    if (row.seen === (stands?.version ?? 0)) toSave.push(row)
    else if (!isAsItWas) stale.push(row)
  }
  return { toSave, stale }
}

/** Of the rows that were seen in an older version, those that the person changed themselves. */
export async function conflictsIn(
  tx: Tx,
  cycleId: string,
  stale: readonly FilledRow[],
  standing: ReadonlyMap<string, StoredAnswer>,
): Promise<Conflict[]> {
  const seen = await answersAt(
    tx,
    cycleId,
    stale.map(({ code, seen }) => ({ code, version: seen })),
  )
  return stale.flatMap(mine => {
    const base = seen.find(entry => entry.code === mine.code && entry.version === mine.seen) ?? nothing
    const theirs = standing.get(mine.code)
    return !theirs || isSame(mine, base) ? [] : [{ mine, theirs }]
  })
}

/** The rows that somebody else was faster to insert. */
export async function beatenConflicts(
  tx: Tx,
  cycleId: string,
  beaten: readonly FilledRow[],
): Promise<Conflict[]> {
  const theirs = await lockAnswers(
    tx,
    cycleId,
    beaten.map(row => row.code),
  )
  return beaten.flatMap(mine => {
    const found = theirs.get(mine.code)
    return found && !isSame(mine, found) ? [{ mine, theirs: found }] : []
  })
}
