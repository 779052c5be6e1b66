import type { NextStep } from '../../../core/score/road.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { rowPath } from '../fill/row.view.tsx'
import { labelMarkup } from '../label-markup.ts'
import { roadMessages } from '../road/road-messages.ts'
import { figure } from '../sentences.ts'
import type { Sheet } from '../sheet.ts'

/** The steps that bring most towards the first predicate that is not reached, for a corner of another page. */
export function NearestSteps(p: {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly steps: readonly NextStep[]
}) {
  const t = translator(roadMessages, p.locale)
  const open = p.sheet.instrument.predicates.find(({ code }) => p.sheet.score.predicates[code]?.met === false)
  const helping = p.steps
    .map(step => ({ step, n: step.helps.filter(help => help.predicate === open?.code).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, 4)
  if (!open || helping.length === 0) return null
  return (
    <>
      <h3 class="nearest">{t('nearest', { predicate: open.code })}</h3>
      <ul class="nearest-steps">
        {helping.map(({ step }) => {
          const placed = p.sheet.questions.find(({ question }) => question.code === step.code)
          return (
            <li>
              <a href={rowPath(p.base, step.code)}>
                {placed ? labelMarkup(placed.question.text, p.locale) : step.code}
              </a>
              <span class="num"> +{figure(step.gain, p.locale)}</span>
            </li>
          )
        })}
      </ul>
      <p class="small">
        <a href={`${p.base}/jalan`}>{t('nearest.all')}</a>
      </p>
    </>
  )
}
