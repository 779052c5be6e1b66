import type { TextRun } from './pdf-page.ts'

/** A run in its column; `order` counts the runs of the page as the file draws them. */
export interface Piece extends TextRun {
  readonly column: number
  readonly order: number
}

export interface Line {
  readonly column: number
  readonly y: number
  readonly size: number
  readonly pieces: Piece[]
}

/** Lines of one column that belong to one cell. */
export interface Block {
  readonly column: number
  /** The baselines of its first and last line. */
  readonly top: number
  readonly bottom: number
  readonly size: number
  readonly baselines: readonly number[]
  readonly pieces: readonly Piece[]
}

/** How the lines of a plan follow one another. */
export interface Setting {
  /** From baseline to baseline inside a cell, in letter sizes. */
  readonly pitch: number
  /** Whether the file draws cell after cell, as office programs do, and not line after line. */
  readonly byCell: boolean
}

/** Whether two baselines are one. */
export const near = (a: number, b: number, size: number) => Math.abs(a - b) <= Math.max(1, size * 0.3)

export const overlaps = (a: TextRun, b: TextRun) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > a.size * 0.5

/** The lines of every column, from the top down. */
export function linesByColumn(pieces: readonly Piece[]): Line[][] {
  const columns = new Map<number, Line[]>()
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const lines = columns.get(piece.column) ?? []
    columns.set(piece.column, lines)
    const line = lines
      .slice(-2)
      .find(
        ({ y, pieces: own }) =>
          near(y, piece.y, piece.size) && !own.slice(-8).some(other => overlaps(other, piece)),
      )
    if (line) line.pieces.push(piece)
    else lines.push({ column: piece.column, y: piece.y, size: piece.size, pieces: [piece] })
  }
  return [...columns.values()]
}

/** Whether nothing of another cell is drawn between two lines. */
function follows(above: Line, below: Line): boolean {
  const last = Math.max(...above.pieces.map(({ order }) => order))
  return Math.min(...below.pieces.map(({ order }) => order)) === last + 1
}

export function pairs(lines: readonly Line[]): { above: Line; below: Line; gap: number }[] {
  return lines.slice(1).flatMap((below, at) => {
    const above = lines[at]
    return above ? [{ above, below, gap: below.y - above.y }] : []
  })
}

/** Learnt from all pages of a table together. */
export function settingOf(pages: readonly (readonly Piece[])[]): Setting {
  const all = pages
    .flatMap(page => linesByColumn(page).flatMap(pairs))
    .filter(({ gap, below }) => gap > below.size * 0.8 && gap < below.size * 2.5)
  const drawn = all.filter(({ above, below }) => follows(above, below))
  const pitch = commonest((drawn.length >= 8 ? drawn : all).map(({ gap, below }) => gap / below.size)) ?? 1.2
  const tight = all.filter(({ gap, below }) => gap <= pitch * below.size * loosely)
  const inOrder = tight.filter(({ above, below }) => follows(above, below))
  return { pitch, byCell: inOrder.length >= tight.length * 0.4 }
}

/** The least gap that many pairs of lines have. */
function commonest(gaps: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const gap of gaps) {
    const bin = Math.round(gap * 200)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  const around = (bin: number) => [0, 1, 2, 3].reduce((sum, next) => sum + (counts.get(bin + next) ?? 0), 0)
  const found = [...counts.keys()].sort((a, b) => a - b).find(bin => around(bin) >= gaps.length * 0.2)
  if (found === undefined) return null
  const inside = gaps
    .filter(gap => gap * 200 >= found - 0.5 && gap * 200 <= found + 3.5)
    .sort((a, b) => a - b)
  return inside[Math.floor(inside.length / 2)] ?? null
}

/** Lines further apart than this many pitches are of two cells, or of two paragraphs. */
const loosely = 1.05

/** How far coordinates rounded to a tenth of a point can be off, in points. */
const rounding = 0.15

/**
 * Lines at the pitch of one cell are one block. Where rows are set as tight as lines, the order in which the file
 * draws them parts the cells; `starts` are baselines where a row is known to begin.
 */
export function blocksOf(
  pieces: readonly Piece[],
  { pitch, byCell }: Setting,
  starts: readonly number[],
): Block[] {
  const blocks: Block[] = []
  for (const lines of linesByColumn(pieces)) {
    let open: Line[] = []
    for (const line of lines) {
      const above = open.at(-1)
      const parted =
        above !== undefined &&
        (line.y - above.y > line.size * pitch * loosely ||
          (byCell && !follows(above, line)) ||
          starts.some(y => near(y, line.y, line.size)))
      if (parted) {
        blocks.push(blockOf(open))
        open = []
      }
      open.push(line)
    }
    if (open.length > 0) blocks.push(blockOf(open))
  }
  return blocks.sort((a, b) => a.top - b.top || a.column - b.column)
}

const blockOf = (lines: readonly Line[]): Block => ({
  column: lines[0]?.column ?? 0,
  top: lines[0]?.y ?? 0,
  bottom: lines.at(-1)?.y ?? 0,
  size: lines[0]?.size ?? 10,
  baselines: lines.map(({ y }) => y),
  pieces: lines.flatMap(({ pieces }) => pieces),
})

export interface Row {
  readonly top: number
  bottom: number
  readonly blocks: Block[]
}

/**
 * Blocks beside one another are a row: the tallest reaches from its top to its bottom, wherever the others stand.
 * A second block of a column that only touches the row begins the next.
 */
export function sweep(blocks: readonly Block[]): Row[] {
  const rows: Row[] = []
  /** Where the first block of each column ends in the row in hand. */
  let ends = new Map<number, number>()
  for (const block of blocks) {
    const row = rows.at(-1)
    const touches = row !== undefined && block.top > row.bottom - block.size * 0.3
    const second = touches && (ends.get(block.column) ?? Number.POSITIVE_INFINITY) < block.top
    if (row && block.top <= row.bottom + block.size * 0.3 && !second) {
      row.blocks.push(block)
      row.bottom = Math.max(row.bottom, block.bottom)
    } else {
      rows.push({ top: block.top, bottom: block.bottom, blocks: [block] })
      ends = new Map()
    }
    ends.set(block.column, Math.min(ends.get(block.column) ?? Number.POSITIVE_INFINITY, block.bottom))
  }
  return rows
}

/** A row of more cells is a drawing. */
const cellLimit = 500

/**
 * Baselines inside a row where another begins after all, because the last cell of the one and the first of the other
 * follow one another without a gap: there other cells begin too, which in a table set from the top they do nowhere
 * else.
 */
export function startsInside(rows: readonly Row[], { pitch }: Setting): number[] {
  if (!setFromTop(rows)) return []
  return rows.flatMap(({ top, blocks }) => {
    if (blocks.length > cellLimit) return []
    const inner = [...new Set(blocks.map(block => block.top))].filter(
      y => !near(y, top, blocks[0]?.size ?? 10),
    )
    return inner.filter(y => {
      const begin = blocks.filter(block => near(block.top, y, block.size))
      const across = blocks.filter(
        block => block.top < y - block.size * 0.3 && block.bottom > y - block.size * 0.3,
      )
      const gaps = across.map(({ baselines, size }) => {
        const at = baselines.findIndex(line => near(line, y, size))
        return at < 1 ? null : (baselines[at] ?? 0) - (baselines[at - 1] ?? 0) - pitch * size
      })
      if (gaps.includes(null)) return false
      const columns = new Set(begin.map(({ column }) => column)).size
      return columns >= 2 || gaps.every(gap => (gap ?? 0) > rounding)
    })
  })
}

/** Whether short cells mostly stand at the top of their row, not in its middle or at its bottom. */
function setFromTop(rows: readonly Row[]): boolean {
  const votes = { top: 0, middle: 0, bottom: 0 }
  for (const { top, bottom, blocks } of rows) {
    for (const block of blocks) {
      if (bottom - top - (block.bottom - block.top) < block.size * 0.8) continue
      if (near(block.top, top, block.size)) votes.top += 1
      else if (near(block.bottom, bottom, block.size)) votes.bottom += 1
      else if (near(block.top + block.bottom, top + bottom, block.size)) votes.middle += 1
    }
  }
  return votes.top > votes.middle + votes.bottom
}
