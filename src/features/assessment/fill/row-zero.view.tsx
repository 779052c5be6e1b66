import { Card } from '../../../ui/display/card.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { RadioGroup } from '../../../ui/forms/choice-group.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { translator } from '../../../ui/messages.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import type { RowPageProps } from './row-page-props.ts'

/** What nothing over nothing is worth, where the instrument leaves it open: said with its source. */
export function ZeroCard(p: RowPageProps & { readonly path: string }) {
  const { locale, sheet } = p
  const { code, answer } = p.placed.question
  if (answer?.kind !== 'ratio' || !answer.zeroDenominator.setting) return null
  const t = translator(messages, locale)
  const { basis, whenNumeratorZero } = answer.zeroDenominator
  const chosen = sheet.cycle.settings.zeroDenominator?.[code]
  const note = basis.note ? labelMarkup(basis.note, locale) : ''
  return (
    <Card title={t('zero.title')} id="nol">
      <p>
        {note}{' '}
        <span class="muted">
          {t('condition.source', { text: sheet.instrument.sources[basis.source]?.title ?? '' })}
        </span>
      </p>
      {p.maySetZero ? (
        <PostForm action={`${p.path}/nol`} csrf="" idempotencyKey={p.newKey()}>
          <RadioGroup
            locale={locale}
            name="nilai"
            label={t('zero.label')}
            value={chosen ?? ''}
            choices={[
              { value: '', text: t('zero.default', { worth: whenNumeratorZero }) },
              { value: '0', text: t('zero.none') },
              { value: '1', text: t('zero.full') },
            ]}
          />
          <SubmitButton kind="quiet">{t('zero.save')}</SubmitButton>
        </PostForm>
      ) : (
        <p>
          {chosen === '1'
            ? t('zero.full')
            : chosen === '0'
              ? t('zero.none')
              : t('zero.default', { worth: whenNumeratorZero })}
        </p>
      )}
    </Card>
  )
}
