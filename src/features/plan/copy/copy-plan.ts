import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { insertPlanRows } from '../import/insert-plan.ts'
import { insertDraft } from '../insert-draft.ts'
import { isPlanYear } from '../plan-year.ts'
import { copiedPlan } from './copied-plan.ts'
import { copySource } from './copy-source.ts'

export type CopyProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'year-wrong' }
  | { readonly kind: 'plan-exists' }
  /** The plan changed since its copy was shown. */
  | { readonly kind: 'stale' }

export type CopyInput = {
  readonly planId: string
  readonly unitId: string
  readonly unitPath: readonly string[]
  readonly toYear: number
  readonly revision: number
}

/**
 * A plan becomes the draft of another year: its rows, its people who can still be given a duty, and its
 * schedules with the dates they have in that year. What was done, waived or approved stays behind.
 */
export const copyPlan = (
  deps: Deps,
  input: CopyInput,
): Promise<Result<{ planId: string; obligations: number }, CopyProblem>> =>
  write<{ planId: string; obligations: number }, CopyProblem>(deps, async (tx, record) => {
    const { unitId, unitPath, toYear } = input
    const from = await tx
      .selectFrom('plan')
      .select(['id', 'year', 'title', 'revision'])
      .where('id', '=', input.planId)
      .where('unit_id', '=', unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!from) return err({ kind: 'not-found' })
    if (!isPlanYear(toYear) || toYear === from.year) return err({ kind: 'year-wrong' })
    if (from.revision !== input.revision) return err({ kind: 'stale' })
    const title = from.title.replaceAll(String(from.year), String(toYear))
    const planId = await insertDraft(tx, deps, { unitId, year: toYear, title })
    if (planId === null) return err({ kind: 'plan-exists' })
    const source = await copySource(tx, from.id, unitPath)
    const { rows } = copiedPlan(source, { from: from.year, to: toYear }, planId, deps.newId)
    await insertPlanRows(tx, rows)
    const obligations = rows.obligations.length
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: planId,
        at: deps.now,
        actor_id: deps.actor?.userId ?? null,
        kind: 'copied',
        subject: `${from.year} → ${toYear}`,
        after: JSON.stringify({ from: from.id, indicators: rows.indicators.length, obligations }),
      })
      .execute()
    record({
      action: 'plan-copied',
      subjectType: 'plan',
      subjectId: planId,
      unitId,
      detail: { from: from.id, fromYear: from.year, toYear, obligations },
    })
    return ok({ planId, obligations })
  })
