import { isId } from '../../../core/shared/id.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type AuditFacts, type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'
import { type Target, type TargetProblem, targetRow } from '../link/link-evidence.ts'
import { type EvidenceFacts, factColumns } from '../piece/facts.ts'

/** The address of something that stands elsewhere, with what it answered and on which day. */
export type CheckedLink = {
  readonly url: string
  readonly title: string | null
  readonly checkedOn: LocalDate | null
}

export type AddProblem =
  | TargetProblem
  | { readonly kind: 'nothing-brought' }
  /** Received files wait a day; these were used already, are not the sender's, or waited too long. */
  | { readonly kind: 'upload-gone' }

export type AddInput = {
  readonly unitId: string
  readonly facts: EvidenceFacts
  readonly uploads: readonly string[]
  readonly link: CheckedLink | null
  readonly target: Target | null
}
type Added = { readonly ids: readonly string[] }

/** Makes each received file, and the address where there is one, a piece of evidence of its own. */
export const addEvidence = (deps: Deps, input: AddInput): Promise<Result<Added, AddProblem>> =>
  write<Added, AddProblem>(deps, (tx, record) => addPieces(tx, deps, record, input))

/** The same as a part of a larger write. */
export async function addPieces(
  tx: Tx,
  deps: Deps,
  record: (facts: AuditFacts) => void,
  input: AddInput,
): Promise<Result<Added, AddProblem>> {
  const userId = actorId(deps)
  const files = await takeUploads(tx, deps, input.unitId, input.uploads)
  if (!files) return err({ kind: 'upload-gone' })
  const brought: Version[] = [...files, ...(input.link ? [linkVersion(input.link)] : [])]
  if (brought.length === 0) return err({ kind: 'nothing-brought' })
  const target = input.target && (await targetRow(tx, input.unitId, input.target))
  if (target && !target.ok) return target
  const pieces = brought.map(version => ({
    version,
    id: deps.newId(),
    title: titleOf(input.facts.title, version, brought.length > 1),
  }))
  const facts = factColumns(input.facts)
  await tx
    .insertInto('evidence')
    .values(
      pieces.map(({ id, title }) => ({
        ...facts,
        id,
        title,
        unit_id: input.unitId,
        created_by: userId,
        created_at: deps.now,
        updated_at: deps.now,
      })),
    )
    .execute()
  await tx
    .insertInto('evidence_version')
    .values(
      pieces.map(({ id, version }) => ({
        ...version,
        evidence_id: id,
        no: 1,
        uploaded_by: userId,
        uploaded_at: deps.now,
      })),
    )
    .execute()
  if (target)
    await tx
      .insertInto('evidence_link')
      .values(
        pieces.map(({ id }) => ({
          ...target.value,
          id: deps.newId(),
          evidence_id: id,
          created_by: userId,
          created_at: deps.now,
        })),
      )
      .execute()
  for (const { id, title, version } of pieces)
    record({
      action: 'evidence-added',
      subjectType: 'evidence',
      subjectId: id,
      unitId: input.unitId,
      detail: {
        title,
        ...bytesOf(version),
        ...(target ? { for: target.value.subject, slot: target.value.slot_text } : {}),
      },
    })
  return ok({ ids: pieces.map(({ id }) => id) })
}

export type Version = {
  readonly sha256: string | null
  readonly file_name: string | null
  readonly type: string | null
  readonly url: string | null
  readonly url_title: string | null
  readonly url_checked_on: LocalDate | null
  readonly warnings: string[]
}

export const bytesOf = (version: Pick<Version, 'sha256' | 'url'>) =>
  version.sha256 === null ? { url: version.url } : { sha256: version.sha256 }

export const linkVersion = (link: CheckedLink): Version => ({
  sha256: null,
  file_name: null,
  type: null,
  url: link.url,
  url_title: link.title,
  url_checked_on: link.checkedOn,
  warnings: [],
})

/** The waiting files of those ids, in the order asked for; they wait no longer. Null when one is missing. */
export async function takeUploads(
  tx: Tx,
  deps: Deps,
  unitId: string,
  ids: readonly string[],
): Promise<Version[] | null> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  if (!wanted.every(id => isId(id))) return null
  const rows = await tx
    .deleteFrom('upload')
    .where('id', 'in', wanted)
    .where('created_by', '=', actorId(deps))
    .where('unit_id', '=', unitId)
    .where('sha256', 'is not', null)
    .returning(['id', 'sha256', 'file_name', 'type', 'warnings'])
    .execute()
  if (rows.length !== wanted.length) return null
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]))
  return wanted.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...row, url: null, url_title: null, url_checked_on: null }] : []
  })
}

function titleOf(given: string, version: Version, several: boolean): string {
  const own =
    version.file_name === null
      ? (version.url_title ?? version.url ?? '')
      : version.file_name.replace(/\.[a-z0-9]{1,8}$/i, '')
  const title = given === '' ? own : several ? `${given} – ${own}` : given
  return title.slice(0, 300)
}
