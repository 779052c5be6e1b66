import { type KpiProps, KpiRow } from '../../../ui/display/kpi.tsx'
import { formatPercent } from '../../../ui/format.ts'
import { translator } from '../../../ui/messages.ts'
import { totalFigure } from '../bars.view.tsx'
import { rowFlags } from '../fill/row-state.ts'
import { messages } from '../messages.ts'
import { drawnShare, gapFigure, needFigure, scoreFigure } from '../sentences.ts'
import type { OverviewProps } from './overview-props.ts'

/** The four figures of a year, each with how far it is or what comes next. */
export function Figures(p: OverviewProps & { readonly firstBlank: string | undefined }) {
  const { locale, sheet, base, firstBlank } = p
  const t = translator(messages, locale)
  const { score } = sheet
  const flagsOf = rowFlags(sheet)
  const all = sheet.questions.length
  const unproven = sheet.questions.filter(({ question }) => flagsOf(question.code).has('unproven')).length
  return (
    <KpiRow
      items={[
        ...(sheet.instrument.predicates.length > 0 ? scored(p) : counted(p)),
        {
          label: t('answered'),
          value: String(all - score.blanks.length),
          unit: t('of.max', { max: String(all) }),
          note: (
            <>
              {firstBlank ? (
                <a href={`${base}/${firstBlank}?saring=blank`}>
                  {t('blank.note', { n: score.blanks.length })}
                </a>
              ) : (
                t('blank.none')
              )}
              {` · ${t('unproven.note', { n: unproven })}`}
            </>
          ),
        },
      ]}
    />
  )
}

/** A list of conditions has one figure: how many are met. */
function counted({ locale, sheet }: OverviewProps): KpiProps[] {
  const t = translator(messages, locale)
  const { total } = sheet.instrument
  return [
    {
      label: t('met.count'),
      value: scoreFigure(sheet.score.total, locale, sheet.instrument, 0),
      unit: t('of.max', { max: needFigure(total, locale) }),
      note: t('met.share', { percent: formatPercent(drawnShare(sheet.score.total, total), locale) }),
    },
  ]
}

function scored(p: OverviewProps): KpiProps[] {
  const { locale, sheet, base } = p
  const t = translator(messages, locale)
  const gap = gapNote(p, ({ of }) => of.kind === 'total')
  return [
    {
      label: t('total'),
      value: totalFigure(sheet, locale),
      unit: t('of.max', { max: needFigure(sheet.instrument.total, locale) }),
      note: sheet.cycle.state === 'closed' ? gap : <a href={`${base}/jalan`}>{gap}</a>,
    },
    ...sheet.instrument.roles.map(({ code, weight }) => ({
      label: t(code),
      value: scoreFigure(sheet.score[code], locale, sheet.instrument),
      unit: t('of.max', { max: needFigure(weight, locale) }),
      note: roleNote(p, code),
    })),
  ]
}

/** How far the first predicate is whose threshold of that kind is missed, or the last that is met. */
function gapNote({ locale, sheet }: OverviewProps, is: (rule: Rule) => boolean): string | null {
  const t = translator(messages, locale)
  const ruled = sheet.instrument.predicates.filter(({ rules }) => rules.some(is))
  for (const { code, rules } of ruled) {
    const gap = sheet.score.predicates[code]?.unmet.find(unmet =>
      rules.some(rule => is(rule) && rule.rule === unmet.rule),
    )
    if (gap) return t('short.of', { predicate: code, short: gapFigure(gap.short, locale) })
  }
  const last = ruled.at(-1)
  return last ? t('met.of', { predicate: last.code }) : null
}

type Rule = OverviewProps['sheet']['instrument']['predicates'][number]['rules'][number]

const roleNote = (p: OverviewProps, role: 'enabler' | 'result'): string =>
  gapNote(p, ({ of }) => of.kind === 'role' && of.role === role) ??
  translator(messages, p.locale)('role.results')
