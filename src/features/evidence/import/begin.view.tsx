import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { Breadcrumbs, Tabs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatBytes, formatDateTime, type Zone } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FileField } from '../../../ui/forms/file-field.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { largestZip } from './begin-import.ts'
import { importMessages } from './import-messages.ts'
import type { ImportHead } from './import-queries.ts'

export type BeginProps = {
  readonly locale: Locale
  readonly zone: Zone
  /** The address of the unit's evidence. */
  readonly base: string
  readonly years: readonly number[]
  readonly year: number
  readonly past: readonly ImportHead[]
  readonly errors: readonly FormError[]
  readonly formKey: string
}

/** Sends a ZIP or a list, and finds the imports of before. */
export function BeginView(p: BeginProps) {
  const { locale } = p
  const t = translator(importMessages, locale)
  return (
    <>
      <Breadcrumbs locale={locale} items={[{ text: t('evidence'), href: p.base }, { text: t('title') }]} />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={t('title')} note={t('note')} />
      {p.years.length > 1 ? (
        <Tabs
          label={t('year')}
          items={p.years.map(year => ({
            text: String(year),
            href: `${p.base}/impor?tahun=${year}`,
            current: year === p.year,
          }))}
        />
      ) : null}
      {p.years.length === 0 ? (
        <p>{t('noPlan')}</p>
      ) : (
        <Card>
          {/* The key goes before the file, which may take hours to come. */}
          <PostForm action={`${p.base}/impor/tahun/${p.year}?kunci=${p.formKey}`} csrf="" multipart>
            <FileField
              locale={locale}
              name="file"
              label={`${t('file')} (${p.year})`}
              hint={t('fileHint')}
              kinds={t('kinds')}
              limit={formatBytes(largestZip, locale)}
              accept=".zip,.csv,.xlsx"
              error={errorOf(p.errors, 'file')}
            />
            <SubmitButton>{t('read')}</SubmitButton>
          </PostForm>
        </Card>
      )}
      {p.past.length === 0 ? null : <Past {...p} />}
    </>
  )
}

function Past(p: BeginProps) {
  const { locale } = p
  const t = translator(importMessages, locale)
  return (
    <Card title={t('past')} flush>
      <DataTable
        caption={t('past')}
        columns={[
          {
            header: t('source'),
            rowHeader: true,
            width: 'grow',
            cell: one => (
              <>
                <a href={`${p.base}/impor/${one.id}`}>{one.name}</a>
                <span class="sub">
                  {t(`source.${one.source}`)} · {one.year}
                </span>
              </>
            ),
          },
          { header: t('state'), cell: one => t(`state.${one.stale ? 'stopped' : one.state}`) },
          { header: t('by'), cell: one => one.person },
          { header: t('when'), cell: one => formatDateTime(one.createdAt, p.zone, locale) },
        ]}
        rows={p.past}
        empty={{ title: t('pastNone') }}
      />
    </Card>
  )
}
