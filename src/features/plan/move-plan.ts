import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'

type Status = 'draft' | 'submitted' | 'approved' | 'published'

export type StatusProblem =
  | { readonly kind: 'not-found' }
  /** The plan is in another state than the step needs: someone was quicker. */
  | { readonly kind: 'wrong-status'; readonly status: Status }
  | { readonly kind: 'gaps'; readonly count: number }

type Outcome = Promise<Result<null, StatusProblem>>

/** The team leader hands the draft to the head. */
export const submitPlan = (deps: Deps, input: { readonly planId: string }): Outcome =>
  write(deps, (tx, record) =>
    step(tx, deps, input.planId, ['draft'], 'submitted', {}, 'plan-submitted', '', record),
  )

/** The head sends it back with a reason. */
export const returnPlan = (
  deps: Deps,
  input: { readonly planId: string; readonly reason: string },
): Outcome =>
  write(deps, (tx, record) =>
    step(tx, deps, input.planId, ['submitted'], 'draft', {}, 'plan-returned', input.reason, record),
  )

/**
 * The head approves: what is approved is kept as it stands, as the next version. Schedules that are empty
 * or not understood stop it unless the head accepts them.
 */
export const approvePlan = (
  deps: Deps,
  input: { readonly planId: string; readonly note: string; readonly acceptGaps: boolean },
): Outcome =>
  write(deps, async (tx, record) => {
    const gaps = await countGaps(tx, input.planId)
    if (gaps > 0 && !input.acceptGaps) return err({ kind: 'gaps', count: gaps })
    const plan = await tx
      .selectFrom('plan')
      .select('version')
      .where('id', '=', input.planId)
      .executeTakeFirst()
    if (!plan) return err({ kind: 'not-found' })
    const version = plan.version + 1
    const by = deps.actor?.userId ?? ''
    const approval = { version, approved_by: by, approved_at: deps.now }
    const moved = await step(
      tx,
      deps,
      input.planId,
      ['submitted'],
      'approved',
      approval,
      'plan-approved',
      input.note,
      record,
    )
    if (!moved.ok) return moved
    await tx
      .insertInto('plan_version')
      .values({
        plan_id: input.planId,
        version,
        content: JSON.stringify(await snapshot(tx, input.planId)),
        approved_by: by,
        approved_at: deps.now,
        note: input.note,
      })
      .execute()
    return moved
  })

/** An approved plan becomes public. */
export const publishPlan = (deps: Deps, input: { readonly planId: string }): Outcome =>
  write(deps, (tx, record) =>
    step(
      tx,
      deps,
      input.planId,
      ['approved'],
      'published',
      { published_at: deps.now },
      'plan-published',
      '',
      record,
    ),
  )

async function step(
  tx: Tx,
  deps: Deps,
  planId: string,
  from: readonly Status[],
  to: Status,
  more: { version?: number; approved_by?: string; approved_at?: Date; published_at?: Date },
  action: string,
  reason: string,
  record: Parameters<Parameters<typeof write>[1]>[1],
): Outcome {
  const moved = await tx
    .updateTable('plan')
    .set(eb => ({ ...more, status: to, revision: eb('revision', '+', 1), updated_at: deps.now }))
    .where('id', '=', planId)
    .where('status', 'in', [...from])
    .returning(['unit_id', 'version'])
    .executeTakeFirst()
  if (!moved) {
    const plan = await tx.selectFrom('plan').select('status').where('id', '=', planId).executeTakeFirst()
    return err(plan ? { kind: 'wrong-status', status: plan.status } : { kind: 'not-found' })
  }
  await tx
    .insertInto('plan_change')
    .values({
      id: deps.newId(),
      plan_id: planId,
      at: deps.now,
      actor_id: deps.actor?.userId ?? null,
      kind: action.replace('plan-', ''),
      subject: '',
      reason,
    })
    .execute()
  record({
    action,
    subjectType: 'plan',
    subjectId: planId,
    unitId: moved.unit_id,
    detail: { version: moved.version },
  })
  return ok(null)
}

/** Indicators without a schedule, and schedules that were not understood or lack a start. */
async function countGaps(tx: Tx, planId: string): Promise<number> {
  const unread = await tx
    .selectFrom('schedule')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('plan_id', '=', planId)
    .where(eb =>
      eb.or([
        eb('kind', '=', 'unresolved'),
        eb.and([eb('kind', '=', 'duration'), eb('start_date', 'is', null)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  const empty = await tx
    .selectFrom('indicator')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('plan_id', '=', planId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('schedule').select('schedule.id').whereRef('schedule.indicator_id', '=', 'indicator.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(unread.n) + Number(empty.n)
}

async function snapshot(tx: Tx, planId: string): Promise<Record<string, unknown>> {
  const of = (
    table:
      | 'plan_area'
      | 'sub_component'
      | 'indicator'
      | 'action'
      | 'evidence_slot'
      | 'schedule'
      | 'obligation',
  ) => tx.selectFrom(table).selectAll().where('plan_id', '=', planId).execute()
  return {
    areas: await of('plan_area'),
    subComponents: await of('sub_component'),
    indicators: await of('indicator'),
    actions: await of('action'),
    evidence: await of('evidence_slot'),
    schedules: await of('schedule'),
    obligations: await of('obligation'),
  }
}
