import { ok } from '../../core/shared/result.ts'
import { write } from '../../db/write.ts'
import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { asMarkup } from '../../ui/markup.ts'
import { get, post, type Request, type Route } from '../context.ts'
import { type AccountServices, forwardCookies } from './account-services.ts'
import { formSecret, formText } from './form-text.ts'
import { accountText } from './messages.ts'

const path = '/akun/totp'

/** The switch: a password turns it on or off. */
async function switchPage(request: Request, error?: string) {
  const { locale } = request
  const t = accountText(locale)
  const user = await request.db
    .selectFrom('auth_user')
    .select('two_factor_enabled')
    .where('id', '=', request.actor?.userId ?? '')
    .executeTakeFirst()
  const on = user?.two_factor_enabled ?? false
  const body = (
    <>
      <PageHead title={t('verification')} note={on ? t('on') : t('off')} />
      <ErrorSummary locale={locale} errors={error ? [{ field: 'password', text: error }] : []} />
      <p>{t('totpIntro')}</p>
      <PostForm action={path} csrf="">
        <CarriedFields values={{ do: on ? 'stop' : 'start' }} />
        <TextField
          locale={locale}
          name="password"
          type="password"
          label={t('currentPassword')}
          autocomplete="current-password"
          error={error}
          width={30}
        />
        <SubmitButton kind={on ? 'danger' : 'primary'}>{on ? t('totpStop') : t('totpStart')}</SubmitButton>
      </PostForm>
    </>
  )
  return request.page({ title: t('verification'), current: 'account', status: error ? 422 : 200, body })
}

/** The key, the backup codes (once) and the field that proves that the app has the key. */
async function confirmPage(request: Request, shown: { uri: string; backupCodes: readonly string[] } | null) {
  const { locale } = request
  const t = accountText(locale)
  const error = shown ? undefined : t('totpAgain')
  const picture =
    shown && (await (await import('qrcode')).toString(shown.uri, { type: 'svg', width: 220, margin: 2 }))
  const body = (
    <>
      <PageHead title={t('verification')} />
      <ErrorSummary locale={locale} errors={error ? [{ field: 'code', text: error }] : []} />
      {shown && picture ? (
        <>
          <p>{t('totpScan')}</p>
          <div role="img" aria-label={t('totpQr')}>
            {asMarkup(picture)}
          </div>
          <p>
            {t('totpKey')}: <code>{new URL(shown.uri).searchParams.get('secret') ?? ''}</code>
          </p>
          <h2>{t('totpCodes')}</h2>
          <p>{t('totpCodesText')}</p>
          <ul>
            {shown.backupCodes.map(code => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <PostForm action={path} csrf="">
        <CarriedFields values={{ do: 'confirm' }} />
        <TextField
          locale={locale}
          name="code"
          label={t('codeTitle')}
          hint={t('codeHint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          error={error}
          width={10}
        />
        <ButtonRow>
          <SubmitButton>{t('confirmCode')}</SubmitButton>
          <a href={path}>{t('startOver')}</a>
        </ButtonRow>
      </PostForm>
    </>
  )
  return request.page({ title: t('verification'), current: 'account', status: error ? 422 : 200, body })
}

const recordSwitch = (request: Request, action: 'totp-on' | 'totp-off') =>
  write({ ...request, requestKey: undefined }, async (_tx, record) => {
    record({ action, subjectType: 'account', subjectId: request.actor?.userId ?? '' })
    return ok(null)
  })

/** Two-step verification of the own account. */
export const totpRoutes = ({ auth }: AccountServices): Route[] => [
  get(path, 'self', (_c, request) => switchPage(request)),
  post(path, 'self', async (c, request) => {
    const form = await c.req.parseBody({ all: true })
    const { headers } = c.req.raw
    const t = accountText(request.locale)
    const password = formSecret(form, 'password')
    const step = formText(form, 'do')
    if (step === 'start') {
      const answer = await auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
      if (!answer.ok) return switchPage(request, t('password.wrong-password'))
      const made = (await answer.clone().json()) as { totpURI: string; backupCodes: string[] }
      forwardCookies(c, answer)
      return confirmPage(request, { uri: made.totpURI, backupCodes: made.backupCodes })
    }
    if (step === 'confirm') {
      const code = formText(form, 'code').replace(/\s/g, '')
      const answer = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
      if (!answer.ok) return confirmPage(request, null)
      forwardCookies(c, answer)
      await recordSwitch(request, 'totp-on')
      return request.go('/akun', t('totpOn'))
    }
    const answer = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true })
    if (!answer.ok) return switchPage(request, t('password.wrong-password'))
    forwardCookies(c, answer)
    await recordSwitch(request, 'totp-off')
    return request.go('/akun', t('totpOff'))
  }),
]
