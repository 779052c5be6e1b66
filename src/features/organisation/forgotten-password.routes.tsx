import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import type { Mailer } from '../mailer.ts'
import type { AccountServices } from './account-services.ts'
import { formSecret, formText } from './form-text.ts'
import { accountText } from './messages.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { passwordLink, requestPasswordLink, setPassword } from './set-password.ts'

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

/** Mails a link to an account of that address, if there is one. */
async function sendPasswordLink(request: Request, mailer: Mailer, email: string): Promise<void> {
  const made = await requestPasswordLink(request, { email })
  if (!made.ok) return
  const t = accountText(request.locale)
  const link = passwordLink(request.origin, made.value.token)
  // A server's refusal may name the address, and nobody is left to tell.
  await mailer
    .send({ to: made.value.email, subject: t('mailSubject'), text: t('mailText', { link }) })
    .catch(() => undefined)
}

/** A link for a forgotten password, and the page behind such a link or an invitation. */
export const forgottenPasswordRoutes = ({ mailer }: AccountServices): Route[] => [
  get('/lupa-sandi', 'public', (_c, request) => forgotPage(request, mailer !== null, false)),
  post('/lupa-sandi', 'public', async (c, request) => {
    if (!mailer) return forgotPage(request, false, false)
    const email = formText(await c.req.parseBody({ all: true }), 'email')
    // Not awaited: how long the answer takes must not tell whether the account exists.
    sendPasswordLink(request, mailer, email).catch(error => process.emitWarning(error))
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
