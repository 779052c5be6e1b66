import { type SqlBool, sql } from 'kysely'
import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type AuditFacts, type Deps, write } from '../../db/write.ts'
import { actorId } from './ids.ts'
import { type EvidenceServices, type FileProblem, receiveFile, type StoredFile } from './receive-file.ts'

export type ReceivedUpload = StoredFile & { readonly id: string }

/** How long a received file waits for the form that belongs to it; milliseconds. */
export const uploadWaits = 24 * 60 * 60 * 1000

/** Objects are named and removed under this lock, so that a sweep never takes what is being referred to. */
const objectLock = 727002
export const lockObjects = (tx: Tx, alone: boolean) =>
  alone
    ? sql`select pg_advisory_xact_lock(${sql.lit(objectLock)})`.execute(tx)
    : sql`select pg_advisory_xact_lock_shared(${sql.lit(objectLock)})`.execute(tx)

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
export const recordUpload = (
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  file: StoredFile,
  begun?: string,
): Promise<Result<ReceivedUpload, FileProblem>> =>
  write<ReceivedUpload, FileProblem>({ ...deps, requestKey: undefined }, (tx, record) =>
    keepUpload(tx, deps, record, services, { unitId, file, begun }),
  )

/** The same as a part of a larger write. */
export async function keepUpload(
  tx: Tx,
  deps: Deps,
  record: (facts: AuditFacts) => void,
  { store }: EvidenceServices,
  input: { readonly unitId: string; readonly file: StoredFile; readonly begun?: string | undefined },
): Promise<Result<ReceivedUpload, FileProblem>> {
  const { unitId, file, begun } = input
  await lockObjects(tx, false)
  // Only a sweep in this very moment could have taken them; the sender is told to send them again.
  if ((await store.find(file.sha256))?.size !== file.size) return err({ kind: 'store-unavailable' })
  await tx
    .insertInto('file_object')
    .values({
      sha256: file.sha256,
      size: file.size,
      type: file.type,
      stored_at: deps.now,
      scanned_at: file.scanned ? deps.now : null,
    })
    .onConflict(conflict =>
      conflict
        .column('sha256')
        .doUpdateSet({ scanned_at: deps.now })
        .where(sql<SqlBool>`${file.scanned}::boolean`),
    )
    .execute()
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
