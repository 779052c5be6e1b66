import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Db } from '../../db/database.ts'
import { addressHeader } from './client-address.ts'
import { hashPassword, maximumPassword, minimumPassword, verifyPassword } from './password.ts'
import { sessionPlugin } from './session-plugin.ts'

export type AuthSettings = {
  readonly db: Db
  readonly secret: string
  readonly origin: string
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    /** Takes the provider's word for addresses that it does not call verified. */
    readonly trustEmail?: boolean
  } | null
}

/** How long a session lasts, in seconds, however it is used. */
const sessionSeconds = 12 * 60 * 60

/**
 * Sign-in over the agency's own tables. Nothing of its router is reachable from outside except the
 * provider's way back (`/api/auth/callback/oidc`): the pages call `auth.api` from the server.
 */
export function createAuth({ db, secret, origin, oidc }: AuthSettings) {
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    secret,
    baseURL: origin,
    trustedOrigins: [origin],
    appName: 'Zona',
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minimumPassword,
      maxPasswordLength: maximumPassword,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
    },
    account: {
      modelName: 'auth_account',
      accountLinking: { enabled: true, trustedProviders: oidc?.trustEmail ? ['oidc'] : [] },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...stamps } },
    databaseHooks: { session: { create: { before: session => mayHaveSession(db, session.userId) } } },
    // Nothing of the library's own pages is shown: its refusals come back to the sign-in form.
    onAPIError: { errorURL: `${origin}/masuk` },
    advanced: {
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
      cookiePrefix: 'zona',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    plugins: [
      sessionPlugin(),
      twoFactor({
        issuer: 'Zona',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      genericOAuth({
        config: oidc
          ? [
              {
                providerId: 'oidc',
                discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                clientId: oidc.clientId,
                clientSecret: oidc.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                disableSignUp: true,
                requireIdTokenVerification: true,
              },
            ]
          : [],
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** A locked person gets no session, whichever way they come in. */
async function mayHaveSession(db: Db, userId: string): Promise<false | undefined> {
  const locked = await db
    .selectFrom('employee')
    .select('id')
    .where('user_id', '=', userId)
    .where('active', '=', false)
    .executeTakeFirst()
  return locked ? false : undefined
}
