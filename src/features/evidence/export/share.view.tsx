import { Card, Grid } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDateTime, type Zone } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { exportMessages } from './messages.ts'
import type { Notes } from './published-copy.ts'
import { shareDays, type sharesOf } from './share-evidence.ts'

export type Share = Awaited<ReturnType<typeof sharesOf>>[number]

export type ShareProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly now: Date
  /** The address of the unit's evidence. */
  readonly base: string
  readonly piece: { readonly id: string; readonly title: string; readonly notes: Notes }
  readonly shares: readonly Share[]
  /** The whole address with its code, the one time that it is known. */
  readonly made: string | null
  readonly again: boolean
  readonly typed: string
  readonly errors: readonly FormError[]
  readonly formKey: string
  readonly newKey: () => string
}

/** Making and revoking the addresses under which one piece is shown outside. */
export function ShareView(p: ShareProps) {
  const { locale } = p
  const t = translator(exportMessages, locale)
  const here = `${p.base}/${p.piece.id}`
  const at = (moment: Date) => formatDateTime(moment, p.zone, locale)
  const state = (share: Share) =>
    share.revokedAt ? 'share.revoked' : share.expiresAt <= p.now ? 'share.expired' : 'share.open'
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('evidence'), href: p.base },
          { text: p.piece.title, href: here },
          { text: t('share') },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={p.made ? t('share.made') : t('share.title')} note={p.piece.title} />
      {p.again ? (
        <Notice locale={locale} tone="warning">
          <p>{t('share.shown')}</p>
        </Notice>
      ) : null}
      {p.made ? (
        <Notice locale={locale} tone="warning">
          <p>{t('share.once')}</p>
          <p>
            <code class="share-address">{p.made}</code>
          </p>
        </Notice>
      ) : null}
      <Grid>
        {p.made ? null : (
          <Card title={t('share.make')}>
            <PostForm action={`${here}/bagikan`} csrf="" idempotencyKey={p.formKey}>
              <p>{t('share.note')}</p>
              {p.piece.notes === 'none' || p.errors.length > 0 ? null : <p>{t(`share.${p.piece.notes}`)}</p>}
              <SelectField
                locale={locale}
                name="days"
                label={t('share.days')}
                empty={false}
                value={p.typed}
                options={shareDays.map(n => ({ value: String(n), text: t('share.day', { n }) }))}
                error={errorOf(p.errors, 'days')}
              />
              <SubmitButton>{t('share.make')}</SubmitButton>
            </PostForm>
          </Card>
        )}
        {p.shares.length === 0 ? null : (
          <Card title={t('share.list')} flush>
            <DataTable
              caption={t('share.list')}
              columns={[
                {
                  header: t('share.by'),
                  rowHeader: true,
                  width: 'grow',
                  cell: share => (
                    <>
                      {at(share.createdAt)}
                      <span class="sub">{share.person}</span>
                    </>
                  ),
                },
                { header: t('share.version'), numeric: true, cell: share => String(share.version) },
                { header: t('share.until'), cell: share => at(share.expiresAt) },
                {
                  header: t('share.opened'),
                  cell: share => (
                    <>
                      {t('share.times', { n: share.opened })}
                      {share.lastOpenedAt ? <span class="sub">{at(share.lastOpenedAt)}</span> : null}
                    </>
                  ),
                },
                { header: t('share.state'), cell: share => t(state(share)) },
                {
                  header: t('share.revoke'),
                  headerHidden: true,
                  cell: share =>
                    state(share) === 'share.open' ? (
                      <InlineForm
                        action={`${here}/bagikan/${share.id}/cabut`}
                        label={t('share.revoke')}
                        ariaLabel={t('share.revokeAria', { date: at(share.createdAt) })}
                        csrf=""
                        idempotencyKey={p.newKey()}
                      />
                    ) : (
                      ''
                    ),
                },
              ]}
              rows={p.shares}
              empty={{ title: t('share.none') }}
            />
          </Card>
        )}
      </Grid>
    </>
  )
}
