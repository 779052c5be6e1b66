import { createHash } from 'node:crypto'
import type { Deps } from '../../db/write.ts'

// Loaded when the first key is asked for: it looks for experimental algorithms, of which Node then warns.
export const webauthn = () => import('@simplewebauthn/server')

const challengeMs = 5 * 60_000
const keyOf = (challenge: string) => `passkey:${createHash('sha256').update(challenge).digest('hex')}`

/** Keeps a challenge for one answer within five minutes; `holder` is the account that it was made for. */
export async function keepChallenge(
  { db, now, newId }: Deps,
  challenge: string,
  holder: string,
): Promise<void> {
  await db
    .deleteFrom('auth_verification')
    .where('identifier', 'like', 'passkey:%')
    .where('expires_at', '<', now)
    .execute()
  await db
    .insertInto('auth_verification')
    .values({
      id: newId(),
      identifier: keyOf(challenge),
      value: holder,
      expires_at: new Date(now.getTime() + challengeMs),
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/** Whether the challenge was made for `holder` and not answered yet; from now on it is. */
export const spendChallenge =
  ({ db, now }: Deps, holder: string) =>
  async (challenge: string): Promise<boolean> =>
    (await db
      .deleteFrom('auth_verification')
      .where('identifier', '=', keyOf(challenge))
      .where('value', '=', holder)
      .where('expires_at', '>', now)
      .returning('id')
      .executeTakeFirst()) !== undefined

/** The browser's answer as it came; what it holds is for the verification to judge. */
export function parseAnswer<T extends { id: string }>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text)
    const whole = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    return whole ? (value as T) : null
  } catch {
    return null
  }
}
