import type { Child } from 'hono/jsx'
import { describedBy, FieldNotes, type FieldProps, fieldId } from './field.tsx'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: Child
  readonly disabled?: boolean
}

type GroupProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** Side by side, for two or three short words. */
  readonly inline?: boolean
  /** Big controls, for citizens on phones. */
  readonly large?: boolean
}

type Kind = 'radios' | 'checkboxes'

function group(kind: Kind, p: GroupProps, chosen: (value: string) => boolean) {
  const id = p.id ?? fieldId(p.name)
  const style = `govuk-${kind}${p.inline ? ` govuk-${kind}--inline` : ''}${p.large ? '' : ` govuk-${kind}--small`}`
  return (
    <div class={p.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, p)}>
        <legend
          class={p.labelHidden ? 'govuk-visually-hidden' : 'govuk-fieldset__legend govuk-fieldset__legend--s'}
        >
          {p.label}
        </legend>
        <FieldNotes id={id} locale={p.locale} hint={p.hint} error={p.error} />
        <div class={style}>
          {p.choices.map((choice, i) => {
            const own = i === 0 ? id : `${id}-${i + 1}`
            return (
              <div class={`govuk-${kind}__item`}>
                <input
                  class={`govuk-${kind}__input`}
                  id={own}
                  name={p.name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={choice.value}
                  checked={chosen(choice.value)}
                  disabled={p.disabled || choice.disabled}
                  required={kind === 'radios' && p.required}
                  aria-describedby={choice.hint ? `${own}-item-hint` : undefined}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={own}>
                  {choice.text}
                </label>
                {choice.hint ? (
                  <div id={`${own}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/**
 * One choice out of a few, all of them visible.
 * @example <RadioGroup locale={l} name="state" label="Status" choices={states} value={form.state} inline />
 */
export const RadioGroup = (p: GroupProps & { readonly value?: string | undefined }) =>
  group('radios', p, value => value === p.value)

/**
 * Any number of choices, sent as one name with several values.
 * @example <CheckboxGroup locale={l} name="areas" label="Area yang dipegang" choices={areas} values={form.areas} />
 */
export const CheckboxGroup = (p: GroupProps & { readonly values?: readonly string[] | undefined }) =>
  group('checkboxes', p, value => p.values?.includes(value) ?? false)

/**
 * A single yes or no, with the sentence as its label.
 * @example <Checkbox name="agree" label="Ikut sertakan yang sudah selesai" checked={filter.done} />
 */
export function Checkbox(p: { name: string; label: string; value?: string; checked?: boolean; id?: string }) {
  const id = p.id ?? fieldId(p.name)
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={p.name}
          type="checkbox"
          value={p.value ?? '1'}
          checked={p.checked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {p.label}
        </label>
      </div>
    </div>
  )
}
