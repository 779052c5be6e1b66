import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { bytesOf, type CheckedLink, linkVersion, takeUploads, type Version } from '../bring/add-evidence.ts'
import { actorId } from '../ids.ts'
import { type EvidenceFacts, factColumns } from './facts.ts'

export type ChangeProblem =
  | { readonly kind: 'not-found' }
  /** Somebody changed or judged it since the form was opened. */
  | { readonly kind: 'stale' }
  /** It was taken back. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'nothing-brought' }
  | { readonly kind: 'upload-gone' }

/** What the ledger says of a change of facts; whoever is named there judges the piece no more. */
export const edited = 'evidence-edited'

type Which = { readonly unitId: string; readonly evidenceId: string; readonly revision: number }

/** A further version of the bytes. The older ones stay as they are, and the piece is to be reviewed again. */
export const addVersion = (
  deps: Deps,
  input: Which & { readonly upload: string | null; readonly link: CheckedLink | null },
): Promise<Result<{ readonly version: number }, ChangeProblem>> =>
  write<{ readonly version: number }, ChangeProblem>(deps, async (tx, record) => {
    const files = await takeUploads(tx, deps, input.unitId, input.upload === null ? [] : [input.upload])
    if (!files) return err({ kind: 'upload-gone' })
    const version = files[0] ?? (input.link ? linkVersion(input.link) : null)
    if (!version) return err({ kind: 'nothing-brought' })
    const raised = await raise(tx, deps, input, {})
    if (!raised.ok) return raised
    const no = await appendVersion(tx, deps, input.evidenceId, version)
    record({
      action: 'evidence-version-added',
      subjectType: 'evidence',
      subjectId: input.evidenceId,
      unitId: input.unitId,
      detail: { version: no, ...bytesOf(version), reopened: raised.value.was === 'accepted' },
    })
    return ok({ version: no })
  })

/**
 * Changes what is said about a piece. Accepted evidence is locked: its change is a new version of the same bytes,
 * which is to be reviewed again.
 */
export const editEvidence = (
  deps: Deps,
  input: Which & { readonly facts: EvidenceFacts },
): Promise<Result<null, ChangeProblem>> =>
  write<null, ChangeProblem>(deps, async (tx, record) => {
    const before = await tx
      .selectFrom('evidence')
      .selectAll()
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unitId)
      .executeTakeFirst()
    if (!before) return err({ kind: 'not-found' })
    const facts = factColumns(input.facts)
    const changed = Object.fromEntries(
      Object.entries(facts).flatMap(([name, after]) => {
        const was = before[name as keyof typeof facts]
        return JSON.stringify(was) === JSON.stringify(after) ? [] : [[name, { was, now: after }]]
      }),
    )
    const raised = await raise(tx, deps, input, facts)
    if (!raised.ok) return raised
    const reopened = raised.value.was === 'accepted'
    if (reopened) {
      const { evidence_id, no, uploaded_by, uploaded_at, ...bytes } = await tx
        .selectFrom('evidence_version')
        .selectAll()
        .where('evidence_id', '=', input.evidenceId)
        .orderBy('no', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      await appendVersion(tx, deps, input.evidenceId, bytes)
    }
    record({
      action: edited,
      subjectType: 'evidence',
      subjectId: input.evidenceId,
      unitId: input.unitId,
      detail: { changed, reopened },
    })
    return ok(null)
  })

/** Moves a piece to its next revision, to be reviewed, where nobody was faster. */
async function raise(
  tx: Tx,
  deps: Deps,
  which: Which,
  facts: Partial<ReturnType<typeof factColumns>>,
): Promise<Result<{ readonly was: 'submitted' | 'accepted' | 'returned' }, ChangeProblem>> {
  const standing = await tx
    .selectFrom('evidence')
    .select(['state', 'revision'])
    .where('id', '=', which.evidenceId)
    .where('unit_id', '=', which.unitId)
    .forUpdate()
    .executeTakeFirst()
  if (!standing) return err({ kind: 'not-found' })
  if (standing.state === 'withdrawn') return err({ kind: 'withdrawn' })
  if (standing.revision !== which.revision) return err({ kind: 'stale' })
  await tx
    .updateTable('evidence')
    .set({ ...facts, state: 'submitted', revision: which.revision + 1, updated_at: deps.now })
    .where('id', '=', which.evidenceId)
    .execute()
  return ok({ was: standing.state })
}

async function appendVersion(tx: Tx, deps: Deps, evidenceId: string, version: Version): Promise<number> {
  const { version: no } = await tx
    .updateTable('evidence')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', '=', evidenceId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('evidence_version')
    .values({
      ...version,
      evidence_id: evidenceId,
      no,
      uploaded_by: actorId(deps),
      uploaded_at: deps.now,
    })
    .execute()
  return no
}
