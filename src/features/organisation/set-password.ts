import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import { hashPassword, maximumPassword, minimumPassword, verifyPassword } from './password.ts'

export type PasswordProblem =
  | { readonly kind: 'too-short' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-alike' }
  | { readonly kind: 'link-spent' }
  | { readonly kind: 'wrong-password' }

type NewPassword = { readonly password: string; readonly again: string }

// Only the hash of a link is stored: whoever reads the database cannot use it.
const keyOf = (token: string) => `set-password:${createHash('sha256').update(token).digest('hex')}`

/** Makes the secret of a link with which its holder sets a password once, within `hours`. */
export async function createPasswordToken(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  userId: string,
  hours: number,
): Promise<string> {
  const token = `${newId()}${newId()}`.replaceAll('-', '')
  await tx
    .insertInto('auth_verification')
    .values({
      id: newId(),
      identifier: keyOf(token),
      value: userId,
      expires_at: new Date(now.getTime() + hours * 3_600_000),
      created_at: now,
      updated_at: now,
    })
    .execute()
  return token
}

/** Makes every link void with which somebody could still set a password of these accounts. */
export const dropPasswordLinks = (tx: Tx, userIds: readonly string[]) =>
  tx
    .deleteFrom('auth_verification')
    .where('value', 'in', userIds)
    .where('identifier', 'like', 'set-password:%')
    .execute()

export const passwordLink = (origin: string, token: string): string => `${origin}/sandi-baru?token=${token}`

/** Makes a reset link for an account with that address, at most one in five minutes; null where there is none. */
export const requestPasswordLink = (
  deps: Deps,
  input: { readonly email: string },
): Promise<Result<{ token: string; email: string }, { kind: 'none' }>> =>
  write({ ...deps, requestKey: undefined }, async (tx, record) => {
    const user = await tx
      .selectFrom('auth_user')
      .leftJoin('employee', 'employee.user_id', 'auth_user.id')
      .select(['auth_user.id', 'auth_user.email', 'employee.unit_id', 'employee.active'])
      .where('auth_user.email', '=', input.email.toLowerCase())
      .executeTakeFirst()
    if (!user || user.active === false) return err({ kind: 'none' })
    const recent = await tx
      .selectFrom('auth_verification')
      .select('id')
      .where('value', '=', user.id)
      .where('identifier', 'like', 'set-password:%')
      .where('created_at', '>', new Date(deps.now.getTime() - 300_000))
      .executeTakeFirst()
    if (recent) return err({ kind: 'none' })
    const token = await createPasswordToken(tx, deps, user.id, 1)
    record({
      action: 'password-link-asked',
      subjectType: 'account',
      subjectId: user.id,
      unitId: user.unit_id,
      whileClosed: true,
    })
    // Letters that only become the same in small ones are another mailbox: what was typed is no place to send to.
    return ok({ token, email: user.email })
  })

/** Sets a password with a link's secret. That link and every other is spent, all sessions end, a lock is lifted. */
export async function setPassword(
  deps: Deps,
  input: NewPassword & { readonly token: string },
): Promise<Result<null, PasswordProblem>> {
  const problem = checkNew(input)
  if (problem) return err(problem)
  const hashed = await hashPassword(input.password)
  return write<null, PasswordProblem>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const spent = await tx
      .deleteFrom('auth_verification')
      .where('identifier', '=', keyOf(input.token))
      .where('expires_at', '>', deps.now)
      .returning('value as userId')
      .executeTakeFirst()
    if (!spent) return err({ kind: 'link-spent' })
    await storePassword(tx, deps, spent.userId, hashed)
    await dropPasswordLinks(tx, [spent.userId])
    await tx.deleteFrom('auth_session').where('user_id', '=', spent.userId).execute()
    await tx
      .deleteFrom('sign_in_failure')
      .where('email', 'in', q => q.selectFrom('auth_user').select('email').where('id', '=', spent.userId))
      .execute()
    record({ action: 'password-set', subjectType: 'account', subjectId: spent.userId })
    return ok(null)
  })
}

/** Changes the own password; every other session ends, and every link to set another one. */
export async function changePassword(
  deps: Deps,
  input: NewPassword & { readonly current: string; readonly sessionId: string },
): Promise<Result<null, PasswordProblem>> {
  const userId = deps.actor?.userId ?? ''
  const account = await deps.db
    .selectFrom('auth_account')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (!account?.password || !(await verifyPassword(input.current, account.password)))
    return err({ kind: 'wrong-password' })
  const problem = checkNew(input)
  if (problem) return err(problem)
  const hashed = await hashPassword(input.password)
  return write<null, PasswordProblem>(deps, async (tx, record) => {
    await storePassword(tx, deps, userId, hashed)
    await dropPasswordLinks(tx, [userId])
    await tx
      .deleteFrom('auth_session')
      .where('user_id', '=', userId)
      .where('id', '!=', input.sessionId)
      .execute()
    record({ action: 'password-changed', subjectType: 'account', subjectId: userId })
    return ok(null)
  })
}

function checkNew({ password, again }: NewPassword): PasswordProblem | null {
  if (password.length < minimumPassword) return { kind: 'too-short' }
  if (password.length > maximumPassword) return { kind: 'too-long' }
  return password === again ? null : { kind: 'not-alike' }
}

/** Stores a hashed password for an account, whether it had one or not. */
export async function storePassword(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  userId: string,
  hashed: string,
): Promise<void> {
  const changed = await tx
    .updateTable('auth_account')
    .set({ password: hashed, updated_at: now })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .returning('id')
    .executeTakeFirst()
  if (changed) return
  await tx
    .insertInto('auth_account')
    .values({
      id: newId(),
      user_id: userId,
      account_id: userId,
      provider_id: 'credential',
      access_token: null,
      refresh_token: null,
      id_token: null,
      scope: null,
      password: hashed,
      updated_at: now,
    })
    .execute()
}
