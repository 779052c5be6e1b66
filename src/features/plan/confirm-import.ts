import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { createPlan, type ImportProblem } from './import-document.ts'
import { findImport, findPlan } from './queries.ts'
import { reimport } from './reimport.ts'

export type ConfirmProblem =
  | ImportProblem
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-confirmed' }
  | { readonly kind: 'stale' }

export type ConfirmInput = { readonly importId: string; readonly unitId: string; readonly revision: number }

/** What was read becomes the plan, or changes the plan that stands: all of it or nothing, and once. */
export const confirmImport = (
  deps: Deps,
  { importId, unitId, revision }: ConfirmInput,
): Promise<Result<{ planId: string }, ConfirmProblem>> =>
  write<{ planId: string }, ConfirmProblem>(deps, async (tx, record) => {
    const claimed = await tx
      .updateTable('plan_import')
      .set({ status: 'confirmed', confirmed_at: deps.now })
      .where('id', '=', importId)
      .where('unit_id', '=', unitId)
      .where('status', '=', 'preview')
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst()
    const stored = await findImport(tx, unitId, importId)
    if (!stored) return err({ kind: 'not-found' })
    if (!claimed) return err({ kind: stored.status === 'preview' ? 'stale' : 'already-confirmed' })
    const { year, document, fileName, sha256 } = stored
    const input = { unit: { id: unitId }, year, document, fileName, sha256 }
    const plan = await findPlan(tx, unitId, year)
    if (!plan) return createPlan(tx, deps, input, record)
    const changed = await reimport(tx, deps, plan, input, record)
    return changed.ok ? ok({ planId: plan.id }) : changed
  })
