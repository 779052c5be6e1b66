import { formatNumber } from '../format.ts'
import type { Locale } from '../messages.ts'
import type { CountsRow } from './chart-with-table.tsx'
import { totalOf } from './parts.ts'
import { ProgressBar } from './progress-bar.ts'

export type BarChartRow = CountsRow & { readonly href?: string; readonly note?: string }

export type BarChartProps = {
  readonly locale: Locale
  readonly rows: readonly BarChartRow[]
  /** `share`: each bar is full, for comparing progress; `amount`: bars are as long as their total. */
  readonly by?: 'share' | 'amount'
}

/**
 * One stacked bar for each area or person, the name above or beside it. Put it into ChartWithTable.
 * @example <BarChart locale={l} rows={[{ name: 'Penguatan Pengawasan', counts: { done: 41, late: 3 } }]} />
 */
export function BarChart(p: BarChartProps) {
  const largest = Math.max(...p.rows.map(r => totalOf(r.counts)))
  return (
    <ul class="bars">
      {p.rows.map(r => (
        <li>
          <span class="bars-name">{r.href ? <a href={r.href}>{r.name}</a> : r.name}</span>
          <span class="bars-note">
            {r.note ??
              `${formatNumber(r.counts.done ?? 0, p.locale)} / ${formatNumber(totalOf(r.counts), p.locale)}`}
          </span>
          {ProgressBar({
            locale: p.locale,
            label: r.name,
            counts: r.counts,
            numbers: true,
            ...(p.by === 'amount' ? { scale: largest } : {}),
          })}
        </li>
      ))}
    </ul>
  )
}
