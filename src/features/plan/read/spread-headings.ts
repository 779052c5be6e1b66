import { type Cell, covers, type GridRow } from './grid.ts'
import { headingRole } from './headings.ts'
import { monthRow } from './months.ts'

/**
 * Heading rows in which a heading above months, or above times ("Mulai", "Selesai"), reaches over all of those to its
 * right that nothing else heads, as if their cells were merged: an unmerged "Realisasi" stands above its first only.
 */
export function spreadHeadings(rows: readonly GridRow[]): readonly GridRow[] {
  const { at, found } = monthRow(rows)
  const isTime = (row: number, cell: Cell) =>
    row === at
      ? found.some(({ column }) => column === cell.column)
      : cell.text !== '' && headingRole(cell.text) === 'schedule'
  return rows.map((row, index) => {
    const times = rows
      .slice(index + 1)
      .flatMap(({ cells }, below) => cells.filter(cell => isTime(index + 1 + below, cell)))
    const aboveTime = (column: number) => times.some(cell => covers(cell, column))
    const headed = (column: number) => row.cells.some(cell => cell.text !== '' && covers(cell, column))
    const cells = row.cells.map(cell => {
      if (cell.text === '' || !aboveTime(cell.column)) return cell
      let end = cell.column + cell.columnSpan
      while (aboveTime(end) && !headed(end)) end += 1
      return { ...cell, columnSpan: end - cell.column }
    })
    return { ...row, cells }
  })
}
