import { Card } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDate } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { LinkableObligation } from '../queries.ts'
import { placeValue } from './choose-places.ts'
import { importMessages } from './import-messages.ts'
import type { ImportHead, ImportRow } from './import-queries.ts'

/** Chooses the place of one file among everything that the plan asks for. */
export function PlaceView(p: {
  locale: Locale
  base: string
  head: ImportHead
  row: ImportRow
  linkable: readonly LinkableObligation[]
  errors: readonly FormError[]
  formKey: string
}) {
  const { locale, row } = p
  const t = translator(importMessages, locale)
  const here = `${p.base}/impor/${p.head.id}`
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('evidence'), href: p.base },
          { text: t('title'), href: `${p.base}/impor` },
          { text: p.head.name, href: here },
          { text: t('further') },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={t('further')} note={row.path} />
      <Card>
        <PostForm action={`${here}/pilih`} csrf="" idempotencyKey={p.formKey}>
          <SelectField
            locale={locale}
            name={`p-${row.id}`}
            label={t('place')}
            empty={false}
            value={placeValue(row)}
            options={[
              { value: 'skip', text: t('skip') },
              { value: 'none', text: t('none') },
              ...p.linkable.map(one => ({
                label: `${formatDate(one.due, locale, 'short')} · ${one.action}`,
                options: [...one.slots, ''].map(slot => ({
                  value: `${one.id} ${slot}`.trim(),
                  text: slot || t('wholeObligation'),
                })),
              })),
            ]}
            error={errorOf(p.errors, `p-${row.id}`)}
          />
          <SubmitButton>{t('saveOne')}</SubmitButton>
        </PostForm>
      </Card>
    </>
  )
}
