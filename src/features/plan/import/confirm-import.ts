import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { findImport, findPlan } from '../queries.ts'
import { createPlan, type ImportProblem } from './import-document.ts'
import { reimport } from './reimport.ts'

export type ConfirmProblem =
  | ImportProblem
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-confirmed' }
  | { readonly kind: 'stale' }
  /** A plan that was approved once changes only with a reason. */
  | { readonly kind: 'reason-missing' }

export type ConfirmInput = {
  readonly importId: string
  readonly unitId: string
  readonly revision: number
  /** Why the plan that stands changes. */
  readonly reason?: string
}

/** `obligations`: how many dates the plan has now. */
export type Confirmed = { readonly planId: string; readonly year: number; readonly obligations: number }

/** What was read becomes the plan, or changes the plan that stands: all of it or nothing, and once. */
export const confirmImport = (
  deps: Deps,
  { importId, unitId, revision, reason = '' }: ConfirmInput,
): Promise<Result<Confirmed, ConfirmProblem>> =>
  write<Confirmed, ConfirmProblem>(deps, async (tx, record) => {
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
    const done = plan
      ? await reimport(tx, deps, plan, { ...input, reason: reason.trim() }, record)
      : await createPlan(tx, deps, input, record)
    if (!done.ok) return done
    const { planId } = done.value
    const { n } = await tx
      .selectFrom('obligation')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow()
    return ok({ planId, year, obligations: Number(n) })
  })
