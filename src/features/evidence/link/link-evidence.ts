import { isId } from '../../../core/shared/id.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'

/** What a piece is to prove: an obligation, and which of the items asked for (empty: the obligation as a whole). */
export type Target = { readonly obligationId: string; readonly slot: string; readonly page: string }

export type TargetProblem = { readonly kind: 'no-such-obligation' } | { readonly kind: 'no-such-slot' }
export type LinkProblem =
  | TargetProblem
  | { readonly kind: 'not-found' }
  | { readonly kind: 'linked-already' }
  | { readonly kind: 'locked' }
  /** Somebody else linked it, and somebody else brought the piece. */
  | { readonly kind: 'not-yours' }
  /** It was taken back. */
  | { readonly kind: 'withdrawn' }
  /** A self-assessment that was handed in or closed rests on it. */
  | { readonly kind: 'cited'; readonly year: number; readonly cycle: 'submitted' | 'closed' }

/** The columns of a link, once the obligation is known to be the unit's and the slot to be asked for. */
export async function targetRow(tx: Tx, unitId: string, target: Target) {
  if (!isId(target.obligationId)) return err<TargetProblem>({ kind: 'no-such-obligation' })
  const obligation = await tx
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .select(['o.id', 'o.due', 'a.text', 'a.indicator_id'])
    .where('o.id', '=', target.obligationId)
    .where('p.unit_id', '=', unitId)
    .executeTakeFirst()
  if (!obligation) return err<TargetProblem>({ kind: 'no-such-obligation' })
  if (target.slot !== '') {
    const slot = await tx
      .selectFrom('evidence_slot')
      .select('id')
      .where('indicator_id', '=', obligation.indicator_id)
      .where('text', '=', target.slot)
      .executeTakeFirst()
    if (!slot) return err<TargetProblem>({ kind: 'no-such-slot' })
  }
  return ok({
    obligation_id: obligation.id,
    slot_text: target.slot,
    item_code: null,
    subject: `${obligation.text} (${obligation.due})`,
    page: target.page,
  })
}

/** Lets a piece prove one more thing. It does not change the piece, so accepted evidence may be linked too. */
export const linkEvidence = (
  deps: Deps,
  input: { readonly unitId: string; readonly evidenceId: string; readonly target: Target },
): Promise<Result<null, LinkProblem>> =>
  write<null, LinkProblem>(deps, async (tx, record) => {
    const piece = await tx
      .selectFrom('evidence')
      .select(['id', 'state'])
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unitId)
      .executeTakeFirst()
    if (!piece) return err({ kind: 'not-found' })
    if (piece.state === 'withdrawn') return err({ kind: 'withdrawn' })
    const row = await targetRow(tx, input.unitId, input.target)
    if (!row.ok) return row
    const linked = await tx
      .insertInto('evidence_link')
      .values({
        ...row.value,
        id: deps.newId(),
        evidence_id: piece.id,
        created_by: actorId(deps),
        created_at: deps.now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!linked) return err({ kind: 'linked-already' })
    record({
      action: 'evidence-linked',
      subjectType: 'evidence',
      subjectId: piece.id,
      unitId: input.unitId,
      detail: { for: row.value.subject, slot: row.value.slot_text },
    })
    return ok(null)
  })

/**
 * Takes a link back. What accepted evidence was accepted for stays, and so does what a self-assessment cites that was
 * handed in; its triggers are in `src/db/migrations/0008-assessment.sql`.
 */
export const unlinkEvidence = (
  deps: Deps,
  input: { readonly unitId: string; readonly evidenceId: string; readonly linkId: string },
): Promise<Result<null, LinkProblem>> =>
  write<null, LinkProblem>(deps, async (tx, record) => {
    const piece = await tx
      .selectFrom('evidence')
      .select(['id', 'state'])
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!piece) return err({ kind: 'not-found' })
    if (piece.state === 'accepted') return err({ kind: 'locked' })
    if (piece.state === 'withdrawn') return err({ kind: 'withdrawn' })
    if (!isId(input.linkId)) return err({ kind: 'not-found' })
    // The lock makes this and handing in wait for each other.
    const cycle = await tx
      .selectFrom('assessment_cycle as c')
      .innerJoin('evidence_link as l', 'l.cycle_id', 'c.id')
      .select(['c.year', 'c.state'])
      .where('l.id', '=', input.linkId)
      .where('l.evidence_id', '=', piece.id)
      .forShare('c')
      .executeTakeFirst()
    if (cycle?.state === 'submitted' || cycle?.state === 'closed')
      return err({ kind: 'cited', year: cycle.year, cycle: cycle.state })
    const gone = await tx
      .deleteFrom('evidence_link')
      .where('id', '=', input.linkId)
      .where('evidence_id', '=', piece.id)
      .returning(['subject', 'slot_text'])
      .executeTakeFirst()
    if (!gone) return err({ kind: 'not-found' })
    record({
      action: 'evidence-unlinked',
      subjectType: 'evidence',
      subjectId: piece.id,
      unitId: input.unitId,
      detail: { for: gone.subject, slot: gone.slot_text },
    })
    return ok(null)
  })
