import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import { defaultChapters } from '../documents/index.ts'

/** Gives a plan the default chapters that it lacks; what is there stays. Returns how many were added. */
export async function insertDefaultChapters(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'actor'>,
  planId: string,
): Promise<number> {
  const rows = await tx
    .insertInto('chapter')
    .values(
      defaultChapters.map(({ key, title, text }, position) => ({
        id: deps.newId(),
        plan_id: planId,
        key,
        title,
        body: text,
        position,
        updated_by: null,
        updated_at: deps.now,
      })),
    )
    .onConflict(conflict => conflict.columns(['plan_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return rows.length
}

export type PrepareProblem = { readonly kind: 'no-plan' | 'unchanged' }

/** The same as an operation of its own; a plan that has every chapter is left alone. */
export const prepareChapters = (
  deps: Deps,
  input: { readonly unitId: string; readonly year: number },
): Promise<Result<{ added: number }, PrepareProblem>> =>
  write(deps, async (tx, record): Promise<Result<{ added: number }, PrepareProblem>> => {
    const plan = await tx
      .selectFrom('plan')
      .select('id')
      .where('unit_id', '=', input.unitId)
      .where('year', '=', input.year)
      .forUpdate()
      .executeTakeFirst()
    if (!plan) return err({ kind: 'no-plan' })
    const added = await insertDefaultChapters(tx, deps, plan.id)
    if (added === 0) return err({ kind: 'unchanged' })
    record({
      action: 'chapters-prepared',
      subjectType: 'plan',
      subjectId: plan.id,
      unitId: input.unitId,
      detail: { added },
    })
    return ok({ added })
  })
