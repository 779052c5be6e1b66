import type { UnresolvedReason } from '../../core/schedule/reading.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { applyDiff } from './import/apply-diff.ts'
import { type Correction, readCorrection } from './import/correct-document.ts'
import { indicatorRowsOf } from './import/plan-rows.ts'
import { standingRows } from './import/standing-rows.ts'
import { contentOf, planDiff } from './plan-diff.ts'

export type EditProblem =
  | { readonly kind: 'not-found' }
  /** The plan changed since the form was drawn. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'text-missing' }
  /** A plan that was approved once changes only with a reason. */
  | { readonly kind: 'reason-missing' }
  /** Words that name no day, whoever reads them: 31 February, an end before its start. */
  | { readonly kind: 'impossible-schedule'; readonly schedule: string; readonly reason: UnresolvedReason }

export type EditInput = {
  readonly unitId: string
  readonly planId: string
  readonly indicatorId: string
  readonly revision: number
  readonly content: Correction
  readonly reason: string
}

const impossible: ReadonlySet<UnresolvedReason['code']> = new Set<UnresolvedReason['code']>([
  'no-such-date',
  'no-such-week',
  'ends-before-start',
])

/** Changes one indicator and derives its open dates anew; what is settled stays, and so do its people. */
export const editIndicator = (deps: Deps, input: EditInput): Promise<Result<null, EditProblem>> =>
  write<null, EditProblem>(deps, async (tx, record) => {
    const { planId, indicatorId, content } = input
    const reason = input.reason.trim()
    const plan = await tx
      .selectFrom('plan')
      .select(['year', 'version', 'revision'])
      .where('id', '=', planId)
      .where('unit_id', '=', input.unitId)
      .forUpdate()
      .executeTakeFirst()
    const standing = await standingRows(tx, planId, indicatorId)
    const [indicator] = standing.indicators
    if (!plan || !indicator) return err({ kind: 'not-found' })
    if (plan.revision !== input.revision) return err({ kind: 'stale' })
    if (content.text === '') return err({ kind: 'text-missing' })
    if (plan.version > 0 && reason === '') return err({ kind: 'reason-missing' })
    const read = { ...content, schedules: readCorrection(content, plan.year) }
    for (const { text, reason } of read.schedules)
      if (reason && impossible.has(reason.code))
        return err({ kind: 'impossible-schedule', schedule: text, reason })
    const fresh = indicatorRowsOf(planId, indicator, read, deps.newId)
    const diff = planDiff({ ...fresh, subComponents: [] }, { ...standing, subComponents: [] })
    await applyDiff(
      tx,
      planId,
      fresh,
      standing,
      diff,
      plan.version === 0 ? `${plan.year - 1}-01-01` : deps.today,
    )
    await tx
      .updateTable('plan')
      .set({ status: 'draft', revision: plan.revision + 1, updated_at: deps.now })
      .where('id', '=', planId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: planId,
        at: deps.now,
        actor_id: deps.actor?.userId ?? null,
        kind: 'changed',
        subject: content.text,
        before: JSON.stringify(contentOf(standing)(indicatorId)),
        after: JSON.stringify(contentOf(fresh)(indicatorId)),
        reason,
      })
      .execute()
    record({
      action: 'indicator-changed',
      subjectType: 'indicator',
      subjectId: indicatorId,
      unitId: input.unitId,
      detail: { reason },
    })
    return ok(null)
  })
