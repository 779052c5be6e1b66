import { Card } from '../../../ui/display/card.tsx'
import { Details } from '../../../ui/display/summary.tsx'
import { Tag } from '../../../ui/display/tag.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { fieldId } from '../../../ui/forms/field.tsx'
import { HiddenFields } from '../../../ui/forms/form.tsx'
import type { Markup } from '../../../ui/markup.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { answerField, versionField } from '../fill/fill-form.ts'
import { labelMarkup, markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { conditionCode, type Sheet } from '../sheet.ts'

type Props = {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly editable: boolean
  readonly formKey: string
}

/** What must be true besides the score, as the unit states it. */
export function ConditionsCard(p: Props) {
  const { locale, sheet } = p
  const t = translator(messages, locale)
  const predicates = sheet.instrument.predicates.filter(({ conditions }) => conditions.length > 0)
  if (predicates.length === 0) return null
  return (
    <Card
      title={t('conditions.title')}
      note={`${t('conditions.note')} ${t('condition.source', { text: sourcesOf(sheet) })}`}
      id="syarat"
    >
      <form method="post" action={`${p.base}/syarat`} novalidate>
        <HiddenFields csrf="" idempotencyKey={p.formKey} />
        {predicates.map(({ code, title, conditions }) => {
          const met = conditions.filter(
            one => sheet.answers.get(conditionCode(code, one.code))?.value === 'Ya',
          ).length
          return (
            <Details
              summary={sentenceMarkup(
                `${code} · ${markedLabel(title, locale)}: ${t('conditions.met', { n: met, all: conditions.length })}`,
              )}
              open={code === predicates[0]?.code}
            >
              <ul class="conditions">
                {conditions.map(one => (
                  <li>
                    <span>
                      {labelMarkup(one.text, locale)}
                      <span class="of">{t(`condition.${one.level}`)}</span>
                    </span>
                    <ConditionAnswer
                      {...p}
                      code={conditionCode(code, one.code)}
                      text={labelMarkup(one.text, locale)}
                    />
                  </li>
                ))}
              </ul>
            </Details>
          )
        })}
        {p.editable ? <SubmitButton kind="quiet">{t('conditions.save')}</SubmitButton> : null}
      </form>
    </Card>
  )
}

/** Where the conditions stand, each place once. */
const sourcesOf = ({ instrument }: Sheet): string =>
  [
    ...new Set(
      instrument.predicates
        .flatMap(({ conditions }) => conditions)
        .map(({ basis }) => [instrument.sources[basis.source]?.title, basis.item].filter(Boolean).join(', ')),
    ),
  ].join('; ')

function ConditionAnswer({
  locale,
  sheet,
  editable,
  code,
  text,
}: Props & { readonly code: string; readonly text: Markup }) {
  const t = translator(messages, locale)
  const stored = sheet.answers.get(code)
  const value = stored?.value === 'Ya' || stored?.value === 'Tidak' ? stored.value : ''
  if (!editable)
    return (
      <Tag tone={value === 'Ya' ? 'done' : value === 'Tidak' ? 'late' : 'wait'}>
        {value === '' ? t('condition.unknown') : t(`condition.${value}`)}
      </Tag>
    )
  const name = answerField(code)
  return (
    <fieldset>
      <legend class="govuk-visually-hidden">{text}</legend>
      <input type="hidden" name={versionField(code)} value={String(stored?.version ?? 0)} />
      <div class="letters">
        {(['Ya', 'Tidak'] as const).map(option => (
          <label>
            <input
              type="radio"
              id={`${fieldId(name)}-${option}`}
              name={name}
              value={option}
              checked={value === option}
            />
            {t(`condition.${option}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
