import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type AuditFacts, type Deps, write } from '../../../db/write.ts'
import { insertDraft } from '../insert-draft.ts'
import type { PlanDocument } from '../read/index.ts'
import { insertPlanRows } from './insert-plan.ts'
import { planRows } from './plan-rows.ts'

export type ImportInput = {
  readonly unit: { readonly id: string }
  readonly year: number
  readonly document: PlanDocument
  readonly fileName: string
  readonly sha256: string
}

export type ImportProblem =
  | { readonly kind: 'plan-exists' }
  | { readonly kind: 'unknown-areas'; readonly labels: readonly string[] }
  | { readonly kind: 'nothing-to-import' }

/** A read document becomes the unit's plan of that year, all of it or nothing. */
export const importDocument = (
  deps: Deps,
  input: ImportInput,
): Promise<Result<{ planId: string }, ImportProblem>> =>
  write(deps, (tx, record) => createPlan(tx, deps, input, record))

/** The same inside a transaction that is already open. */
export async function createPlan(
  tx: Tx,
  deps: Deps,
  { unit, year, document, fileName, sha256 }: ImportInput,
  record: (facts: AuditFacts) => void,
): Promise<Result<{ planId: string }, ImportProblem>> {
  const unknown = document.areas.filter(area => area.code === null).map(area => area.label)
  if (unknown.length > 0) return err({ kind: 'unknown-areas', labels: unknown })
  if (document.counts.actions === 0) return err({ kind: 'nothing-to-import' })
  const planId = await insertDraft(tx, deps, {
    unitId: unit.id,
    year,
    title: document.title || `Rencana Aksi ${year}`,
    source: { name: fileName, sha256 },
  })
  if (planId === null) return err({ kind: 'plan-exists' })
  await insertPlanRows(tx, planRows(planId, document, deps.newId))
  await tx
    .insertInto('plan_change')
    .values({
      id: deps.newId(),
      plan_id: planId,
      at: deps.now,
      actor_id: deps.actor?.userId ?? null,
      kind: 'imported',
      subject: fileName,
      after: JSON.stringify(document.counts),
    })
    .execute()
  record({
    action: 'plan-imported',
    subjectType: 'plan',
    subjectId: planId,
    unitId: unit.id,
    detail: { year, fileName, sha256, counts: document.counts },
  })
  return ok({ planId })
}
