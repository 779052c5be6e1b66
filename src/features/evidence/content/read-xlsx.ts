import { readXlsx } from '../../plan/read/index.ts'
import type { Keeper } from './block.ts'

/** The visible sheets of a workbook with their rows, as the sheet shows its numbers and dates. */
export async function readXlsxBlocks(file: string, bytes: Uint8Array, keeper: Keeper): Promise<void> {
  const { grids, notes } = await readXlsx(file, bytes)
  if (notes.some(({ code }) => code.startsWith('hidden'))) keeper.warnings.add('hidden-parts')
  for (const { origin, rows } of grids) {
    if (origin.kind === 'sheet') keeper.mark({ kind: 'sheet', name: origin.name })
    const written = rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''))
    const first = written.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY)
    keeper.table(
      rows.map(({ cells }) =>
        cells.map(({ column, columnSpan, text }) => ({ column: column - first, columnSpan, text })),
      ),
    )
  }
}
