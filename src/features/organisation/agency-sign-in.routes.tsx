import { BlockList } from 'node:net'
import type { Context } from 'hono'
import { get, type Request, type Route } from '../context.ts'
import { type AccountServices, forwardCookies } from './account-services.ts'
import { headersWithAddress } from './client-address.ts'
import { findActor } from './find-actor.ts'
import { safeNext } from './safe-next.ts'
import { recordOidc } from './sign-in.ts'

const refusals = {
  signup_disabled: 'oidcUnknown',
  account_not_linked: 'oidcUnverified',
  email_not_found: 'oidcNoEmail',
  access_denied: 'oidcCancelled',
  unable_to_create_session: 'oidcLocked',
} as const

/** What the provider's way back ended with, as one of our sentences. */
export const oidcRefusal = (code: string) =>
  Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : 'oidcFailed'

/** The provider's way back: checks its answer, and puts a sign-in or its refusal on record. */
async function finishOidc(request: Request, services: AccountServices, c: Context, headers: Headers) {
  const answer = await services.auth.handler(new globalThis.Request(c.req.raw, { headers }))
  const target = new URL(answer.headers.get('location') ?? '/masuk?error=oidc', services.origin)
  const error = target.pathname === '/masuk' ? target.searchParams.get('error') : null
  const cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const found = error
    ? null
    : await findActor(request.db, new Headers({ cookie }), services.secret, request.now)
  await recordOidc(request, found, error)
  forwardCookies(c, answer)
  // The library names its reasons in the address; only those that we know go on.
  return found
    ? c.redirect(answer.headers.get('location') ?? '/', 302)
    : c.redirect(`/masuk?error=${error && Object.hasOwn(refusals, error) ? error : 'oidc'}`, 302)
}

/** Signing in through the agency's own identity provider. */
export const agencySignInRoutes = (services: AccountServices): Route[] => {
  const oidc = services.oidc ?? false
  const headersOf = (c: Context) => headersWithAddress(c, services.proxies ?? new BlockList())
  return [
    get('/masuk/instansi', 'public', async (c, request) => {
      if (!oidc) return request.notFound()
      const answer = await services.auth.api.signInSocial({
        body: { provider: 'oidc', callbackURL: safeNext(c.req.query('next')), errorCallbackURL: '/masuk' },
        headers: headersOf(c),
        asResponse: true,
      })
      const { url } = (await answer.clone().json()) as { url?: string }
      if (!answer.ok || !url) return request.go('/masuk?error=oidc')
      forwardCookies(c, answer)
      return c.redirect(url, 302)
    }),
    get('/api/auth/callback/oidc', 'public', (c, request) =>
      oidc ? finishOidc(request, services, c, headersOf(c)) : request.notFound(),
    ),
  ]
}
