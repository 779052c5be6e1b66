import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { gapRows } from './gap-queries.ts'
import { planGaps } from './plan-gaps.ts'

export type SettleProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'reason-missing' }
  /** The row and its schedule agree, or somebody decided already. */
  | { readonly kind: 'no-conflict' }

/**
 * A person says that a schedule holds although its row states another frequency. The decision stands in the
 * change log and ends when the row's words or its schedule change.
 */
export const settleFrequency = (
  deps: Deps,
  input: { readonly planId: string; readonly indicatorId: string; readonly reason: string },
): Promise<Result<null, SettleProblem>> =>
  write<null, SettleProblem>(deps, async (tx, record) => {
    const { planId, indicatorId } = input
    const reason = input.reason.trim()
    const plan = await tx
      .selectFrom('plan')
      .select('unit_id')
      .where('id', '=', planId)
      .forUpdate()
      .executeTakeFirst()
    if (!plan) return err({ kind: 'not-found' })
    if (reason === '') return err({ kind: 'reason-missing' })
    const gaps = planGaps(await gapRows(tx, planId, indicatorId))
    const conflict = gaps.find(gap => gap.kind === 'frequency-conflict')
    if (!conflict) return err({ kind: 'no-conflict' })
    const { phrases, schedule, text } = conflict
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: planId,
        at: deps.now,
        actor_id: deps.actor?.userId ?? null,
        kind: 'frequency-settled',
        subject: text,
        after: JSON.stringify({ indicatorId, phrases, schedule }),
        reason,
      })
      .execute()
    record({
      action: 'frequency-settled',
      subjectType: 'indicator',
      subjectId: indicatorId,
      unitId: plan.unit_id,
      detail: { phrases, schedule, reason },
    })
    return ok(null)
  })
