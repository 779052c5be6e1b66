import { html } from 'hono/html'
import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { FieldNotes, fieldId } from '../../../ui/forms/field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { asMarkup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { labelMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import type { Sheet } from '../sheet.ts'
import { answerField, type Typed } from './fill-form.ts'

type ControlProps = {
  readonly locale: Locale
  readonly placed: PlacedQuestion
  readonly sheet: Pick<Sheet, 'instrument'>
  readonly values: Typed
  readonly errors: readonly FormError[]
  readonly editable: boolean
}

/** The fields of one answer: options, counts or an index. */
export function AnswerControl({ locale, placed, sheet, values, errors, editable }: ControlProps) {
  const t = translator(messages, locale)
  const { code, answer } = placed.question
  const name = answerField(code)
  if (answer === null) return null
  if (answer.kind === 'index')
    return (
      <TextField
        locale={locale}
        name={name}
        label={t('index')}
        value={values.get(name)?.replace('.', locale === 'id' ? ',' : '.') ?? ''}
        width={5}
        inputmode="decimal"
        error={errorOf(errors, name)}
        disabled={!editable}
      />
    )
  if (answer.kind === 'ratio')
    return (
      <div class="operands">
        {answer.operands.map(operand => {
          const field = answerField(code, operand.name)
          return (
            <TextField
              locale={locale}
              name={field}
              label={labelMarkup(operand.label, locale)}
              value={values.get(field) ?? ''}
              width={5}
              inputmode="numeric"
              error={errorOf(errors, field)}
              disabled={!editable}
            />
          )
        })}
      </div>
    )
  const options = sheet.instrument.scales[answer.scale]?.options ?? []
  const chosen = values.get(name) ?? ''
  const error = errorOf(errors, name)
  const id = fieldId(name)
  const disabled = editable ? '' : asMarkup(' disabled=""')
  const none = html`<label class="none"><input type="radio" name="${name}" value=""${chosen === '' ? checked : ''}/>${t('answer.none')}</label>`
  return html`<fieldset${error ? html` aria-describedby="${id}-error"` : ''}><legend class="govuk-visually-hidden">${t('answer.of', { code })}</legend>${
    error ? <FieldNotes id={id} locale={locale} error={error} /> : ''
  }<div class="letters">${options.map(
    ({ key }, index) =>
      html`<label><input type="radio" id="${index === 0 ? id : `${id}-${index + 1}`}" name="${name}" value="${key}"${chosen === key ? checked : ''}${disabled}/>${key}</label>`,
  )}${editable ? none : ''}</div></fieldset>`
}

const checked = asMarkup(' checked=""')
