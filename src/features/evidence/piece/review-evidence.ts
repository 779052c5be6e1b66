import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'
import { edited } from './change-evidence.ts'

export const leastReason = 10

export type ReviewProblem =
  | { readonly kind: 'not-found' }
  /** Nobody judges what they brought or changed themselves. */
  | { readonly kind: 'own-evidence' }
  | { readonly kind: 'reason-too-short'; readonly least: number }
  /** Somebody judged it in the meantime. */
  | {
      readonly kind: 'reviewed-already'
      readonly by: string
      readonly decision: 'accepted' | 'returned'
    }
  /** It was changed since the page was opened, so it is not what was looked at. */
  | { readonly kind: 'stale' }

/** Accepts the version that stands, or returns it with a reason. */
export const reviewEvidence = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly evidenceId: string
    readonly revision: number
    readonly decision: 'accepted' | 'returned'
    readonly reason: string
  },
): Promise<Result<null, ReviewProblem>> =>
  write<null, ReviewProblem>(deps, async (tx, record) => {
    const userId = actorId(deps)
    const reason = input.reason.trim()
    if (input.decision === 'returned' && reason.length < leastReason)
      return err({ kind: 'reason-too-short', least: leastReason })
    const piece = await tx
      .selectFrom('evidence')
      .selectAll()
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!piece) return err({ kind: 'not-found' })
    if (piece.created_by === userId || (await hasTouched(tx, piece.id, userId)))
      return err({ kind: 'own-evidence' })
    if (piece.state !== 'submitted') {
      const last = await tx
        .selectFrom('evidence_review as r')
        .innerJoin('auth_user as a', 'a.id', 'r.reviewed_by')
        .select(['r.decision', 'a.name'])
        .where('r.evidence_id', '=', piece.id)
        .where('r.version', '=', piece.version)
        .orderBy('r.reviewed_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (last) return err({ kind: 'reviewed-already', by: last.name, decision: last.decision })
    }
    if (piece.state !== 'submitted' || piece.revision !== input.revision) return err({ kind: 'stale' })
    const { id, unit_id, state, revision, created_by, created_at, updated_at, ...facts } = piece
    await tx
      .updateTable('evidence')
      .set({ state: input.decision, revision: revision + 1, updated_at: deps.now })
      .where('id', '=', id)
      .execute()
    await tx
      .insertInto('evidence_review')
      .values({
        id: deps.newId(),
        evidence_id: id,
        version: piece.version,
        decision: input.decision,
        reason,
        facts: JSON.stringify(facts),
        reviewed_by: userId,
        reviewed_at: deps.now,
      })
      .execute()
    record({
      action: input.decision === 'accepted' ? 'evidence-accepted' : 'evidence-returned',
      subjectType: 'evidence',
      subjectId: id,
      unitId: unit_id,
      detail: { version: piece.version, reason },
    })
    return ok(null)
  })

/** Whether that person brought a version of the piece or changed what is said about it. */
async function hasTouched(tx: Tx, evidenceId: string, userId: string): Promise<boolean> {
  const { touched } = await tx
    .selectNoFrom(of => [
      of
        .or([
          of.exists(
            of
              .selectFrom('evidence_version')
              .select('no')
              .where('evidence_id', '=', evidenceId)
              .where('uploaded_by', '=', userId),
          ),
          of.exists(
            of
              .selectFrom('audit_entry')
              .select('seq')
              .where('subject_type', '=', 'evidence')
              .where('subject_id', '=', evidenceId)
              .where('actor_id', '=', userId)
              .where('action', '=', edited),
          ),
        ])
        .as('touched'),
    ])
    .executeTakeFirstOrThrow()
  return Boolean(touched)
}
