/** Where in the file something stands, as a person would look for it. All numbers count from 1. */
export type Place =
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'page-row'; readonly page: number; readonly row: number }
  | { readonly kind: 'table-row'; readonly table: number; readonly row: number }
  | { readonly kind: 'line'; readonly line: number }

/** The letters of a spreadsheet column; `column` counts from 0 (0 is A, 26 is AA). */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`
