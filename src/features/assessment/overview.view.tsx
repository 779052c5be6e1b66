import { Radar } from '../../ui/charts/radar.ts'
import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { KpiRow } from '../../ui/display/kpi.tsx'
import { Breadcrumbs } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { tagMarkup } from '../../ui/display/tag.tsx'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { ErrorSummary } from '../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { areaPages, pageName, resultsPage } from './area-pages.ts'
import { AreaBar, nextGap, ResultBar, TotalBar, totalFigure } from './bars.view.tsx'
import { ConditionsCard } from './conditions.view.tsx'
import { labelMarkup } from './label-markup.ts'
import { messages } from './messages.ts'
import { MoveCards } from './moves.view.tsx'
import { NearestSteps } from './nearest-steps.view.tsx'
import type { OverviewProps } from './overview-props.ts'
import { measured, rowFlags } from './row-state.ts'
import { drawnShare, figure, inFull, labelText, needFigure, ruleName } from './sentences.ts'

/** The state of a year: how far, against which thresholds, and what comes next. */
export function OverviewView(p: OverviewProps) {
  const { locale, sheet, base } = p
  const t = translator(messages, locale)
  const { score } = sheet
  const flagsOf = rowFlags(sheet)
  const all = sheet.questions.length
  const unproven = sheet.questions.filter(({ question }) => flagsOf(question.code).has('unproven')).length
  const submittable = sheet.cycle.state === 'open' || sheet.cycle.state === 'reopened'
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[
          { text: t('lke'), href: base.replace(/\/[^/]+$/, '') },
          { text: t('lke.year', { year: sheet.cycle.year }) },
        ]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={nextGap(sheet, locale)}
        note={t('head.note', {
          date: p.today,
          score: totalFigure(sheet, locale),
          state: t(`state.${sheet.cycle.state}`),
        })}
        actions={
          <>
            {sheet.instrument.predicates.length > 0 ? (
              <ButtonLink href={`${base}/jalan`} kind="quiet">
                {t('to.road')}
              </ButtonLink>
            ) : null}
            {sheet.cycle.kind === 'scored' ? (
              <ButtonLink href={`${base}/buku-kerja`} kind="quiet">
                {t('to.workbook')}
              </ButtonLink>
            ) : null}
            {p.can.submit && submittable ? (
              <ButtonLink href={`${base}/ajukan`}>{t('to.submit')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <KpiRow
        items={[
          {
            label: t('total'),
            value: totalFigure(sheet, locale),
            unit: t('of.max', { max: needFigure(sheet.instrument.total, locale) }),
            note: t('exact', { text: inFull(score.total, locale) }),
          },
          ...sheet.instrument.roles.map(({ code, weight }) => ({
            label: t(code),
            value: figure(score[code], locale, 'down'),
            unit: t('of.max', { max: needFigure(weight, locale) }),
            note: roleNote(p, code),
          })),
          {
            label: t('answered'),
            value: String(all - score.blanks.length),
            unit: t('of.max', { max: String(all) }),
            note: `${score.blanks.length === 0 ? t('blank.none') : t('blank.note', { n: score.blanks.length })} · ${t('unproven.note', { n: unproven })}`,
          },
        ]}
      />
      <Grid>
        <Card title={t('areas')} note={t('areas.note')} span="two-thirds">
          {TotalRow(p)}
          <ul class="area-bars">
            {areaPages(sheet.instrument)
              .filter(({ code }) => code !== resultsPage)
              .map(({ code }) => (
                <li>
                  <a href={`${base}/${code}`}>{pageName(sheet, code, locale, code)}</a>
                  <AreaBar locale={locale} sheet={sheet} area={code} named={false} />
                  <span class="figures">
                    <b>{figure(score.areas[code]?.percent ?? '0', locale, 'down', 1)}%</b>
                    <span class="of">{`${figure(score.areas[code]?.score ?? '0', locale)} / ${needFigure(score.areas[code]?.max ?? '0', locale)}`}</span>
                  </span>
                </li>
              ))}
            {areaPages(sheet.instrument)
              .filter(({ code }) => code === resultsPage)
              .flatMap(({ areas }) => areas)
              .map(code => (
                <ResultRow {...p} code={code} />
              ))}
          </ul>
        </Card>
        <Card title={t('radar.title')} span="third">
          <RadarOf {...p} />
          <NearestSteps locale={locale} sheet={sheet} base={base} steps={p.steps} />
        </Card>
        {sheet.instrument.predicates.length > 0 ? (
          <Card
            title={t('thresholds.title')}
            note={`${t('thresholds.note')} ${sourcesOf(sheet, locale)}`}
            flush
          >
            <ThresholdTable {...p} />
          </Card>
        ) : null}
        <ConditionsCard
          locale={locale}
          sheet={sheet}
          base={base}
          editable={p.can.edit && submittable}
          formKey={p.newKey()}
        />
        <MoveCards {...p} />
      </Grid>
      <Details summary={t('more')}>
        <ul class="govuk-list">
          <li>
            <a href={`${base}/jawaban.json`} download>
              {t('to.json')}
            </a>
          </li>
          {p.several ? (
            <li>
              <a href={`${base}/satuan`}>{t('to.units')}</a>
            </li>
          ) : null}
          <li>{`${labelText(sheet.instrument.title, locale)} · SHA-256 ${sheet.cycle.instrumentHash.slice(0, 16)}…`}</li>
          {p.workbookTotal ? <li>{t('workbook.note', { total: figure(p.workbookTotal, locale) })}</li> : null}
        </ul>
      </Details>
    </>
  )
}

function roleNote({ locale, sheet }: OverviewProps, role: 'enabler' | 'result'): string {
  const t = translator(messages, locale)
  const missed = sheet.instrument.predicates.flatMap(({ code, rules }) => {
    const rule = rules.find(({ of }) => of.kind === 'role' && of.role === role)
    const gap = sheet.score.predicates[code]?.unmet.find(unmet => unmet.rule === rule?.rule)
    return gap ? [t('short.of', { predicate: code, short: figure(gap.short, locale, 'up') })] : []
  })
  const ruled = sheet.instrument.predicates.filter(({ rules }) =>
    rules.some(({ of }) => of.kind === 'role' && of.role === role),
  )
  const last = ruled.at(-1)
  if (missed[0] !== undefined) return missed[0]
  return last ? t('met.of', { predicate: last.code }) : t('role.results')
}

const TotalRow = ({ locale, sheet }: OverviewProps) => (
  <ul class="area-bars is-total">
    <li>
      <b>{translator(messages, locale)('total')}</b>
      <TotalBar locale={locale} sheet={sheet} />
      <span class="figures">
        <b>{totalFigure(sheet, locale)}</b>
        <span class="of">{`/ ${needFigure(sheet.instrument.total, locale)}`}</span>
      </span>
    </li>
  </ul>
)

function ResultRow({ locale, sheet, base, code }: OverviewProps & { readonly code: string }) {
  const subItems = [
    ...new Set(sheet.questions.filter(({ area }) => area === code).map(({ subItem }) => subItem)),
  ]
  return (
    <>
      {subItems.map(subItem => (
        <li>
          <a href={`${base}/${resultsPage}`}>{labelMarkup(subItem.title, locale)}</a>
          <ResultBar locale={locale} sheet={sheet} subItem={subItem} named={false} />
          <span class="figures">
            <b>{figure(sheet.score.subItems[subItem.code]?.score ?? '0', locale, 'down')}</b>
            <span class="of">{`/ ${needFigure(sheet.score.subItems[subItem.code]?.max ?? '0', locale)}`}</span>
          </span>
        </li>
      ))}
    </>
  )
}

function RadarOf({ locale, sheet }: OverviewProps) {
  const t = translator(messages, locale)
  const axes = areaPages(sheet.instrument)
    .filter(({ code }) => code !== resultsPage)
    .map(({ code }) => {
      const percent = sheet.score.areas[code]?.percent ?? '0'
      return {
        name: code,
        note: `${figure(percent, locale, 'down', 1)}%`,
        value: drawnShare(percent, '100'),
      }
    })
  const rings = sheet.instrument.predicates.flatMap(({ code, rules }) => {
    const rule = rules.find(({ of }) => of.kind === 'area')
    return rule ? [{ code, need: rule.need }] : []
  })
  return (
    <>
      {Radar({
        label: t('radar.label', { text: axes.map(({ name, note }) => `${name} ${note}`).join(', ') }),
        axes,
        thresholds: rings.map(({ need }) => drawnShare(need, '100')),
      })}
      <p class="ring-key">
        {rings.map(({ code, need }, index) => (
          <span>{`${index === 0 ? '– –' : '· · ·'} ${code} ${needFigure(need, locale)}%`}</span>
        ))}
      </p>
    </>
  )
}

/** Where the thresholds stand, each place once. */
function sourcesOf({ instrument }: OverviewProps['sheet'], locale: Locale): string {
  const places = instrument.predicates
    .flatMap(({ rules }) => rules)
    .map(({ basis }) => [instrument.sources[basis.source]?.title, basis.item].filter(Boolean).join(', '))
  return translator(messages, locale)('condition.source', { text: [...new Set(places)].join('; ') })
}

function ThresholdTable({ locale, sheet }: OverviewProps) {
  const t = translator(messages, locale)
  const { predicates } = sheet.instrument
  const rules = [...new Map(predicates.flatMap(one => one.rules).map(rule => [rule.rule, rule])).values()]
  const words = { total: t('total'), enabler: t('enabler'), result: t('result') }
  return (
    <DataTable
      caption={t('thresholds.title')}
      dense
      rows={rules}
      empty={{ title: '–' }}
      columns={[
        {
          header: t('rule'),
          rowHeader: true,
          width: 'grow',
          cell: ({ rule }) => ruleName(sheet.instrument, rule, locale, words),
        },
        {
          header: t('have'),
          numeric: true,
          cell: ({ of, unit }) =>
            `${figure(measured(sheet, of, unit), locale, 'down')}${unit === 'percent' ? '%' : ''}`,
        },
        ...predicates.map(({ code, rules: own }) => ({
          header: code,
          cell: ({ rule }: (typeof rules)[number]) => {
            const asked = own.find(one => one.rule === rule)
            if (!asked) return '–'
            const mark = asked.unit === 'percent' ? '%' : ''
            const need = `${needFigure(asked.need, locale)}${mark}`
            const gap = sheet.score.predicates[code]?.unmet.find(unmet => unmet.rule === rule)
            return gap
              ? tagMarkup('late', t('short.by', { short: `${figure(gap.short, locale, 'up')}${mark}`, need }))
              : tagMarkup('done', t('met.cap', { need }))
          },
        })),
      ]}
    />
  )
}
