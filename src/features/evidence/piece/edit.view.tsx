import { Card } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import type { TypedFacts } from './facts.ts'
import { FactsFields } from './facts-fields.view.tsx'
import type { PieceDetail } from './piece-detail.ts'

/** Changes what is said about a piece. */
export function EditView(p: {
  locale: Locale
  base: string
  piece: PieceDetail
  revision: number
  typed: TypedFacts
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
          { text: t('edit') },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead title={t('edit')} note={piece.facts.title} />
      {piece.state === 'accepted' ? (
        <Notice locale={locale} tone="warning">
          <p>{t('lockedText')}</p>
        </Notice>
      ) : null}
      <Card>
        <PostForm action={`${here}/ubah`} csrf="" idempotencyKey={p.formKey}>
          <input type="hidden" name="revision" value={p.revision} />
          <FactsFields locale={locale} typed={p.typed} errors={p.errors} titleOptional={false} open />
          <SubmitButton>{t('save')}</SubmitButton>
        </PostForm>
      </Card>
    </>
  )
}
