import { type Block, linesByColumn, overlaps, type Piece, pairs } from './pdf-blocks.ts'

/**
 * Rows printed lower than their text lose part of it: what is left stands over the next row, or is cut off. The whole
 * text is not in the file, so that no reading of it is the plan.
 */

/** Whether lines are printed over other lines of their column. A few are a spreadsheet's rounding. */
export function isOverprinted(pieces: readonly Piece[]): boolean {
  const columns = linesByColumn(pieces)
  const lines = columns.reduce((sum, column) => sum + column.length, 0)
  const over = columns
    .flatMap(pairs)
    .filter(
      ({ above, below, gap }) =>
        gap < below.size * 0.75 &&
        above.pieces
          .slice(0, 8)
          .some(a => below.pieces.slice(0, 8).some(b => overlaps(a, b) && a.text.trim() !== b.text.trim())),
    )
  return over.length >= 5 && over.length > lines * 0.05
}

/** How a line ends that goes on below. */
const goesOn =
  /(?:[,(&/–-]|(?:^|\s)(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|oleh|dalam|serta|tentang|sebagai|secara|bagi|terhadap|melalui|agar|sesuai|antara|setiap|tiap))$/iu

/**
 * Whether every cell has one line, though many of them fill their column and some end in the middle of a sentence:
 * texts of that length would wrap. Columns as wide as their longest text are full too, but of whole texts.
 */
export function isCutOff(
  cells: readonly Block[],
  walls: readonly number[],
  limits: readonly number[],
): boolean {
  const wide = cells.filter(({ column, size }) => (limits[column] ?? 0) - (walls[column] ?? 0) > size * 12)
  const one = wide.filter(({ baselines }) => baselines.length === 1)
  const full = one.filter(({ column, size, pieces }) => {
    const right = Math.max(...pieces.map(({ x, width }) => x + width))
    return (limits[column] ?? 0) - right < size * 2.5
  })
  const open = full.filter(({ pieces }) =>
    goesOn.test(
      pieces
        .map(({ text }) => text)
        .join('')
        .trim(),
    ),
  )
  return (
    wide.length >= 20 &&
    one.length > wide.length * 0.95 &&
    full.length > wide.length * 0.25 &&
    open.length >= Math.max(2, full.length * 0.05)
  )
}
