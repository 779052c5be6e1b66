import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Auth } from './auth.ts'

export type SignInProblem =
  /** Wrong, unknown and locked by an admin look alike on purpose. */
  { readonly kind: 'refused' } | { readonly kind: 'locked'; readonly until: Date }

/** `answer` carries the cookies. With `code-wanted` the person still owes the second factor. */
export type SignedIn = { readonly step: 'done' | 'code-wanted'; readonly answer: Response }

const freeTries = 5
const firstLockMinutes = 15

/**
 * Signs in with a password. Every try counts before it is judged, so that tries sent at once cannot pass
 * the limit; a good one clears the count. From the fifth failure on the address is locked for 15 minutes,
 * doubling with each further one up to a day. A day without a try starts over.
 */
export async function signIn(
  deps: Deps,
  auth: Auth,
  input: { readonly email: string; readonly password: string; readonly headers: Headers },
): Promise<Result<SignedIn, SignInProblem>> {
  const email = input.email.toLowerCase()
  // No address is longer (RFC 5321, 4.5.3.1), and the table's key could not be.
  if (email.length > 254) return err({ kind: 'refused' })
  const counted = await countTry(deps, email)
  if (counted) return err({ kind: 'locked', until: counted })
  const answer = await auth.api.signInEmail({
    body: { email, password: input.password },
    headers: input.headers,
    asResponse: true,
  })
  const person = await accountOf(deps, email)
  if (!answer.ok) {
    await recordFailure(deps, email, person)
    const row = await deps.db
      .selectFrom('sign_in_failure')
      .select('locked_until')
      .where('email', '=', email)
      .executeTakeFirst()
    const until = row?.locked_until
    return err(until && until > deps.now ? { kind: 'locked', until } : { kind: 'refused' })
  }
  await deps.db.deleteFrom('sign_in_failure').where('email', '=', email).execute()
  const body = (await answer.clone().json()) as { twoFactorRedirect?: boolean }
  if (body.twoFactorRedirect) return ok({ step: 'code-wanted', answer })
  await recordSignIn(deps, person, 'password')
  return ok({ step: 'done', answer })
}

/**
 * Counts a try and sets the lock in one statement, so that no try slips between the two; the moment the
 * lock ends where there was one, null where the try may go on.
 */
async function countTry({ db, now }: Deps, email: string): Promise<Date | null> {
  // What was typed is not kept for longer than it counts: people type passwords into that field.
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await db.deleteFrom('sign_in_failure').where('last_at', '<', dayAgo).execute()
  const count = sql`sign_in_failure.failures + 1`
  const { rows } = await sql`
    insert into sign_in_failure (email, failures, last_at) values (${email}, 1, ${now})
    on conflict (email) do update set
      failures = ${count},
      last_at = ${now},
      locked_until = case when ${count} >= ${freeTries} then ${now}::timestamptz + make_interval(
        mins => least(${firstLockMinutes} * power(2, least(${count} - ${freeTries}, 10)), 1440)::int) end
    where sign_in_failure.locked_until is null or sign_in_failure.locked_until <= ${now}
    returning failures`.execute(db)
  if (rows.length > 0) return null
  const row = await db
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('email', '=', email)
    .executeTakeFirst()
  return row?.locked_until ?? null
}

type Account = { readonly userId: string; readonly unitId: string | null }

const accountOf = ({ db }: Deps, email: string): Promise<Account | undefined> =>
  db
    .selectFrom('auth_user')
    .leftJoin('employee', 'employee.user_id', 'auth_user.id')
    .where('auth_user.email', '=', email)
    .select(['auth_user.id as userId', 'employee.unit_id as unitId'])
    .executeTakeFirst()

/** The address of an unknown account is not kept: people type passwords into that field. */
const recordFailure = (deps: Deps, email: string, person: Account | undefined) =>
  write({ ...deps, requestKey: undefined }, async (tx, record) => {
    const row = await tx
      .selectFrom('sign_in_failure')
      .select(['failures', 'locked_until'])
      .where('email', '=', email)
      .executeTakeFirst()
    record({
      action: row?.locked_until ? 'sign-in-locked' : 'sign-in-refused',
      subjectType: 'account',
      subjectId: person?.userId ?? 'unknown',
      unitId: person?.unitId ?? null,
      whileClosed: true,
      detail: { failures: row?.failures ?? 1 },
    })
    return ok(null)
  })

/** Puts a completed sign-in on record. */
export const recordSignIn = (deps: Deps, person: Account | undefined, method: string) =>
  write({ ...deps, requestKey: undefined }, async (_tx, record) => {
    record({
      action: 'signed-in',
      subjectType: 'account',
      subjectId: person?.userId ?? 'unknown',
      unitId: person?.unitId ?? null,
      whileClosed: true,
      detail: { method },
    })
    return ok(null)
  })

/** Puts the end of a sign-in through the agency's provider on record. */
export const recordOidc = (
  deps: Deps,
  found: { readonly actor: { readonly userId: string }; readonly unitId: string | null } | null,
  error: string | null,
) =>
  found
    ? recordSignIn(deps, { userId: found.actor.userId, unitId: found.unitId }, 'oidc')
    : write({ ...deps, requestKey: undefined }, async (_tx, record) => {
        record({
          action: 'sign-in-refused',
          subjectType: 'account',
          subjectId: 'unknown',
          detail: { method: 'oidc', kind: (error ?? 'failed').slice(0, 60) },
        })
        return ok(null)
      })

/** For as long as the library takes a code: its own half minute and the one on either side, in milliseconds. */
const codeLives = 90_000

/** False for a code of the app that this person used a moment ago: whoever saw it typed gets nothing by it (RFC 6238, 5.2). */
async function spendCode({ db, now }: Deps, userId: string, code: string): Promise<boolean> {
  const key = createHash('sha256').update(`totp ${code}`).digest('hex')
  const spent = await db
    .insertInto('request_key')
    .values({ actor_id: userId, key, at: now })
    .onConflict(conflict =>
      conflict
        .columns(['actor_id', 'key'])
        .doUpdateSet({ at: now })
        .where('request_key.at', '<', new Date(now.getTime() - codeLives)),
    )
    .returning('key')
    .executeTakeFirst()
  return spent !== undefined
}

const recordWrongCode = (deps: Deps, kind: string) =>
  write({ ...deps, requestKey: undefined }, async (_tx, record) => {
    record({ action: 'sign-in-code-refused', subjectType: 'account', subjectId: 'unknown', detail: { kind } })
    return ok(null)
  })

/** The second step: a code of the authenticator app, or one of the backup codes, each good once. */
export async function signInWithCode(
  deps: Deps,
  auth: Auth,
  input: { readonly code: string; readonly backup: boolean; readonly headers: Headers },
): Promise<Result<Response, { readonly kind: 'wrong-code' | 'expired' | 'too-many' }>> {
  const { headers } = input
  const code = input.backup ? input.code : input.code.replace(/\s/g, '')
  const answer = input.backup
    ? await auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true })
    : await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
  const body = (await answer.clone().json()) as { code?: string; token?: string; user?: { email?: string } }
  if (!answer.ok) {
    const kind =
      body.code === 'INVALID_TWO_FACTOR_COOKIE'
        ? 'expired'
        : /TOO_MANY|LOCKED/.test(body.code ?? '')
          ? 'too-many'
          : 'wrong-code'
    await recordWrongCode(deps, kind)
    return err({ kind })
  }
  const person = await accountOf(deps, body.user?.email ?? '')
  if (!input.backup && person && !(await spendCode(deps, person.userId, code))) {
    await deps.db
      .deleteFrom('auth_session')
      .where('token', '=', body.token ?? '')
      .execute()
    await recordWrongCode(deps, 'wrong-code')
    return err({ kind: 'wrong-code' })
  }
  await recordSignIn(deps, person, input.backup ? 'backup-code' : 'totp')
  return ok(answer)
}
