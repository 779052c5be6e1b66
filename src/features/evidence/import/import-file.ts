import { kindsNamed } from '../../../core/evidence/kind.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { type AddProblem, addPieces } from '../add-evidence.ts'
import type { EvidenceFacts } from '../facts.ts'
import type { EvidenceServices, FileProblem } from '../receive-file.ts'
import { receiveUpload } from '../receive-upload.ts'
import type { SharedFile } from './file-tree.ts'
import type { ImportRow } from './import-queries.ts'

/** Faults of ours: the file is fine, and the same attempt succeeds once they are over. */
export type StopProblem = Extract<
  FileProblem,
  { kind: 'store-full' | 'store-unavailable' | 'scan-unavailable' }
>['kind']
const stops: readonly string[] = ['store-full', 'store-unavailable', 'scan-unavailable']
const isStop = (kind: string): kind is StopProblem => stops.includes(kind)

export type RefusedProblem = FileProblem | AddProblem | { readonly kind: 'not-in-source' }
type Outcome =
  | { readonly kind: 'taken' | 'refused' | 'already' }
  | { readonly kind: 'stop'; readonly why: StopProblem }

/** The source of a file broke off, for instance a damaged entry of a ZIP. */
class SourceBroken extends Error {}

async function* guarded(file: SharedFile): AsyncGenerator<Uint8Array> {
  try {
    yield* await file.open()
  } catch (cause) {
    throw new SourceBroken('', { cause })
  }
}

/**
 * Makes one row a piece of evidence, through the same checks as an upload. The row and the piece are one write: whoever
 * dies in between left neither, and nobody makes it twice.
 */
export async function importFile(
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  row: ImportRow,
  file: SharedFile | undefined,
): Promise<Outcome> {
  const name = row.path.split('/').at(-1) ?? row.path
  if (row.url !== null) return settle(deps, unitId, row, { name, uploads: [] })
  if (!file) return refuse(deps, unitId, row, { kind: 'not-in-source' })
  try {
    const received = await receiveUpload(deps, services, { unitId, name, bytes: guarded(file) })
    if (received.ok) return settle(deps, unitId, row, { name, uploads: [received.value.id] })
    const { problem } = received
    return isStop(problem.kind) ? { kind: 'stop', why: problem.kind } : refuse(deps, unitId, row, problem)
  } catch (error) {
    if (error instanceof SourceBroken) return refuse(deps, unitId, row, { kind: 'damaged' })
    throw error
  }
}

function factsOf(row: ImportRow, name: string): EvidenceFacts {
  return {
    title: row.url === null ? '' : name.slice(0, 300),
    kind: kindsNamed(name)[0] ?? kindsNamed(row.slotText)[0] ?? 'other',
    documentNumber: '',
    documentDate: null,
    periodFrom: null,
    periodTo: null,
    validUntil: null,
    page: '',
    language: 'id',
    keywords: [],
    confidentiality: 'internal',
  }
}

async function settle(
  deps: Deps,
  unitId: string,
  row: ImportRow,
  brought: { readonly name: string; readonly uploads: readonly string[] },
): Promise<Outcome> {
  const done = await write<null, AddProblem | { readonly kind: 'already' }>(
    { ...deps, requestKey: undefined },
    async (tx, record) => {
      const own = await tx
        .updateTable('evidence_import_file')
        .set({ state: 'taken', problem: null })
        .where('id', '=', row.id)
        .where('state', '=', 'listed')
        .returning('id')
        .executeTakeFirst()
      if (!own) return err({ kind: 'already' })
      const added = await addPieces(tx, deps, record, {
        unitId,
        facts: factsOf(row, brought.name),
        uploads: brought.uploads,
        // A day of checking comes once somebody has looked.
        link: row.url === null ? null : { url: row.url, title: null, checkedOn: null },
        target:
          row.obligationId === null ? null : { obligationId: row.obligationId, slot: row.slotText, page: '' },
      })
      if (!added.ok) return added
      await tx
        .updateTable('evidence_import_file')
        .set({ evidence_id: added.value.ids[0] ?? null })
        .where('id', '=', row.id)
        .execute()
      return ok(null)
    },
  )
  if (done.ok) return { kind: 'taken' }
  if (done.problem.kind === 'already') return { kind: 'already' }
  return refuse(deps, unitId, row, done.problem)
}

async function refuse(deps: Deps, unitId: string, row: ImportRow, problem: RefusedProblem): Promise<Outcome> {
  const done: Result<null, 'already'> = await write<null, 'already'>(
    { ...deps, requestKey: undefined },
    async (tx, record) => {
      const own = await tx
        .updateTable('evidence_import_file')
        .set({ state: 'refused', problem: JSON.stringify(problem) })
        .where('id', '=', row.id)
        .where('state', '=', 'listed')
        .returning('id')
        .executeTakeFirst()
      if (!own) return err('already')
      record({
        action: 'evidence-import-refused',
        subjectType: 'evidence-import',
        subjectId: row.importId,
        unitId,
        detail: { path: row.path, why: problem.kind },
      })
      return ok(null)
    },
  )
  return { kind: done.ok ? 'refused' : 'already' }
}
