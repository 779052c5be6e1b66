import { areaCodes } from '../../core/access/role.ts'
import { type ObligationState, obligationState } from '../../core/schedule/obligation-dates.ts'
import { areaName } from '../../ui/area-names.ts'
import { Board, type BoardCard, type BoardColumn } from '../../ui/charts/board.tsx'
import { Gantt } from '../../ui/charts/gantt.ts'
import { StateLegend } from '../../ui/charts/state-legend.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { obligationStates, toneOf } from '../../ui/display/obligation-state.ts'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate, relativeDays } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { translator } from '../../ui/messages.ts'
import { uiText } from '../../ui/ui-messages.ts'
import { get, type Request, type Route, unitOf } from '../context.ts'
import { obligationPath } from './duties.view.tsx'
import { type DutyGroup, groupByAction } from './duty-sections.ts'
import { mayComplete, mayReopen, mayWaive } from './may-settle.ts'
import { messages } from './messages.ts'
import { countStates } from './progress.ts'
import { type Obligation, unitObligations } from './queries.ts'
import { yearMarks } from './year-marks.ts'

/** The year of an address; null where it is none. */
export const yearOfAddress = (text: string | undefined): number | null =>
  /^2[01]\d\d$/.test(text ?? '') ? Number(text) : null

/** What a year's pages say while the unit has no obligations in it. */
export function NoObligations({ request, year }: { request: Request; year: number }) {
  const t = translator(messages, request.locale)
  return (
    <>
      <PageHead title={t('progress.none', { n: year })} note={unitOf(request).shortName} />
      <EmptyState
        title={t('overview.none')}
        text={t('overview.noneText')}
        action={<ButtonLink href={`/u/${unitOf(request).slug}/rencana`}>{t('overview.import')}</ButtonLink>}
      />
    </>
  )
}

/** Cards a column draws; the others are a link away. */
const cardsAColumn = 10

function boardCard(request: Request, { first, others }: DutyGroup<Obligation>): BoardCard {
  const { locale, today, actor } = request
  const t = translator(messages, locale)
  const duty = { ...first, unitPath: unitOf(request).path }
  const path = obligationPath(first)
  const back = `/u/${first.unitSlug}/papan/${first.year}`
  const own = actor?.employeeId != null && actor.employeeId === first.personId
  const complete = own ? `/tugas/${first.id}/selesai` : `${path}/selesai`
  const when = first.stored === 'open' ? ` · ${relativeDays(first.due, today, locale)}` : ''
  return {
    id: `k-${first.id}`,
    title: first.action,
    href: path,
    idempotencyKey: request.newId(),
    note: (
      <>
        {formatDate(first.due, locale, 'short')}
        {when} · {first.person ?? t('nobody')}
        {others.length > 0 ? ` · ${t('moreDates', { n: others.length })}` : ''}
      </>
    ),
    aside:
      first.stored === 'open' && mayWaive(actor, duty, today) ? (
        <a class="small" href={`${path}#tiadakan`} aria-label={`${t('board.waive')} ${first.action}`}>
          {t('board.waive')}
        </a>
      ) : null,
    moves:
      first.stored === 'open'
        ? mayComplete(actor, duty, today)
          ? [{ text: t('markDone'), action: complete, values: { doneOn: today, note: '', back } }]
          : []
        : mayReopen(actor, duty, today)
          ? [{ text: t('obligation.reopen'), action: `${path}/buka`, values: { back } }]
          : [],
  }
}

function boardColumn(
  request: Request,
  rows: readonly Obligation[],
  state: ObligationState,
  year: number,
): BoardColumn {
  const inState = rows.filter(row => obligationState(row, request.today) === state)
  const settled = state === 'done' || state === 'waived'
  const groups = groupByAction(settled ? inState.toReversed() : inState)
  return {
    title: uiText[request.locale](`state.${state}`),
    tone: toneOf[state],
    count: inState.length,
    total: groups.length,
    cards: groups.slice(0, cardsAColumn).map(group => boardCard(request, group)),
    moreHref: `/u/${unitOf(request).slug}/rencana/${year}?state=${state}`,
  }
}

export const yearRoutes: Route[] = [
  get('/u/:unit/linimasa/:year', 'obligation.read', async (c, request) => {
    const year = yearOfAddress(c.req.param('year'))
    if (year === null) return request.notFound()
    const { locale, today } = request
    const t = translator(messages, locale)
    const rows = await unitObligations(request.db, unitOf(request).id, year)
    const byArea = Map.groupBy(rows, row => row.area)
    const title = t('year.title', { n: year })
    const { late, due } = countStates(rows, today)
    return request.page({
      title,
      current: 'year',
      landscape: true,
      body:
        rows.length === 0 ? (
          <NoObligations request={request} year={year} />
        ) : (
          <>
            <PageHead
              title={title}
              note={`${t('asOf', { date: formatDate(today, locale) })} · ${t('pressing', { late, due })}`}
            />
            <StateLegend locale={locale} marks />
            {Gantt({
              locale,
              year,
              today,
              caption: title,
              nameHeader: t('action'),
              groups: areaCodes
                .flatMap(code => {
                  const of = byArea.get(code)
                  return of ? [{ heading: areaName(code, locale), of }] : []
                })
                .map(({ heading, of }) => ({
                  heading,
                  rows: groupByAction(of).map(({ first, others }) => ({
                    name: first.action,
                    href: obligationPath([first, ...others].find(row => row.stored === 'open') ?? first),
                    marks: yearMarks([first, ...others], today),
                  })),
                })),
            })}
            <p class="muted small">{t('year.note')}</p>
          </>
        ),
    })
  }),
  get('/u/:unit/papan/:year', 'obligation.read', async (c, request) => {
    const year = yearOfAddress(c.req.param('year'))
    if (year === null) return request.notFound()
    const t = translator(messages, request.locale)
    const rows = await unitObligations(request.db, unitOf(request).id, year)
    const title = t('board.title', { n: year })
    const { late, due, waived } = countStates(rows, request.today)
    return request.page({
      title,
      current: 'board',
      body:
        rows.length === 0 ? (
          <NoObligations request={request} year={year} />
        ) : (
          <>
            <PageHead title={t('overview.answer', { late, due })} note={`${title} · ${t('board.note')}`} />
            <Board
              locale={request.locale}
              csrf=""
              columns={obligationStates
                .filter(state => state !== 'waived' || waived > 0)
                .map(state => boardColumn(request, rows, state, year))}
            />
          </>
        ),
    })
  }),
]
