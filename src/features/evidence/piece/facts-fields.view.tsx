import { evidenceKinds } from '../../../core/evidence/kind.ts'
import { Details } from '../../../ui/display/summary.tsx'
import { DateField } from '../../../ui/forms/date-field.tsx'
import { errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import { confidentialities, languages, type TypedFacts } from './facts.ts'

const further = ['periodFrom', 'periodTo', 'validUntil', 'page', 'language', 'keywords', 'confidentiality']

/** The fields of what a piece of evidence knows; what is seldom needed stays closed until it holds a mistake. */
export function FactsFields(p: {
  locale: Locale
  typed: TypedFacts
  errors: readonly FormError[]
  titleOptional: boolean
  open: boolean
}) {
  const { locale, typed, errors } = p
  const t = translator(messages, locale)
  const date = (name: 'documentDate' | 'periodFrom' | 'periodTo' | 'validUntil', hint?: string) => (
    <DateField
      locale={locale}
      name={name}
      label={t(name)}
      hint={hint}
      optional
      value={typed[name]}
      error={errorOf(errors, name)}
    />
  )
  return (
    <>
      <TextField
        locale={locale}
        name="title"
        label={t('title')}
        hint={p.titleOptional ? t('titleHint') : undefined}
        optional={p.titleOptional}
        value={typed.title}
        error={errorOf(errors, 'title')}
      />
      <SelectField
        locale={locale}
        name="kind"
        label={t('kind')}
        empty={t('chooseKind')}
        value={typed.kind ?? ''}
        options={evidenceKinds.map(kind => ({ value: kind, text: t(`kind.${kind}`) }))}
        error={errorOf(errors, 'kind')}
      />
      <TextField
        locale={locale}
        name="documentNumber"
        label={t('documentNumber')}
        optional
        value={typed.documentNumber}
        error={errorOf(errors, 'documentNumber')}
      />
      {date('documentDate', t('documentDateHint'))}
      <Details
        summary={t('more')}
        open={p.open || errors.some(error => error.field !== undefined && further.includes(error.field))}
      >
        <div class="field-pair">
          {date('periodFrom')}
          {date('periodTo')}
        </div>
        {date('validUntil')}
        <TextField
          locale={locale}
          name="page"
          label={t('page')}
          hint={t('pageHint')}
          optional
          width={10}
          value={typed.page}
          error={errorOf(errors, 'page')}
        />
        <SelectField
          locale={locale}
          name="language"
          label={t('language')}
          empty={false}
          value={typed.language ?? 'id'}
          options={languages.map(value => ({ value, text: t(`language.${value}`) }))}
          error={errorOf(errors, 'language')}
        />
        <TextField
          locale={locale}
          name="keywords"
          label={t('keywords')}
          hint={t('keywordsHint')}
          optional
          value={typed.keywords}
          error={errorOf(errors, 'keywords')}
        />
        <SelectField
          locale={locale}
          name="confidentiality"
          label={t('confidentiality')}
          empty={false}
          value={typed.confidentiality ?? 'internal'}
          options={confidentialities.map(value => ({ value, text: t(`confidentiality.${value}`) }))}
          error={errorOf(errors, 'confidentiality')}
        />
      </Details>
    </>
  )
}
