import type { Effect } from '../../../core/score/losses.ts'
import { Card } from '../../../ui/display/card.tsx'
import { Notice } from '../../../ui/display/notice.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { AnswerControl } from '../fill/answer-control.view.tsx'
import { rowPath } from '../fill/row.view.tsx'
import { labelMarkup } from '../label-markup.ts'
import { answerText, figure, ruleName, scoreFigure } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'
import { roadMessages } from './road-messages.ts'
import type { Tried } from './try-change.ts'

type TryProps = {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly tried: Tried
  readonly errors: readonly FormError[]
}

/** What another answer to one item would do, and the form that asks it. Nothing is stored. */
export function TryCard(p: TryProps) {
  const { locale, sheet, base, tried } = p
  const { code, text } = tried.placed.question
  const t = translator(roadMessages, locale)
  return (
    <Card title={t('try.title', { code })} note={labelMarkup(text, locale)} id="coba">
      {tried.asked ? <EffectNotice {...p} asked={tried.asked} /> : null}
      <form class="try" method="get" action={`${base}/jalan#coba`} novalidate>
        <input type="hidden" name="butir" value={code} />
        <AnswerControl
          locale={locale}
          placed={tried.placed}
          sheet={sheet}
          values={tried.values}
          errors={p.errors}
          editable
        />
        <p>
          <SubmitButton kind="quiet" small>
            {t('try.go')}
          </SubmitButton>
        </p>
      </form>
      <p class="small">
        {t('effect.unsaved')} <a href={rowPath(base, code)}>{t('effect.open', { code })}</a>
      </p>
    </Card>
  )
}

const signed = (gain: string, locale: Locale): string =>
  gain.startsWith('-') ? `−${figure(gain.slice(1), locale)}` : `+${figure(gain, locale)}`

function EffectNotice({
  locale,
  sheet,
  tried,
  asked: { effect, to },
}: TryProps & { readonly asked: NonNullable<Tried['asked']> }) {
  const t = translator(roadMessages, locale)
  const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
  const list = (rules: Effect['reached']) =>
    rules
      .map(({ predicate, rule }) => `${predicate}: ${ruleName(sheet.instrument, rule, locale, words)}`)
      .join(' · ')
  return (
    <Notice
      locale={locale}
      tone="info"
      title={t('effect.title', {
        code: tried.placed.question.code,
        to: answerText(to, tried.placed, locale) ?? '',
      })}
    >
      <p>
        {t('effect.total', {
          before: scoreFigure(effect.before.total, locale, sheet.instrument),
          after: scoreFigure(effect.after.total, locale, sheet.instrument),
          gain: signed(effect.gain, locale),
        })}{' '}
        {effect.reached.length > 0
          ? t('effect.reached', { text: list(effect.reached) })
          : t('effect.nothing')}
        {effect.lost.length > 0 ? ` ${t('effect.lost', { text: list(effect.lost) })}` : ''}
      </p>
    </Notice>
  )
}
