import { cellName, type Place } from './place.ts'

/** Ends a line that may be nothing but the wrap of a narrow column (only a PDF has it). */
export const softBreak = '\u2028'

/** One cell with its own text; what a merged cell covers is not repeated. */
export interface Cell {
  /** Counts from 0 in its grid. */
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Lines are separated by `\n`, or by `softBreak` where the reader cannot tell. */
  readonly text: string
  /** The background as the file names it; null for none or white. */
  readonly fill: string | null
  /** Whether the text is the stored result of a formula, an error value, or a formula without a result. */
  readonly formula: 'value' | 'no-value' | 'error' | null
  /** True where a workbook holds a number: of more than 15 digits the last ones are lost. */
  readonly number?: true
  /** What is left of the text where some of it is struck through. */
  readonly unstruck?: string
  /** The whole text, where the struck part is left out of `text`. */
  readonly struck?: string
  /** The formula itself, where the whole workbook was asked for; `shared` where another cell holds its text. */
  readonly source?: string
}

export interface GridRow {
  /** Counts from 0: the row of the sheet, the table, the page or the line of the file. */
  readonly index: number
  /** Text that stands outside any table: a title, a signature. */
  readonly loose: boolean
  /** How many cells a line of a text file has, empty ones too. */
  readonly fields?: number
  /** In column order. */
  readonly cells: readonly Cell[]
}

export type GridOrigin =
  | { readonly kind: 'sheet'; readonly name: string }
  | { readonly kind: 'table'; readonly number: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'csv' }

/** What every format becomes: rows of cells, in the order of reading. */
export interface Grid {
  readonly origin: GridOrigin
  readonly rows: readonly GridRow[]
}

/** Something the reader noticed that the table itself does not show. */
export type ReaderNote =
  | { readonly code: 'hidden-sheet'; readonly sheet: string }
  | { readonly code: 'hidden-rows'; readonly sheet: string; readonly count: number }
  | { readonly code: 'hidden-columns'; readonly sheet: string; readonly columns: string }
  | { readonly code: 'empty-rows'; readonly sheet: string; readonly row: number }
  | { readonly code: 'tracked-deletions'; readonly count: number }
  | { readonly code: 'macros-ignored' }
  | { readonly code: 'no-rules' }

export interface GridFile {
  readonly grids: readonly Grid[]
  readonly notes: readonly ReaderNote[]
}

export function placeOf(origin: GridOrigin, row: number, column: number): Place {
  switch (origin.kind) {
    case 'sheet':
      return { kind: 'cell', sheet: origin.name, cell: cellName(row, column) }
    case 'table':
      return { kind: 'table-row', table: origin.number, row: row + 1 }
    case 'page':
      return { kind: 'page-row', page: origin.number, row: row + 1 }
    case 'csv':
    case 'text':
      return { kind: 'line', line: row + 1 }
  }
}

export const covers = (cell: Cell, column: number) =>
  cell.column <= column && column < cell.column + cell.columnSpan

export const textCell = (column: number, text: string): Cell => ({
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  fill: null,
  formula: null,
})
