import { type SqlBool, sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db, Tx } from '../../../db/database.ts'
import type { Deps } from '../../../db/write.ts'
import { type ObjectStore, StoreProblem } from './object-store.ts'

/*
 * Uploads give objects rows, a sweep removes objects that have none. The store is asked outside of every transaction,
 * for it may take a minute; the database holds what either of them was about to do when the other looked.
 */

/** An object that stood in the store when the last removal of it was the one with this number; 0: there was none. */
export type SeenObject = { readonly sha256: string; readonly size: number; readonly removal: number }

/** Rows of objects come and go under this lock: for an upload beside other uploads, for a sweep alone. */
const lockObjects = (tx: Tx, alone: boolean) =>
  alone
    ? sql`select pg_advisory_xact_lock(727002)`.execute(tx)
    : sql`select pg_advisory_xact_lock_shared(727002)`.execute(tx)

/** No store is waited for so long: what a removal has not done by then, it will not do. */
const underWay = sql<SqlBool>`not over and begun_at > now() - interval '1 hour'`

const lastRemoval = async (db: Db | Tx, sha256: string) =>
  (await db
    .selectFrom('object_removal')
    .select(['no', underWay.as('underWay')])
    .where('sha256', '=', sha256)
    .executeTakeFirst()) ?? { no: 0, underWay: false }

/** Looks whether the object stands, before the transaction that gives it a row. */
export async function seeObject(
  db: Db,
  store: ObjectStore,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<Result<SeenObject, { readonly kind: StoreProblem['kind'] }>> {
  const last = await lastRemoval(db, sha256)
  // Only a sweep in this very moment could take it; the sender is told to send it again.
  if (last.underWay) return err({ kind: 'store-unavailable' })
  try {
    if ((await store.find(sha256))?.size !== size) return err({ kind: 'store-unavailable' })
  } catch (error) {
    if (error instanceof StoreProblem) return err({ kind: error.kind })
    throw error
  }
  return ok({ sha256, size, removal: last.no })
}

/** Gives the object its row, unless a removal of it has begun since it was seen. */
export async function nameObject(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { sha256, size, removal }: SeenObject,
  { type, scanned }: { readonly type: string; readonly scanned: boolean },
): Promise<Result<null, { readonly kind: 'store-unavailable' }>> {
  await lockObjects(tx, false)
  if ((await lastRemoval(tx, sha256)).no !== removal) return err({ kind: 'store-unavailable' })
  await tx
    .insertInto('file_object')
    .values({ sha256, size, type, stored_at: deps.now, scanned_at: scanned ? deps.now : null })
    .onConflict(conflict =>
      conflict
        .column('sha256')
        .doUpdateSet({ scanned_at: deps.now })
        .where(sql<SqlBool>`${scanned}::boolean`),
    )
    .execute()
  return ok(null)
}

/**
 * Claims an object for removal, where `free` says that nothing needs it. From the end of this transaction until
 * `endRemoval` it gets no row. Null where something needs it or another sweep has it.
 */
export async function claimRemoval(
  tx: Tx,
  sha256: string,
  free: () => Promise<boolean>,
): Promise<number | null> {
  await lockObjects(tx, true)
  if (!(await free())) return null
  const claimed = await tx
    .insertInto('object_removal')
    .values({ sha256, no: 1, begun_at: sql`now()`, over: false })
    .onConflict(conflict =>
      conflict
        .column('sha256')
        .doUpdateSet({ no: sql`object_removal.no + 1`, begun_at: sql`now()`, over: false })
        .where(sql<SqlBool>`object_removal.over or object_removal.begun_at <= now() - interval '1 hour'`),
    )
    .returning('no')
    .executeTakeFirst()
  return claimed?.no ?? null
}

/** The store has answered: the object is gone, or stays. */
export const endRemoval = (db: Db, sha256: string, no: number) =>
  db
    .updateTable('object_removal')
    .set({ over: true })
    .where('sha256', '=', sha256)
    .where('no', '=', no)
    .execute()
