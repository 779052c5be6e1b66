import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Auth } from './auth.ts'
import { keepChallenge, parseAnswer, spendChallenge, webauthn } from './passkey-challenge.ts'
import { recordSignIn } from './sign-in.ts'

/** Whose challenge it is before anybody has said who they are. */
const anyone = 'anyone'

/** What a browser needs to sign in with a key that it finds itself. */
export async function signInOptions(deps: Deps, rpID: string) {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await keepChallenge(deps, options.challenge, anyone)
  return options
}

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
