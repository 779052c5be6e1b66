import type { Child } from 'hono/jsx'
import { asMarkup, escapeText, type Markup, markupOf } from '../markup.ts'
import { EmptyState, type EmptyStateProps } from './empty-state.tsx'

export type Column<Row> = {
  readonly header: string
  /** Text is escaped. On long tables `html` templates and the `…Markup` functions are much cheaper than JSX. */
  readonly cell: (row: Row) => Child | Markup
  /** Figures and amounts stand right, with tabular numerals. */
  readonly numeric?: boolean
  /** The cell that names the row (one a table). */
  readonly rowHeader?: boolean
  /** Drawn in place of the heading, which is then for screen readers. */
  readonly head?: Markup
  /** Heading for screen readers only (a column of buttons). */
  readonly headerHidden?: boolean
  /** `shrink` takes no more room than its widest word; `grow` takes what is left. */
  readonly width?: 'shrink' | 'grow'
  /** Left out on a phone. */
  readonly wideOnly?: boolean
}

export type RowGroup<Row> = {
  readonly heading: Child
  /** Quiet words behind the heading: "18 indikator". */
  readonly note?: Child
  readonly id?: string
  readonly rows: readonly Row[]
}

export type DataTableProps<Row> = {
  /** What the table shows, in a sentence without a full stop. */
  readonly caption: string
  readonly captionVisible?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows?: readonly Row[]
  readonly groups?: readonly RowGroup<Row>[]
  /** What stands there when there is no row. */
  readonly empty: EmptyStateProps
  /** On a phone: rows as cards with labels (default), or the table scrolls sideways. */
  readonly phone?: 'stack' | 'scroll'
  readonly rowId?: (row: Row) => string
  /** A last row, for instance of totals; one child a column. */
  readonly footer?: readonly (Child | Markup)[]
  readonly dense?: boolean
}

const classOf = <Row,>(c: Column<Row>) =>
  [c.numeric ? 'num' : '', c.width ?? '', c.wideOnly ? 'wide-only' : ''].filter(Boolean).join(' ')

// Rows become blocks on a phone, which takes the table's meaning from some browsers; roles keep it.
function drawRow<Row>(row: Row, columns: readonly Column<Row>[], id?: string): string {
  let out = id === undefined ? '<tr role="row">' : `<tr role="row" id="${escapeText(id)}">`
  for (const c of columns) {
    const cls = classOf(c)
    const attrs = `${cls ? ` class="${cls}"` : ''}${c.rowHeader || c.headerHidden ? '' : ` data-label="${escapeText(c.header)}"`}`
    const body = markupOf(c.cell(row))
    out += c.rowHeader
      ? `<th scope="row" role="rowheader"${attrs}>${body}</th>`
      : `<td role="cell"${attrs}>${body}</td>`
  }
  return `${out}</tr>`
}

/**
 * Rows and columns, with groups, a caption and something to say when empty.
 * @example <DataTable caption="Tugas saya" columns={[{ header: 'Tenggat', cell: r => r.due }]} rows={rows} empty={{ title: 'Tidak ada tugas' }} />
 */
export function DataTable<Row>(p: DataTableProps<Row>) {
  const groups = (p.groups ?? [{ heading: null, rows: p.rows ?? [] }]).filter(g => g.rows.length > 0)
  if (groups.length === 0) return <EmptyState {...p.empty} />

  const stack = p.phone !== 'scroll'
  const caption = escapeText(p.caption)
  const head = p.columns.map(c => {
    const cls = classOf(c)
    const name = escapeText(c.header)
    const hidden = `<span class="govuk-visually-hidden">${name}</span>`
    const words = c.headerHidden ? hidden : c.head ? `${hidden}${c.head}` : name
    return `<th scope="col" role="columnheader"${cls ? ` class="${cls}"` : ''}>${words}</th>`
  })

  const body = groups.map(g => {
    const rows = g.rows.map(row => drawRow(row, p.columns, p.rowId?.(row))).join('')
    const note = g.note ? ` <span class="muted">${markupOf(g.note)}</span>` : ''
    const id = g.id ? ` id="${escapeText(g.id)}"` : ''
    const heading =
      g.heading === null
        ? ''
        : `<tr role="row" class="group"${id}><th scope="rowgroup" role="rowheader" colspan="${p.columns.length}">${markupOf(g.heading)}${note}</th></tr>`
    return `<tbody role="rowgroup">${heading}${rows}</tbody>`
  })

  const foot = p.footer
    ? `<tfoot role="rowgroup"><tr role="row">${p.footer
        .map((cell, i) => {
          const c = p.columns[i]
          const label = c && i > 0 ? ` data-label="${escapeText(c.header)}"` : ''
          return `<td role="cell" class="${c ? classOf(c) : ''}"${label}>${markupOf(cell)}</td>`
        })
        .join('')}</tr></tfoot>`
    : ''

  // A region that scrolls must be reachable by keyboard.
  const region = stack ? '' : ` role="region" aria-label="${caption}" tabindex="0"`
  return asMarkup(
    `<div class="table-wrap"${region}><table role="table" class="table${stack ? ' stack' : ''}${p.dense ? ' dense' : ''}"><caption${p.captionVisible ? '' : ' class="govuk-visually-hidden"'}>${caption}</caption><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>${body.join('')}${foot}</table></div>`,
  )
}
