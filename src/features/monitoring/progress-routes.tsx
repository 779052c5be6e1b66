import { monthOf, yearOf } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartWithTable, countsTable } from '../../ui/charts/chart-with-table.tsx'
import { MonthColumns } from '../../ui/charts/month-columns.ts'
import { StateLegend } from '../../ui/charts/state-legend.tsx'
import { Card, Grid } from '../../ui/display/card.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Details } from '../../ui/display/summary.tsx'
import { formatDate, formatPercent, monthName } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { translator } from '../../ui/messages.ts'
import { roleName } from '../../ui/role-names.ts'
import { get, type Route, unitOf } from '../context.ts'
import { monevReport, renderPdf } from '../documents/index.ts'
import { messages } from './messages.ts'
import { monevInput } from './monev.ts'
import { progress, shareDone } from './progress.ts'
import { unitObligations } from './queries.ts'
import { NoObligations, yearOfAddress } from './year-routes.tsx'

export const progressRoutes: Route[] = [
  get('/u/:unit/kemajuan/:year', 'obligation.read', async (c, request) => {
    const year = yearOfAddress(c.req.param('year'))
    if (year === null) return request.notFound()
    const { locale, today } = request
    const t = translator(messages, locale)
    const unit = unitOf(request)
    const rows = await unitObligations(request.db, unit.id, year)
    const { all, perArea, perMonth, perPerson } = progress(rows, today)
    const share = shareDone(all)
    const title =
      rows.length === 0
        ? t('progress.none', { n: year })
        : t('progress.title', { share: share === null ? '–' : formatPercent(share, locale), year })
    const plan = `/u/${unit.slug}/rencana/${year}`
    const areas = perArea.map(area => ({
      name: areaName(area.code, locale),
      counts: area.counts,
      href: `${plan}?area=${area.code}`,
    }))
    const months = perMonth.map(({ month, counts }) => ({ name: monthName(month, locale), counts }))
    const people = perPerson.map(person => ({
      name: person.name ?? t('nobody'),
      counts: person.counts,
      ...(person.id ? { href: `${plan}?person=${person.id}` } : {}),
    }))
    const currentMonth = yearOf(today) === year ? { currentMonth: monthOf(today) } : {}
    return request.page({
      title,
      current: 'progress',
      body:
        rows.length === 0 ? (
          <NoObligations request={request} year={year} />
        ) : (
          <>
            <PageHead
              title={title}
              note={
                <>
                  {t('asOf', { date: formatDate(today, locale) })} · {t('pressing', all)}
                  {all.late > 0 ? (
                    <>
                      {' · '}
                      <a href={`${plan}?state=late`}>{t('progress.late')}</a>
                    </>
                  ) : null}
                </>
              }
              actions={
                <ButtonLink href={`/u/${unit.slug}/kemajuan/${year}/monev.pdf`}>
                  {t('progress.print')}
                </ButtonLink>
              }
            />
            <StateLegend locale={locale} />
            <Grid>
              <Card title={t('overview.perArea')} span="half">
                <ChartWithTable
                  locale={locale}
                  chart={<BarChart locale={locale} rows={areas} />}
                  table={countsTable(locale, t('overview.perArea'), t('area'), areas)}
                />
              </Card>
              <Card title={t('progress.perMonth')} span="half">
                <ChartWithTable
                  locale={locale}
                  chart={MonthColumns({
                    locale,
                    label: t('progress.perMonth'),
                    months: perMonth.map(month => month.counts),
                    ...currentMonth,
                  })}
                  table={countsTable(locale, t('progress.perMonth'), t('month'), months)}
                />
              </Card>
              <Card title={t('progress.perPerson')}>
                <ChartWithTable
                  locale={locale}
                  chart={<BarChart locale={locale} rows={people} by="amount" />}
                  table={countsTable(locale, t('progress.perPerson'), t('person'), people)}
                />
              </Card>
            </Grid>
            <Details summary={t('progress.how')}>
              <p>{t('progress.howShare')}</p>
              <p>{t('progress.howState')}</p>
              <p>{t('progress.howUnit')}</p>
            </Details>
          </>
        ),
    })
  }),
  get('/u/:unit/kemajuan/:year/monev.pdf', 'obligation.read', async (c, request) => {
    const year = yearOfAddress(c.req.param('year'))
    if (year === null) return request.notFound()
    const { locale, today } = request
    const unit = unitOf(request)
    const nobody = translator(messages, locale)('nobody')
    const words = { locale, nobody, head: roleName('head', locale) }
    const input = await monevInput(request.db, unit, year, today, words)
    if (!input) return request.notFound()
    const pdf = await renderPdf(monevReport(input))
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="monev-${unit.slug}-${year}-${today}.pdf"`,
      'cache-control': 'no-store',
    })
  }),
]
