import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { fieldId } from './field.tsx'

/** One mistake; `field` is the control's name, absent where no single control is at fault. */
export type FormError = { readonly field?: string; readonly text: string }

/**
 * Every mistake of a form, above it, each a link to its field. Draws nothing without mistakes.
 * @example <ErrorSummary locale={l} errors={[{ field: 'due', text: 'Isi tenggat' }]} />
 */
export function ErrorSummary(p: { locale: Locale; errors: readonly FormError[]; title?: string }) {
  if (p.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" role="alert" tabindex={-1} id="error-summary">
      <h2 class="govuk-error-summary__title">{p.title ?? uiText[p.locale]('error-summary.title')}</h2>
      <ul class="govuk-error-summary__list">
        {p.errors.map(e => (
          <li>{e.field === undefined ? e.text : <a href={`#${fieldId(e.field)}`}>{e.text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The sentence for one field, for its `error` prop. */
export const errorOf = (errors: readonly FormError[], field: string): string | undefined =>
  errors.find(e => e.field === field)?.text
