import { html } from 'hono/html'
import { obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import { monthsOf, YearStrip } from '../../ui/charts/year-strip.ts'
import { DataTable } from '../../ui/display/data-table.tsx'
import { worstState } from '../../ui/display/obligation-state.ts'
import { StateTag, Tag } from '../../ui/display/tag.tsx'
import type { Locale } from '../../ui/messages.ts'
import { translator } from '../../ui/messages.ts'
import { planMessages } from './messages.ts'
import type { PlanContent } from './queries.ts'

export type PlanFilter = { readonly q: string; readonly area: string; readonly state: string }

type Row = ReturnType<typeof planIndicators>[number]

/** The plan's indicators with what hangs on each, and each one's state today. */
export function planIndicators(content: PlanContent, today: LocalDate) {
  const actions = Map.groupBy(content.actions, action => action.indicatorId)
  const parts = Map.groupBy(content.parts, part => part.indicatorId)
  const obligations = Map.groupBy(content.obligations, obligation => obligation.actionId)
  return content.indicators.map(indicator => {
    const own = actions.get(indicator.id) ?? []
    const dated = own.flatMap(action =>
      (obligations.get(action.id) ?? []).map(({ due, stored }) => ({
        month: Number(due.slice(5, 7)),
        state: obligationState({ stored, due }, today),
      })),
    )
    return {
      ...indicator,
      actions: own,
      evidence: (parts.get(indicator.id) ?? []).filter(one => one.part === 'evidence').map(one => one.text),
      people: [...new Set(own.flatMap(action => (action.person ? [action.person] : [])))],
      dated,
      state: worstState(dated.map(one => one.state)),
    }
  })
}

export function matches(row: Row, filter: PlanFilter): boolean {
  const q = filter.q.trim().toLowerCase()
  const texts = [
    row.text,
    row.subName,
    ...row.actions.map(action => action.text),
    ...row.evidence,
    ...row.people,
  ]
  return (
    (filter.area === '' || row.area === filter.area) &&
    (filter.state === '' ||
      (filter.state === 'incomplete' ? row.state === null : row.state === filter.state)) &&
    (q === '' || texts.some(text => text.toLowerCase().includes(q)))
  )
}

/** The plan as a table: an indicator a row, an area a group, the year in one strip. */
export function PlanTableView(p: { locale: Locale; rows: readonly Row[]; base: string; mayEdit: boolean }) {
  const t = translator(planMessages, p.locale)
  const groups = [...Map.groupBy(p.rows, row => row.area)].map(([code, rows]) => {
    const all = rows.reduce((sum, row) => sum + row.dated.length, 0)
    const done = rows.reduce((sum, row) => sum + row.dated.filter(one => one.state === 'done').length, 0)
    return {
      id: `area-${code}`,
      heading: rows[0]?.areaLabel ?? code,
      note: t('area.note', { indicators: rows.length, done, all }),
      rows,
    }
  })
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
        { header: t('evidence'), cell: row => html`<span class="small">${row.evidence.join(', ')}</span>` },
        {
          header: t('owner'),
          cell: row =>
            row.people.length > 0
              ? html`<span class="small">${row.people.join(', ')}</span>`
              : p.mayEdit
                ? html`<a class="small" href="${p.base}/indikator/${row.id}#person">${t('owner.set')}</a>`
                : html`<span class="small muted">${row.owner ?? t('owner.none')}</span>`,
        },
        {
          header: t('months'),
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
