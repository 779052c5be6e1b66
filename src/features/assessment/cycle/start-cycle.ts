import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { KnownInstrument } from '../instruments.ts'

export type StartProblem =
  | { readonly kind: 'no-year' }
  | { readonly kind: 'no-instrument' }
  | { readonly kind: 'exists' }

/** Answers of last year that the new cycle begins with. */
export type Carried = {
  readonly code: string
  readonly value: unknown
  readonly explanation: string
  /** The question is not quite the same: somebody must read the answer again before it counts. */
  readonly confirm: boolean
}

/** Begins a unit's cycle for a year and pins the instrument by its hash. */
export const startCycle = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly year: number
    readonly chosen: KnownInstrument
    readonly carried: readonly Carried[]
    /** What is said at a carried answer that must be read again. */
    readonly readAgain: string
  },
): Promise<Result<{ readonly cycleId: string }, StartProblem>> =>
  write<{ readonly cycleId: string }, StartProblem>(deps, async (tx, record) => {
    const { hash, instrument, content } = input.chosen
    if (!(input.year >= 2000 && input.year <= 2100)) return err({ kind: 'no-year' })
    await tx
      .insertInto('instrument')
      .values({
        hash,
        id: instrument.id,
        kind: instrument.kind,
        content: JSON.stringify(content),
        added_at: deps.now,
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const by = deps.actor?.userId ?? ''
    const started = await tx
      .insertInto('assessment_cycle')
      .values({
        id: deps.newId(),
        unit_id: input.unitId,
        year: input.year,
        kind: instrument.kind,
        instrument_hash: hash,
        created_by: by,
        created_at: deps.now,
      })
      .onConflict(conflict => conflict.columns(['unit_id', 'year', 'kind']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!started) return err({ kind: 'exists' })
    const rows = input.carried.map(({ code, value, explanation, confirm }) => ({
      cycle_id: started.id,
      code,
      value: JSON.stringify(value),
      explanation,
      returned_reason: confirm ? input.readAgain : '',
      version: 1,
    }))
    if (rows.length > 0) {
      await tx
        .insertInto('assessment_answer')
        .values(rows.map(row => ({ ...row, updated_by: by, updated_at: deps.now })))
        .execute()
      await tx
        .insertInto('assessment_answer_history')
        .values(
          rows.map(row => ({ ...row, change: 'carried' as const, changed_by: by, changed_at: deps.now })),
        )
        .execute()
    }
    record({
      action: 'assessment-started',
      subjectType: 'assessment',
      subjectId: started.id,
      unitId: input.unitId,
      detail: { year: input.year, instrument: instrument.id, hash, carried: rows.length },
    })
    return ok({ cycleId: started.id })
  })
