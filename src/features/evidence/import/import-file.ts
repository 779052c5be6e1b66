import { kindsNamed } from '../../../core/evidence/kind.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { type AddProblem, addPieces } from '../bring/add-evidence.ts'
import {
  type EvidenceServices,
  type FileProblem,
  receiveFile,
  type StoredFile,
} from '../bring/receive-file.ts'
import { keepUpload } from '../bring/receive-upload.ts'
import type { EvidenceFacts } from '../piece/facts.ts'
import { seeObject } from '../store/claim-object.ts'
import { StoreProblem } from '../store/object-store.ts'
import type { SharedFile } from './file-tree.ts'
import { findKnownPiece } from './find-known-piece.ts'
import { type ImportRow, knownAlready } from './import-queries.ts'

/** Faults of ours: the file is fine, and the same attempt succeeds once they are over. */
export type StopProblem = Extract<
  FileProblem,
  { kind: 'store-full' | 'store-unavailable' | 'scan-unavailable' }
>['kind']
const stops: readonly string[] = ['store-full', 'store-unavailable', 'scan-unavailable']
const isStop = (kind: string): kind is StopProblem => stops.includes(kind)

export type RefusedProblem =
  | FileProblem
  | AddProblem
  | { readonly kind: 'not-in-source' }
  /** It was at hand each time that the process died. */
  | { readonly kind: 'died-with-it' }
type Outcome =
  | { readonly kind: 'taken' | 'refused' | 'already' }
  | { readonly kind: 'stop'; readonly why: StopProblem }
  | { readonly kind: 'let-go' }

/** The source of a file broke off, for instance a damaged entry of a ZIP. */
class SourceBroken extends Error {}
class LetGo extends Error {}

async function* guarded(file: SharedFile, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of await file.open()) {
      if (signal.aborted) throw new LetGo()
      yield bytes
    }
  } catch (cause) {
    // A ZIP lies in the store, whose faults are not the file's.
    if (cause instanceof LetGo || cause instanceof StoreProblem) throw cause
    throw new SourceBroken('', { cause })
  }
}

/** A file that was at hand in so many deaths of a process is not opened again until somebody asks for it. */
const mostTries = 2

/** `importFile`, with the row noting that it is at hand as long as it is. */
export async function tryFile(
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  row: ImportRow,
  file: SharedFile | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  if (row.tries >= mostTries) return refuse(deps, unitId, row, { kind: 'died-with-it' })
  // No fact of the agency, only a sign for whoever comes after a death.
  const note = (tries: number) =>
    deps.db
      .updateTable('evidence_import_file')
      .set({ tries })
      .where('id', '=', row.id)
      .where('state', '=', 'listed')
      .execute()
  await note(row.tries + 1)
  let over = false
  try {
    const done = await importFile(deps, services, unitId, row, file, signal)
    over = done.kind !== 'stop' && done.kind !== 'let-go'
    return done
  } finally {
    if (!over) await note(row.tries).catch(() => undefined)
  }
}

/**
 * Makes one row a piece of evidence, through the same checks as an upload. The row, the file's and the piece are one
 * write: whoever dies in between left none of them, and nobody makes one twice.
 */
async function importFile(
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  row: ImportRow,
  file: SharedFile | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const name = row.path.split('/').at(-1) ?? row.path
  if (row.url !== null) return settle(deps, services, unitId, row, { name, file: null })
  if (!file) return refuse(deps, unitId, row, { kind: 'not-in-source' })
  try {
    const stored = await receiveFile(services, { id: deps.newId(), name, bytes: guarded(file, signal) })
    return stored.ok
      ? settle(deps, services, unitId, row, { name, file: stored.value })
      : stopOrRefuse(deps, unitId, row, stored.problem)
  } catch (error) {
    if (error instanceof LetGo) return { kind: 'let-go' }
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
  services: EvidenceServices,
  unitId: string,
  row: ImportRow,
  brought: { readonly name: string; readonly file: StoredFile | null },
): Promise<Outcome> {
  const seen = brought.file && (await seeObject(deps.db, services.store, brought.file))
  if (seen && !seen.ok) return stopOrRefuse(deps, unitId, row, seen.problem)
  const standing = brought.file && seen && { unitId, file: brought.file, seen: seen.value }
  const done = await write<null, FileProblem | AddProblem | { readonly kind: 'already' }>(
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
      const known = await findKnownPiece(tx, unitId, row, brought.file?.sha256 ?? null)
      if (known !== null) {
        await tx
          .updateTable('evidence_import_file')
          .set({ evidence_id: known, problem: JSON.stringify(knownAlready) })
          .where('id', '=', row.id)
          .execute()
        record({
          action: 'evidence-import-known',
          subjectType: 'evidence-import',
          subjectId: row.importId,
          unitId,
          detail: { path: row.path },
        })
        return ok(null)
      }
      const kept = standing && (await keepUpload(tx, deps, record, standing))
      if (kept && !kept.ok) return kept
      const added = await addPieces(tx, deps, record, {
        unitId,
        facts: factsOf(row, brought.name),
        uploads: kept ? [kept.value.id] : [],
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
  return stopOrRefuse(deps, unitId, row, done.problem)
}

const stopOrRefuse = async (
  deps: Deps,
  unitId: string,
  row: ImportRow,
  problem: FileProblem | AddProblem,
): Promise<Outcome> =>
  isStop(problem.kind) ? { kind: 'stop', why: problem.kind } : refuse(deps, unitId, row, problem)

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
