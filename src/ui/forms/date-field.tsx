import { uiText } from '../ui-messages.ts'
import { describedBy, Field, type FieldProps, fieldId } from './field.tsx'

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or whatever a browser without a date picker sent back. */
  readonly value?: string | undefined
  /** Without the usual hint of how a date is written: in a row of filters. */
  readonly bare?: boolean
  readonly min?: string
  readonly max?: string
}

/**
 * A civil date by the browser's own picker.
 * @example <DateField locale={l} name="due" label="Tenggat" value={form.due} min="2026-01-01" max="2026-12-31" />
 */
export function DateField(p: DateFieldProps) {
  const id = p.id ?? fieldId(p.name)
  const hint = p.bare || p.labelHidden ? p.hint : (p.hint ?? uiText[p.locale]('date.hint'))
  return (
    <Field {...p} hint={hint} id={id}>
      <input
        class={`govuk-input govuk-input--width-10${p.error ? ' govuk-input--error' : ''}`}
        id={id}
        name={p.name}
        type="date"
        value={p.value}
        min={p.min}
        max={p.max}
        required={p.required}
        disabled={p.disabled}
        aria-describedby={describedBy(id, { hint, error: p.error })}
        aria-invalid={p.error ? 'true' : undefined}
      />
    </Field>
  )
}
