import { type Locale, translator } from '../../ui/messages.ts'
import { AreaBar, nextGap, TotalBar, totalFigure } from './bars.view.tsx'
import { messages } from './messages.ts'
import { scoreFigure } from './sentences.ts'
import type { ScoredSheet } from './sheet.ts'

/** The score that stays in view while a page is filled in. */
export function ScoreLine(p: {
  readonly locale: Locale
  readonly sheet: ScoredSheet
  readonly area: string | null
  readonly base: string
}) {
  const { locale, sheet } = p
  const t = translator(messages, locale)
  const area = p.area === null ? undefined : sheet.score.areas[p.area]
  return (
    <div class="score-line" id="nilai" data-score-line>
      <p>
        <b>
          {area
            ? t('score.area', { percent: `${scoreFigure(area.percent, locale, sheet.instrument, 1)}%` })
            : t('result')}
        </b>
      </p>
      {p.area !== null && area ? (
        <AreaBar locale={locale} sheet={sheet} area={p.area} named />
      ) : (
        <TotalBar locale={locale} sheet={sheet} />
      )}
      <p>
        {t('score.total', { score: totalFigure(sheet, locale) })}
        <span class="wide"> · {nextGap(sheet, locale)}</span>
      </p>
      <p class="wide">
        <a href={p.base}>{t('to.overview')}</a>
      </p>
    </div>
  )
}
