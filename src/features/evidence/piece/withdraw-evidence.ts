import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { leastReason } from './review-evidence.ts'

export type WithdrawProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'reason-too-short'; readonly least: number }
  /** What was accepted stays; a new version corrects it. */
  | { readonly kind: 'accepted-stays' }
  /** An answer of a self-assessment rests on it. */
  | { readonly kind: 'proves-answer' }

/** Takes a piece back for good. Its bytes, its links and its history stay; it counts for nothing any more. */
export const withdrawEvidence = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly evidenceId: string
    readonly revision: number
    readonly reason: string
  },
): Promise<Result<null, WithdrawProblem>> =>
  write<null, WithdrawProblem>(deps, async (tx, record) => {
    const reason = input.reason.trim()
    if (reason.length < leastReason) return err({ kind: 'reason-too-short', least: leastReason })
    const piece = await tx
      .selectFrom('evidence')
      .select(['state', 'revision', 'version'])
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unitId)
      .forUpdate()
      .executeTakeFirst()
    if (!piece) return err({ kind: 'not-found' })
    if (piece.state === 'accepted') return err({ kind: 'accepted-stays' })
    if (piece.state === 'withdrawn' || piece.revision !== input.revision) return err({ kind: 'stale' })
    const cited = await tx
      .selectFrom('evidence_link')
      .select('id')
      .where('evidence_id', '=', input.evidenceId)
      .where('cycle_id', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    if (cited) return err({ kind: 'proves-answer' })
    await tx
      .updateTable('evidence')
      .set({
        state: 'withdrawn',
        withdrawn_reason: reason,
        revision: input.revision + 1,
        updated_at: deps.now,
      })
      .where('id', '=', input.evidenceId)
      .execute()
    record({
      action: 'evidence-withdrawn',
      subjectType: 'evidence',
      subjectId: input.evidenceId,
      unitId: input.unitId,
      detail: { version: piece.version, reason },
    })
    return ok(null)
  })
