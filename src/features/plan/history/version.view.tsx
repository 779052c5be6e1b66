import { html } from 'hono/html'
import { areaName } from '../../../ui/area-names.ts'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { PlanSnapshot } from './plan-snapshot.ts'
import { versionMessages } from './version-messages.ts'

/** A stored version as it was: nothing in it can be changed. */
export function VersionTable(p: { locale: Locale; caption: string; snapshot: PlanSnapshot }) {
  const t = translator(versionMessages, p.locale)
  const { areas, subComponents, indicators, actions, evidence, schedules, obligations, people } = p.snapshot
  const of = <T extends { readonly indicator_id: string }>(rows: readonly T[]) => {
    const grouped = Map.groupBy(rows, row => row.indicator_id)
    return (id: string) => grouped.get(id) ?? []
  }
  const [actionsOf, evidenceOf, schedulesOf] = [of(actions), of(evidence), of(schedules)]
  const datesOf = Map.groupBy(obligations, row => row.action_id)
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const rowOf = ({ id, text, owner_text }: PlanSnapshot['indicators'][number]) => {
    const own = actionsOf(id)
    const named = own.flatMap(({ person_id }) => (person_id === null ? [] : [nameOf.get(person_id) ?? '']))
    const held = [...new Set(named.filter(name => name !== ''))]
    const owners = held.length > 0 ? held : owner_text === null ? [] : [owner_text]
    return {
      text,
      actions: own.map(action => action.text),
      evidence: evidenceOf(id).map(slot => slot.text),
      schedules: schedulesOf(id).map(schedule => schedule.text),
      owners,
      dates: own.reduce((sum, action) => sum + (datesOf.get(action.id)?.length ?? 0), 0),
    }
  }
  const indicatorsOf = Map.groupBy(indicators, row => row.sub_component_id)
  const subsOf = Map.groupBy(subComponents, row => row.area)
  return (
    <DataTable
      caption={p.caption}
      columns={[
        {
          header: t('indicator.action'),
          rowHeader: true,
          width: 'grow',
          cell: row => html`${row.text}<span class="sub">${row.actions.join(' · ')}</span>`,
        },
        { header: t('evidence'), cell: row => html`<span class="small">${row.evidence.join(', ')}</span>` },
        {
          header: t('schedule'),
          cell: row =>
            html`<span class="small">${row.schedules.length > 0 ? row.schedules.join(' · ') : t('schedule.none')}</span><span class="sub">${t('dates', { n: row.dates })}</span>`,
        },
        { header: t('owner'), cell: row => html`<span class="small">${row.owners.join(', ')}</span>` },
      ]}
      groups={areas.map(({ code }) => ({
        heading: areaName(code, p.locale),
        rows: (subsOf.get(code) ?? []).flatMap(sub => (indicatorsOf.get(sub.id) ?? []).map(rowOf)),
      }))}
      empty={{ title: t('no.rows') }}
    />
  )
}
