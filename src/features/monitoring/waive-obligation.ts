import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { mayWaive } from './may-settle.ts'
import { oneObligation } from './queries.ts'

/** A reason shorter than this says nothing to whoever reads the report. */
export const shortestReason = 10

export type WaiveProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'reason-too-short'; readonly least: number }
  | { readonly kind: 'already-settled' }

/** Takes an open obligation out of what is owed, with the reason why. */
export const waiveObligation = (
  deps: Deps,
  input: { readonly id: string; readonly reason: string },
): Promise<Result<null, WaiveProblem>> =>
  write<null, WaiveProblem>(deps, async (tx, record) => {
    const duty = await oneObligation(tx, input.id)
    if (!duty) return err({ kind: 'not-found' })
    if (!mayWaive(deps.actor, duty, deps.today)) return err({ kind: 'forbidden' })
    const reason = input.reason.trim()
    if (reason.length < shortestReason) return err({ kind: 'reason-too-short', least: shortestReason })
    const settled = await tx
      .updateTable('obligation')
      .set({
        state: 'waived',
        note: reason,
        settled_by: deps.actor?.userId ?? null,
        settled_at: deps.now,
      })
      .where('id', '=', input.id)
      .where('state', '=', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!settled) return err({ kind: 'already-settled' })
    record({
      action: 'obligation-waived',
      subjectType: 'obligation',
      subjectId: input.id,
      unitId: duty.unitId,
      detail: { due: duty.due, reason },
    })
    return ok(null)
  })
