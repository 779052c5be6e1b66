import type { Child } from 'hono/jsx'
import { DataTable, type DataTableProps } from '../display/data-table.tsx'
import { formatNumber } from '../format.ts'
import type { Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { type StateCounts, stackOrder, totalOf } from './parts.ts'

export type ChartWithTableProps<Row> = {
  readonly locale: Locale
  readonly chart: Child | Markup
  readonly table: DataTableProps<Row>
  /** The table stands open below the chart; otherwise behind "Lihat angkanya". */
  readonly open?: boolean
}

/**
 * A chart and the same figures as a table: for screen readers, for copying, for checking.
 * @example <ChartWithTable locale={l} chart={<BarChart … />} table={countsTable(l, 'Kewajiban per area', 'Area', rows)} />
 */
export function ChartWithTable<Row>(p: ChartWithTableProps<Row>) {
  return (
    <div class="chart">
      {p.chart}
      <details class="govuk-details no-print-closed" open={p.open}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{uiText[p.locale]('chart.table')}</span>
        </summary>
        <DataTable {...p.table} />
      </details>
    </div>
  )
}

export type CountsRow = { readonly name: string; readonly counts: StateCounts }

/** The table that belongs to a chart of obligations by state. */
export function countsTable(
  locale: Locale,
  caption: string,
  nameHeader: string,
  rows: readonly CountsRow[],
): DataTableProps<CountsRow> {
  const t = uiText[locale]
  const used = stackOrder.filter(state => rows.some(r => (r.counts[state] ?? 0) > 0))
  return {
    caption,
    rows,
    dense: true,
    phone: 'scroll',
    empty: { title: t('state.none') },
    columns: [
      { header: nameHeader, rowHeader: true, cell: r => r.name },
      ...used.map(state => ({
        header: t(`state.${state}`),
        numeric: true,
        cell: (r: CountsRow) => formatNumber(r.counts[state] ?? 0, locale),
      })),
      { header: t('chart.total'), numeric: true, cell: r => formatNumber(totalOf(r.counts), locale) },
    ],
  }
}
