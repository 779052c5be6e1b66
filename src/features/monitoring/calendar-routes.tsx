import { z } from 'zod'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import {
  addMonths,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  monthOf,
  parseLocalDate,
  yearOf,
} from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { MonthCalendar } from '../../ui/charts/month-calendar.tsx'
import { StateLegend } from '../../ui/charts/state-legend.tsx'
import { Card, Grid } from '../../ui/display/card.tsx'
import { Filters } from '../../ui/display/navigation.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { translator } from '../../ui/messages.ts'
import { get, type Route, unitOf } from '../context.ts'
import { DutyTable, obligationPath } from './duties.view.tsx'
import { groupByAction } from './duty-sections.ts'
import { messages } from './messages.ts'
import { countStates } from './progress.ts'
import { type Obligation, unitObligationsBetween } from './queries.ts'

const text = z.string().max(60).optional().catch(undefined)
const Query = z.object({ area: text, person: text, hari: text })

const firstYear = 2000
const lastYear = 2100

/** The month of an address; null for one that no plan can have. */
function monthOfAddress(year: string | undefined, month: string | undefined): LocalDate | null {
  const [y, m] = [Number(year), Number(month)]
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '')) return null
  return y >= firstYear && y <= lastYear && m >= 1 && m <= 12 ? firstOfMonth(y, m) : null
}

const distinct = (rows: readonly Obligation[], of: (row: Obligation) => [string | null, string | null]) =>
  [...new Map(rows.map(of))]
    .flatMap(([value, name]) => (value && name ? [{ value, text: name }] : []))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'id'))

export const calendarRoutes: Route[] = [
  get('/u/:unit/kalender/:year/:month', 'obligation.read', async (c, request) => {
    const first = monthOfAddress(c.req.param('year'), c.req.param('month'))
    if (!first) return request.notFound()
    const { locale, today } = request
    const t = translator(messages, locale)
    const unit = unitOf(request)
    const query = Query.parse(c.req.query())
    const [year, month] = [yearOf(first), monthOf(first)]
    const all = await unitObligationsBetween(request.db, unit.id, first, lastOfMonth(year, month))
    const rows = all.filter(
      row => (!query.area || row.area === query.area) && (!query.person || row.personId === query.person),
    )
    const chosen = parseLocalDate(query.hari ?? '')
    const shown = chosen ? rows.filter(row => row.due === chosen) : rows
    const filter = new URLSearchParams(
      Object.entries({ area: query.area, person: query.person }).flatMap(([key, value]) =>
        value ? [[key, value]] : [],
      ),
    )
    const at = (date: LocalDate, more: Readonly<Record<string, string>> = {}) => {
      const search = new URLSearchParams([...filter, ...Object.entries(more)]).toString()
      return `/u/${unit.slug}/kalender/${yearOf(date)}/${monthOf(date)}${search ? `?${search}` : ''}`
    }
    const name = formatDate(first, locale, 'month')
    const listTitle = chosen
      ? t('calendar.day', { text: formatDate(chosen, locale, 'weekday') })
      : t('calendar.list', { text: name })
    const { late, due } = countStates(rows, today)
    const bare = `/u/${unit.slug}/kalender/${year}/${month}`
    return request.page({
      title: t('calendar.title', { text: name }),
      current: 'calendar',
      body: (
        <>
          <PageHead
            title={t('calendar.answer', { n: rows.length, text: name })}
            note={`${unit.shortName} · ${t('pressing', { late, due })}`}
            actions={
              request.may('feed.manage') ? (
                <ButtonLink kind="quiet" href={`/u/${unit.slug}/kalender-unit`}>
                  {t('feeds.address')}
                </ButtonLink>
              ) : null
            }
          />
          <Filters locale={locale} action={bare} clearHref={filter.size > 0 ? bare : undefined}>
            <SelectField
              locale={locale}
              name="area"
              label={t('area')}
              labelHidden
              empty={t('allAreas')}
              value={query.area}
              options={distinct(all, row => [row.area, areaName(row.area, locale)])}
            />
            <SelectField
              locale={locale}
              name="person"
              label={t('person')}
              labelHidden
              empty={t('everyone')}
              value={query.person}
              options={distinct(all, row => [row.personId, row.person])}
            />
          </Filters>
          <StateLegend locale={locale} />
          {MonthCalendar({
            locale,
            year,
            month,
            today,
            items: rows.map(row => ({
              date: row.due,
              text: row.action,
              href: obligationPath(row),
              state: obligationState(row, today),
            })),
            previousHref: at(addMonths(first, -1)),
            nextHref: at(addMonths(first, 1)),
            dayHref: date => `${at(date, { hari: date })}#daftar`,
          })}
          <Grid>
            <Card title={listTitle} id="daftar" flush>
              <DutyTable
                locale={locale}
                today={today}
                caption={listTitle}
                parts={[{ heading: null, rows: groupByAction(shown) }]}
                showPerson
              />
            </Card>
          </Grid>
        </>
      ),
    })
  }),
]
