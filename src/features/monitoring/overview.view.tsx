import { daysBetween } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartWithTable, countsTable } from '../../ui/charts/chart-with-table.tsx'
import { StateLegend } from '../../ui/charts/state-legend.tsx'
import { Card, Grid } from '../../ui/display/card.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { KpiRow } from '../../ui/display/kpi.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate, formatNumber, formatPercent } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { StandingBars, standingFigures } from '../assessment/index.ts'
import type { Unit } from '../context.ts'
import { StandingNotice } from '../evidence/index.ts'
import { DutyTable, obligationPath } from './duties.view.tsx'
import { groupByAction } from './duty-sections.ts'
import type { Overview } from './load-overview.ts'
import { messages } from './messages.ts'
import { shareDone } from './progress.ts'

/** Actions that each part of the table shows; the rest is a link away. */
const shown = { own: 6, others: 4 }

/** The first page of a unit: how many are late and due, what waits for the reader, progress per area. */
export function UnitOverview(p: {
  readonly locale: Locale
  readonly unit: Pick<Unit, 'slug' | 'name' | 'shortName'>
  readonly overview: Overview
  readonly newKey: () => string
  /** The address of this page. */
  readonly here: string
}) {
  const { locale, unit, overview: o } = p
  const t = translator(messages, locale)
  const { all, perArea } = o.progress
  const n = (value: number) => formatNumber(value, locale)
  if (o.year === null)
    return (
      <>
        <PageHead title={unit.name} note={t('asOf', { date: formatDate(o.today, locale) })} />
        <EmptyState
          title={t('overview.none')}
          text={t('overview.noneText')}
          action={<ButtonLink href={`/u/${unit.slug}/rencana`}>{t('overview.import')}</ButtonLink>}
        />
      </>
    )
  const share = shareDone(all)
  const plan = `/u/${unit.slug}/rencana/${o.year}`
  const lke = `/u/${unit.slug}/lke/${o.year}`
  const bars = perArea.map(area => ({
    name: areaName(area.code, locale),
    counts: area.counts,
    href: `${plan}?area=${area.code}`,
  }))
  const date = formatDate(o.today, locale)
  const pressing = { late: all.late, due: all.due }
  const scored = o.assessment && standingFigures(o.assessment, locale)
  const parts = [
    { heading: t('overview.waiting'), duties: o.own, most: shown.own, href: '/tugas' },
    {
      heading: t('overview.urgent'),
      duties: o.others,
      most: shown.others,
      href: `/u/${unit.slug}/papan/${o.year}`,
    },
  ].map(({ heading, duties, most, href }) => {
    const rows = groupByAction(duties)
    return {
      heading,
      note: (
        <>
          {t('duties.count', { n: duties.length })}
          {rows.length > most ? (
            <>
              {' · '}
              <a href={href}>{t('overview.all')}</a>
            </>
          ) : null}
        </>
      ),
      rows: rows.slice(0, most),
    }
  })
  return (
    <>
      <PageHead
        title={scored ? scored.answer : t('overview.answer', pressing)}
        note={
          scored
            ? `${t('asOf', { date })} · ${t('overview.scored', { score: scored.total, need: scored.need })} · ${t('pressing', pressing)}`
            : t('overview.note', { date, year: o.year, unit: unit.shortName })
        }
        actions={
          <>
            <ButtonLink kind="quiet" href={`/u/${unit.slug}/kemajuan/${o.year}/monev.pdf`}>
              {t('progress.print')}
            </ButtonLink>
            {scored?.next ? (
              <ButtonLink href={`${lke}/jalan`}>{t('overview.road', { predicate: scored.next })}</ButtonLink>
            ) : null}
          </>
        }
      />
      {o.evidence ? (
        <StandingNotice locale={locale} base={`/u/${unit.slug}/bukti`} standing={o.evidence} />
      ) : null}
      <KpiRow
        items={[
          {
            label: t('duties.late'),
            value: n(all.late),
            ...(all.late > 0 ? { tone: 'late' as const } : {}),
            note: o.oldestLate ? (
              <>
                {t('overview.oldest', { n: daysBetween(o.oldestLate.due, o.today) })}{' '}
                <a href={obligationPath(o.oldestLate)}>{o.oldestLate.action}</a>
              </>
            ) : (
              t('overview.noLate')
            ),
          },
          {
            label: t('overview.dueThisWeek'),
            value: n(all.due),
            ...(all.due > 0 ? { tone: 'due' as const } : {}),
            note: t('overview.yours', { n: o.ownDue }),
          },
          {
            label: t('overview.done'),
            value: n(all.done),
            unit: t('overview.of', { n: all.done + all.late + all.due + all.upcoming }),
            note: t('overview.share', { share: share === null ? '–' : formatPercent(share, locale) }),
          },
          scored
            ? {
                label: t('overview.score'),
                value: scored.total,
                note: (
                  <>
                    {t('overview.need', { predicate: scored.next ?? '', need: scored.need })}
                    {' · '}
                    <a href={lke}>{t('overview.blanks', { n: scored.blanks })}</a>
                  </>
                ),
              }
            : {
                label: t('overview.upcoming'),
                value: n(all.upcoming),
                note: o.next ? t('overview.next', { date: formatDate(o.next, locale, 'short') }) : '–',
              },
        ]}
      />
      <Grid>
        <Card title={t('overview.tasks')} flush>
          <DutyTable
            locale={locale}
            today={o.today}
            caption={t('overview.tasks')}
            parts={parts}
            empty={t('overview.nothing')}
            reader={o.reader}
            newKey={p.newKey}
            back={p.here}
            showPerson
          />
        </Card>
        {o.assessment ? (
          <Card title={t('overview.areas', { year: o.year })} span="half">
            <StandingBars locale={locale} standing={o.assessment} base={lke} />
          </Card>
        ) : null}
        <Card title={t('overview.perArea')} span={o.assessment ? 'half' : 'full'}>
          <ChartWithTable
            locale={locale}
            chart={
              <>
                <StateLegend locale={locale} />
                <BarChart locale={locale} rows={bars} />
              </>
            }
            table={countsTable(locale, t('overview.perArea'), t('area'), bars)}
          />
        </Card>
      </Grid>
    </>
  )
}
