import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { mayAssign } from './may-settle.ts'
import { assignablePeople, oneObligation } from './queries.ts'

export type AssignProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-such-person' }
  | { readonly kind: 'already-settled' }

/** Gives one date to a person; null leaves it with whoever holds the action. */
export const assignObligation = (
  deps: Deps,
  input: { readonly id: string; readonly personId: string | null },
): Promise<Result<null, AssignProblem>> =>
  write<null, AssignProblem>(deps, async (tx, record) => {
    const duty = await oneObligation(tx, input.id)
    if (!duty) return err({ kind: 'not-found' })
    if (!mayAssign(deps.actor, duty, deps.today)) return err({ kind: 'forbidden' })
    const people = await assignablePeople(tx, duty.unitPath)
    if (input.personId !== null && !people.some(person => person.id === input.personId))
      return err({ kind: 'no-such-person' })
    const assigned = await tx
      .updateTable('obligation')
      .set({ person_id: input.personId })
      .where('id', '=', input.id)
      .where('state', '=', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!assigned) return err({ kind: 'already-settled' })
    record({
      action: 'obligation-assigned',
      subjectType: 'obligation',
      subjectId: input.id,
      unitId: duty.unitId,
      detail: { from: duty.personId, to: input.personId },
    })
    return ok(null)
  })
