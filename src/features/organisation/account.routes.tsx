import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { SummaryList } from '../../ui/display/summary.tsx'
import { formatDate } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { locales } from '../../ui/messages.ts'
import { roleName } from '../../ui/role-names.ts'
import { get, post, type Request, type Route } from '../context.ts'
import type { AccountServices } from './account-services.ts'
import { findActor } from './find-actor.ts'
import { formSecret, formText } from './form-text.ts'
import { accountText } from './messages.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { passkeyText } from './passkey-messages.ts'
import { setLanguage } from './set-language.ts'
import { changePassword } from './set-password.ts'

const languages = { id: 'Bahasa Indonesia', en: 'English' }

async function accountPage(request: Request) {
  const { actor, locale, db } = request
  const t = accountText(locale)
  const user = await db
    .selectFrom('auth_user')
    .select(['email', 'two_factor_enabled'])
    .where('id', '=', actor?.userId ?? '')
    .executeTakeFirst()
  const grants = actor?.grants ?? []
  const units = new Map(
    grants.length === 0
      ? []
      : (
          await db
            .selectFrom('unit')
            .select(['id', 'name'])
            .where(
              'id',
              'in',
              grants.map(grant => grant.unitId),
            )
            .execute()
        ).map(unit => [unit.id, unit.name]),
  )
  const body = (
    <>
      <PageHead title={t('account')} note={user?.email} />
      <Grid>
        <Card title={t('myRoles')} span="two-thirds" flush>
          <DataTable
            caption={t('myRoles')}
            rows={grants}
            columns={[
              { header: t('role'), rowHeader: true, cell: grant => roleName(grant.role, locale) },
              { header: 'Unit', cell: grant => units.get(grant.unitId) ?? '' },
              { header: 'Area', cell: grant => grant.areas.join(', ') },
              {
                header: t('validity'),
                width: 'shrink',
                cell: grant =>
                  [
                    t('from', { date: formatDate(grant.validFrom, locale, 'short') }),
                    grant.validTo && t('until', { date: formatDate(grant.validTo, locale, 'short') }),
                  ]
                    .filter(Boolean)
                    .join(' '),
              },
            ]}
            empty={{ title: t('noRoles') }}
          />
        </Card>
        <Card title={t('language')} span="third">
          <PostForm action="/akun" csrf="" idempotencyKey={request.formKey}>
            <SelectField
              locale={locale}
              name="locale"
              label={t('language')}
              labelHidden
              empty={false}
              value={locale}
              options={locales.map(value => ({ value, text: languages[value] }))}
            />
            <SubmitButton kind="quiet">{t('save')}</SubmitButton>
          </PostForm>
        </Card>
        <Card title={t('security')}>
          <SummaryList
            rows={[
              {
                key: t('password'),
                value: '••••••••',
                action: <a href="/akun/sandi">{t('changePassword')}</a>,
              },
              {
                key: t('verification'),
                value: user?.two_factor_enabled ? t('on') : t('off'),
                action: <a href="/akun/totp">{t('manageVerification')}</a>,
              },
              {
                key: passkeyText(locale)('title'),
                value: passkeyText(locale)('note'),
                action: <a href="/akun/kunci">{passkeyText(locale)('manage')}</a>,
              },
              {
                key: t('sessions'),
                value: t('sessionsWhat'),
                action: <a href="/akun/sesi">{t('manageSessions')}</a>,
              },
              {
                key: t('tokens'),
                value: t('tokensWhat'),
                action: <a href="/akun/token">{t('manageTokens')}</a>,
              },
            ]}
          />
        </Card>
      </Grid>
    </>
  )
  return request.page({ title: t('account'), current: 'account', body })
}

function passwordPage(request: Request, errors: readonly FormError[]) {
  const { locale } = request
  const t = accountText(locale)
  const body = (
    <>
      <PageHead title={t('changePassword')} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm action="/akun/sandi" csrf="" idempotencyKey={request.formKey}>
        <TextField
          locale={locale}
          name="current"
          type="password"
          label={t('currentPassword')}
          autocomplete="current-password"
          error={errorOf(errors, 'current')}
          width={30}
        />
        <NewPasswordFields locale={locale} error={errorOf(errors, 'password')} />
        <SubmitButton>{t('savePassword')}</SubmitButton>
      </PostForm>
    </>
  )
  const status = errors.length > 0 ? 422 : 200
  return request.page({ title: t('changePassword'), current: 'account', status, body })
}

/** The person's own account. */
export const accountRoutes = ({ secret }: AccountServices): Route[] => [
  get('/akun', 'self', (_c, request) => accountPage(request)),
  post('/akun', 'self', async (c, request) => {
    const asked = formText(await c.req.parseBody({ all: true }), 'locale')
    const locale = locales.find(candidate => candidate === asked)
    if (!locale) return accountPage(request)
    await setLanguage(request, { locale })
    return request.go(`/akun?lang=${locale}`, accountText(locale)('saved'))
  }),
  get('/akun/sandi', 'self', (_c, request) => passwordPage(request, [])),
  post('/akun/sandi', 'self', async (c, request) => {
    const form = await c.req.parseBody({ all: true })
    const session = await findActor(request.db, c.req.raw.headers, secret, request.now)
    const result = await changePassword(request, {
      current: formSecret(form, 'current'),
      password: formSecret(form, 'password'),
      again: formSecret(form, 'again'),
      sessionId: session?.sessionId ?? '',
    })
    const t = accountText(request.locale)
    if (result.ok) return request.go('/akun', t('passwordChanged'))
    const { kind } = result.problem
    return passwordPage(request, [
      { field: kind === 'wrong-password' ? 'current' : 'password', text: t(`password.${kind}`) },
    ])
  }),
]
