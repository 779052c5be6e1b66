import { createHash } from 'node:crypto'
import { isId } from '../../core/shared/id.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Db } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'

/** `read` only looks; `write` may change what its person may change. Neither may more than the person. */
export const scopes = ['read', 'write'] as const
export type Scope = (typeof scopes)[number]

/** How many days a token may live; there is none without an end. */
export const lifetimes = [30, 90, 180, 365] as const
export type Lifetime = (typeof lifetimes)[number]

export const longestName = 80

/** The beginning tells a token that leaked into a file or a log from other text. */
export const tokenText = (secret: string): string => `zona_${secret}`

/** A token is a secret of 32 random bytes: only this of it is kept, and a fast hash is enough. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export type ApiToken = {
  readonly id: string
  readonly name: string
  readonly scope: Scope
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** The person's tokens that still hold. */
export const tokensOf = (db: Db, userId: string, now: Date): Promise<ApiToken[]> =>
  db
    .selectFrom('api_token')
    .select([
      'id',
      'name',
      'scope',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export type CreateProblem = { readonly kind: 'no-account' } | { readonly kind: 'no-name' }
const day = 86_400_000

/** Makes a token of the own account. `token` is shown once by the caller and never stored. */
export const createToken = (
  deps: Deps,
  input: { readonly name: string; readonly scope: Scope; readonly days: Lifetime; readonly token: string },
): Promise<Result<{ id: string; hash: string }, CreateProblem>> =>
  write<{ id: string; hash: string }, CreateProblem>(deps, async (tx, record) => {
    if (!deps.actor) return err({ kind: 'no-account' })
    const name = input.name.trim().slice(0, longestName)
    if (name === '') return err({ kind: 'no-name' })
    const id = deps.newId()
    const hash = tokenHash(input.token)
    await tx
      .insertInto('api_token')
      .values({
        id,
        user_id: deps.actor.userId,
        name,
        scope: input.scope,
        token_hash: hash,
        created_at: deps.now,
        expires_at: new Date(deps.now.getTime() + input.days * day),
      })
      .execute()
    record({
      action: 'api-token-created',
      subjectType: 'api-token',
      subjectId: id,
      detail: { scope: input.scope, days: input.days },
    })
    return ok({ id, hash })
  })

/** Ends one of the own tokens at once. */
export const revokeToken = (
  deps: Deps,
  input: { readonly id: string },
): Promise<Result<null, { kind: 'not-found' }>> =>
  write<null, { kind: 'not-found' }>(deps, async (tx, record) => {
    if (!isId(input.id)) return err({ kind: 'not-found' })
    const revoked = await tx
      .updateTable('api_token')
      .set({ revoked_at: deps.now })
      .where('id', '=', input.id)
      .where('user_id', '=', deps.actor?.userId ?? '')
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!revoked) return err({ kind: 'not-found' })
    record({ action: 'api-token-revoked', subjectType: 'api-token', subjectId: input.id })
    return ok(null)
  })
