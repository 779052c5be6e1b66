import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { applyDiff } from '../import/apply-diff.ts'
import { emptyRows } from '../import/plan-rows.ts'
import { standingRows } from '../import/standing-rows.ts'
import { contentOf, planDiff, staying } from '../plan-diff.ts'
import { type ChangeInput, type ChangeProblem, logChange, openPlan } from './change-plan.ts'

export type RemoveProblem =
  | ChangeProblem
  /** Dates that are settled, or late since an approval covered them, are a record of the year. */
  | { readonly kind: 'dates-stay' }

export type RemoveInput = ChangeInput & { readonly indicatorId: string }

/** Takes an indicator out of the plan with its open dates; one whose dates are a record stays as it is. */
export const removeIndicator = (deps: Deps, input: RemoveInput): Promise<Result<null, RemoveProblem>> =>
  write<null, RemoveProblem>(deps, async (tx, record) => {
    const { planId, indicatorId } = input
    const plan = await openPlan(tx, deps, input)
    if (!plan.ok) return plan
    const standing = await standingRows(tx, planId, indicatorId)
    if (standing.indicators.length === 0) return err({ kind: 'not-found' })
    const none = emptyRows()
    const diff = planDiff(none, { ...standing, subComponents: [] })
    if (staying(diff, standing, plan.value.from).size > 0) return err({ kind: 'dates-stay' })
    const before = contentOf(standing)(indicatorId)
    await applyDiff(tx, planId, none, standing, diff, plan.value.from)
    await logChange(tx, deps, input, { kind: 'removed', before })
    record({
      action: 'indicator-removed',
      subjectType: 'indicator',
      subjectId: indicatorId,
      unitId: input.unitId,
      detail: { name: before.text, reason: input.reason },
    })
    return ok(null)
  })
