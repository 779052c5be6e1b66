import { html } from 'hono/html'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { monthsOf, YearStrip, yearHead } from '../../ui/charts/year-strip.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { worstState } from '../../ui/display/obligation-state.ts'
import { StateTag, Tag } from '../../ui/display/tag.tsx'
import type { Locale } from '../../ui/messages.ts'
import { translator } from '../../ui/messages.ts'
import { planMessages } from './messages.ts'
import type { PlanContent } from './queries.ts'

export type PlanRow = ReturnType<typeof planIndicators>[number]

/** The plan's indicators with what hangs on each, and each one's state today. */
export function planIndicators(content: PlanContent, today: LocalDate) {
  const actions = Map.groupBy(content.actions, action => action.indicatorId)
  const evidence = Map.groupBy(content.evidence, slot => slot.indicatorId)
  const obligations = Map.groupBy(content.obligations, obligation => obligation.actionId)
  return content.indicators.map(indicator => {
    const own = actions.get(indicator.id) ?? []
    const dated = own.flatMap(action =>
      (obligations.get(action.id) ?? []).map(({ due, stored, personId, person, proven }) => ({
        month: Number(due.slice(5, 7)),
        state: obligationState({ stored, due }, today),
        // A date that was given to somebody is theirs; the others belong to whoever holds the action.
        personId: personId ?? action.personId,
        person: personId === null ? action.person : person,
        proven,
      })),
    )
    const owing = dated.filter(({ state }) => state !== 'waived')
    const people = new Map(
      [...own, ...dated].flatMap(({ personId, person }) =>
        personId !== null && person !== null ? [[personId, person] as const] : [],
      ),
    )
    return {
      ...indicator,
      actions: own,
      evidence: (evidence.get(indicator.id) ?? []).map(({ text }) => text),
      /** Of the dates that are not waived, those that somebody brought evidence for. */
      proven: { dates: owing.length, proven: owing.filter(({ proven }) => proven).length },
      people,
      dated,
      state: worstState(dated.map(one => one.state)),
    }
  })
}

/** The plan as a table: an indicator a row, an area a group, the year in one strip. */
export function PlanTableView(p: {
  locale: Locale
  rows: readonly PlanRow[]
  base: string
  mayEdit: boolean
  /** The areas in which this person assigns people. */
  assigns: ReadonlySet<PlanRow['area']>
}) {
  const t = translator(planMessages, p.locale)
  const groups = [...Map.groupBy(p.rows, row => row.area)].map(([code, rows]) => {
    const all = rows.reduce((sum, row) => sum + row.dated.length, 0)
    const done = rows.reduce((sum, row) => sum + row.dated.filter(one => one.state === 'done').length, 0)
    return {
      id: `area-${code}`,
      heading: areaName(code, p.locale),
      note: t('area.note', { indicators: rows.length, done, all }),
      rows,
    }
  })
  const evidence = ({ evidence, proven, id }: PlanRow) => {
    const count =
      proven.dates > 0
        ? html`<a class="sub small" href="${p.base}/indikator/${id}">${t('evidence.proven', proven)}</a>`
        : ''
    return html`<span class="small">${evidence.join(', ')}</span>${count}`
  }
  const owner = (row: PlanRow) => {
    if (row.people.size > 0) return html`<span class="small">${[...row.people.values()].join(', ')}</span>`
    if (!p.assigns.has(row.area))
      return html`<span class="small muted">${row.owner ?? t('owner.none')}</span>`
    const named = row.owner === null ? '' : html`<span class="sub">${row.owner}</span>`
    return html`<a class="small" href="${p.base}/indikator/${row.id}#person">${t('owner.set')}</a>${named}`
  }
  return (
    <DataTable
      caption={t('plans')}
      columns={[
        {
          header: t('indicator.action'),
          rowHeader: true,
          width: 'grow',
          cell: row =>
            html`<a href="${p.base}/indikator/${row.id}">${row.text}</a><span class="sub">${row.actions.map(action => action.text).join(' · ')}</span>`,
        },
        { header: t('evidence'), cell: evidence },
        { header: t('owner'), cell: owner },
        {
          header: t('months'),
          head: yearHead(p.locale),
          width: 'shrink',
          cell: row =>
            row.dated.length > 0
              ? YearStrip({ locale: p.locale, months: monthsOf(row.dated) })
              : p.mayEdit
                ? html`<span class="small text-due">${t('schedule.empty')} <a href="${p.base}/indikator/${row.id}#schedule">${t('schedule.fill')}</a></span>`
                : html`<span class="small text-due">${t('schedule.empty')}</span>`,
        },
        {
          header: t('state'),
          width: 'shrink',
          cell: row =>
            row.state ? (
              StateTag({ locale: p.locale, state: row.state })
            ) : (
              <Tag tone="due">{t('state.incomplete')}</Tag>
            ),
        },
      ]}
      groups={groups}
      rowId={row => `i-${row.id}`}
      empty={{ title: t('table.empty'), text: t('table.empty.text') }}
    />
  )
}
