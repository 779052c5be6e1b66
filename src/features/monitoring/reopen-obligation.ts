import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { mayReopen } from './may-settle.ts'
import { oneObligation } from './queries.ts'

export type ReopenProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'already-open' }

/** Takes back that something was done or waived; what was said then stays in the audit trail. */
export const reopenObligation = (
  deps: Deps,
  input: { readonly id: string },
): Promise<Result<null, ReopenProblem>> =>
  write<null, ReopenProblem>(deps, async (tx, record) => {
    const duty = await oneObligation(tx, input.id)
    if (!duty) return err({ kind: 'not-found' })
    if (!mayReopen(deps.actor, duty, deps.today)) return err({ kind: 'forbidden' })
    const reopened = await tx
      .updateTable('obligation')
      .set({ state: 'open', done_on: null, note: '', settled_by: null, settled_at: null })
      .where('id', '=', input.id)
      .where('state', '=', duty.stored)
      .where('state', '<>', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!reopened) return err({ kind: 'already-open' })
    record({
      action: 'obligation-reopened',
      subjectType: 'obligation',
      subjectId: input.id,
      unitId: duty.unitId,
      detail: { was: duty.stored, doneOn: duty.doneOn, note: duty.note },
    })
    return ok(null)
  })
