import { describedBy, Field, type FieldProps, fieldId } from './field.tsx'

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30

export type TextFieldProps = FieldProps & {
  readonly value?: string | number | undefined
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number'
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  readonly autocomplete?: string
  readonly maxlength?: number
  readonly placeholder?: string
  /** Characters the box has room for: the width tells how much is expected. */
  readonly width?: Width
}

/**
 * One line of text.
 * @example <TextField locale={l} name="name" label="Nama lengkap" value={form.name} error={errors.name} width={30} />
 */
export function TextField(p: TextFieldProps) {
  const id = p.id ?? fieldId(p.name)
  const width = p.width ? ` govuk-input--width-${p.width}` : ''
  return (
    <Field {...p} id={id}>
      <input
        class={`govuk-input${width}${p.error ? ' govuk-input--error' : ''}`}
        id={id}
        name={p.name}
        type={p.type ?? 'text'}
        value={p.value}
        inputmode={p.inputmode}
        autocomplete={p.autocomplete}
        maxlength={p.maxlength}
        placeholder={p.placeholder}
        required={p.required}
        disabled={p.disabled}
        aria-describedby={describedBy(id, p)}
        aria-invalid={p.error ? 'true' : undefined}
      />
    </Field>
  )
}

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number
}

/**
 * Several lines of text.
 * @example <TextArea locale={l} name="reason" label="Alasan" rows={4} value={form.reason} error={errors.reason} />
 */
export function TextArea(p: TextAreaProps) {
  const id = p.id ?? fieldId(p.name)
  return (
    <Field {...p} id={id}>
      <textarea
        class={`govuk-textarea${p.error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={p.name}
        rows={p.rows ?? 5}
        required={p.required}
        disabled={p.disabled}
        aria-describedby={describedBy(id, p)}
        aria-invalid={p.error ? 'true' : undefined}
      >
        {p.value ?? ''}
      </textarea>
    </Field>
  )
}
