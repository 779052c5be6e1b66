import { createHash } from 'node:crypto'
import { isId } from '../../core/shared/id.ts'
import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Db } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import { allUnitObligations, type Obligation, personObligations } from './queries.ts'

/** Whose calendar a feed carries. */
export type FeedOwner =
  | { readonly kind: 'person'; readonly employeeId: string }
  | { readonly kind: 'unit'; readonly unitId: string }

export type Feed = {
  readonly id: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** A feed's address is a secret: only this of it is kept. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const ownedBy = (owner: FeedOwner) =>
  owner.kind === 'person'
    ? { column: 'employee_id' as const, id: owner.employeeId }
    : { column: 'unit_id' as const, id: owner.unitId }

export async function feedsOf(db: Db, owner: FeedOwner): Promise<Feed[]> {
  const { column, id } = ownedBy(owner)
  return db
    .selectFrom('feed')
    .select(['id', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
    .where(column, '=', id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export type MadeFeed = { readonly id: string; readonly tokenHash: string }

/**
 * Makes a calendar address. `token` is 32 random bytes as text; it is shown once and never stored.
 * The caller has checked that the actor may do this for that owner.
 */
export const createFeed = (
  deps: Deps,
  input: { readonly owner: FeedOwner; readonly token: string },
): Promise<Result<MadeFeed, { kind: 'no-account' }>> =>
  write<MadeFeed, { kind: 'no-account' }>(deps, async (tx, record) => {
    if (!deps.actor) return err({ kind: 'no-account' })
    const id = deps.newId()
    const tokenHash = hashOf(input.token)
    const { owner } = input
    await tx
      .insertInto('feed')
      .values({
        id,
        token_hash: tokenHash,
        employee_id: owner.kind === 'person' ? owner.employeeId : null,
        unit_id: owner.kind === 'unit' ? owner.unitId : null,
        created_by: deps.actor.userId,
        created_at: deps.now,
      })
      .execute()
    record({ action: 'feed-created', subjectType: 'feed', subjectId: id, unitId: unitIdOf(owner) })
    return ok({ id, tokenHash })
  })

/** Ends a calendar address at once. */
export const revokeFeed = (
  deps: Deps,
  input: { readonly owner: FeedOwner; readonly id: string },
): Promise<Result<null, { kind: 'not-found' }>> =>
  write<null, { kind: 'not-found' }>(deps, async (tx, record) => {
    if (!isId(input.id)) return err({ kind: 'not-found' })
    const { column, id: ownerId } = ownedBy(input.owner)
    const revoked = await tx
      .updateTable('feed')
      .set({ revoked_at: deps.now })
      .where('id', '=', input.id)
      .where(column, '=', ownerId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!revoked) return err({ kind: 'not-found' })
    record({
      action: 'feed-revoked',
      subjectType: 'feed',
      subjectId: input.id,
      unitId: unitIdOf(input.owner),
      whileClosed: true,
    })
    return ok(null)
  })

const unitIdOf = (owner: FeedOwner) => (owner.kind === 'unit' ? owner.unitId : null)

/** The owner behind an address that still holds; null for an unknown or revoked one, and for one who has left. */
export async function openFeed(db: Db, token: string, now: Date): Promise<FeedOwner | null> {
  const feed = await db
    .updateTable('feed')
    .set({ last_used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where(eb =>
      eb.or([
        eb('employee_id', 'is', null),
        eb(
          'employee_id',
          'in',
          eb.selectFrom('employee').select('employee.id').where('employee.active', '=', true),
        ),
      ]),
    )
    .returning(['employee_id', 'unit_id'])
    .executeTakeFirst()
  if (feed?.employee_id) return { kind: 'person', employeeId: feed.employee_id }
  if (feed?.unit_id) return { kind: 'unit', unitId: feed.unit_id }
  return null
}

/** What an owner's feed shows: a unit's every obligation, or a person's own in every unit. */
export const feedObligations = (db: Db, owner: FeedOwner): Promise<Obligation[]> =>
  owner.kind === 'person' ? personObligations(db, owner.employeeId) : allUnitObligations(db, owner.unitId)

export async function feedOwnerName(db: Db, owner: FeedOwner): Promise<string> {
  const { name } =
    owner.kind === 'person'
      ? await db
          .selectFrom('employee')
          .select('name')
          .where('id', '=', owner.employeeId)
          .executeTakeFirstOrThrow()
      : await db
          .selectFrom('unit')
          .select('short_name as name')
          .where('id', '=', owner.unitId)
          .executeTakeFirstOrThrow()
  return name
}
