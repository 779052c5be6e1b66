import { firstOfMonth, type LocalDate, yearOf } from '../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { mayComplete } from './may-settle.ts'
import { oneObligation } from './queries.ts'

export type CompleteProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'done-in-future'; readonly today: LocalDate }
  /** A slip of the pen: nothing is done more than a year before the year it is owed in. */
  | { readonly kind: 'done-too-early'; readonly earliest: LocalDate }
  /** Someone settled it in the meantime, or it was settled before. */
  | { readonly kind: 'already-settled'; readonly state: 'done' | 'waived' }

/** Says that what was owed is done, on a day not after today. */
export const completeObligation = (
  deps: Deps,
  input: { readonly id: string; readonly doneOn: LocalDate; readonly note: string },
): Promise<Result<null, CompleteProblem>> =>
  write<null, CompleteProblem>(deps, async (tx, record) => {
    const duty = await oneObligation(tx, input.id)
    if (!duty) return err({ kind: 'not-found' })
    if (!mayComplete(deps.actor, duty, deps.today)) return err({ kind: 'forbidden' })
    if (input.doneOn > deps.today) return err({ kind: 'done-in-future', today: deps.today })
    const earliest = firstOfMonth(yearOf(duty.due) - 1, 1)
    if (input.doneOn < earliest) return err({ kind: 'done-too-early', earliest })
    const settled = await tx
      .updateTable('obligation')
      .set({
        state: 'done',
        done_on: input.doneOn,
        note: input.note.trim(),
        settled_by: deps.actor?.userId ?? null,
        settled_at: deps.now,
      })
      .where('id', '=', input.id)
      .where('state', '=', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!settled) {
      const { state } = await tx
        .selectFrom('obligation')
        .select('state')
        .where('id', '=', input.id)
        .executeTakeFirstOrThrow()
      return err({ kind: 'already-settled', state: state === 'waived' ? 'waived' : 'done' })
    }
    record({
      action: 'obligation-completed',
      subjectType: 'obligation',
      subjectId: input.id,
      unitId: duty.unitId,
      detail: { due: duty.due, doneOn: input.doneOn },
    })
    return ok(null)
  })
