import { Card } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDateTime, type Zone } from '../../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { CarriedFields, HiddenFields } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import { answerText } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'
import type { Conflict } from './answer-conflicts.ts'
import { explanationField, typedValue, versionField } from './fill-form.ts'
import { rowPath } from './row.view.tsx'

/** Two people changed one row: both texts side by side, and the person chooses. */
export function ConflictView(p: {
  readonly locale: Locale
  readonly zone: Zone
  readonly questions: Sheet['questions']
  readonly conflicts: readonly Conflict[]
  readonly saved: number
  readonly base: string
  readonly back: string
  readonly newKey: () => string
}) {
  const { locale } = p
  const t = translator(messages, locale)
  return (
    <>
      <PageHead
        title={t('conflict.title')}
        note={`${t('conflict.note')}${p.saved > 0 ? ` ${t('conflict.others', { n: p.saved })}` : ''}`}
      />
      {p.conflicts.map(({ mine, theirs }) => {
        const placed = p.questions.find(({ question }) => question.code === mine.code)
        const none = t('answer.none.long')
        return (
          <Card
            title={sentenceMarkup(
              `${mine.code} · ${placed ? markedLabel(placed.question.text, locale) : ''}`,
            )}
          >
            <div class="texts">
              <form method="post" action={rowPath(p.base, mine.code)} novalidate>
                <h3>{t('conflict.mine')}</h3>
                <p>
                  {t('conflict.answer')}:{' '}
                  <b>{sentenceMarkup(answerText(mine.value, placed, locale, markedLabel) ?? none)}</b>
                </p>
                <HiddenFields csrf="" idempotencyKey={p.newKey()} />
                <CarriedFields
                  values={{
                    ...Object.fromEntries(typedValue(mine.code, mine.value)),
                    [versionField(mine.code)]: String(theirs.version),
                  }}
                />
                <TextArea
                  locale={locale}
                  name={explanationField(mine.code)}
                  label={t('explanation')}
                  rows={5}
                  value={mine.explanation}
                />
                <SubmitButton>{t('conflict.keep-mine')}</SubmitButton>
              </form>
              <div>
                <h3>
                  {t('conflict.theirs', {
                    by: theirs.updatedBy,
                    at: formatDateTime(theirs.updatedAt, p.zone, locale),
                  })}
                </h3>
                <p>
                  {t('conflict.answer')}:{' '}
                  <b>{sentenceMarkup(answerText(theirs.value, placed, locale, markedLabel) ?? none)}</b>
                </p>
                <p>
                  {t('explanation')}: <span class="pre">{theirs.explanation || '–'}</span>
                </p>
                <ButtonRow>
                  <ButtonLink href={p.back} kind="quiet">
                    {t('conflict.keep-theirs')}
                  </ButtonLink>
                </ButtonRow>
              </div>
            </div>
          </Card>
        )
      })}
    </>
  )
}
