import { sql } from 'kysely'
import type { UnresolvedReason } from '../../../core/schedule/reading.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db, Tx } from '../../../db/database.ts'
import type { Deps } from '../../../db/write.ts'
import { type Correction, readCorrection } from '../import/correct-document.ts'
import { changeableFrom, type RowContent } from '../plan-diff.ts'

export type ChangeInput = {
  readonly unitId: string
  readonly planId: string
  /** The plan's, as the form was drawn from it. */
  readonly revision: number
  readonly reason: string
}

export type ChangeProblem =
  | { readonly kind: 'not-found' }
  /** The plan changed since the form was drawn. */
  | { readonly kind: 'stale' }
  /** A plan that was approved once changes only with a reason. */
  | { readonly kind: 'reason-missing' }

export type ContentProblem =
  | { readonly kind: 'text-missing' }
  /** Words that name no day, whoever reads them: 31 February, an end before its start. */
  | { readonly kind: 'impossible-schedule'; readonly schedule: string; readonly reason: UnresolvedReason }

export type OpenPlan = {
  readonly year: number
  /** The first day whose open dates a change may take away. */
  readonly from: LocalDate
}

/** Whether an approval ever covered the indicator; until then its dates bind nobody, whatever else was approved. */
export async function everApproved(db: Db | Tx, planId: string, indicatorId: string): Promise<boolean> {
  const found = await db
    .selectFrom('plan_version')
    .select('version')
    .where('plan_id', '=', planId)
    .where(
      sql<boolean>`content -> 'indicators' @> jsonb_build_array(jsonb_build_object('id', ${indicatorId}::text))`,
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Locks a plan for a change of its rows; of one indicator where it is named. */
export async function openPlan(
  tx: Tx,
  { today }: Pick<Deps, 'today'>,
  { unitId, planId, revision, reason, indicatorId }: ChangeInput & { readonly indicatorId?: string },
): Promise<Result<OpenPlan, ChangeProblem>> {
  const plan = await tx
    .selectFrom('plan')
    .select(['year', 'version', 'revision'])
    .where('id', '=', planId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  if (!plan) return err({ kind: 'not-found' })
  if (plan.revision !== revision) return err({ kind: 'stale' })
  if (plan.version > 0 && reason === '') return err({ kind: 'reason-missing' })
  const bound = indicatorId === undefined || (await everApproved(tx, planId, indicatorId))
  return ok({ year: plan.year, from: changeableFrom(bound ? plan : { ...plan, version: 0 }, today) })
}

const impossible: ReadonlySet<UnresolvedReason['code']> = new Set<UnresolvedReason['code']>([
  'no-such-date',
  'no-such-week',
  'ends-before-start',
])

/** Every mistake in what was typed as an indicator. */
export function contentProblems(content: Correction, year: number): ContentProblem[] {
  const impossibleOnes = readCorrection(content, year).flatMap(
    ({ text: schedule, reason }): ContentProblem[] =>
      reason && impossible.has(reason.code) ? [{ kind: 'impossible-schedule', schedule, reason }] : [],
  )
  return content.text === '' ? [{ kind: 'text-missing' }, ...impossibleOnes] : impossibleOnes
}

/** What was typed as an indicator, its schedules read; the first mistake where there is one. */
export function readContent(content: Correction, year: number) {
  const [problem] = contentProblems(content, year)
  return problem ? err(problem) : ok({ ...content, schedules: readCorrection(content, year) })
}

type Change = {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly before?: RowContent
  readonly after?: RowContent
}

/** The changed plan is a draft again, and its log says what was changed by whom and why. */
export async function logChange(
  tx: Tx,
  deps: Deps,
  { planId, revision, reason }: ChangeInput,
  { kind, before, after }: Change,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ status: 'draft', revision: revision + 1, updated_at: deps.now })
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const json = (content: RowContent | undefined) => (content === undefined ? null : JSON.stringify(content))
  await tx
    .insertInto('plan_change')
    .values({
      id: deps.newId(),
      plan_id: planId,
      at: deps.now,
      actor_id: deps.actor?.userId ?? null,
      kind,
      subject: (after ?? before)?.text ?? '',
      before: json(before),
      after: json(after),
      reason,
    })
    .execute()
}
