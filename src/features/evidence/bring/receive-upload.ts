import { ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type AuditFacts, type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'
import { nameObject, type SeenObject, seeObject } from '../store/claim-object.ts'
import { type EvidenceServices, type FileProblem, receiveFile, type StoredFile } from './receive-file.ts'

export type ReceivedUpload = StoredFile & { readonly id: string }

/** How long a received file waits for the form that belongs to it; milliseconds. */
export const uploadWaits = 24 * 60 * 60 * 1000

/**
 * Takes a file in and says so once it is durable: from then on it waits, under an id of its own, for the form
 * that makes it a piece of evidence.
 */
export async function receiveUpload(
  deps: Deps,
  services: EvidenceServices,
  input: { readonly unitId: string; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Result<ReceivedUpload, FileProblem>> {
  const stored = await receiveFile(services, { id: deps.newId(), name: input.name, bytes: input.bytes })
  return stored.ok ? recordUpload(deps, services, input.unitId, stored.value) : stored
}

/** Makes the row of bytes that stand in the store; where a row was made when they began to come, it is that one. */
export async function recordUpload(
  deps: Deps,
  { store }: EvidenceServices,
  unitId: string,
  file: StoredFile,
  begun?: string,
): Promise<Result<ReceivedUpload, FileProblem>> {
  const seen = await seeObject(deps.db, store, file)
  if (!seen.ok) return seen
  return write<ReceivedUpload, FileProblem>({ ...deps, requestKey: undefined }, (tx, record) =>
    keepUpload(tx, deps, record, { unitId, file, seen: seen.value, begun }),
  )
}

type Standing = {
  readonly unitId: string
  readonly file: StoredFile
  readonly seen: SeenObject
  readonly begun?: string | undefined
}

/** The same as a part of a larger write, before which the object was seen. */
export async function keepUpload(
  tx: Tx,
  deps: Deps,
  record: (facts: AuditFacts) => void,
  { unitId, file, seen, begun }: Standing,
): Promise<Result<ReceivedUpload, FileProblem>> {
  const named = await nameObject(tx, deps, seen, file)
  if (!named.ok) return named
  const id = begun ?? deps.newId()
  const whole = {
    received: file.size,
    sha256: file.sha256,
    type: file.type,
    warnings: [...file.warnings],
    updated_at: deps.now,
    expires_at: new Date(deps.now.getTime() + uploadWaits),
  }
  await tx
    .insertInto('upload')
    .values({
      ...whole,
      id,
      unit_id: unitId,
      created_by: actorId(deps),
      file_name: file.fileName,
      size: file.size,
      created_at: deps.now,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet(whole))
    .execute()
  record({
    action: 'file-received',
    subjectType: 'file',
    subjectId: file.sha256,
    unitId,
    detail: { size: file.size, type: file.type },
  })
  return ok({ ...file, id })
}
