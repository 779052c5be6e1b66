import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { CycleState } from '../queries.ts'
import { isOpen } from '../sheet.ts'

export type EffortProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-open'; readonly state: CycleState }
  | { readonly kind: 'effort-not-whole'; readonly codes: readonly string[] }

/** Says how hard it is to raise each of these answers by one option: 1 to 100, as the unit sees it. */
export const saveEfforts = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly cycleId: string
    readonly known: ReadonlySet<string>
    readonly efforts: readonly { readonly code: string; readonly effort: number }[]
  },
): Promise<Result<null, EffortProblem>> =>
  write<null, EffortProblem>(deps, async (tx, record) => {
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state'])
      .where('id', '=', input.cycleId)
      .where('unit_id', '=', input.unitId)
      .forShare()
      .executeTakeFirst()
    if (!cycle || input.efforts.some(({ code }) => !input.known.has(code))) return err({ kind: 'not-found' })
    if (!isOpen(cycle)) return err({ kind: 'not-open', state: cycle.state })
    const wrong = input.efforts.filter(
      ({ effort }) => !Number.isInteger(effort) || effort < 1 || effort > 100,
    )
    if (wrong.length > 0) return err({ kind: 'effort-not-whole', codes: wrong.map(({ code }) => code) })
    if (input.efforts.length > 0)
      await tx
        .insertInto('assessment_effort')
        .values(input.efforts.map(({ code, effort }) => ({ cycle_id: cycle.id, code, effort })))
        .onConflict(conflict =>
          conflict.columns(['cycle_id', 'code']).doUpdateSet(eb => ({ effort: eb.ref('excluded.effort') })),
        )
        .execute()
    record({
      action: 'assessment-efforts-set',
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId: input.unitId,
      detail: { efforts: Object.fromEntries(input.efforts.map(({ code, effort }) => [code, effort])) },
    })
    return ok(null)
  })
