import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { keepChallenge, parseAnswer, spendChallenge, webauthn } from './passkey-challenge.ts'
import { verifyPassword } from './password.ts'

/** Browsers tie a key to a host name; there are none for a bare address. Null where the server has only that. */
export function relyingParty(origin: string): string | null {
  const { hostname } = new URL(origin)
  return /^[\d.]+$|:/.test(hostname) ? null : hostname
}

/** EdDSA, ES256 and RS256, which every device has. */
const algorithms = [-8, -7, -257]

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
