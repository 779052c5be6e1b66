import type { Actor } from '../../core/access/may.ts'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { daysBetween, type LocalDate, yearOf } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
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
import type { Unit } from '../context.ts'
import { type EvidenceStanding, evidenceStanding, StandingNotice } from '../evidence/index.ts'
import { DutyTable, obligationPath } from './duties.view.tsx'
import { groupByAction } from './duty-sections.ts'
import { messages } from './messages.ts'
import { type Progress, progress, shareDone } from './progress.ts'
import { type Obligation, personObligations, unitObligations } from './queries.ts'

export type Overview = {
  /** The plan's year: this one's, or the latest there is. Null where the unit has no plan. */
  readonly year: number | null
  readonly today: LocalDate
  readonly progress: Progress
  readonly oldestLate: Obligation | null
  readonly next: LocalDate | null
  /** Late or due, the reader's own first; where they owe nothing now, the unit's. */
  readonly waiting: readonly Obligation[]
  readonly waitingIsOwn: boolean
  readonly ownDue: number
  readonly evidence: EvidenceStanding | null
}

const waitingShown = 10

/** What the first page of a unit says on a day to that reader. */
export async function loadOverview(
  db: Db,
  unit: Pick<Unit, 'id' | 'path' | 'zone'>,
  actor: Actor | null,
  today: LocalDate,
): Promise<Overview> {
  const plans = await db
    .selectFrom('plan')
    .select('year')
    .where('unit_id', '=', unit.id)
    .orderBy('year', 'desc')
    .execute()
  const years = plans.map(plan => plan.year)
  const year = years.find(y => y === yearOf(today)) ?? years[0] ?? null
  const rows = year === null ? [] : await unitObligations(db, unit.id, year)
  const own = actor?.employeeId ? await personObligations(db, actor.employeeId) : []
  const state = (row: Obligation) => obligationState(row, today)
  const pressing = (list: readonly Obligation[]) =>
    list.filter(row => state(row) === 'late' || state(row) === 'due')
  const ownPressing = pressing(own)
  return {
    year,
    today,
    progress: progress(rows, today),
    oldestLate: rows.find(row => state(row) === 'late') ?? null,
    next: rows.find(row => state(row) === 'upcoming')?.due ?? null,
    waiting: ownPressing.length > 0 ? ownPressing : pressing(rows),
    waitingIsOwn: ownPressing.length > 0,
    evidence: year === null ? null : await evidenceStanding(db, unit, year, actor, today),
    ownDue: own.filter(row => state(row) === 'due').length,
  }
}

/** The first page of a unit: how many are late and due, what waits for the reader, progress per area. */
export function UnitOverview(p: {
  readonly locale: Locale
  readonly unit: Pick<Unit, 'slug' | 'name' | 'shortName'>
  readonly overview: Overview
  readonly newKey: () => string
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
  const bars = perArea.map(area => ({
    name: areaName(area.code, locale),
    counts: area.counts,
    href: `/u/${unit.slug}/rencana/${o.year}?area=${area.code}`,
  }))
  const date = formatDate(o.today, locale)
  return (
    <>
      <PageHead
        title={t('overview.answer', { late: all.late, due: all.due })}
        note={t('overview.note', { date, year: o.year, unit: unit.shortName })}
        actions={
          <ButtonLink kind="quiet" href={`/u/${unit.slug}/kemajuan/${o.year}/monev.pdf`}>
            {t('progress.print')}
          </ButtonLink>
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
          {
            label: t('overview.upcoming'),
            value: n(all.upcoming),
            note: o.next ? t('overview.next', { date: formatDate(o.next, locale, 'short') }) : '–',
          },
        ]}
      />
      <Grid>
        <Card title={t(o.waitingIsOwn ? 'overview.waiting' : 'overview.urgent')} span="two-thirds" flush>
          {o.waiting.length === 0 ? (
            <EmptyState title={t('overview.nothing')} />
          ) : (
            <DutyTable
              locale={locale}
              today={o.today}
              caption={t(o.waitingIsOwn ? 'overview.waiting' : 'overview.urgent')}
              groups={groupByAction(o.waiting).slice(0, waitingShown)}
              showPerson={!o.waitingIsOwn}
              {...(o.waitingIsOwn ? { newKey: p.newKey } : {})}
            />
          )}
        </Card>
        <Card title={t('overview.perArea')} span="third">
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
