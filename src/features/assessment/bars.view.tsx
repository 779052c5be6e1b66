import { ThresholdBar } from '../../ui/charts/threshold-bar.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { pageName } from './area-pages.ts'
import { messages } from './messages.ts'
import { drawnShare, figure, needFigure } from './sentences.ts'
import type { Sheet } from './sheet.ts'

/** The thresholds of an area as ticks. */
export function areaThresholds(sheet: Sheet, area: string) {
  return sheet.instrument.predicates.flatMap(({ code, rules }) =>
    rules
      .filter(({ of }) => of.kind === 'area' && of.area === area)
      .map(({ rule, need }) => ({
        at: drawnShare(need, '100'),
        label: `${code} ${needFigure(need, 'id')}`,
        met: !sheet.score.predicates[code]?.unmet.some(gap => gap.rule === rule),
      })),
  )
}

export const AreaBar = ({
  locale,
  sheet,
  area,
  bare,
}: {
  locale: Locale
  sheet: Sheet
  area: string
  bare?: boolean
}) => {
  const scored = sheet.score.areas[area]
  const thresholds = areaThresholds(sheet, area)
  const name = pageName(sheet, area, locale, area)
  return ThresholdBar({
    label: `${name}: ${figure(scored?.percent ?? '0', locale, 'half-up', 1)}%; ${thresholds.map(({ label, met }) => `${label} ${met ? '✓' : '✗'}`).join(', ')}`,
    share: drawnShare(scored?.percent ?? '0', '100'),
    thresholds,
    ...(bare ? { bare } : {}),
  })
}

/** The thresholds of the total as ticks. */
export const totalThresholds = (sheet: Sheet) =>
  sheet.instrument.predicates.flatMap(({ code, rules }) =>
    rules
      .filter(({ of }) => of.kind === 'total')
      .map(({ rule, need }) => ({
        at: drawnShare(need, sheet.instrument.total),
        label: `${code} ${needFigure(need, 'id')}`,
        met: !sheet.score.predicates[code]?.unmet.some(gap => gap.rule === rule),
      })),
  )

export function TotalBar({ locale, sheet }: { readonly locale: Locale; readonly sheet: Sheet }) {
  const t = translator(messages, locale)
  const thresholds = totalThresholds(sheet)
  return ThresholdBar({
    label: `${t('total')}: ${totalFigure(sheet, locale)}; ${thresholds.map(({ label, met }) => `${label} ${met ? '✓' : '✗'}`).join(', ')}`,
    share: drawnShare(sheet.score.total, sheet.instrument.total),
    thresholds,
  })
}

/** Never rounded up to a threshold that is not reached. */
export const totalFigure = (sheet: Sheet, locale: Locale): string =>
  figure(sheet.score.total, locale, totalThresholds(sheet).every(({ met }) => met) ? 'half-up' : 'down')

/** How far the first predicate that is not reached is away in its total, else in its other thresholds. */
export function nextGap(sheet: Sheet, locale: Locale): string {
  const t = translator(messages, locale)
  const next = sheet.instrument.predicates.find(({ code }) => sheet.score.predicates[code]?.met === false)
  if (!next) {
    const last = sheet.instrument.predicates.at(-1)
    return last ? t('head.met', { predicate: last.code }) : ''
  }
  const unmet = sheet.score.predicates[next.code]?.unmet ?? []
  const total = unmet.find(gap => next.rules.some(({ rule, of }) => rule === gap.rule && of.kind === 'total'))
  return total
    ? t('head.short', { predicate: next.code, short: figure(total.short, locale, 'up') })
    : t('head.rules', { predicate: next.code, n: unmet.length })
}
