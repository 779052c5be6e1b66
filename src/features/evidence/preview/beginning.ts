import type { Block, Row } from '../content/block.ts'

/**
 * The kept text of a file as blocks. Its lines of cells stand as a table where they have equally many: empty cells
 * are not kept, so cells of unequal lines need not belong under each other, and stand apart instead.
 */
export function beginningBlocks(text: string, isCut: boolean): Block[] {
  const all = text.split('\n')
  // Of what was cut, the last line may be half a line; half a row of cells says something else than the whole.
  const lines = isCut && all.length > 1 && all.at(-1)?.includes('\t') ? all.slice(0, -1) : all
  const runs: { cells: number; rows: string[][] }[] = []
  for (const line of lines.filter(one => one.trim() !== '')) {
    const row = line.split('\t')
    const last = runs.at(-1)
    if (last && last.cells === row.length) last.rows.push(row)
    else runs.push({ cells: row.length, rows: [row] })
  }
  return runs.flatMap(({ cells, rows }): Block[] =>
    cells > 1 && rows.length > 1
      ? [{ kind: 'table', rows: rows.map(rowOf) }]
      : rows.map(row => ({ kind: 'paragraph', text: row.join(' · ') })),
  )
}

const rowOf = (cells: readonly string[]): Row =>
  cells.map((text, column) => ({ column, columnSpan: 1, text }))
