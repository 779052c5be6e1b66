import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'

/** Gives every action of an indicator one responsible person, or nobody. */
export const assignPerson = (
  deps: Deps,
  input: { readonly planId: string; readonly indicatorId: string; readonly personId: string | null },
): Promise<Result<null, { kind: 'not-found' }>> =>
  write<null, { kind: 'not-found' }>(deps, async (tx, record) => {
    const changed = await tx
      .updateTable('action')
      .set({ person_id: input.personId })
      .where('plan_id', '=', input.planId)
      .where('indicator_id', '=', input.indicatorId)
      .returning('id')
      .execute()
    if (changed.length === 0) return err({ kind: 'not-found' })
    const of = await tx
      .selectFrom('indicator')
      .innerJoin('plan', 'plan.id', 'indicator.plan_id')
      .select(['indicator.text', 'plan.unit_id'])
      .where('indicator.id', '=', input.indicatorId)
      .executeTakeFirstOrThrow()
    const person = input.personId
      ? await tx.selectFrom('employee').select('name').where('id', '=', input.personId).executeTakeFirst()
      : null
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: input.planId,
        at: deps.now,
        actor_id: deps.actor?.userId ?? null,
        kind: 'assigned',
        subject: of.text,
        after: JSON.stringify(person?.name ?? null),
      })
      .execute()
    record({
      action: 'person-assigned',
      subjectType: 'indicator',
      subjectId: input.indicatorId,
      unitId: of.unit_id,
      detail: { personId: input.personId },
    })
    return ok(null)
  })
