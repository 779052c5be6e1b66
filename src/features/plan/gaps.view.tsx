import { DataTable } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { describeReason } from '../../ui/schedule-messages.ts'
import { type Gap, gapKinds } from './plan-gaps.ts'
import { reviewMessages } from './review-messages.ts'

/** Every gap under its kind, with the way to its row. */
export function Gaps(p: { locale: Locale; gaps: readonly Gap[]; base: string; mayEdit: boolean }) {
  const t = translator(reviewMessages, p.locale)
  const kinds = Map.groupBy(p.gaps, gap => gap.kind)
  if (p.gaps.length === 0) return <EmptyState title={t('none.text')} />
  const anchor = (gap: Gap) => (gap.kind === 'person-missing' ? 'person' : 'schedule')
  return (
    <DataTable<Gap>
      caption={t('notes')}
      columns={[
        {
          header: t('indicator'),
          rowHeader: true,
          width: 'grow',
          cell: gap => <a href={`${p.base}#i-${gap.indicatorId}`}>{gap.text}</a>,
        },
        { header: t('notes'), cell: gap => describeGap(gap, p.locale) },
        {
          header: t('complete'),
          headerHidden: true,
          width: 'shrink',
          cell: gap => (
            <a
              href={`${p.base}/indikator/${gap.indicatorId}${p.mayEdit ? `#${anchor(gap)}` : ''}`}
              aria-label={t(p.mayEdit ? 'complete.row' : 'see.row', { text: gap.text })}
            >
              {t(p.mayEdit ? 'complete' : 'see')}
            </a>
          ),
        },
      ]}
      groups={gapKinds.map(kind => ({
        id: kind,
        heading: t(`gap.${kind}`),
        note: String(kinds.get(kind)?.length ?? 0),
        rows: kinds.get(kind) ?? [],
      }))}
      empty={{ title: t('none.text') }}
    />
  )
}

function describeGap(gap: Gap, locale: Locale): string {
  const t = translator(reviewMessages, locale)
  switch (gap.kind) {
    case 'schedule-unresolved': {
      const { text, reason, kind } = gap.schedule
      const why = reason
        ? describeReason(reason, locale)
        : t(kind === 'duration' ? 'unresolved.start' : 'gap.schedule-unresolved')
      return t('unresolved.text', { text, reason: why })
    }
    case 'frequency-conflict':
      return t('conflict.text', {
        phrases: gap.phrases.map(phrase => `“${phrase}”`).join(', '),
        schedule: gap.schedule,
      })
    case 'date-missing':
    case 'person-missing':
      return gap.action
    default:
      return ''
  }
}
