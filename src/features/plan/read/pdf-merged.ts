import { areaOf } from './areas.ts'
import { type Block, near, type Row, sweep } from './pdf-blocks.ts'

/**
 * Puts the cells of numbers, areas and components beside their rows. They may be merged down over several: then they
 * belong to the first of them, even where they are printed in the middle.
 */
export function withHeads(rows: readonly Row[], heads: readonly Block[]): Block[][] {
  const areas = heads.filter(({ pieces }) => areaOf(pieces.map(({ text }) => text).join(' ')) !== null)
  const isArea = (block: Block) => areas.some(({ top }) => near(top, block.top, block.size))
  const reach = reachOf(
    rows,
    heads.filter(block => !isArea(block)),
  )
  const beside = new Map(
    heads.map(block => [block, rowBeside(rows, block, isArea(block) ? block.size * 0.3 : reach)]),
  )
  const apart = sweep(heads.filter(block => beside.get(block) === -1))
  const placed = rows.map(({ blocks }) => [...blocks])
  const columns = new Set(heads.map(({ column }) => column))
  for (const column of columns) {
    const own = heads.filter(block => block.column === column && beside.get(block) !== -1)
    const places = inMiddle(rows, own, apart) ?? own.map(block => beside.get(block) ?? 0)
    for (const [at, block] of own.entries()) placed[places[at] ?? 0]?.push(block)
  }
  return [...rows.map((row, at) => ({ top: row.top, blocks: placed[at] ?? [] })), ...apart]
    .sort((a, b) => a.top - b.top)
    .map(({ blocks }) => blocks)
}

/**
 * How far from a row a cell still stands beside it, in points: less than a line, or half the gap between rows where
 * some cells stand in gaps no wider than the others, so that there is no room for a row of their own.
 */
function reachOf(rows: readonly Row[], heads: readonly Block[]): number {
  const size = rows[0]?.blocks[0]?.size ?? 10
  const gaps = rows.slice(1).map(({ top }, at) => top - (rows[at]?.bottom ?? top))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0
  const within = heads.filter(({ top, bottom }) =>
    rows.some((row, at) => top > (rows[at - 1]?.bottom ?? top) && bottom < row.top),
  )
  // As many as there are rows: every row has one above it.
  const room = within.length > rows.length / 2 ? 0 : usual * 0.7
  return Math.max(size * 0.85, room)
}

/**
 * The row a cell begins with, else the one it stands beside; -1 where it stands alone. Between two rows with no room
 * for a row of its own it belongs to both, merged.
 *
 * @param reach how far from a row it still stands beside it, in points
 */
function rowBeside(rows: readonly Row[], { top, bottom, size }: Block, reach: number): number {
  const first = rows.findIndex(row => near(row.top, top, size))
  if (first >= 0) return first
  let best = -1
  let most = -reach
  for (const [at, row] of rows.entries()) {
    const shared = Math.min(row.bottom, bottom) - Math.max(row.top, top)
    if (shared > most) [best, most] = [at, shared]
  }
  return best
}

/** The rows where cells that are printed in the middle of theirs begin; null where none seems to be. */
function inMiddle(rows: readonly Row[], heads: readonly Block[], apart: readonly Row[]): number[] | null {
  const bounds = [Number.NEGATIVE_INFINITY, ...apart.map(({ top }) => top), Number.POSITIVE_INFINITY]
  const parts = bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? 0
    const within = ({ top }: { top: number }) => top > start && top < end
    return { first: rows.findIndex(within), rows: rows.filter(within), heads: heads.filter(within) }
  })
  const aligned = (block: Block) =>
    rows.some(
      ({ top, bottom }) =>
        near(block.top, top, block.size) ||
        near(block.bottom, bottom, block.size) ||
        near((block.top + block.bottom) / 2, (top + bottom) / 2, block.size * 2),
    )
  const headless = parts.slice(1).some(part => {
    const [row, head] = [part.rows[0], part.heads[0]]
    return row && head && head.top > row.bottom + head.size * 0.3
  })
  if (!headless && heads.every(aligned)) return null
  const places: number[] = []
  for (const [at, part] of parts.entries()) {
    // Only at the edges of a page may rows belong to a cell that is printed on another.
    const starts = tile(part.rows, part.heads, at === 0, at === parts.length - 1)
    if (starts === null) return null
    places.push(...starts.map(start => part.first + start))
  }
  return places
}

/** More rows or cells than a page holds. */
const tileLimit = 150

/** Divides rows among cells so that each stands in the middle of its own; null where they are too many. */
function tile(
  rows: readonly Row[],
  heads: readonly Block[],
  openTop: boolean,
  openEnd: boolean,
): number[] | null {
  if (heads.length === 0) return []
  if (rows.length < heads.length || rows.length > tileLimit) return null
  const free = 0.3
  let best: { cost: number; starts: number[] }[] = rows.map((_, at) => ({
    cost: at === 0 ? 0 : openTop ? at * free : Number.POSITIVE_INFINITY,
    starts: [],
  }))
  best.push({ cost: Number.POSITIVE_INFINITY, starts: [] })
  for (const head of heads) {
    const middle = (head.top + head.bottom) / 2
    best = [...rows, null].map((_, end) => {
      let found = { cost: Number.POSITIVE_INFINITY, starts: [] as number[] }
      for (let start = 0; start < end; start += 1) {
        const before = best[start]
        const [first, last] = [rows[start], rows[end - 1]]
        if (!before || !first || !last) continue
        const cost = before.cost + Math.abs((first.top + last.bottom) / 2 - middle) / head.size
        if (cost < found.cost) found = { cost, starts: [...before.starts, start] }
      }
      return found
    })
  }
  const ends = best.map(({ cost, starts }, end) => ({
    cost: end === rows.length ? cost : openEnd ? cost + (rows.length - end) * free : Number.POSITIVE_INFINITY,
    starts,
  }))
  return ends.reduce((least, end) => (end.cost < least.cost ? end : least)).starts
}
