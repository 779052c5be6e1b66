import { type Cell, covers, type GridRow } from './grid.ts'
import { headingRole, headingWords, saysDone, saysTarget } from './headings.ts'
import { monthRow } from './months.ts'

/**
 * Heading rows in which a heading above months, times ("Mulai", "Selesai") or headings that come again ("Waktu",
 * "Bukti", "Waktu", "Bukti") reaches over all of those to its right that nothing else heads, as if their cells were
 * merged: an unmerged "Realisasi" stands above its first only.
 */
export function spreadHeadings(rows: readonly GridRow[]): readonly GridRow[] {
  const { at, found } = monthRow(rows)
  const divides = (row: number, cell: Cell) =>
    row === at
      ? found.some(({ column }) => column === cell.column)
      : cell.text !== '' &&
        (headingRole(cell.text) === 'schedule' ||
          saysTarget(cell.text) ||
          saysDone(cell.text) ||
          comesAgain(rows[row], cell))
  return rows.map((row, index) => {
    const divided = rows
      .slice(index + 1)
      .flatMap(({ cells }, below) => cells.filter(cell => divides(index + 1 + below, cell)))
    const overDivided = (column: number) => divided.some(cell => covers(cell, column))
    const headed = (column: number) => row.cells.some(cell => cell.text !== '' && covers(cell, column))
    const cells = row.cells.map(cell => {
      if (cell.text === '' || !overDivided(cell.column)) return cell
      let end = cell.column + cell.columnSpan
      while (overDivided(end) && !headed(end)) end += 1
      return { ...cell, columnSpan: end - cell.column }
    })
    return { ...row, cells }
  })
}

const comesAgain = (row: GridRow | undefined, cell: Cell) =>
  row?.cells.some(other => other !== cell && headingWords(other.text) === headingWords(cell.text)) ?? false
