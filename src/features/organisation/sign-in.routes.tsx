import { BlockList } from 'node:net'
import type { Context } from 'hono'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import type { Mailer } from '../mailer.ts'
import type { Auth } from './auth.ts'
import { headersWithAddress } from './client-address.ts'
import { findActor } from './find-actor.ts'
import { findZone } from './find-zone.ts'
import { formSecret, formText } from './form-text.ts'
import { accountText } from './messages.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { relyingParty, signInWithPasskey } from './passkey.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { passkeyText } from './passkey-messages.ts'
import { safeNext } from './safe-next.ts'
import { passwordLink, requestPasswordLink, setPassword } from './set-password.ts'
import { recordOidc, signIn, signInWithCode } from './sign-in.ts'

export type AccountServices = {
  readonly auth: Auth
  readonly mailer: Mailer | null
  readonly secret: string
  readonly origin: string
  /** True where the agency's own identity provider is set up. */
  readonly oidc?: boolean
  /** The proxies in front of the server whose word on a client's address is taken. */
  readonly proxies?: BlockList
}

/** Hands the cookies of better-auth's answer to the browser. */
export function forwardCookies(c: Context, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

type SignInForm = { email: string; next: string; errors: readonly FormError[]; oidc: boolean }

function signInPage(request: Request, form: SignInForm) {
  const { locale } = request
  const t = accountText(locale)
  const body = (
    <>
      <PageHead title={t('signIn')} note={t('signInNote')} />
      <ErrorSummary locale={locale} errors={form.errors} />
      <PostForm action="/masuk" csrf="">
        <CarriedFields values={{ next: form.next }} />
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={t('email')}
          value={form.email}
          autocomplete="username"
          width={30}
        />
        <TextField
          locale={locale}
          name="password"
          type="password"
          label={t('password')}
          autocomplete="current-password"
          width={30}
        />
        <ButtonRow>
          <SubmitButton>{t('signIn')}</SubmitButton>
          <a href="/lupa-sandi">{t('forgot')}</a>
        </ButtonRow>
      </PostForm>
      {relyingParty(request.origin) === null ? null : (
        <PasskeyForm locale={locale} kind="get" options="/masuk/kunci">
          <PostForm action="/masuk" csrf="">
            <CarriedFields values={{ next: form.next, passkey: '' }} />
            <SubmitButton kind="quiet">{passkeyText(locale)('signIn')}</SubmitButton>
          </PostForm>
        </PasskeyForm>
      )}
      {form.oidc ? (
        <ButtonLink href={`/masuk/instansi?next=${encodeURIComponent(form.next)}`} kind="quiet">
          {t('signInOidc')}
        </ButtonLink>
      ) : null}
    </>
  )
  const status = form.errors.length > 0 ? 422 : 200
  return request.page({ title: t('signIn'), status, islands: ['passkey'], body })
}

type CodeForm = { next: string; backup: boolean; error?: string }

function codePage(request: Request, { next, backup, error }: CodeForm) {
  const { locale } = request
  const t = accountText(locale)
  const other = `/masuk/kode?next=${encodeURIComponent(next)}${backup ? '' : '&cadangan=1'}`
  const body = (
    <>
      <PageHead title={t('codeTitle')} />
      <ErrorSummary locale={locale} errors={error ? [{ field: 'code', text: error }] : []} />
      <PostForm action="/masuk/kode" csrf="">
        <CarriedFields values={{ next, backup: backup ? '1' : '' }} />
        <TextField
          locale={locale}
          name="code"
          label={backup ? t('backupCode') : t('codeTitle')}
          hint={backup ? t('backupHint') : t('codeHint')}
          inputmode={backup ? undefined : 'numeric'}
          autocomplete="one-time-code"
          error={error}
          width={10}
        />
        <ButtonRow>
          <SubmitButton>{t('continue')}</SubmitButton>
          <a href={other}>{backup ? t('useApp') : t('useBackup')}</a>
        </ButtonRow>
      </PostForm>
    </>
  )
  return request.page({ title: t('codeTitle'), status: error ? 422 : 200, body })
}

function forgotPage(request: Request, canMail: boolean, sent: boolean) {
  const { locale } = request
  const t = accountText(locale)
  const body = (
    <>
      <PageHead title={t('forgotTitle')} />
      {!canMail ? (
        <p>{t('noMail')}</p>
      ) : sent ? (
        <p role="status">{t('forgotSent')}</p>
      ) : (
        <PostForm action="/lupa-sandi" csrf="">
          <p>{t('forgotText')}</p>
          <TextField
            locale={locale}
            name="email"
            type="email"
            label={t('email')}
            autocomplete="username"
            width={30}
          />
          <SubmitButton>{t('forgotSend')}</SubmitButton>
        </PostForm>
      )}
      <p>
        <a href="/masuk">{t('signIn')}</a>
      </p>
    </>
  )
  return request.page({ title: t('forgotTitle'), body })
}

function newPasswordPage(request: Request, token: string, errors: readonly FormError[]) {
  const { locale } = request
  const t = accountText(locale)
  const body = (
    <>
      <PageHead title={t('newPasswordTitle')} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm action="/sandi-baru" csrf="">
        <CarriedFields values={{ token }} />
        <NewPasswordFields locale={locale} error={errorOf(errors, 'password')} />
        <ButtonRow>
          <SubmitButton>{t('savePassword')}</SubmitButton>
          <a href="/lupa-sandi">{t('forgotTitle')}</a>
        </ButtonRow>
      </PostForm>
    </>
  )
  return request.page({ title: t('newPasswordTitle'), status: errors.length > 0 ? 422 : 200, body })
}

const refusals = {
  signup_disabled: 'oidcUnknown',
  account_not_linked: 'oidcUnverified',
  email_not_found: 'oidcNoEmail',
  access_denied: 'oidcCancelled',
  unable_to_create_session: 'oidcLocked',
} as const

/** What the provider's way back ended with, as one of our sentences. */
const oidcRefusal = (code: string) =>
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

const queryNext = (c: Context) => safeNext(c.req.query('next'))

/** Signing in and out, and a forgotten password. */
export const signInRoutes = (services: AccountServices): Route[] => {
  const oidc = services.oidc ?? false
  const headersOf = (c: Context) => headersWithAddress(c, services.proxies ?? new BlockList())
  return [
    get('/masuk', 'public', (c, request) => {
      if (request.actor) return request.go(queryNext(c))
      const code = c.req.query('error')
      const failed = code ? [{ text: accountText(request.locale)(oidcRefusal(code)) }] : []
      return signInPage(request, { email: '', next: queryNext(c), errors: failed, oidc })
    }),
    post('/masuk', 'public', async (c, request) => {
      const form = await c.req.parseBody({ all: true })
      const email = formText(form, 'email')
      const next = safeNext(formText(form, 'next'))
      const answer = formText(form, 'passkey')
      const rpID = relyingParty(request.origin)
      if (answer && rpID !== null) {
        const key = { answer, origin: request.origin, rpID, headers: headersOf(c) }
        const entered = await signInWithPasskey(request, services.auth, key)
        if (!entered.ok) {
          const errors = [{ text: passkeyText(request.locale)('refused') }]
          return signInPage(request, { email, next, errors, oidc })
        }
        forwardCookies(c, entered.value)
        return request.go(next)
      }
      const password = formSecret(form, 'password')
      const result = await signIn(request, services.auth, { email, password, headers: headersOf(c) })
      if (!result.ok) {
        const t = accountText(request.locale)
        const text =
          result.problem.kind === 'locked'
            ? t('locked', {
                until: formatDateTime(result.problem.until, await findZone(request.db, null), request.locale),
              })
            : t('refused')
        return signInPage(request, { email, next, errors: [{ field: 'email', text }], oidc })
      }
      forwardCookies(c, result.value.answer)
      return request.go(result.value.step === 'done' ? next : `/masuk/kode?next=${encodeURIComponent(next)}`)
    }),
    get('/masuk/kode', 'public', (c, request) =>
      codePage(request, { next: queryNext(c), backup: c.req.query('cadangan') === '1' }),
    ),
    post('/masuk/kode', 'public', async (c, request) => {
      const form = await c.req.parseBody({ all: true })
      const next = safeNext(formText(form, 'next'))
      const backup = formText(form, 'backup') === '1'
      const code = formText(form, 'code')
      const result = await signInWithCode(request, services.auth, {
        code,
        backup,
        headers: headersOf(c),
      })
      if (!result.ok) {
        const t = accountText(request.locale)
        const { kind } = result.problem
        const wrong = backup ? t('wrongBackup') : t('wrongCode')
        const error = kind === 'expired' ? t('codeExpired') : kind === 'too-many' ? t('codeTooMany') : wrong
        return codePage(request, { next, backup, error })
      }
      forwardCookies(c, result.value)
      return request.go(next)
    }),
    get('/masuk/instansi', 'public', async (c, request) => {
      if (!oidc) return request.notFound()
      const answer = await services.auth.api.signInSocial({
        body: { provider: 'oidc', callbackURL: queryNext(c), errorCallbackURL: '/masuk' },
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
    post('/keluar', 'self', async (c, request) => {
      const session = await findActor(request.db, c.req.raw.headers, services.secret, request.now)
      const answer = await services.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      if (session) await request.db.deleteFrom('auth_session').where('id', '=', session.sessionId).execute()
      forwardCookies(c, answer)
      return request.go('/masuk', accountText(request.locale)('signedOut'))
    }),
    get('/lupa-sandi', 'public', (_c, request) => forgotPage(request, services.mailer !== null, false)),
    post('/lupa-sandi', 'public', async (c, request) => {
      const { mailer } = services
      if (!mailer) return forgotPage(request, false, false)
      const email = formText(await c.req.parseBody({ all: true }), 'email')
      const made = await requestPasswordLink(request, { email })
      if (made.ok) {
        const t = accountText(request.locale)
        const link = passwordLink(services.origin, made.value.token)
        // Not awaited: how long the answer takes must not tell whether the account exists.
        mailer
          .send({ to: email, subject: t('mailSubject'), text: t('mailText', { link }) })
          .catch(() => undefined)
      }
      return forgotPage(request, true, true)
    }),
    get('/sandi-baru', 'public', (c, request) => newPasswordPage(request, c.req.query('token') ?? '', [])),
    post('/sandi-baru', 'public', async (c, request) => {
      const form = await c.req.parseBody({ all: true })
      const token = formText(form, 'token')
      const password = formSecret(form, 'password')
      const result = await setPassword(request, { token, password, again: formSecret(form, 'again') })
      const t = accountText(request.locale)
      if (result.ok) return request.go('/masuk', t('passwordSet'))
      return newPasswordPage(request, token, [
        { field: 'password', text: t(`password.${result.problem.kind}`) },
      ])
    }),
  ]
}
