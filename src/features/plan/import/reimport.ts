import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db, Tx } from '../../../db/database.ts'
import type { AuditFacts, Deps } from '../../../db/write.ts'
import { type PlanDiff, planDiff } from '../plan-diff.ts'
import type { Plan } from '../queries.ts'
import type { PlanDocument } from '../read/index.ts'
import { applyDiff } from './apply-diff.ts'
import type { ImportInput, ImportProblem } from './import-document.ts'
import { planRows } from './plan-rows.ts'
import { standingRows } from './standing-rows.ts'

/** What a document would change in the plan that stands. */
export async function compareWithPlan(
  db: Db | Tx,
  planId: string,
  document: PlanDocument,
  newId: () => string,
): Promise<PlanDiff> {
  return planDiff(planRows(planId, document, newId), await standingRows(db, planId))
}

/** A newer document changes the plan that stands; the plan is a draft again until it is approved anew. */
export async function reimport(
  tx: Tx,
  deps: Deps,
  plan: Plan,
  { document, fileName, sha256 }: ImportInput,
  record: (facts: AuditFacts) => void,
): Promise<Result<{ planId: string }, ImportProblem>> {
  const unknown = document.areas.filter(area => area.code === null).map(area => area.label)
  if (unknown.length > 0) return err({ kind: 'unknown-areas', labels: unknown })
  if (document.counts.actions === 0) return err({ kind: 'nothing-to-import' })
  await tx.selectFrom('plan').select('id').where('id', '=', plan.id).forUpdate().execute()
  const fresh = planRows(plan.id, document, deps.newId)
  const standing = await standingRows(tx, plan.id)
  const diff = planDiff(fresh, standing)
  // Dates of a plan that was never approved bind nobody, so none of them needs to stay.
  await applyDiff(
    tx,
    plan.id,
    fresh,
    standing,
    diff,
    plan.version === 0 ? `${plan.year - 1}-01-01` : deps.today,
  )
  await tx
    .updateTable('plan')
    .set(eb => ({
      status: 'draft' as const,
      revision: eb('revision', '+', 1),
      source_name: fileName,
      source_sha256: sha256,
      updated_at: deps.now,
    }))
    .where('id', '=', plan.id)
    .executeTakeFirstOrThrow()
  const change = { plan_id: plan.id, at: deps.now, actor_id: deps.actor?.userId ?? null, reason: fileName }
  const json = (content: unknown) => (content === undefined ? null : JSON.stringify(content))
  const entries = [
    ...diff.added.map(after => ({ kind: 'added', subject: after.text, before: undefined, after })),
    ...diff.removed.map(before => ({ kind: 'removed', subject: before.text, before, after: undefined })),
    ...diff.changed.map(({ before, after }) => ({ kind: 'changed', subject: after.text, before, after })),
  ].map(({ before, after, ...rest }) => ({
    ...rest,
    ...change,
    id: deps.newId(),
    before: json(before),
    after: json(after),
  }))
  const counts = { added: diff.added.length, removed: diff.removed.length, changed: diff.changed.length }
  const summary = { kind: 'imported', subject: fileName, before: null, after: json(counts) }
  await tx
    .insertInto('plan_change')
    .values([{ ...summary, ...change, id: deps.newId(), reason: '' }, ...entries])
    .execute()
  record({
    action: 'plan-reimported',
    subjectType: 'plan',
    subjectId: plan.id,
    unitId: plan.unitId,
    detail: { fileName, sha256, ...counts },
  })
  return ok({ planId: plan.id })
}
