import { z } from 'zod'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { planMessages } from '../messages.ts'

type Action = { readonly id: string; readonly text: string; readonly personId: string | null }
type Person = { readonly id: string; readonly name: string; readonly position: string | null }

const field = (actionId: string) => `person-${actionId}`
const everything = 'everything'

/** Whom each action goes to, as the form below sends it. */
export function typedPeople(body: unknown, actions: readonly Action[]): Map<string, string | null> {
  const typed = z.record(z.string(), z.unknown()).parse(body)
  const all = typed[everything]
  return new Map(
    actions.flatMap(({ id }) => {
      const chosen = typeof all === 'string' && all !== '' ? all : typed[field(id)]
      return typeof chosen === 'string' ? [[id, chosen === '' ? null : chosen] as const] : []
    }),
  )
}

/** One choice an action; where there are several, one more that is for all of them. */
export function PersonForm(p: {
  locale: Locale
  action: string
  idempotencyKey: string
  actions: readonly Action[]
  people: readonly Person[]
  errors: readonly FormError[]
}) {
  const t = translator(planMessages, p.locale)
  const options = p.people.map(({ id, name, position }) => ({
    value: id,
    text: position ? `${name}, ${position}` : name,
  }))
  return (
    <PostForm action={p.action} csrf="" idempotencyKey={p.idempotencyKey}>
      {p.actions.length > 1 ? (
        <SelectField
          locale={p.locale}
          name={everything}
          label={t('owner.everything')}
          empty={t('owner.mixed')}
          options={options}
          error={errorOf(p.errors, everything)}
        />
      ) : null}
      {p.actions.map(({ id, text, personId }) => (
        <SelectField
          locale={p.locale}
          name={field(id)}
          label={text}
          empty={t('owner.none')}
          value={personId ?? ''}
          options={options}
          error={errorOf(p.errors, field(id))}
        />
      ))}
      <SubmitButton kind="quiet">{t('owner.save')}</SubmitButton>
    </PostForm>
  )
}
