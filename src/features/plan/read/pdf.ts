import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { findTables } from './find-table.ts'
import type { Cell, Grid, GridFile, GridRow } from './grid.ts'
import { textCell } from './grid.ts'
import { type RuledCell, type RuledTable, ruledTables } from './pdf-cells.ts'
import { guardStreams } from './pdf-guard.ts'
import { type Box, type PageContent, type PdfPage, readPage, type TextRun } from './pdf-page.ts'
import { joinLines, linesOf } from './pdf-text.ts'
import { unruledRows } from './pdf-unruled.ts'
import { Refusal } from './problem.ts'

/** More pages than any plan has; a plan of 5,000 rows takes about 500. */
const pageLimit = 1_500

/** No code from the file, no pictures, no messages on the console. */
const pdfOptions = { isEvalSupported: false, maxImageSize: 1, verbosity: 0 }

/** Pages of a PDF with a text layer, as their rules divide them. `unruled` reads them by columns of text instead. */
export interface PdfGrids extends GridFile {
  unruled(): GridFile
}

export async function readPdf(file: string, bytes: Uint8Array): Promise<PdfGrids> {
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.byteLength - 4096),
    Math.min(4096, bytes.byteLength),
  )
  if (!tail.includes('%%EOF')) throw new Refusal({ kind: 'damaged', file, part: null })
  guardStreams(file, bytes)
  const { OPS } = (await getResolvedPDFJS()) as { OPS: Readonly<Record<string, number>> }
  // pdf.js takes the buffer over; the caller keeps its own.
  const pdf = await getDocumentProxy(bytes.slice(), pdfOptions).catch(error => {
    const encrypted = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal(encrypted ? { kind: 'encrypted', file } : { kind: 'damaged', file, part: null })
  })
  try {
    if (pdf.numPages > pageLimit)
      throw new Refusal({
        kind: 'too-many-rows',
        file,
        place: { kind: 'page', page: pageLimit },
        limit: pageLimit,
      })
    const grids: Grid[] = []
    // Kept only until a ruled table shows that the pages need not be read by their columns of text.
    let pages: PageContent[] = []
    let ruled = false
    let letters = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage((await pdf.getPage(number)) as unknown as PdfPage, OPS)
      letters += page.words.reduce((sum, { text }) => sum + text.length, 0)
      grids.push(pageGrid(page, number))
      ruled = ruled || findTables(grids.slice(-1)).length > 0
      if (ruled) pages = []
      else pages.push(page)
    }
    if (letters < 20) throw new Refusal({ kind: 'no-text-layer', file, pages: pdf.numPages })
    return {
      grids,
      notes: [],
      unruled: () => ({ grids: unruledRows(file, pages), notes: [{ code: 'no-rules' }] }),
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal({ kind: 'damaged', file, part: null })
  } finally {
    await pdf.destroy()
  }
}

/** Table rows and the text around them, from the top of the page down. */
function pageGrid(page: PageContent, number: number): Grid {
  const tables = ruledTables(page.lines)
  const inside = new Map<RuledCell, TextRun[]>()
  const outside: TextRun[] = []
  for (const run of page.words.flatMap(word => cutAtWalls(word, tables))) {
    const cell = cellAt(tables, run)
    if (cell) inside.set(cell, [...(inside.get(cell) ?? []), run])
    else outside.push(run)
  }

  const rows: { y: number; loose: boolean; cells: Cell[] }[] = linesOf(outside).map(({ text, y }) => ({
    y,
    loose: true,
    cells: [textCell(0, text)],
  }))
  for (const table of tables) {
    const byRow = new Map<number, Cell[]>()
    for (const cell of table.cells) {
      const made = toCell(cell, inside.get(cell) ?? [], page.fills)
      if (made) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), made])
    }
    for (const [row, cells] of byRow) {
      cells.sort((a, b) => a.column - b.column)
      if (cells.some(({ text }) => text !== '')) rows.push({ y: table.ys[row] ?? 0, loose: false, cells })
    }
  }
  rows.sort((a, b) => a.y - b.y)
  const numbered: GridRow[] = rows.map(({ loose, cells }, index) => ({ index, loose, cells }))
  return { origin: { kind: 'page', number }, rows: numbered }
}

function cellAt(tables: readonly RuledTable[], { x, y, width, size }: TextRun): RuledCell | null {
  for (const table of tables) {
    const cell = table.at(x + Math.min(width / 2, size / 2), y - size * 0.3)
    if (cell) return cell
  }
  return null
}

/** pdf.js joins neighbouring words across a narrow column's wall; the run is cut at the blank nearest to it. */
function cutAtWalls(run: TextRun, tables: readonly RuledTable[]): TextRun[] {
  const cell = cellAt(tables, run)
  if (!cell || run.x + run.width <= cell.x1 + run.size * 0.4) return [run]
  const wall = ((cell.x1 - run.x) / run.width) * run.text.length
  const blanks = [...run.text.matchAll(/\s+/g)].map(({ index }) => index)
  const cut = blanks.sort((a, b) => Math.abs(a - wall) - Math.abs(b - wall))[0]
  if (cut === undefined || cut === 0 || Math.abs(cut - wall) > 3) return [run]
  const share = run.width / run.text.length
  const rest = run.text.slice(cut).trimStart()
  const left = { ...run, text: run.text.slice(0, cut), width: cut * share }
  const start = Math.max(cell.x1 + 0.5, run.x + (run.text.length - rest.length) * share)
  return [
    left,
    ...cutAtWalls({ ...run, text: rest, x: start, width: Math.max(1, run.x + run.width - start) }, tables),
  ]
}

function toCell(cell: RuledCell, runs: readonly TextRun[], fills: readonly Box[]): Cell | null {
  const lines = linesOf(runs)
  const padding = Math.max(0, Math.min(8, Math.min(...lines.map(({ x }) => x)) - cell.x0))
  const text = joinLines(lines, cell.x1 - padding)
  const [x, y] = [(cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2]
  const fill = fills.findLast(box => box.x0 <= x && box.x1 >= x && box.y0 <= y && box.y1 >= y)?.colour ?? null
  if (text === '' && fill === null && cell.rowSpan === 1) return null
  const { column, rowSpan, columnSpan } = cell
  return { column, rowSpan, columnSpan, text, fill, formula: null }
}
