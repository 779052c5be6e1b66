import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import { findZone } from './find-zone.ts'
import { formSecret, formText } from './form-text.ts'
import { addPasskey, registrationOptions, relyingParty, removePasskey } from './passkey.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { passkeyText } from './passkey-messages.ts'
import { signInOptions } from './sign-in-with-passkey.ts'

const path = '/akun/kunci'

async function passkeysPage(request: Request, name: string, errors: readonly FormError[]) {
  const { db, locale, actor } = request
  const t = passkeyText(locale)
  const keys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('user_id', '=', actor?.userId ?? '')
    .orderBy('created_at')
    .execute()
  const zone = await findZone(db, actor?.userId ?? null)
  const body = (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <ErrorSummary locale={locale} errors={errors} />
      <Grid>
        <Card flush>
          <DataTable
            caption={t('title')}
            rows={keys}
            columns={[
              { header: t('name'), rowHeader: true, cell: key => key.name },
              { header: t('created'), cell: key => formatDateTime(key.created_at, zone, locale) },
              {
                header: t('lastUsed'),
                cell: key => (key.last_used_at ? formatDateTime(key.last_used_at, zone, locale) : t('never')),
              },
              {
                header: t('remove'),
                headerHidden: true,
                cell: key => (
                  <InlineForm
                    action={path}
                    csrf=""
                    idempotencyKey={request.newId()}
                    label={t('remove')}
                    ariaLabel={`${t('remove')}: ${key.name}`}
                    values={{ remove: key.id }}
                  />
                ),
              },
            ]}
            empty={{ title: t('empty') }}
          />
        </Card>
        <Card title={t('add')}>
          {relyingParty(request.origin) === null ? (
            <Notice locale={locale} tone="info">
              {t('needsName')}
            </Notice>
          ) : (
            <PasskeyForm locale={locale} kind="create" options={`${path}/pilihan`}>
              <PostForm action={path} csrf="">
                <CarriedFields values={{ passkey: '' }} />
                <TextField
                  locale={locale}
                  name="name"
                  label={t('name')}
                  hint={t('nameHint')}
                  value={name}
                  error={errorOf(errors, 'name')}
                  width={20}
                />
                <TextField
                  locale={locale}
                  name="password"
                  type="password"
                  label={t('password')}
                  hint={t('passwordHint')}
                  autocomplete="current-password"
                  error={errorOf(errors, 'password')}
                  width={20}
                />
                <SubmitButton>{t('add')}</SubmitButton>
              </PostForm>
            </PasskeyForm>
          )}
        </Card>
      </Grid>
    </>
  )
  return request.page({
    title: t('title'),
    current: 'account',
    status: errors.length > 0 ? 422 : 200,
    islands: ['passkey'],
    body,
  })
}

/** The keys of the own account, and what a browser asks before it makes or uses one. */
export const passkeyRoutes: Route[] = [
  get(path, 'self', (_c, request) => passkeysPage(request, '', [])),
  post(path, 'self', async (c, request) => {
    const form = await c.req.parseBody({ all: true })
    const t = passkeyText(request.locale)
    const remove = formText(form, 'remove')
    if (remove) {
      await removePasskey(request, { id: remove })
      return request.go(path, t('removed'))
    }
    const rpID = relyingParty(request.origin)
    if (rpID === null) return request.notFound()
    const name = formText(form, 'name')
    const result = await addPasskey(request, {
      name,
      password: formSecret(form, 'password'),
      answer: formText(form, 'passkey'),
      origin: request.origin,
      rpID,
    })
    if (result.ok) return request.go(path, t('added'))
    const { kind } = result.problem
    const field = kind === 'wrong-password' ? 'password' : 'name'
    return passkeysPage(request, name, [{ field, text: t(kind) }])
  }),
  get(`${path}/pilihan`, 'self', async (c, request) => {
    const rpID = relyingParty(request.origin)
    c.header('cache-control', 'no-store')
    return rpID === null ? request.notFound() : c.json(await registrationOptions(request, rpID))
  }),
  get('/masuk/kunci', 'public', async (c, request) => {
    const rpID = relyingParty(request.origin)
    c.header('cache-control', 'no-store')
    return rpID === null ? request.notFound() : c.json(await signInOptions(request, rpID))
  }),
]
