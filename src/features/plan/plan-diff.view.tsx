import { html } from 'hono/html'
import { DataTable, type RowGroup } from '../../ui/display/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import type { PlanDiff, RowContent } from './plan-diff.ts'
import { planWords } from './plan-words.ts'

type Sides = { readonly before: RowContent | null; readonly after: RowContent | null }

/** What differs between two states of a plan, the older one on the left. */
export function PlanDiffTable(p: { locale: Locale; caption: string; diff: PlanDiff }) {
  const t = translator(planWords, p.locale)
  const { added, removed, changed } = p.diff
  const count = (rows: readonly unknown[]) => formatNumber(rows.length, p.locale)
  const groups: RowGroup<Sides>[] = [
    { heading: t('diff.changed'), note: count(changed), rows: changed },
    { heading: t('diff.added'), note: count(added), rows: added.map(after => ({ before: null, after })) },
    {
      heading: t('diff.removed'),
      note: count(removed),
      rows: removed.map(before => ({ before, after: null })),
    },
  ]
  return (
    <DataTable<Sides>
      caption={p.caption}
      columns={[
        { header: t('diff.before'), width: 'grow', cell: row => contentCell(row.before, row.after) },
        { header: t('diff.after'), width: 'grow', cell: row => contentCell(row.after, row.before) },
      ]}
      groups={groups}
      empty={{ title: t('diff.none') }}
    />
  )
}

/** The indicator, and below it only what the other side says differently. */
function contentCell(content: RowContent | null, other: RowContent | null) {
  if (!content) return '–'
  const parts = (of: RowContent) => [
    of.actions,
    of.evidence,
    of.schedules,
    of.owner === null ? [] : [of.owner],
  ]
  const others = other ? parts(other) : null
  const shown = parts(content).filter(
    (part, at) => part.length > 0 && part.join('|') !== others?.[at]?.join('|'),
  )
  return html`<strong>${content.text}</strong>${shown.map(part => html`<span class="sub">${part.join(' · ')}</span>`)}`
}
