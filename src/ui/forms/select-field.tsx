import { uiText } from '../ui-messages.ts'
import { describedBy, Field, type FieldProps, fieldId } from './field.tsx'

export type Option = { readonly value: string; readonly text: string; readonly disabled?: boolean }
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

export type SelectFieldProps = FieldProps & {
  readonly options: readonly (Option | OptionGroup)[]
  readonly value?: string | undefined
  /** The text of the empty first choice; false leaves it out, default "Pilih…". */
  readonly empty?: string | false
}

/**
 * One choice out of many; for five or fewer use RadioGroup.
 * @example <SelectField locale={l} name="area" label="Area" empty="Semua area" options={areas} value={filter.area} />
 */
export function SelectField(p: SelectFieldProps) {
  const id = p.id ?? fieldId(p.name)
  const option = (o: Option) => (
    <option value={o.value} selected={o.value === p.value} disabled={o.disabled}>
      {o.text}
    </option>
  )
  return (
    <Field {...p} id={id}>
      <select
        class={`govuk-select${p.error ? ' govuk-select--error' : ''}`}
        id={id}
        name={p.name}
        required={p.required}
        disabled={p.disabled}
        aria-describedby={describedBy(id, p)}
        aria-invalid={p.error ? 'true' : undefined}
      >
        {p.empty === false ? null : <option value="">{p.empty ?? uiText[p.locale]('select.choose')}</option>}
        {p.options.map(o =>
          'options' in o ? <optgroup label={o.label}>{o.options.map(option)}</optgroup> : option(o),
        )}
      </select>
    </Field>
  )
}
