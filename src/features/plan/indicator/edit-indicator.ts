import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { applyDiff } from '../import/apply-diff.ts'
import type { Correction } from '../import/correct-document.ts'
import { indicatorRowsOf } from '../import/plan-rows.ts'
import { standingRows } from '../import/standing-rows.ts'
import { contentOf, planDiff } from '../plan-diff.ts'
import {
  type ChangeInput,
  type ChangeProblem,
  type ContentProblem,
  logChange,
  openPlan,
  readContent,
} from './change-plan.ts'

export type EditProblem = ChangeProblem | ContentProblem

export type EditInput = ChangeInput & { readonly indicatorId: string; readonly content: Correction }

/** Changes one indicator and derives its open dates anew; what is settled stays, and so do its people. */
export const editIndicator = (deps: Deps, input: EditInput): Promise<Result<null, EditProblem>> =>
  write<null, EditProblem>(deps, async (tx, record) => {
    const { planId, indicatorId } = input
    const plan = await openPlan(tx, deps, input)
    if (!plan.ok) return plan
    const standing = await standingRows(tx, planId, indicatorId)
    const [indicator] = standing.indicators
    if (!indicator) return err({ kind: 'not-found' })
    const read = readContent(input.content, plan.value.year)
    if (!read.ok) return read
    const fresh = indicatorRowsOf(planId, indicator, read.value, deps.newId)
    const diff = planDiff({ ...fresh, subComponents: [] }, { ...standing, subComponents: [] })
    await applyDiff(tx, planId, fresh, standing, diff, plan.value.from)
    await logChange(tx, deps, input, {
      kind: 'changed',
      before: contentOf(standing)(indicatorId),
      after: contentOf(fresh)(indicatorId),
    })
    record({
      action: 'indicator-changed',
      subjectType: 'indicator',
      subjectId: indicatorId,
      unitId: input.unitId,
      detail: { reason: input.reason },
    })
    return ok(null)
  })
