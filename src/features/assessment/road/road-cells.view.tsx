import type { Improvement, NextStep } from '../../../core/score/road.ts'
import { Fraction } from '../../../core/shared/fraction.ts'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { fieldId } from '../../../ui/forms/field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { rowPath } from '../fill/row.view.tsx'
import { labelMarkup } from '../label-markup.ts'
import { figure, inFull, labelText, ruleName } from '../sentences.ts'
import { roadMessages } from './road-messages.ts'
import type { RoadProps } from './road-props.ts'

export const effortInput = (p: RoadProps, code: string) => {
  const name = `u.${code}`
  const wrong = p.errors.some(error => error.field === name)
  return (
    <input
      class={`govuk-input govuk-input--width-2 effort${wrong ? ' govuk-input--error' : ''}`}
      id={fieldId(name)}
      name={name}
      inputmode="numeric"
      value={p.typed?.get(name) ?? String(p.efforts.get(code) ?? 1)}
      aria-label={translator(roadMessages, p.locale)('effort.of', { code })}
      aria-invalid={wrong ? 'true' : undefined}
    />
  )
}

const placedOf = ({ sheet }: RoadProps, code: string) =>
  sheet.questions.find(({ question }) => question.code === code)

/** What the item asks, as a link to it, and its code. */
export const itemCell = (p: RoadProps, code: string) => {
  const placed = placedOf(p, code)
  return (
    <>
      <a href={rowPath(p.base, code)}>{placed ? labelMarkup(placed.question.text, p.locale) : code}</a>
      <span class="sub">{code}</span>
    </>
  )
}

export const areaTitle = ({ sheet, locale }: RoadProps, code: string): string => {
  const area = sheet.instrument.areas.find(one => one.code === code)
  return area ? labelText(area.title, locale) : code
}

/** `B → A`, `3,41 → 3,6`, `71,4% → 100%`. */
export function changeText(p: RoadProps, { code, from, to }: Pick<Improvement, 'code' | 'from' | 'to'>) {
  const t = translator(roadMessages, p.locale)
  const kind = kindOf(p, code)
  const text = (value: string) =>
    kind === 'ratio' ? `${percentText(value, p.locale)}%` : kind === 'index' ? inFull(value, p.locale) : value
  return (
    <>
      <span class="nowrap">{`${from === null ? t('blank') : text(from)} → ${text(to)}`}</span>
      {kind === 'ratio' ? <span class="sub">{t('step.ratio')}</span> : null}
      {kind === 'index' ? (
        <span class="sub">{t(isTop(p, code, to) ? 'step.most' : 'step.index')}</span>
      ) : null}
    </>
  )
}

const isTop = (p: RoadProps, code: string, to: string): boolean => {
  const answer = placedOf(p, code)?.question.answer
  return (
    answer?.kind === 'index' && Fraction.parse(answer.max)?.compare(Fraction.parse(to) ?? Fraction.zero) === 0
  )
}

const kindOf = (p: RoadProps, code: string) => placedOf(p, code)?.question.answer?.kind

const percentText = (share: string, locale: Locale): string =>
  figure((Fraction.parse(share) ?? Fraction.zero).times(Fraction.of(100n)).toDecimal(), locale, 'down', 0)

export function helpsText(p: RoadProps, step: NextStep) {
  const t = translator(roadMessages, p.locale)
  const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
  const closes = step.helps.filter(help => help.closes)
  const name = ({ predicate, rule }: { predicate: string; rule: string }) =>
    `${predicate} ${rule.startsWith('area.') ? rule.slice('area.'.length) : ruleName(p.sheet.instrument, rule, p.locale, words)}`
  if (closes.length > 0)
    return (
      <>
        {tagMarkup('done', t('closes', { n: closes.length }))}
        <span class="sub">{closes.map(name).join(' · ')}</span>
      </>
    )
  const predicates = [...new Set(step.helps.map(({ predicate }) => predicate))]
  return predicates.length === 0
    ? '–'
    : predicates
        .map(predicate =>
          t('helps.n', { predicate, n: step.helps.filter(help => help.predicate === predicate).length }),
        )
        .join(' · ')
}

/** To a change that an option or an index names; a ratio needs its counts, which its form asks for. */
export const tryLink = (p: RoadProps, { code, to }: Pick<Improvement, 'code' | 'to'>) => {
  const t = translator(roadMessages, p.locale)
  const ratio = kindOf(p, code) === 'ratio'
  const query = new URLSearchParams(ratio ? { butir: code } : { butir: code, jadi: to })
  return (
    <a
      href={`${p.base}/jalan?${query}#coba`}
      aria-label={ratio ? t('try.counts', { code }) : t('try.of', { code, to: inFull(to, p.locale) })}
    >
      {t('try')}
    </a>
  )
}
