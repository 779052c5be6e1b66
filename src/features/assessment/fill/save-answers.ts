import { sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { storedInstrument } from '../instruments.ts'
import type { CycleState } from '../queries.ts'
import { beatenConflicts, type Conflict, conflictsIn, lockAnswers, sortRows } from './answer-conflicts.ts'
import { checkFilledRows, type FilledRowsProblem } from './check-filled-rows.ts'
import type { FilledRow } from './filled-row.ts'

export type SaveProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-open'; readonly state: CycleState }
  | FilledRowsProblem
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'nothing-changed' }

export type SaveOutcome = {
  readonly saved: readonly { readonly code: string; readonly version: number }[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Stores the rows that the person changed. A wrong answer stores nothing and names every mistake. A row that
 * somebody else changed meanwhile is not overwritten: it comes back with both texts, and the others are stored.
 */
export const saveAnswers = (
  deps: Deps,
  input: {
    readonly unit: { readonly id: string; readonly path: readonly string[] }
    readonly cycleId: string
    readonly rows: readonly FilledRow[]
  },
): Promise<Result<SaveOutcome, SaveProblem>> =>
  write<SaveOutcome, SaveProblem>(deps, async (tx, record) => {
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state', 'instrument_hash'])
      .where('id', '=', input.cycleId)
      .where('unit_id', '=', input.unit.id)
      .forShare()
      .executeTakeFirst()
    if (!cycle) return err({ kind: 'not-found' })
    if (cycle.state !== 'open' && cycle.state !== 'reopened')
      return err({ kind: 'not-open', state: cycle.state })
    const instrument = await storedInstrument(tx, cycle.instrument_hash)
    const mistake = checkFilledRows(deps, instrument, input.unit.path, input.rows)
    if (mistake) return err(mistake)

    const standing = await lockAnswers(
      tx,
      cycle.id,
      input.rows.map(row => row.code),
    )
    const { toSave, stale } = sortRows(input.rows, standing)
    const conflicts = await conflictsIn(tx, cycle.id, stale, standing)
    const stored = await store(tx, deps, cycle.id, toSave)
    // A row that was new to both is inserted by the faster one.
    const beaten = toSave.filter(row => !stored.some(one => one.code === row.code))
    const all = [...conflicts, ...(await beatenConflicts(tx, cycle.id, beaten))]
    if (stored.length === 0) {
      return err(all.length > 0 ? { kind: 'conflict', conflicts: all } : { kind: 'nothing-changed' })
    }
    record({
      action: 'assessment-answered',
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId: input.unit.id,
      detail: {
        answers: Object.fromEntries(
          toSave
            .filter(row => !beaten.includes(row))
            .map(row => [row.code, { was: standing.get(row.code)?.value ?? null, now: row.value }]),
        ),
      },
    })
    return ok({ saved: stored, conflicts: all })
  })

async function store(tx: Tx, deps: Deps, cycleId: string, rows: readonly FilledRow[]) {
  if (rows.length === 0) return []
  const by = deps.actor?.userId ?? ''
  const { rows: stored } = await sql<{ code: string; version: number }>`
    insert into assessment_answer as stands (cycle_id, code, value, explanation, version, updated_by, updated_at)
    select ${cycleId}, code, value::jsonb, explanation, 1, ${by}, ${deps.now}
    from unnest(${rows.map(row => row.code)}::text[], ${rows.map(row => jsonOf(row.value))}::text[],
      ${rows.map(row => row.explanation)}::text[], ${rows.map(row => row.seen)}::integer[])
      as filled (code, value, explanation, seen)
    order by code
    on conflict (cycle_id, code) do update
      set value = excluded.value, explanation = excluded.explanation, returned_reason = '',
        version = stands.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where stands.version = any (
        select seen from unnest(${rows.map(row => row.code)}::text[], ${rows.map(row => row.seen)}::integer[])
          as expected (code, seen) where expected.code = stands.code)
    returning code, version`.execute(tx)
  if (stored.length === 0) return []
  await tx
    .insertInto('assessment_answer_history')
    .values(
      stored.flatMap(({ code, version }) => {
        const row = rows.find(one => one.code === code)
        return row
          ? [
              {
                cycle_id: cycleId,
                code,
                version,
                change: 'saved' as const,
                value: jsonOf(row.value),
                explanation: row.explanation,
                returned_reason: '',
                changed_by: by,
                changed_at: deps.now,
              },
            ]
          : []
      }),
    )
    .execute()
  return stored
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
