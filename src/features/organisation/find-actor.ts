import { sql } from 'kysely'
import type { Actor } from '../../core/access/may.ts'
import type { Grant } from '../../core/access/role.ts'
import type { Db } from '../../db/database.ts'
import { type Locale, locales } from '../../ui/messages.ts'
import { signedCookie } from './signed-cookie.ts'

export type FoundActor = {
  readonly actor: Actor
  readonly sessionId: string
  readonly locale: Locale
  /** The unit that the person works in; null for an account without an employee. */
  readonly unitId: string | null
}

export type ActorRow = {
  user_id: string
  user_name: string
  employee_id: string | null
  employee_name: string | null
  grants: Grant[] | null
}

/** What an actor is made of, in a query where `u` is the account and `e` its employee, if any. */
export const actorColumns = sql`u.id as user_id, u.name as user_name, e.id as employee_id, e.name as employee_name,
  (select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'areas', g.areas,
      'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.valid_from, g.id)
    from role_grant g where g.employee_id = e.id) as grants`

export const actorOf = (row: ActorRow): Actor => ({
  userId: row.user_id,
  employeeId: row.employee_id,
  name: row.employee_name ?? row.user_name,
  grants: row.grants ?? [],
})

/** The person of an account that is in use, for work that nobody waits for. */
export async function actorById(db: Db, userId: string): Promise<Actor | null> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns} from auth_user u left join employee e on e.user_id = u.id
    where u.id = ${userId} and coalesce(e.active, true)`.execute(db)
  return rows[0] ? actorOf(rows[0]) : null
}

type Row = ActorRow & { session_id: string; stale: boolean; locale: string | null; unit_id: string | null }

const cookieNames = ['__Secure-zona.session_token', 'zona.session_token']

/** The token of a session cookie whose signature holds. */
function sessionToken(headers: Headers, secret: string): string | null {
  const cookie = headers.get('cookie')
  if (!cookie) return null
  for (const name of cookieNames) {
    if (!cookie.includes(name)) continue
    const token = signedCookie(cookie, name, secret)
    if (token) return token
  }
  return null
}

/** Who asks, with every role they hold or held; one query, for this runs on every request. */
export async function findActor(
  db: Db,
  headers: Headers,
  secret: string,
  now: Date,
): Promise<FoundActor | null> {
  const token = sessionToken(headers, secret)
  if (token === null) return null
  const { rows } = await sql<Row>`
    select s.id as session_id, s.updated_at < ${new Date(now.getTime() - 300_000)} as stale,
      e.locale, e.unit_id, ${actorColumns}
    from auth_session s
    join auth_user u on u.id = s.user_id
    left join employee e on e.user_id = u.id
    where s.token = ${token} and s.expires_at > ${now} and coalesce(e.active, true)`.execute(db)
  const row = rows[0]
  if (!row) return null
  // When the session was last used is kept to five minutes, so that reading a page rarely writes.
  if (row.stale)
    await db.updateTable('auth_session').set({ updated_at: now }).where('id', '=', row.session_id).execute()
  return {
    actor: actorOf(row),
    sessionId: row.session_id,
    locale: locales.find(locale => locale === row.locale) ?? 'id',
    unitId: row.unit_id,
  }
}
