import { isId } from '../../../core/shared/id.ts'
import type { Db, Tx } from '../../../db/database.ts'

/** Whose upload, and where: nobody else may see, continue or end it. */
export type Owned = { readonly id: string; readonly unitId: string; readonly userId: string }

/** A file on its way, in as many requests as it takes. */
export type PartialUpload = {
  readonly id: string
  readonly fileName: string
  /** Bytes, as announced. */
  readonly size: number
  /** Whole, judged and in the store. */
  readonly received: boolean
  readonly expiresAt: Date
}

export async function partialUpload(db: Db | Tx, which: Owned, now: Date): Promise<PartialUpload | null> {
  if (!isId(which.id)) return null
  const row = await db
    .selectFrom('upload')
    .select(['id', 'file_name', 'size', 'sha256', 'expires_at'])
    .where('id', '=', which.id)
    .where('unit_id', '=', which.unitId)
    .where('created_by', '=', which.userId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row || row.size === null) return null
  return {
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    received: row.sha256 !== null,
    expiresAt: row.expires_at,
  }
}
