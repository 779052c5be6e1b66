import { html } from 'hono/html'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { formatDate } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeReason } from '../../../ui/schedule-messages.ts'
import type { MovedIndicator, MovedSchedule } from './copied-plan.ts'
import { copyMessages } from './copy-messages.ts'

type Years = { readonly from: number; readonly to: number }

export const needsLook = ({ schedules, namesYear, lost }: MovedIndicator): boolean =>
  schedules.length === 0 || namesYear || lost.length > 0 || schedules.some(({ doubts }) => doubts.length > 0)

/** What each schedule becomes; the rows that need a person stand first. */
export function CopyPreview(p: {
  locale: Locale
  years: Years
  moved: readonly MovedIndicator[]
  base: string
}) {
  const t = translator(copyMessages, p.locale)
  const dates = (list: MovedSchedule['after']['dates']) => {
    const days = list.map(date => formatDate(date, p.locale, 'short'))
    return days.length > 4
      ? `${days.slice(0, 2).join(', ')} … (${t('dates', { n: days.length })})`
      : days.join(', ')
  }
  const side = (which: 'before' | 'after') => (row: MovedIndicator) =>
    row.schedules.map(
      schedule =>
        html`<strong>${schedule[which].text}</strong><span class="sub">${dates(schedule[which].dates)}</span>`,
    )
  const notes = ({ schedules, namesYear, lost }: MovedIndicator) => [
    ...(schedules.length === 0 ? [t('doubt.no-schedule')] : []),
    ...schedules.flatMap(({ doubts, after }) =>
      doubts.map(doubt =>
        doubt === 'unresolved' && after.reason
          ? `${t('doubt.unresolved')} ${describeReason(after.reason, p.locale)}`
          : t(`doubt.${doubt}`),
      ),
    ),
    ...(namesYear ? [t('names.year', p.years)] : []),
    ...(lost.length > 0 ? [t('lost.people', { names: lost.join(', ') })] : []),
  ]
  return (
    <DataTable
      caption={t('preview', p.years)}
      columns={[
        {
          header: t('indicator'),
          rowHeader: true,
          width: 'grow',
          cell: row => html`<a href="${p.base}/indikator/${row.id}">${row.text}</a>`,
        },
        { header: t('before', p.years), cell: side('before') },
        { header: t('after', p.years), cell: side('after') },
        {
          header: t('notes'),
          cell: row => notes(row).map(text => html`<span class="sub text-due">${text}</span>`),
        },
      ]}
      groups={[
        { heading: t('attention'), rows: p.moved.filter(needsLook) },
        { heading: t('others'), rows: p.moved.filter(row => !needsLook(row)) },
      ].map(group => ({ ...group, note: String(group.rows.length) }))}
      empty={{ title: t('none') }}
    />
  )
}
