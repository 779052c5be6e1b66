import { PageHead } from '../../ui/display/page-head.tsx'
import { type Zone, zones } from '../../ui/format.ts'
import { ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import type { Locale } from '../../ui/messages.ts'
import type { TreeUnit } from './subtree.ts'
import { unitText } from './unit-messages.ts'

export const zoneNames = Object.keys(zones) as Zone[]

export type UnitForm = { name: string; shortName: string; zone: string; parent: string; drawn: string }

export type UnitFormProps = {
  readonly locale: Locale
  readonly title: string
  /** The address of the units. */
  readonly path: string
  /** Null for a new one. */
  readonly id: string | null
  readonly mayClose: boolean
  readonly form: UnitForm
  readonly parents: readonly TreeUnit[]
  readonly errors: readonly FormError[]
  readonly formKey: string
}

/** A unit's names, time zone and, where it is new, the unit above it. */
export function UnitFormView({
  locale,
  title,
  path,
  id,
  mayClose,
  form,
  parents,
  errors,
  formKey,
}: UnitFormProps) {
  const t = unitText(locale)
  return (
    <>
      <PageHead title={title} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm action={id === null ? `${path}/baru` : `${path}/${id}/ubah`} csrf="" idempotencyKey={formKey}>
        <CarriedFields values={{ drawn: form.drawn }} />
        <TextField
          locale={locale}
          name="name"
          label={t('name')}
          value={form.name}
          error={errorOf(errors, 'name')}
        />
        <TextField
          locale={locale}
          name="shortName"
          label={t('shortName')}
          hint={t('shortNameHint')}
          optional
          value={form.shortName}
          error={errorOf(errors, 'shortName')}
          width={20}
        />
        {id === null ? (
          <SelectField
            locale={locale}
            name="parent"
            label={t('parent')}
            empty={false}
            value={form.parent}
            error={errorOf(errors, 'parent')}
            options={parents.map(each => ({
              value: each.id,
              text: `${'– '.repeat(each.depth)}${each.name}`,
            }))}
          />
        ) : null}
        <SelectField
          locale={locale}
          name="zone"
          label={t('zone')}
          empty={false}
          value={form.zone}
          error={errorOf(errors, 'zone')}
          options={zoneNames.map(zone => ({ value: zone, text: zones[zone] }))}
        />
        <ButtonRow>
          <SubmitButton>{t('save')}</SubmitButton>
          {mayClose ? <a href={`${path}/${id}/tutup`}>{t('close')}</a> : null}
        </ButtonRow>
      </PostForm>
    </>
  )
}
