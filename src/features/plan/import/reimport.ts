import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db, Tx } from '../../../db/database.ts'
import type { AuditFacts, Deps } from '../../../db/write.ts'
import { changeableFrom, isSame, type PlanDiff, planDiff, staying } from '../plan-diff.ts'
import type { Plan } from '../queries.ts'
import type { PlanDocument } from '../read/index.ts'
import { applyDiff } from './apply-diff.ts'
import type { ImportInput, ImportProblem } from './import-document.ts'
import { planRows } from './plan-rows.ts'
import { standingRows } from './standing-rows.ts'

export type PlanComparison = {
  readonly diff: PlanDiff
  readonly stays: ReturnType<typeof staying>
}

/** What a document would change in the plan that stands. */
export async function compareWithPlan(
  db: Db | Tx,
  plan: Plan,
  document: PlanDocument,
  { newId, today }: Pick<Deps, 'newId' | 'today'>,
): Promise<PlanComparison> {
  const standing = await standingRows(db, plan.id)
  const diff = planDiff(planRows(plan.id, document, newId), standing)
  return { diff, stays: staying(diff, standing, changeableFrom(plan, today)) }
}

/**
 * A newer document changes the plan that stands; the plan is a draft again until it is approved anew, unless the
 * document says nothing else. One that was approved before changes only with a reason.
 */
export async function reimport(
  tx: Tx,
  deps: Deps,
  plan: Plan,
  { document, fileName, sha256, reason }: ImportInput & { readonly reason: string },
  record: (facts: AuditFacts) => void,
): Promise<Result<{ planId: string }, ImportProblem | { readonly kind: 'reason-missing' }>> {
  const unknown = document.areas.filter(area => area.code === null).map(area => area.label)
  if (unknown.length > 0) return err({ kind: 'unknown-areas', labels: unknown })
  if (document.counts.actions === 0) return err({ kind: 'nothing-to-import' })
  await tx.selectFrom('plan').select('id').where('id', '=', plan.id).forUpdate().execute()
  const fresh = planRows(plan.id, document, deps.newId)
  const standing = await standingRows(tx, plan.id)
  const diff = planDiff(fresh, standing)
  if (plan.version > 0 && !isSame(diff) && reason === '') return err({ kind: 'reason-missing' })
  const from = changeableFrom(plan, deps.today)
  const stays = staying(diff, standing, from)
  await applyDiff(tx, plan.id, fresh, standing, diff, from)
  await tx
    .updateTable('plan')
    .set(eb => ({
      status: isSame(diff) ? plan.status : 'draft',
      revision: eb('revision', '+', 1),
      source_name: fileName,
      source_sha256: sha256,
      updated_at: deps.now,
    }))
    .where('id', '=', plan.id)
    .executeTakeFirstOrThrow()
  const change = {
    plan_id: plan.id,
    at: deps.now,
    actor_id: deps.actor?.userId ?? null,
    reason: reason === '' ? fileName : reason,
  }
  const json = (content: unknown) => (content === undefined ? null : JSON.stringify(content))
  const entries = [
    ...diff.added.map(after => ({ kind: 'added', subject: after.text, before: undefined, after })),
    ...diff.removed.map(({ id, ...before }) => {
      const held = stays.get(id)
      return held
        ? {
            kind: 'changed',
            subject: before.text,
            before,
            after: { ...before, actions: held, evidence: [], schedules: [] },
          }
        : { kind: 'removed', subject: before.text, before, after: undefined }
    }),
    ...diff.changed.map(({ before, after }) => ({ kind: 'changed', subject: after.text, before, after })),
  ].map(({ before, after, ...rest }) => ({
    ...rest,
    ...change,
    id: deps.newId(),
    before: json(before),
    after: json(after),
  }))
  const counts = {
    added: diff.added.length,
    removed: diff.removed.length - stays.size,
    changed: diff.changed.length + stays.size,
  }
  const summary = { kind: 'imported', subject: fileName, before: null, after: json(counts) }
  await tx
    .insertInto('plan_change')
    .values([{ ...summary, ...change, id: deps.newId(), reason }, ...entries])
    .execute()
  record({
    action: 'plan-reimported',
    subjectType: 'plan',
    subjectId: plan.id,
    unitId: plan.unitId,
    detail: { fileName, sha256, ...counts, ...(reason === '' ? {} : { reason }) },
  })
  return ok({ planId: plan.id })
}
