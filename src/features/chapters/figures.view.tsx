import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { Fieldset } from '../../ui/forms/fieldset.tsx'
import { PostForm } from '../../ui/forms/form.tsx'
import { TextArea, TextField } from '../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import {
  type FigureDefinition,
  type FigureValues,
  type FigureWarning,
  figureCatalogue,
  isComputed,
  resolveFigures,
} from '../documents/index.ts'
import { messages } from './messages.ts'
import { enteredFigures, showFigure } from './stored-figures.ts'

export type FiguresPageProps = {
  readonly locale: Locale
  readonly base: string
  readonly year: number
  /** The texts in the form, by key, as typed. */
  readonly typed: Readonly<Record<string, string>>
  /** What is stored, by key: the next save is compared with it. */
  readonly drawn: Readonly<Record<string, string>>
  readonly values: FigureValues
  readonly warnings: readonly FigureWarning[]
  readonly errors: readonly FormError[]
  readonly editable: boolean
  readonly formKey: string
}

export function FiguresPage(p: FiguresPageProps) {
  const t = translator(messages, p.locale)
  const filled = Object.values(p.values).filter(value => value !== null).length
  const fields = figureCatalogue.groups.map(group => (
    <Fieldset legend={group.label[p.locale]}>
      <div class="field-grid">
        {figureCatalogue.figures
          .filter(figure => figure.group === group.key)
          .map(figure =>
            isComputed(figure) ? <Computed figure={figure} {...p} /> : <Entered figure={figure} {...p} />,
          )}
      </div>
    </Fieldset>
  ))
  return (
    <>
      <Breadcrumbs
        locale={p.locale}
        items={[{ text: t('naskah'), href: p.base }, { text: t(p.editable ? 'to-figures' : 'see-figures') }]}
      />
      <PageHead
        title={t('figures-title', { year: p.year })}
        note={t('figures-note', { filled, all: enteredFigures.length })}
      />
      <ErrorSummary locale={p.locale} errors={p.errors} />
      <FigureWarnings locale={p.locale} warnings={p.warnings} />
      {p.editable ? (
        <PostForm action={`${p.base}/angka`} csrf="" idempotencyKey={p.formKey}>
          <input type="hidden" name="drawn" value={JSON.stringify(p.drawn)} />
          {fields}
          <ButtonRow>
            <SubmitButton>{t('save')}</SubmitButton>
            <a href={p.base}>{t('naskah')}</a>
          </ButtonRow>
        </PostForm>
      ) : (
        <>
          <Notice locale={p.locale} tone="info">
            {t('figures-read-only')}
          </Notice>
          <div class="form">{fields}</div>
        </>
      )}
    </>
  )
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Entered({ figure, ...p }: FiguresPageProps & { figure: FigureDefinition }) {
  const { key, kind, label, unit, help } = figure
  const shared = {
    locale: p.locale,
    name: key,
    label: capital(label[p.locale]) + (unit ? ` (${unit[p.locale]})` : ''),
    hint: help[p.locale],
    value: p.typed[key] ?? '',
    error: errorOf(p.errors, key),
    disabled: !p.editable,
  }
  if (kind === 'list') return <TextArea {...shared} rows={4} />
  if (kind === 'text') return <TextField {...shared} />
  return <TextField {...shared} width={kind === 'money' ? 20 : 10} inputmode="decimal" />
}

function Computed({ figure, locale, values }: FiguresPageProps & { figure: FigureDefinition }) {
  const t = translator(messages, locale)
  const value = resolveFigures(values, locale)[figure.key]?.value ?? t('not-computed')
  return (
    <div class="govuk-form-group">
      <p class="govuk-label">{capital(figure.label[locale])}</p>
      <p class="govuk-hint">{t('computed')}</p>
      <p class="computed">{value}</p>
    </div>
  )
}

function FigureWarnings({ locale, warnings }: { locale: Locale; warnings: readonly FigureWarning[] }) {
  if (warnings.length === 0) return null
  const t = translator(messages, locale)
  const number = (value: number) => showFigure({ kind: 'decimal' }, String(value), locale)
  return (
    <Notice locale={locale} tone="warning" title={t('warnings-title')}>
      <ul>
        {warnings.map(({ kind, label, found, expected }) => (
          <li>
            {t(`warning-${kind}`, {
              label: capital(label[locale]),
              found: number(found),
              expected: number(expected),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
