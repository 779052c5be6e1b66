import { areaOf } from './areas.ts'
import type { Cell, Grid, GridRow } from './grid.ts'
import { textCell } from './grid.ts'
import { fold, startsWithMarker } from './items.ts'
import {
  type Block,
  blocksOf,
  type Piece,
  type Setting,
  settingOf,
  startsInside,
  sweep,
} from './pdf-blocks.ts'
import { bandsOf, columnAt, cutAtColumns, type Heading, wallsOf } from './pdf-columns.ts'
import { isCutOff, isOverprinted } from './pdf-lost.ts'
import { withHeads } from './pdf-merged.ts'
import type { PageContent, TextRun } from './pdf-page.ts'
import { headingApart, type PageParts, type PrintedTable, partPages } from './pdf-parts.ts'
import { joinLines, linesOf } from './pdf-text.ts'
import { Refusal } from './problem.ts'

/**
 * Pages whose table has no rules: the headings and the gutters between the lines give the columns, the cells that
 * stand beside one another the rows. Titles and whatever comes before the headings stay loose text. A print that has
 * lost part of the table is refused.
 */
export function unruledRows(file: string, pages: readonly PageContent[]): Grid[] {
  const { before, tables } = partPages(pages)
  const grids: Grid[] = []
  for (const grid of [...before.map(looseGrid), ...tables.flatMap(table => tableGrids(file, table))]) {
    const last = grids.at(-1)
    if (!last || pageOf(last) !== pageOf(grid)) grids.push(grid)
    else grids.splice(-1, 1, { ...last, rows: numbered([...last.rows, ...grid.rows]) })
  }
  return grids
}

const pageOf = ({ origin }: Grid) => (origin.kind === 'page' ? origin.number : 0)
const numbered = (rows: readonly GridRow[]) => rows.map((row, index) => ({ ...row, index }))

const looseGrid = ({ number, loose }: PageParts): Grid => ({
  origin: { kind: 'page', number },
  rows: loose.map(looseRow),
})

function looseRow(band: readonly TextRun[], index: number): GridRow {
  const text = linesOf(band)
    .map(line => line.text)
    .join(' ')
  return { index, loose: true, cells: [textCell(0, text)] }
}

function tableGrids(file: string, table: PrintedTable): Grid[] {
  const { headings, pages } = table
  const apart = headingApart(table)
  if (apart) {
    throw new Refusal({ kind: 'columns-apart', file, place: placeOf(apart.page), heading: apart.heading })
  }
  const walls = wallsOf(
    headings,
    pages.flatMap(({ body }) => body),
  )
  const pieces = pages.map(({ body }) => piecesOf(body, walls))
  for (const [at, own] of pieces.entries())
    if (isOverprinted(own)) throw new Refusal({ kind: 'overprinted', file, place: placeOf(pages[at]) })
  const setting = settingOf(pieces)
  const limits = limitsOf(pieces, walls)
  const roles = headings.map(({ role }) => role)
  const read = pieces.map(own => rowsOf(own, setting, roles))
  if (
    isCutOff(
      read.flat(2).filter(({ column }) => !isHead(roles[column])),
      walls,
      limits,
    )
  )
    throw new Refusal({ kind: 'overprinted', file, place: placeOf(pages[0]) })
  return pages.map((page, at) => {
    const rows: GridRow[] = page.loose.map(looseRow)
    const add = (cells: Cell[]) => rows.push({ index: rows.length, loose: false, cells })
    if (page.headings.length > 0) add(page.headings.map(({ text }, column) => textCell(column, text)))
    for (const [row, blocks] of (read[at] ?? []).entries()) add(cellsOf(blocks, limits, row === 0))
    return { origin: { kind: 'page', number: page.number }, rows }
  })
}

const placeOf = (page: PageParts | undefined) => ({ kind: 'page', page: page?.number ?? 1 }) as const

/** The right edge up to which the text of every column runs. */
function limitsOf(pages: readonly (readonly Piece[])[], walls: readonly number[]): number[] {
  const limits = walls.map(() => 0)
  for (const piece of pages.flat()) {
    const right = piece.x + piece.width
    const crosses = right > (walls[piece.column + 1] ?? Number.POSITIVE_INFINITY) + piece.size * 0.5
    if (!crosses) limits[piece.column] = Math.max(limits[piece.column] ?? 0, right)
  }
  return limits
}

/** The body's runs in their columns. A run that stands alone on its line is a heading across columns, not two cells. */
function piecesOf(body: readonly TextRun[], walls: readonly number[]): Piece[] {
  const orders = new Map(body.map((run, order) => [run, order]))
  return bandsOf(body).flatMap(band => {
    const inside = band.filter(run => columnAt(middle(run), walls) > 0)
    return band.flatMap(run => {
      const area = areaOf(run.text) !== null && !/^[IVX\d]+\s/.test(run.text)
      const alone = band.length <= 2 && inside.every(other => other === run)
      const parts = area ? [run] : cutAtColumns(run, alone ? walls.slice(0, 2) : walls)
      return parts.map(
        (part): Piece => ({ ...part, column: columnAt(middle(part), walls), order: orders.get(run) ?? 0 }),
      )
    })
  })
}

const middle = ({ x, width, size }: TextRun) => x + Math.min(width / 2, size / 2)

/** Columns that are often merged down over several rows, so that they do not tell where a row ends. */
const isHead = (role: Heading['role'] | undefined) => role === 'no' || role === 'area' || role === 'component'

function rowsOf(pieces: readonly Piece[], setting: Setting, roles: readonly Heading['role'][]): Block[][] {
  const heads = pieces.filter(({ column }) => isHead(roles[column]))
  const content = pieces.filter(({ column }) => !isHead(roles[column]))
  const told = setting.byCell ? [] : toldStarts(pieces, roles)
  const first = sweep(blocksOf(content, setting, told))
  const starts = [...told, ...startsInside(first, setting)]
  const rows = starts.length > told.length ? sweep(blocksOf(content, setting, starts)) : first
  return withHeads(rows, blocksOf(heads, setting, starts))
}

/** Where a row begins, as far as its text tells: with a number, or with an indicator and its date side by side. */
function toldStarts(pieces: readonly Piece[], roles: readonly Heading['role'][]): number[] {
  const lead = roles.includes('indicator') ? 'indicator' : 'action'
  const dates = pieces.filter(({ column }) => roles[column] === 'schedule')
  return pieces
    .filter(
      ({ column, text, y, size }) =>
        roles[column] === 'no' ||
        (roles[column] === lead &&
          /^[\p{Lu}\d]/u.test(text.trim()) &&
          dates.some(date => Math.abs(date.y - y) < size * 0.3)),
    )
    .map(({ y }) => y)
}

/** @param opens whether the row is the first of its page, where the middle of a list may stand */
function cellsOf(blocks: readonly Block[], limits: readonly number[], opens: boolean): Cell[] {
  const byColumn = new Map<number, Piece[]>()
  for (const { column, pieces } of blocks) {
    const own = byColumn.get(column) ?? []
    byColumn.set(column, own)
    for (const piece of pieces) own.push(piece)
  }
  const cells = [...byColumn]
    .sort(([a], [b]) => a - b)
    .map(([column, pieces]) => {
      const lines = linesOf(pieces)
      const marked =
        startsWithMarker(lines[0]?.text ?? '') || (opens && lines.some(({ text }) => startsWithMarker(text)))
      return textCell(column, joinLines(lines, limits[column] ?? 0, marked))
    })
  const [only] = cells
  if (cells.length === 1 && only && areaOf(fold(only.text)) !== null)
    return [{ ...only, column: 0, columnSpan: limits.length }]
  // A row reaches to the last column, which tells it from text around the table.
  const last = limits.length - 1
  return byColumn.has(last) ? cells : [...cells, textCell(last, '')]
}
