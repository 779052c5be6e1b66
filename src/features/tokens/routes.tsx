import { randomBytes } from 'node:crypto'
import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { ButtonLink, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import { findZone } from '../organisation/index.ts'
import {
  type ApiToken,
  createToken,
  lifetimes,
  longestName,
  revokeToken,
  scopes,
  tokenHash,
  tokensOf,
  tokenText,
} from './api-token.ts'
import { tokenWords } from './messages.ts'

const path = '/akun/token'
type Typed = { readonly name?: string; readonly scope?: string; readonly days?: string }
type Shown = {
  readonly errors?: readonly FormError[]
  readonly typed?: Typed
  readonly made?: string | 'again'
}

/** The own tokens; right after making one, the token itself, this once. */
async function show(request: Request, { errors = [], typed = {}, made }: Shown = {}) {
  const { locale } = request
  const t = tokenWords(locale)
  const zone = await findZone(request.db, request.actor?.userId ?? null)
  const moment = (at: Date) => formatDateTime(at, zone, locale)
  const tokens = await tokensOf(request.db, request.actor?.userId ?? '', request.now)
  const body = (
    <>
      <PageHead
        title={t('title')}
        note={t('note')}
        actions={
          <ButtonLink href="/api/v1" kind="quiet">
            {t('docs')}
          </ButtonLink>
        }
      />
      <ErrorSummary locale={locale} errors={errors} />
      {made === 'again' ? (
        <Notice locale={locale} tone="warning">
          {t('again')}
        </Notice>
      ) : made ? (
        <Notice locale={locale} tone="success" title={t('made')}>
          <p>{t('once')}</p>
          <p>
            <code>{made}</code>
          </p>
        </Notice>
      ) : null}
      <Grid>
        {tokens.length === 0 ? null : (
          <Card title={t('list')} span="two-thirds" flush>
            <DataTable<ApiToken>
              caption={t('list')}
              rows={tokens}
              empty={{ title: t('empty') }}
              columns={[
                { header: t('name'), rowHeader: true, cell: token => token.name },
                { header: t('scope'), cell: token => t(`scope.${token.scope}`) },
                { header: t('expires'), cell: token => moment(token.expiresAt) },
                {
                  header: t('used'),
                  cell: token => (token.lastUsedAt ? moment(token.lastUsedAt) : t('never')),
                },
                {
                  header: t('revoke'),
                  headerHidden: true,
                  width: 'shrink',
                  cell: token => (
                    <InlineForm
                      action={`${path}/${token.id}/cabut`}
                      label={t('revoke')}
                      kind="danger"
                      ariaLabel={t('revokeOne', { name: token.name })}
                      csrf=""
                      idempotencyKey={request.newId()}
                    />
                  ),
                },
              ]}
            />
          </Card>
        )}
        <Card
          title={t('create')}
          note={tokens.length === 0 ? t('empty') : undefined}
          span={tokens.length === 0 ? 'half' : 'third'}
        >
          <PostForm action={path} csrf="" idempotencyKey={request.formKey}>
            <TextField
              locale={locale}
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              value={typed.name}
              error={errorOf(errors, 'name')}
              maxlength={longestName}
            />
            <SelectField
              locale={locale}
              name="scope"
              label={t('scope')}
              empty={false}
              value={typed.scope ?? 'read'}
              options={scopes.map(scope => ({ value: scope, text: t(`scope.${scope}`) }))}
            />
            <SelectField
              locale={locale}
              name="days"
              label={t('days')}
              empty={false}
              value={typed.days ?? '90'}
              options={lifetimes.map(n => ({ value: String(n), text: t('lifetime', { n }) }))}
            />
            <SubmitButton>{t('create')}</SubmitButton>
          </PostForm>
        </Card>
      </Grid>
    </>
  )
  return request.page({ title: t('title'), current: 'account', status: errors.length > 0 ? 422 : 200, body })
}

/** Programs that act in the own name. */
export const tokenRoutes: Route[] = [
  get(path, 'self', (_c, request) => show(request)),
  post(path, 'self', async (c, request) => {
    const form = await c.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const typed = { name: text('name'), scope: text('scope'), days: text('days') }
    const token = tokenText(randomBytes(32).toString('base64url'))
    const result = await createToken(request, {
      name: typed.name,
      // The lists have no empty choice: what is not in them was not typed by a person.
      scope: scopes.find(scope => scope === typed.scope) ?? 'read',
      days: lifetimes.find(days => String(days) === typed.days) ?? 30,
      token,
    })
    if (!result.ok) {
      if (result.problem.kind === 'no-account') return request.notFound()
      const t = tokenWords(request.locale)
      return show(request, { errors: [{ field: 'name', text: t('nameMissing') }], typed })
    }
    // A form sent twice gets the first one's answer, whose token nobody knows any more.
    return show(request, { made: result.value.hash === tokenHash(token) ? token : 'again' })
  }),
  post(`${path}/:id/cabut`, 'self', async (c, request) => {
    const result = await revokeToken(request, { id: c.req.param('id') ?? '' })
    return request.go(path, tokenWords(request.locale)(result.ok ? 'revoked' : 'gone'))
  }),
]
