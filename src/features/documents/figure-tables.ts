import type { Locale } from '../../ui/messages.ts'
import type { Cell, Row, Table } from './document.ts'
import { type FigureTable, type FigureValues, figureCatalogue, figureNumber } from './figures.ts'
import { formatMoney, formatNumber, formatPercent } from './numbers.ts'

/**
 * A table of the unit's figures, with its total, share or ratio computed here. A figure that is missing
 * shows as missing, and so does every total that needs it. Null when the catalogue has no such table.
 */
export function figureTable(
  name: string,
  values: FigureValues,
  locale: Locale,
  from = figureCatalogue,
): { readonly table: Table; readonly missing: readonly string[] } | null {
  const definition = from.tables.find(candidate => candidate.name === name)
  if (!definition) return null
  const keys = definition.rows.flatMap(row => [
    ...(typeof row.label === 'string' ? [row.label] : []),
    ...row.values,
  ])
  const labels = from.figures
    .filter(({ key }) => keys.includes(key) && (values[key] ?? null) === null)
    .map(({ label }) => label[locale])
  return { table: build(definition, values, locale, from), missing: labels }
}

function build(
  definition: FigureTable,
  values: FigureValues,
  locale: Locale,
  from: typeof figureCatalogue,
): Table {
  const numbers = definition.rows.map(row => row.values.map(key => figureNumber(key, values, from)))
  const totals = definition.columns.map((_, column) => sum(numbers.map(row => row[column] ?? null)))
  const print = (value: number | null): Cell =>
    value === null
      ? gap(locale)
      : cell((definition.kind === 'money' ? formatMoney : formatNumber)(value, locale))
  const extra = (row: readonly (number | null)[]): Cell => {
    if (definition.extra === 'sum') return print(sum(row))
    const [part, whole] = definition.extra === 'ratio' ? [row[1], row[0]] : [row[0], totals[0]]
    const share = part == null || whole == null ? null : formatPercent(part, whole, locale)
    return share === null ? gap(locale) : cell(share)
  }
  const bodyRow = (label: Cell, row: readonly (number | null)[], role?: 'total'): Row => ({
    cells: [label, ...row.map(print), extra(row)],
    ...(role ? { role } : {}),
  })

  return {
    kind: 'table',
    caption: definition.caption[locale],
    columns: [
      { width: definition.kind === 'money' ? 4 : 5, align: 'left' },
      ...definition.columns.map(() => ({ width: 3, align: 'right' as const })),
      { width: 3, align: 'right' },
    ],
    header: [
      {
        cells: [definition.head, ...definition.columns, definition.extraLabel].map(word =>
          cell(word[locale]),
        ),
      },
    ],
    rows: [
      ...definition.rows.map((row, index) =>
        bodyRow(labelCell(row.label, values, locale), numbers[index] ?? []),
      ),
      bodyRow(cell(locale === 'id' ? 'Jumlah' : 'Total'), totals, 'total'),
    ],
  }
}

const cell = (text: string): Cell => ({ runs: [{ text }] })
const gap = (locale: Locale): Cell => ({
  runs: [{ text: locale === 'id' ? '[belum diisi]' : '[not filled in]', missing: true }],
})

function labelCell(label: FigureTable['rows'][number]['label'], values: FigureValues, locale: Locale): Cell {
  if (typeof label !== 'string') return cell(label[locale])
  const value = values[label]
  return typeof value === 'string' && value !== '' ? cell(value) : gap(locale)
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.every(value => value !== null) ? values.reduce((total, value) => total + value, 0) : null
