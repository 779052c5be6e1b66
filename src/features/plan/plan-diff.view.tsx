import { html } from 'hono/html'
import { DataTable } from '../../ui/display/data-table.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import type { PlanDiff, RowContent } from './plan-diff.ts'
import { planWords } from './plan-words.ts'

/** What differs between two states of a plan, the older one on the left. */
export function PlanDiffTable(p: { locale: Locale; caption: string; diff: PlanDiff }) {
  const t = translator(planWords, p.locale)
  const { added, removed, changed } = p.diff
  const rows = [
    ...changed.map(({ before, after }) => ({ what: t('diff.changed'), before, after })),
    ...added.map(after => ({ what: t('diff.added'), before: null, after })),
    ...removed.map(before => ({ what: t('diff.removed'), before, after: null })),
  ]
  return (
    <DataTable
      caption={p.caption}
      columns={[
        { header: t('diff.what'), width: 'shrink', cell: row => row.what },
        { header: t('diff.before'), cell: row => contentCell(row.before, row.after) },
        { header: t('diff.after'), cell: row => contentCell(row.after, row.before) },
      ]}
      rows={rows}
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
