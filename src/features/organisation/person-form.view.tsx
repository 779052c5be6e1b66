import { Card } from '../../ui/display/card.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { Checkbox } from '../../ui/forms/choice-group.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import type { Locale } from '../../ui/messages.ts'
import { peopleText } from './people-messages.ts'
import type { TreeUnit } from './subtree.ts'

export type Person = {
  name: string
  nip: string
  email: string
  position: string
  rank: string
  unitId: string
  active: boolean
  /** What the form is drawn from; empty for somebody new. */
  drawn: string
}

export type PersonFormProps = {
  readonly locale: Locale
  readonly title: string
  /** The address of the unit's people. */
  readonly path: string
  /** Null for somebody new. */
  readonly id: string | null
  readonly person: Person
  readonly units: readonly TreeUnit[]
  readonly errors: readonly FormError[]
  readonly formKey: string
}

/** What is known of a person, and the invitation to an account. */
export function PersonForm({ locale, title, path, id, person, units, errors, formKey }: PersonFormProps) {
  const t = peopleText(locale)
  const field = (name: 'name' | 'nip' | 'email' | 'position' | 'rank', label: string) => (
    <TextField
      locale={locale}
      name={name}
      label={label}
      value={person[name]}
      error={errorOf(errors, name)}
      width={30}
    />
  )
  return (
    <>
      <PageHead title={title} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm action={id === null ? `${path}/baru` : `${path}/${id}/ubah`} csrf="" idempotencyKey={formKey}>
        <CarriedFields values={{ drawn: person.drawn }} />
        {field('name', t('name'))}
        {field('nip', 'NIP')}
        {field('email', t('email'))}
        {field('position', t('position'))}
        {field('rank', t('rank'))}
        <SelectField
          locale={locale}
          name="unit"
          label={t('unit')}
          empty={false}
          value={person.unitId}
          error={errorOf(errors, 'unit')}
          options={units.map(unit => ({ value: unit.id, text: `${'– '.repeat(unit.depth)}${unit.name}` }))}
        />
        {id === null ? null : <Checkbox name="active" label={t('active')} checked={person.active} />}
        <SubmitButton>{t('save')}</SubmitButton>
      </PostForm>
      {id === null ? null : (
        <Card title={t('account')}>
          <p>{t('inviteText')}</p>
          <InlineForm action={`${path}/${id}/undang`} csrf="" label={t('invite')} />
        </Card>
      )}
    </>
  )
}
