import { html } from 'hono/html'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { EmptyState } from '../../../ui/display/empty-state.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeGap } from './describe-gap.ts'
import { type Gap, gapKinds } from './plan-gaps.ts'
import { reviewMessages } from './review-messages.ts'

/** Every gap under its kind, an indicator a row, with the way to its row. */
export function Gaps(p: { locale: Locale; gaps: readonly Gap[]; base: string; mayEdit: boolean }) {
  const t = translator(reviewMessages, p.locale)
  if (p.gaps.length === 0) return <EmptyState title={t('none.text')} />
  const byKind = Map.groupBy(p.gaps, gap => gap.kind)
  const groups = gapKinds.flatMap(kind => {
    const gaps = byKind.get(kind) ?? []
    const rows = [...Map.groupBy(gaps, gap => gap.indicatorId)].flatMap(([id, own]) => {
      const [first] = own
      const said = own.map(gap => describeGap(gap, p.locale)).filter(text => text !== '')
      return first ? [{ id, kind, text: first.text, said }] : []
    })
    return gaps.length === 0 ? [] : [{ id: kind, heading: t(`gap.${kind}`), count: gaps.length, rows }]
  })
  const anchor = (kind: Gap['kind']) => (kind === 'person-missing' ? 'person' : 'schedule')
  return (
    <>
      <ul class="inline-list">
        {groups.map(({ id, heading, count }) => (
          <li>
            <a href={`#${id}`}>{heading}</a>: {formatNumber(count, p.locale)}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('notes')}
        columns={[
          {
            header: t('indicator'),
            rowHeader: true,
            cell: row => html`<a href="${p.base}#i-${row.id}">${row.text}</a>`,
          },
          {
            header: t('notes'),
            width: 'grow',
            cell: row => row.said.map(text => html`<span class="sub">${text}</span>`),
          },
          {
            header: t('complete'),
            headerHidden: true,
            width: 'shrink',
            cell: row =>
              html`<a href="${p.base}/indikator/${row.id}${p.mayEdit ? `#${anchor(row.kind)}` : ''}" aria-label="${t(p.mayEdit ? 'complete.row' : 'see.row', { text: row.text })}">${t(p.mayEdit ? 'complete' : 'see')}</a>`,
          },
        ]}
        groups={groups.map(({ count, ...group }) => ({ ...group, note: formatNumber(count, p.locale) }))}
        empty={{ title: t('none.text') }}
      />
    </>
  )
}
