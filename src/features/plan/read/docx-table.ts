import type { Cell } from './grid.ts'
import { struckText } from './struck.ts'

/** A table cell while its paragraphs are read. */
export interface OpenCell {
  column: number
  span: number
  merge: 'restart' | 'continue' | null
  fill: string | null
  lines: string[]
  rowSpan: number
}

export interface OpenTable {
  rows: { cells: OpenCell[]; deleted: boolean }[]
  row: { cells: OpenCell[]; deleted: boolean } | null
  cell: OpenCell | null
  column: number
  /** The cells that a vertical merge may still extend, by column. */
  tops: Map<number, OpenCell>
}

export function closeRow(table: OpenTable) {
  if (!table.row) return
  for (const cell of table.row.cells) {
    if (cell.merge === 'continue') {
      const top = table.tops.get(cell.column)
      if (top) top.rowSpan += 1
      // Word shows what a continued cell holds only when it is unmerged; nothing may be lost.
      if (top && cellText(cell) !== '') top.lines.push(...cell.lines)
    } else if (cell.merge === 'restart') table.tops.set(cell.column, cell)
    else table.tops.delete(cell.column)
  }
  table.rows.push(table.row)
  table.row = null
}

export const cellText = ({ lines }: OpenCell) =>
  lines
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

export const toCell = (cell: OpenCell): Cell => ({
  column: cell.column,
  rowSpan: cell.rowSpan,
  columnSpan: cell.span,
  ...struckText(cellText(cell)),
  fill: cell.fill,
  formula: null,
})

export const fillOf = (fill: string | undefined) =>
  fill === undefined || /^(auto|ffffff)$/i.test(fill) ? null : fill.toUpperCase()
