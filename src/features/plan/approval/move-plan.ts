import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type AuditFacts, type Deps, write } from '../../../db/write.ts'
import { planSnapshot } from '../history/plan-snapshot.ts'
import { gapRows } from './gap-queries.ts'
import { needsConfirmation, planGaps } from './plan-gaps.ts'

type Status = 'draft' | 'submitted' | 'approved' | 'published'

export type StatusProblem =
  | { readonly kind: 'not-found' }
  /** The plan is in another state than the step needs: someone was quicker. */
  | { readonly kind: 'wrong-status'; readonly status: Status }
  /** Schedules that name no date need a written word of the head. */
  | { readonly kind: 'confirmation-missing'; readonly count: number }
  | { readonly kind: 'reason-missing' }
  /** A plan without an indicator says nothing that a head could approve. */
  | { readonly kind: 'plan-empty' }

type Outcome = Promise<Result<null, StatusProblem>>
type Step = {
  readonly planId: string
  readonly from: Status
  readonly to: Status
  readonly kind: 'submitted' | 'returned' | 'approved' | 'published'
  readonly reason: string
}

/** The team leader hands the draft to the head. Gaps do not stop it: the head sees them. */
export const submitPlan = (deps: Deps, { planId }: { readonly planId: string }): Outcome =>
  write<null, StatusProblem>(deps, async (tx, record) => {
    const step = { planId, from: 'draft', to: 'submitted', kind: 'submitted', reason: '' } as const
    const moved = await take(tx, deps, step, record)
    if (!moved.ok) return moved
    const some = await tx
      .selectFrom('indicator')
      .select('id')
      .where('plan_id', '=', planId)
      .limit(1)
      .executeTakeFirst()
    return some ? ok(null) : err({ kind: 'plan-empty' })
  })

/** The head sends it back with a reason. */
export const returnPlan = (
  deps: Deps,
  input: { readonly planId: string; readonly reason: string },
): Outcome =>
  write<null, StatusProblem>(deps, async (tx, record) => {
    const reason = input.reason.trim()
    if (reason === '') return err({ kind: 'reason-missing' })
    const step = { planId: input.planId, from: 'submitted', to: 'draft', kind: 'returned', reason } as const
    const moved = await take(tx, deps, step, record)
    return moved.ok ? ok(null) : moved
  })

/**
 * The head approves: what is approved is kept as it stands, as the next version. Schedules that are empty
 * or not understood need a note that says why the plan may stand without them.
 */
export const approvePlan = (deps: Deps, input: { readonly planId: string; readonly note: string }): Outcome =>
  write<null, StatusProblem>(deps, async (tx, record) => {
    const { planId } = input
    const note = input.note.trim()
    const step = { planId, from: 'submitted', to: 'approved', kind: 'approved', reason: note } as const
    // The step locks the plan's row, so that nothing below can change before the transaction ends.
    const moved = await take(tx, deps, step, record)
    if (!moved.ok) return moved
    const unclear = planGaps(await gapRows(tx, planId)).filter(needsConfirmation)
    if (unclear.length > 0 && note === '') return err({ kind: 'confirmation-missing', count: unclear.length })
    await tx
      .insertInto('plan_version')
      .values({
        plan_id: planId,
        version: moved.value.version,
        content: JSON.stringify(await planSnapshot(tx, planId)),
        approved_by: deps.actor?.userId ?? '',
        approved_at: deps.now,
        note,
      })
      .execute()
    return ok(null)
  })

/** An approved plan becomes public. */
export const publishPlan = (deps: Deps, { planId }: { readonly planId: string }): Outcome =>
  write<null, StatusProblem>(deps, async (tx, record) => {
    const step = { planId, from: 'approved', to: 'published', kind: 'published', reason: '' } as const
    const moved = await take(tx, deps, step, record)
    return moved.ok ? ok(null) : moved
  })

/** What each step is called in the audit trail. */
const recorded = {
  submitted: 'plan-submitted',
  returned: 'plan-returned',
  approved: 'plan-approved',
  published: 'plan-published',
} as const

/** One conditional update: of two people who take the same step at once, the second finds it taken. */
async function take(
  tx: Tx,
  deps: Deps,
  { planId, from, to, kind, reason }: Step,
  record: (facts: AuditFacts) => void,
): Promise<Result<{ version: number }, StatusProblem>> {
  const actorId = deps.actor?.userId ?? null
  const moved = await tx
    .updateTable('plan')
    .set(eb => ({
      status: to,
      revision: eb('revision', '+', 1),
      updated_at: deps.now,
      ...(kind === 'approved'
        ? { version: eb('version', '+', 1), approved_by: actorId, approved_at: deps.now }
        : {}),
      ...(kind === 'published' ? { published_at: deps.now, public_version: eb.ref('version') } : {}),
    }))
    .where('id', '=', planId)
    .where('status', '=', from)
    .returning(['unit_id', 'version'])
    .executeTakeFirst()
  if (!moved) {
    const plan = await tx.selectFrom('plan').select('status').where('id', '=', planId).executeTakeFirst()
    return err(plan ? { kind: 'wrong-status', status: plan.status } : { kind: 'not-found' })
  }
  const { version } = moved
  await tx
    .insertInto('plan_change')
    .values({ id: deps.newId(), plan_id: planId, at: deps.now, actor_id: actorId, kind, subject: '', reason })
    .execute()
  record({
    action: recorded[kind],
    subjectType: 'plan',
    subjectId: planId,
    unitId: moved.unit_id,
    detail: { version },
  })
  return ok({ version })
}
