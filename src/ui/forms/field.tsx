import type { Child } from 'hono/jsx'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

/** What every form control takes. `error` is the sentence of a 422, shown at the control. */
export type FieldProps = {
  readonly locale: Locale
  readonly name: string
  readonly label: Child
  readonly hint?: Child
  readonly error?: string | undefined
  /** Says beside the label that the field may stay empty. */
  readonly optional?: boolean
  readonly required?: boolean
  readonly disabled?: boolean
  /** Keeps the label for screen readers only, where the place already says it (filters, tables). */
  readonly labelHidden?: boolean
  /** Where one page holds the same name twice. */
  readonly id?: string
}

/** The element id of a form field, which the error summary links to: `rows[2].text` → `rows-2-text`. */
export const fieldId = (name: string): string => name.replace(/[^\w-]+/g, '-').replace(/-$/, '')

/** Ids of the hint and the error, for `aria-describedby`. */
export function describedBy(
  id: string,
  field: { hint?: Child; error?: string | undefined },
): string | undefined {
  const ids = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Hint and error of a control or a group. */
export const FieldNotes = (p: { id: string; locale: Locale; hint?: Child; error?: string | undefined }) => (
  <>
    {p.hint ? (
      <div id={`${p.id}-hint`} class="govuk-hint">
        {p.hint}
      </div>
    ) : null}
    {p.error ? (
      <p id={`${p.id}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">{uiText[p.locale]('error.prefix')} </span>
        {p.error}
      </p>
    ) : null}
  </>
)

/** Label, hint and error around one control. */
export const Field = ({ id, children, ...p }: FieldProps & { id: string; children: Child }) => (
  <div class={p.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
    <label class={p.labelHidden ? 'govuk-visually-hidden' : 'govuk-label'} for={id}>
      {p.label}
      {p.optional ? <span class="optional"> {uiText[p.locale]('field.optional')}</span> : null}
    </label>
    <FieldNotes id={id} locale={p.locale} hint={p.hint} error={p.error} />
    {children}
  </div>
)
