import { html } from 'hono/html'
import { DataTable, type RowGroup } from '../../ui/display/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import type { PlanDiff, RowContent } from './plan-diff.ts'
import { planWords } from './plan-words.ts'

type Sides = { readonly before: RowContent | null; readonly after: RowContent | null }

/** What differs between two states of a plan, the older one on the left. */
export function PlanDiffTable(p: {
  locale: Locale
  caption: string
  diff: PlanDiff
  /** Of what is left out, what stays because dates hold it. */
  stays?: ReadonlyMap<string, readonly string[]>
}) {
  const t = translator(planWords, p.locale)
  const { added, changed } = p.diff
  const removed = p.diff.removed.filter(({ id }) => !p.stays?.has(id))
  const stay = p.diff.removed.filter(({ id }) => p.stays?.has(id))
  const count = (rows: readonly unknown[]) => formatNumber(rows.length, p.locale)
  const groups: RowGroup<Sides>[] = [
    { heading: t('diff.changed'), note: count(changed), rows: changed },
    { heading: t('diff.added'), note: count(added), rows: added.map(after => ({ before: null, after })) },
    {
      heading: t('diff.removed'),
      note: count(removed),
      rows: removed.map(before => ({ before, after: null })),
    },
    {
      heading: t('diff.stays'),
      note: count(stay),
      rows: stay.map(before => ({ before, after: heldOf(before, p.stays?.get(before.id) ?? []) })),
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

const heldOf = (before: RowContent, actions: readonly string[]): RowContent => ({
  ...before,
  actions,
  evidence: [],
  schedules: [],
})

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
