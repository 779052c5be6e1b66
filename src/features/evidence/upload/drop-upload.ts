import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { FileProblem } from '../bring/receive-file.ts'
import type { ObjectStore } from '../store/object-store.ts'

/** Ends an upload that is not used: its row first, for bytes without a row are found by the sweep. */
export async function dropUpload(
  deps: Deps,
  store: ObjectStore,
  which: { readonly id: string; readonly unitId: string },
  why: 'cancelled' | 'expired' | FileProblem['kind'],
): Promise<Result<null, 'gone'>> {
  const dropped = await write<null, 'gone'>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const row = await tx
      .deleteFrom('upload')
      .where('id', '=', which.id)
      .where('unit_id', '=', which.unitId)
      .returning('id')
      .executeTakeFirst()
    if (!row) return err('gone')
    record({
      action: 'upload-dropped',
      subjectType: 'upload',
      subjectId: which.id,
      unitId: which.unitId,
      // What nobody finished goes, whatever became of the unit.
      whileClosed: why === 'expired',
      detail: { why },
    })
    return ok(null)
  })
  if (dropped.ok) await store.dropStaged(which.id)
  return dropped
}

/** Ends the uploads that nobody finished within their time. */
export async function dropExpiredUploads(
  deps: Omit<Deps, 'actor' | 'requestKey'> & { readonly store: ObjectStore },
): Promise<number> {
  const expired = await deps.db
    .selectFrom('upload')
    .select(['id', 'unit_id'])
    .where('sha256', 'is', null)
    .where('expires_at', '<=', deps.now)
    .execute()
  let dropped = 0
  for (const { id, unit_id } of expired) {
    const done = await dropUpload({ ...deps, actor: null }, deps.store, { id, unitId: unit_id }, 'expired')
    if (done.ok) dropped++
  }
  return dropped
}
