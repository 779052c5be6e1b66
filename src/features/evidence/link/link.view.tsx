import { Card } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDate } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import type { PieceDetail } from '../piece/piece-detail.ts'
import type { LinkableObligation } from '../queries.ts'

export type LinkTyped = { readonly target: string; readonly page: string }

/** An option's value: the obligation, and the item asked for where one is meant. */
export const targetValue = (obligationId: string, slot: string) => `${obligationId} ${slot}`.trim()
export const readTarget = (value: string) => ({
  obligationId: value.slice(0, 36),
  slot: value.slice(36).trim(),
})

/** Chooses one more thing that a piece proves. */
export function LinkView(p: {
  locale: Locale
  base: string
  piece: PieceDetail
  year: number
  /** The years that have a plan. */
  years: readonly number[]
  linkable: readonly LinkableObligation[]
  typed: LinkTyped
  errors: readonly FormError[]
  formKey: string
}) {
  const { locale, piece } = p
  const t = translator(messages, locale)
  const here = `${p.base}/${piece.id}`
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('evidence'), href: p.base },
          { text: piece.facts.title, href: here },
          { text: t('linkAdd') },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={t('linkAdd')} note={piece.facts.title} />
      {p.years.length > 1 ? (
        <p>
          {t('linkYear')}{' '}
          {p.years.map(year =>
            year === p.year ? (
              <b aria-current="page">{year} </b>
            ) : (
              <>
                <a href={`${here}/kaitkan?tahun=${year}`}>{year}</a>{' '}
              </>
            ),
          )}
        </p>
      ) : null}
      <Card>
        <PostForm action={`${here}/kaitkan`} csrf="" idempotencyKey={p.formKey}>
          <input type="hidden" name="year" value={p.year} />
          <SelectField
            locale={locale}
            name="target"
            label={t('linkChoose')}
            empty={t('linkPick')}
            value={p.typed.target}
            options={p.linkable.map(o => ({
              label: `${formatDate(o.due, locale, 'short')} · ${o.action}`,
              options: [...o.slots, ''].map(slot => ({
                value: targetValue(o.id, slot),
                text: slot || t('otherSlot'),
              })),
            }))}
            error={errorOf(p.errors, 'target')}
          />
          <TextField
            locale={locale}
            name="page"
            label={t('page')}
            hint={t('pageHint')}
            optional
            width={10}
            value={p.typed.page}
            error={errorOf(p.errors, 'page')}
          />
          <SubmitButton>{t('linkSubmit')}</SubmitButton>
        </PostForm>
      </Card>
    </>
  )
}
