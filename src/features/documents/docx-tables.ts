import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Bars, Cell, Row, Shade, Table as TableBlock } from './document.ts'
import { textRuns } from './docx-text.ts'

const sides = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

/** `width` in twips. `closes` keeps the last rows on the page of what follows, such as a signature. */
export function docxTable(block: TableBlock, width: number, closes: boolean): Table {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map(column => Math.floor((column.width / shares) * width))
  const style = block.dense ? 'TableSmall' : 'TableText'
  const empty: readonly Row[] = block.whenEmpty
    ? [
        {
          cells: [
            { runs: [{ text: block.whenEmpty, italic: true }], columnSpan: widths.length, align: 'center' },
          ],
        },
      ]
    : []
  const rows = block.rows.length > 0 ? block.rows : empty
  // As in the PDF: a short table is not divided between two pages.
  const short = rows.length <= (block.dense ? 8 : 14)
  const draw = (list: readonly Row[], header: boolean) => {
    const starts = columnStarts(list, widths.length)
    return list.map((row, index) => {
      const last = index === list.length - 1
      const keep = (closes && index >= list.length - 2) || (short && (header || !last))
      return new TableRow({
        tableHeader: header,
        cantSplit: true,
        children: row.cells.map((cell, at) => {
          const column = starts[index]?.[at] ?? 0
          const side = header ? 'center' : (cell.align ?? block.columns[column]?.align ?? 'left')
          const span = cell.columnSpan ?? 1
          const cellWidth = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
          return tableCell(row, cell, { style, side, header, keep: keep || row.role === 'group', cellWidth })
        }),
      })
    })
  }
  return new Table({
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows: [...draw(block.header, true), ...draw(rows, false)],
  })
}

type CellLook = {
  readonly style: string
  readonly side: 'left' | 'center' | 'right'
  readonly header: boolean
  readonly keep: boolean
  readonly cellWidth: number
}

function tableCell(row: Row, cell: Cell, { style, side, header, keep, cellWidth }: CellLook): TableCell {
  const bold = header || row.role === 'group' || row.role === 'total'
  const items = cell.itemised && cell.runs.length > 1 ? cell.runs.map(run => [run]) : [cell.runs]
  const fill = header ? 'E4E4E4' : row.role === 'group' ? 'F2F2F2' : undefined
  return new TableCell({
    width: { size: cellWidth, type: WidthType.DXA },
    ...(cell.columnSpan ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    verticalAlign: header ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
    children: items.map(
      runs =>
        new Paragraph({
          style,
          alignment: sides[side],
          keepNext: keep,
          ...(items.length > 1 ? { numbering: { reference: 'cell-dash', level: 0 } } : {}),
          children: textRuns(runs, { bold, ...(header && style === 'TableSmall' ? { size: 16 } : {}) }),
        }),
    ),
  })
}

/** The column each cell of each row begins in, past the cells that reach down from rows above. */
function columnStarts(rows: readonly Row[], columns: number): readonly (readonly number[])[] {
  const reach = Array.from({ length: columns }, () => 0)
  return rows.map(row => {
    let column = 0
    const starts = row.cells.map(cell => {
      while ((reach[column] ?? 0) > 0) column++
      const start = column
      for (let step = 0; step < (cell.columnSpan ?? 1); step++) reach[start + step] = cell.rowSpan ?? 1
      column += cell.columnSpan ?? 1
      return start
    })
    reach.forEach((left, at) => {
      reach[at] = Math.max(0, left - 1)
    })
    return starts
  })
}

const shades: Readonly<
  Record<Shade, { fill: string; color: string; type: (typeof ShadingType)[keyof typeof ShadingType] }>
> = {
  done: { fill: '1F5F4A', color: 'auto', type: ShadingType.CLEAR },
  late: { fill: 'F3C9C2', color: 'A02218', type: ShadingType.DIAGONAL_STRIPE },
  due: { fill: 'F5E3B3', color: '8A5A00', type: ShadingType.PERCENT_20 },
  upcoming: { fill: 'DEDEDE', color: 'auto', type: ShadingType.CLEAR },
  waived: { fill: 'FFFFFF', color: 'auto', type: ShadingType.CLEAR },
}

const steps = 40

/** Bars as a table of shaded cells: Word has no simpler drawing that stays sharp and can be edited. */
export function docxBars(bars: Bars, width: number): readonly (Paragraph | Table)[] {
  const label = Math.floor(width * 0.3)
  const number = Math.floor(width * 0.08)
  const step = Math.floor((width - label - number) / steps)
  const totals = bars.rows.map(row => row.values.reduce((sum, value) => sum + value, 0))
  const most = Math.max(1, ...totals)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: '404040' }
  const noBorders = { top: none, bottom: none, left: none, right: none }
  const words = (text: string, side: 'left' | 'right', size: number, keepNext: boolean) =>
    new TableCell({
      borders: noBorders,
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [
        new Paragraph({
          style: 'TableSmall',
          alignment: sides[side],
          keepNext,
          children: textRuns([{ text }]),
        }),
      ],
    })
  const block = (span: number, shade: Shade | null) =>
    new TableCell({
      columnSpan: span,
      width: { size: span * step, type: WidthType.DXA },
      borders: shade ? { top: thin, bottom: thin, left: thin, right: thin } : noBorders,
      ...(shade ? { shading: shades[shade] } : {}),
      children: [new Paragraph({ style: 'TableSmall', children: [] })],
    })

  const rows = bars.rows.map((row, index) => {
    const spans = row.values.map(value => (value > 0 ? Math.max(1, Math.round((value / most) * steps)) : 0))
    for (let over = spans.reduce((sum, span) => sum + span, 0) - steps; over > 0; over--) {
      const widest = spans.indexOf(Math.max(...spans))
      spans[widest] = (spans[widest] ?? 1) - 1
    }
    const rest = steps - spans.reduce((sum, span) => sum + span, 0)
    const filled = spans.flatMap((span, at) =>
      span > 0 ? [block(span, bars.series[at]?.shade ?? 'waived')] : [],
    )
    return new TableRow({
      cantSplit: true,
      height: { value: 300, rule: HeightRule.ATLEAST },
      children: [
        words(row.label, 'right', label, index < bars.rows.length - 1),
        ...filled,
        ...(rest > 0 ? [block(rest, null)] : []),
        words(String(totals[index] ?? 0), 'right', number, false),
      ],
    })
  })
  const legend = bars.series.flatMap(({ label: text, shade }) => [
    new TextRun({ text: '   ', size: 18, shading: shades[shade], border: thin }),
    ...textRuns([{ text: ` ${text}    ` }], { size: 18 }),
  ])
  return [
    new Paragraph({ style: 'Caption', children: textRuns([{ text: bars.caption, bold: true }]) }),
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: legend }),
    new Table({
      columnWidths: [label, ...Array.from({ length: steps }, () => step), number],
      width: { size: label + steps * step + number, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 60, right: 60 },
      borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
      rows,
    }),
  ]
}
