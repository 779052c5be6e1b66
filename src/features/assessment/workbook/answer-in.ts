import type { Instrument, Question } from '../../../core/instrument/instrument.ts'
import type { Cell, GridRow } from '../../plan/read/index.ts'
import type { Findings } from './diagnostics.ts'
import type { AnswerTable } from './find-table.ts'
import type { PlacedRow } from './place-rows.ts'
import { isEmptyCell, readCounts, readIndexCell, readOption } from './read-value.ts'

export interface TablePlaced {
  readonly table: AnswerTable
  readonly placed: readonly PlacedRow[]
}

/** Where a question or count stands, by its code. */
export type RowPlace = { readonly table: AnswerTable; readonly row: GridRow }
export type Rows = ReadonlyMap<string, RowPlace>

export const cellAt = ({ row }: { readonly row: GridRow }, column: number | null): Cell | undefined =>
  column === null ? undefined : row.cells.find(cell => cell.column === column)

/** What a question is answered with in one column of answers. */
export function answerIn(
  instrument: Instrument,
  question: Question,
  rows: Rows,
  columnOf: (place: RowPlace) => number,
  findings: Findings,
): unknown {
  const { code, answer } = question
  if (answer === null) return null
  const locate = (place: RowPlace) => ({
    cell: cellAt(place, columnOf(place)),
    place: { sheet: place.table.sheet, row: place.row.index, column: columnOf(place) },
  })
  if (answer.kind === 'ratio') {
    const cells = new Map(
      answer.operands.flatMap(({ name }) => {
        const place = rows.get(`${code}.${name}`)
        return place ? [[name, locate(place)] as const] : []
      }),
    )
    return readCounts(instrument, code, answer, cells, findings)
  }
  const place = rows.get(code)
  if (!place) return null
  const { cell, place: at } = locate(place)
  if (cell === undefined || isEmptyCell(cell)) return null
  return answer.kind === 'index'
    ? readIndexCell(question, cell, at, findings)
    : readOption(instrument, question, cell, at, findings)
}
