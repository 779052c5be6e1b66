import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Auth } from './auth.ts'
import { verifyPassword } from './password.ts'
import { recordSignIn } from './sign-in.ts'

/** Browsers tie a key to a host name; there are none for a bare address. Null where the server has only that. */
export function relyingParty(origin: string): string | null {
  const { hostname } = new URL(origin)
  return /^[\d.]+$|:/.test(hostname) ? null : hostname
}

// Loaded when the first key is asked for: it looks for experimental algorithms, of which Node then warns.
const webauthn = () => import('@simplewebauthn/server')

/** EdDSA, ES256 and RS256, which every device has. */
const algorithms = [-8, -7, -257]

const challengeMs = 5 * 60_000
const keyOf = (challenge: string) => `passkey:${createHash('sha256').update(challenge).digest('hex')}`

/** Keeps a challenge for one answer within five minutes; `holder` is the account that it was made for. */
async function keepChallenge({ db, now, newId }: Deps, challenge: string, holder: string): Promise<void> {
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

const spendChallenge =
  ({ db, now }: Deps, holder: string) =>
  async (challenge: string): Promise<boolean> =>
    (await db
      .deleteFrom('auth_verification')
      .where('identifier', '=', keyOf(challenge))
      .where('value', '=', holder)
      .where('expires_at', '>', now)
      .returning('id')
      .executeTakeFirst()) !== undefined

const anyone = 'anyone'

/** What a browser needs to make a key for the own account. */
export async function registrationOptions(deps: Deps, rpID: string) {
  const userId = deps.actor?.userId ?? ''
  const user = await deps.db
    .selectFrom('auth_user')
    .select(['name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const known = await deps.db.selectFrom('passkey').select('id').where('user_id', '=', userId).execute()
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Zona',
    rpID,
    userID: new TextEncoder().encode(userId),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(deps, options.challenge, userId)
  return options
}

/** What a browser needs to sign in with a key that it finds itself. */
export async function signInOptions(deps: Deps, rpID: string) {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await keepChallenge(deps, options.challenge, anyone)
  return options
}

export type PasskeyProblem =
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'name-missing' }
  /** Late, used before, made for another site, or not by the key's holder. */
  | { readonly kind: 'not-verified' }
  | { readonly kind: 'already-known' }

type AddInput = {
  readonly name: string
  /** Asked again where the account has one, so that an open screen is not enough to leave a key behind. */
  readonly password: string
  readonly answer: string
  readonly origin: string
  readonly rpID: string
}

/** Adds a key to the own account. */
export async function addPasskey(deps: Deps, input: AddInput): Promise<Result<null, PasskeyProblem>> {
  const userId = deps.actor?.userId ?? ''
  if (input.name === '') return err({ kind: 'name-missing' })
  const account = await deps.db
    .selectFrom('auth_account')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (account?.password && !(await verifyPassword(input.password, account.password)))
    return err({ kind: 'wrong-password' })
  const { verifyRegistrationResponse } = await webauthn()
  const response = parseAnswer<RegistrationResponseJSON>(input.answer)
  const checked =
    response &&
    (await verifyRegistrationResponse({
      response,
      expectedChallenge: spendChallenge(deps, userId),
      supportedAlgorithmIDs: algorithms,
      expectedOrigin: input.origin,
      expectedRPID: input.rpID,
    }).catch(() => null))
  if (!checked?.verified) return err({ kind: 'not-verified' })
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
  return write<null, PasskeyProblem>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const made = await tx
      .insertInto('passkey')
      .values({
        id,
        user_id: userId,
        name: input.name.slice(0, 60),
        public_key: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: [...transports],
        created_at: deps.now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return err({ kind: 'already-known' })
    record({
      action: 'passkey-added',
      subjectType: 'account',
      subjectId: userId,
      detail: { name: input.name.slice(0, 60) },
    })
    return ok(null)
  })
}

/** Removes one of the own keys: it opens nothing any more. */
export const removePasskey = (
  deps: Deps,
  { id }: { readonly id: string },
): Promise<Result<null, { kind: 'not-found' }>> =>
  write<null, { kind: 'not-found' }>(deps, async (tx, record) => {
    const userId = deps.actor?.userId ?? ''
    const gone = await tx
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning('name')
      .executeTakeFirst()
    if (!gone) return err({ kind: 'not-found' })
    record({
      action: 'passkey-removed',
      subjectType: 'account',
      subjectId: userId,
      detail: { name: gone.name },
    })
    return ok(null)
  })

type SignInInput = {
  readonly answer: string
  readonly origin: string
  readonly rpID: string
  readonly headers: Headers
}

/** Signs in with a key. It asks for the person's finger, face or PIN, so no further code is wanted. */
export async function signInWithPasskey(
  deps: Deps,
  auth: Auth,
  input: SignInInput,
): Promise<Result<Response, { readonly kind: 'refused' }>> {
  const { verifyAuthenticationResponse } = await webauthn()
  const response = parseAnswer<AuthenticationResponseJSON>(input.answer)
  const key =
    response &&
    (await deps.db
      .selectFrom('passkey')
      .innerJoin('auth_user', 'auth_user.id', 'passkey.user_id')
      .leftJoin('employee', 'employee.user_id', 'passkey.user_id')
      .select(['passkey.id', 'passkey.user_id', 'public_key', 'counter', 'employee.unit_id'])
      .where('passkey.id', '=', response.id)
      .executeTakeFirst())
  const checked =
    key &&
    (await verifyAuthenticationResponse({
      response,
      expectedChallenge: spendChallenge(deps, anyone),
      expectedOrigin: input.origin,
      expectedRPID: input.rpID,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
        counter: Number(key.counter),
      },
    }).catch(() => null))
  if (!key || !checked?.verified) return refuse(deps, key?.user_id ?? 'unknown', key?.unit_id ?? null)
  const { newCounter } = checked.authenticationInfo
  await deps.db
    .updateTable('passkey')
    .set({ counter: newCounter, last_used_at: deps.now })
    .where('id', '=', key.id)
    .execute()
  const answer = await auth.api.startSession({
    body: { userId: key.user_id },
    headers: input.headers,
    asResponse: true,
  })
  const { started } = (await answer.clone().json()) as { started?: boolean }
  if (!answer.ok || !started) return refuse(deps, key.user_id, key.unit_id)
  await recordSignIn(deps, { userId: key.user_id, unitId: key.unit_id }, 'passkey')
  return ok(answer)
}

async function refuse(deps: Deps, userId: string, unitId: string | null) {
  await write({ ...deps, requestKey: undefined }, async (_tx, record) => {
    record({
      action: 'sign-in-refused',
      subjectType: 'account',
      subjectId: userId,
      unitId,
      whileClosed: true,
      detail: { method: 'passkey' },
    })
    return ok(null)
  })
  return err({ kind: 'refused' } as const)
}

/** The browser's answer as it came; what it holds is for the verification to judge. */
function parseAnswer<T extends { id: string }>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text)
    const whole = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    return whole ? (value as T) : null
  } catch {
    return null
  }
}
