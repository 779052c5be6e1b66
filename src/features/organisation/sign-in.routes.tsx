import { BlockList } from 'node:net'
import type { Context } from 'hono'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import { type AccountServices, forwardCookies } from './account-services.ts'
import { oidcRefusal } from './agency-sign-in.routes.tsx'
import { headersWithAddress } from './client-address.ts'
import { findActor } from './find-actor.ts'
import { findZone } from './find-zone.ts'
import { formSecret, formText } from './form-text.ts'
import { accountText } from './messages.ts'
import { relyingParty } from './passkey.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { passkeyText } from './passkey-messages.ts'
import { safeNext } from './safe-next.ts'
import { signIn, signInWithCode } from './sign-in.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'

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

const queryNext = (c: Context) => safeNext(c.req.query('next'))

/** Signing in, by password and code or by passkey, and out. */
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
    post('/keluar', 'self', async (c, request) => {
      const session = await findActor(request.db, c.req.raw.headers, services.secret, request.now)
      const answer = await services.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      if (session) await request.db.deleteFrom('auth_session').where('id', '=', session.sessionId).execute()
      forwardCookies(c, answer)
      return request.go('/masuk', accountText(request.locale)('signedOut'))
    }),
  ]
}
