import type { SubItem } from '../../core/instrument/instrument.ts'
import { ThresholdBar } from '../../ui/charts/threshold-bar.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { pageName } from './fill/area-pages.ts'
import { messages } from './messages.ts'
import { drawnShare, gapFigure, labelText, needFigure, scoreFigure } from './sentences.ts'
import type { ScoredSheet } from './sheet.ts'

type Rule = ScoredSheet['instrument']['predicates'][number]['rules'][number]

/** The thresholds of one measure as ticks; `named` says the predicate under the tick, not only the figure. */
function thresholdsOf(
  sheet: ScoredSheet,
  locale: Locale,
  whole: string,
  named: boolean,
  is: (rule: Rule) => boolean,
) {
  return sheet.instrument.predicates.flatMap(({ code, rules }) =>
    rules.filter(is).map(({ rule, need }) => ({
      at: drawnShare(need, whole),
      name: `${code} ${needFigure(need, locale)}`,
      label: named ? `${code} ${needFigure(need, locale)}` : needFigure(need, locale),
      met: !sheet.score.predicates[code]?.unmet.some(gap => gap.rule === rule),
    })),
  )
}

type Ticks = ReturnType<typeof thresholdsOf>

const inWords = (measure: string, value: string, ticks: Ticks, locale: Locale): string => {
  const t = translator(messages, locale)
  return `${measure}: ${value}; ${ticks.map(({ name, met }) => `${name} ${met ? t('met') : t('unmet')}`).join(', ')}`
}

export function AreaBar({ locale, sheet, area, named }: BarProps & { readonly area: string }) {
  const percent = sheet.score.areas[area]?.percent ?? '0'
  const ticks = thresholdsOf(sheet, locale, '100', named, ({ of }) => of.kind === 'area' && of.area === area)
  return ThresholdBar({
    label: inWords(
      pageName(sheet, area, locale, area),
      `${scoreFigure(percent, locale, sheet.instrument, 1)}%`,
      ticks,
      locale,
    ),
    share: drawnShare(percent, '100'),
    thresholds: ticks,
  })
}

/** A component of the result, whose thresholds are points. */
export function ResultBar({ locale, sheet, named, subItem }: BarProps & { readonly subItem: SubItem }) {
  const { score = '0', max = '0' } = sheet.score.subItems[subItem.code] ?? {}
  const ticks = thresholdsOf(
    sheet,
    locale,
    max,
    named,
    ({ of }) => of.kind === 'sub-item' && of.code === subItem.code,
  )
  return ThresholdBar({
    label: inWords(
      labelText(subItem.title, locale),
      scoreFigure(score, locale, sheet.instrument),
      ticks,
      locale,
    ),
    share: drawnShare(score, max),
    thresholds: ticks,
  })
}

type BarProps = { readonly locale: Locale; readonly sheet: ScoredSheet; readonly named: boolean }

const totalTicks = (sheet: ScoredSheet, locale: Locale) =>
  thresholdsOf(sheet, locale, sheet.instrument.total, true, ({ of }) => of.kind === 'total')

export function TotalBar({ locale, sheet }: Omit<BarProps, 'named'>) {
  const ticks = totalTicks(sheet, locale)
  return ThresholdBar({
    label: inWords(translator(messages, locale)('total'), totalFigure(sheet, locale), ticks, locale),
    share: drawnShare(sheet.score.total, sheet.instrument.total),
    thresholds: ticks,
  })
}

/** Never rounded up to a threshold that is not reached. */
export const totalFigure = (sheet: ScoredSheet, locale: Locale): string =>
  scoreFigure(sheet.score.total, locale, sheet.instrument)

/** How far the first predicate that is not reached is away in its total, else in its other thresholds. */
export function nextGap(sheet: ScoredSheet, locale: Locale): string {
  const t = translator(messages, locale)
  if (sheet.instrument.predicates.length === 0)
    return t('head.none', {
      score: scoreFigure(sheet.score.total, locale, sheet.instrument, 0),
      all: needFigure(sheet.instrument.total, locale),
    })
  const next = sheet.instrument.predicates.find(({ code }) => sheet.score.predicates[code]?.met === false)
  if (!next) {
    const last = sheet.instrument.predicates.at(-1)
    return last ? t('head.met', { predicate: last.code }) : ''
  }
  const closed = sheet.cycle.state === 'closed'
  const reached = sheet.instrument.predicates[sheet.instrument.predicates.indexOf(next) - 1]
  if (closed && reached) return t('head.met', { predicate: reached.code })
  const unmet = sheet.score.predicates[next.code]?.unmet ?? []
  const total = unmet.find(gap => next.rules.some(({ rule, of }) => rule === gap.rule && of.kind === 'total'))
  return total
    ? t(closed ? 'head.missed' : 'head.short', {
        predicate: next.code,
        short: gapFigure(total.short, locale),
      })
    : t(closed ? 'head.missed-rules' : 'head.rules', { predicate: next.code, n: unmet.length })
}
