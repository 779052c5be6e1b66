import { areaCodes } from '../../core/access/role.ts'
import { areaName } from '../../ui/area-names.ts'
import { Filters } from '../../ui/display/navigation.tsx'
import { obligationStates } from '../../ui/display/obligation-state.ts'
import { monthName } from '../../ui/format.ts'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { uiText } from '../../ui/ui-messages.ts'
import { planMessages } from './messages.ts'
import { isFiltered, nobody, type PlanFilter } from './plan-filter.ts'
import type { PlanRow } from './plan-page.view.tsx'

/** The plan's filters as a GET form: what is shown has an address. */
export function PlanFilters(p: {
  locale: Locale
  action: string
  filter: PlanFilter
  rows: readonly PlanRow[]
}) {
  const { locale } = p
  const t = translator(planMessages, locale)
  const { filter } = p
  const people = new Map(p.rows.flatMap(row => [...row.people]))
  const select = (
    name: 'area' | 'person' | 'state' | 'month',
    label: string,
    options: readonly { value: string; text: string }[],
  ) => (
    <SelectField
      locale={locale}
      name={name}
      label={label}
      labelHidden
      empty={label}
      value={filter[name]}
      options={options}
    />
  )
  return (
    <Filters locale={locale} action={p.action} clearHref={isFiltered(filter) ? p.action : undefined}>
      <TextField
        locale={locale}
        name="q"
        label={t('search')}
        labelHidden
        placeholder={t('search')}
        value={filter.q}
      />
      {select(
        'area',
        t('all.areas'),
        areaCodes.map(code => ({ value: code, text: areaName(code, locale) })),
      )}
      {select('person', t('all.people'), [
        { value: nobody, text: t('owner.none') },
        ...[...people]
          .map(([value, text]) => ({ value, text }))
          .sort((a, b) => a.text.localeCompare(b.text, locale)),
      ])}
      {select('state', t('all.states'), [
        ...obligationStates.map(state => ({ value: state, text: uiText[locale](`state.${state}`) })),
        { value: 'incomplete', text: t('state.incomplete') },
      ])}
      {select(
        'month',
        t('all.months'),
        Array.from({ length: 12 }, (_, at) => ({
          value: String(at + 1),
          text: monthName(at + 1, locale),
        })),
      )}
    </Filters>
  )
}
