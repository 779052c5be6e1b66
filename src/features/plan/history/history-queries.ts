import type { Db, Tx } from '../../../db/database.ts'

export const changesPerPage = 30

export async function planChanges(db: Db, planId: string, page: number) {
  const [rows, count] = await Promise.all([
    db
      .selectFrom('plan_change as c')
      .leftJoin('auth_user as u', 'u.id', 'c.actor_id')
      .where('c.plan_id', '=', planId)
      .select(['c.id', 'c.at', 'c.kind', 'c.subject', 'c.before', 'c.after', 'c.reason', 'u.name as actor'])
      .orderBy('c.at', 'desc')
      .orderBy('c.id')
      .limit(changesPerPage)
      .offset((page - 1) * changesPerPage)
      .execute(),
    db
      .selectFrom('plan_change')
      .where('plan_id', '=', planId)
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(count.n) }
}

const versions = (db: Db | Tx, planId: string) =>
  db
    .selectFrom('plan_version as v')
    .leftJoin('auth_user as u', 'u.id', 'v.approved_by')
    .where('v.plan_id', '=', planId)
    .select(['v.version', 'v.approved_at as at', 'u.name as by', 'v.note'])

/** What was approved of that plan, the newest first. */
export const planVersions = (db: Db, planId: string) =>
  versions(db, planId).orderBy('v.version', 'desc').execute()

export async function findVersion(db: Db, planId: string, version: number) {
  if (!Number.isSafeInteger(version) || version < 1 || version > 1_000_000) return undefined
  return versions(db, planId).select('v.content').where('v.version', '=', version).executeTakeFirst()
}
