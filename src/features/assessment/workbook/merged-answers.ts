import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { type Cell, cellName, type GridRow } from '../../plan/read/index.ts'
import { cellAt, type RowPlace, type Rows } from './answer-in.ts'
import type { Findings } from './diagnostics.ts'
import type { AnswerTable } from './find-table.ts'

interface Merge {
  readonly row: GridRow
  readonly cell: Cell
}

/**
 * Names every answer cell that a merge covers: nobody can fill it in, and what it held is lost or out of sight. The
 * first cell of a merge is read as any other.
 */
export function noteMerged(
  instrument: Instrument,
  rows: Rows,
  columnOf: (place: RowPlace) => number,
  findings: Findings,
): void {
  const mergesIn = new Map<AnswerTable, readonly Merge[]>()
  for (const code of answeredCodes(instrument)) {
    const place = rows.get(code)
    if (!place) continue
    const { table, row } = place
    const merges = mergesIn.get(table) ?? mergesOf(table)
    mergesIn.set(table, merges)
    const column = columnOf(place)
    const merge = merges.find(one => covers(one, row.index, column))
    if (!merge) continue
    const hidden = cellAt(place, column)?.text ?? ''
    findings.at(
      'merged',
      hidden === '' ? 'error' : 'warning',
      { sheet: table.sheet, row: row.index, column },
      { code, given: hidden, expected: rangeOf(merge) },
    )
  }
}

/** What has an answer cell of its own: a ratio has one for each of its counts. */
const answeredCodes = (instrument: Instrument): string[] =>
  questionsOf(instrument).flatMap(({ question: { code, answer } }) =>
    answer?.kind === 'ratio' ? answer.operands.map(({ name }) => `${code}.${name}`) : [code],
  )

const mergesOf = ({ grid }: AnswerTable): Merge[] =>
  grid.rows.flatMap(row =>
    row.cells.filter(cell => cell.rowSpan > 1 || cell.columnSpan > 1).map(cell => ({ row, cell })),
  )

const covers = ({ row, cell }: Merge, index: number, column: number): boolean =>
  index >= row.index &&
  index < row.index + cell.rowSpan &&
  column >= cell.column &&
  column < cell.column + cell.columnSpan &&
  !(index === row.index && column === cell.column)

const rangeOf = ({ row, cell }: Merge): string =>
  `${cellName(row.index, cell.column)}:${cellName(row.index + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)}`
