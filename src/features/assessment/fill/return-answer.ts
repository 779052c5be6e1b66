import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { leastReason } from '../cycle/move-cycle.ts'
import type { CycleState } from '../queries.ts'

export type ReturnProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-open'; readonly state: CycleState }
  | { readonly kind: 'reason-too-short'; readonly least: number }

/** Sends one answer back to those who fill in its area; saving it again answers the return. */
export const returnAnswer = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly cycleId: string
    readonly code: string
    readonly reason: string
  },
): Promise<Result<null, ReturnProblem>> =>
  write<null, ReturnProblem>(deps, async (tx, record) => {
    const reason = input.reason.trim()
    const cycle = await tx
      .selectFrom('assessment_cycle')
      .select(['id', 'state'])
      .where('id', '=', input.cycleId)
      .where('unit_id', '=', input.unitId)
      .forShare()
      .executeTakeFirst()
    if (!cycle) return err({ kind: 'not-found' })
    if (cycle.state !== 'open' && cycle.state !== 'reopened')
      return err({ kind: 'not-open', state: cycle.state })
    if (reason.length < leastReason) return err({ kind: 'reason-too-short', least: leastReason })
    const by = deps.actor?.userId ?? ''
    const answer = await tx
      .updateTable('assessment_answer')
      .set(eb => ({
        returned_reason: reason,
        version: eb('version', '+', 1),
        updated_by: by,
        updated_at: deps.now,
      }))
      .where('cycle_id', '=', cycle.id)
      .where('code', '=', input.code)
      .returning(['code', 'version', 'value', 'explanation'])
      .executeTakeFirst()
    if (!answer) return err({ kind: 'not-found' })
    await tx
      .insertInto('assessment_answer_history')
      .values({
        cycle_id: cycle.id,
        code: answer.code,
        version: answer.version,
        change: 'returned',
        value: answer.value === null ? null : JSON.stringify(answer.value),
        explanation: answer.explanation,
        returned_reason: reason,
        changed_by: by,
        changed_at: deps.now,
      })
      .execute()
    record({
      action: 'assessment-answer-returned',
      subjectType: 'assessment',
      subjectId: cycle.id,
      unitId: input.unitId,
      detail: { code: answer.code, reason },
    })
    return ok(null)
  })
