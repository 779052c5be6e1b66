import { sql } from 'kysely'
import type { Actor } from '../../core/access/may.ts'
import type { Db } from '../../db/database.ts'
import { type ActorRow, actorColumns, actorOf } from '../organisation/index.ts'
import { type Scope, tokenHash } from './api-token.ts'

export type FoundToken = { readonly id: string; readonly scope: Scope; readonly actor: Actor }

type Row = ActorRow & { token_id: string; scope: Scope; stale: boolean }

/**
 * The person behind an `Authorization: Bearer` header, with the roles they hold now; null for a token that is
 * unknown, revoked or past its end, and for one whose person has left.
 */
export async function findToken(
  db: Db,
  authorization: string | undefined,
  now: Date,
): Promise<FoundToken | null> {
  const token = /^Bearer (zona_[\w-]{43})$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) return null
  const { rows } = await sql<Row>`
    select t.id as token_id, t.scope, ${actorColumns},
      coalesce(t.last_used_at < ${new Date(now.getTime() - 300_000)}, true) as stale
    from api_token t
    join auth_user u on u.id = t.user_id
    left join employee e on e.user_id = u.id
    where t.token_hash = ${tokenHash(token)} and t.revoked_at is null and t.expires_at > ${now}
      and coalesce(e.active, true)`.execute(db)
  const row = rows[0]
  if (!row) return null
  // As with sessions, the last use is kept to five minutes.
  if (row.stale)
    await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', row.token_id).execute()
  return { id: row.token_id, scope: row.scope, actor: actorOf(row) }
}
