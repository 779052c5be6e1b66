import type { RuleLine } from './pdf-page.ts'

/** One cell of a ruled table: its box on the page and the columns and rows it spans. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface RuledTable {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly RuledCell[]
  /** The cell at a point, if the point lies inside the table. */
  at(x: number, y: number): RuledCell | null
}

const near = 2.5

/** The tables that a page's rules draw: every group of rules that touch, with at least two each way. */
export function ruledTables(lines: readonly RuleLine[]): RuledTable[] {
  const merged = [
    ...mergeCollinear(lines.filter(l => l.vertical)),
    ...mergeCollinear(lines.filter(l => !l.vertical)),
  ]
  return groups(merged)
    .map(buildTable)
    .filter(table => table !== null)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

/** Word draws each cell's border on its own: pieces on one line that touch become one rule. */
function mergeCollinear(lines: readonly RuleLine[]): RuleLine[] {
  const levels = clusters(lines.map(({ at }) => at))
  const byLevel = new Map<number, RuleLine[]>()
  for (const line of lines) {
    const level = nearest(levels, line.at)
    byLevel.set(level, [...(byLevel.get(level) ?? []), line])
  }
  const merged: RuleLine[] = []
  for (const [level, pieces] of byLevel) {
    let open: { vertical: boolean; at: number; from: number; to: number } | null = null
    for (const { vertical, from, to } of pieces.sort((a, b) => a.from - b.from)) {
      const at = levels[level] ?? 0
      if (open && from <= open.to + near) open.to = Math.max(open.to, to)
      else {
        open = { vertical, at, from, to }
        merged.push(open)
      }
    }
  }
  return merged
}

function touch(a: RuleLine, b: RuleLine): boolean {
  if (a.vertical === b.vertical) return false
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near
}

function groups(lines: readonly RuleLine[]): RuleLine[][] {
  const verticals = lines.filter(({ vertical }) => vertical)
  const horizontals = lines.filter(({ vertical }) => !vertical)
  const seen = new Set<RuleLine>()
  const found: RuleLine[][] = []
  for (const start of verticals) {
    if (seen.has(start)) continue
    seen.add(start)
    const group = [start]
    for (const line of group) {
      for (const other of line.vertical ? horizontals : verticals) {
        if (seen.has(other) || !touch(line, other)) continue
        seen.add(other)
        group.push(other)
      }
    }
    found.push(group)
  }
  return found
}

function buildTable(lines: readonly RuleLine[]): RuledTable | null {
  const verticals = lines.filter(({ vertical }) => vertical)
  const horizontals = lines.filter(({ vertical }) => !vertical)
  const xs = clusters(verticals.map(({ at }) => at))
  const ys = clusters(horizontals.map(({ at }) => at))
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1 || columns * rows > 50_000) return null

  const middle = (values: readonly number[], at: number) => ((values[at] ?? 0) + (values[at + 1] ?? 0)) / 2
  const wall = (level: number, across: number, among: readonly RuleLine[]) =>
    among.some(({ at, from, to }) => Math.abs(at - level) <= near && from <= across && to >= across)

  // Elementary boxes without a rule between them are one cell.
  const root = Array.from({ length: columns * rows }, (_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (root[top] !== top) top = root[top] ?? top
    root[at] = top
    return top
  }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const here = row * columns + column
      if (column + 1 < columns && !wall(xs[column + 1] ?? 0, middle(ys, row), verticals))
        root[find(here + 1)] = find(here)
      if (row + 1 < rows && !wall(ys[row + 1] ?? 0, middle(xs, column), horizontals))
        root[find(here + columns)] = find(here)
    }
  }

  const boxes = new Map<number, { top: number; bottom: number; left: number; right: number }>()
  for (let at = 0; at < root.length; at += 1) {
    const [row, column] = [Math.floor(at / columns), at % columns]
    const box = boxes.get(find(at))
    if (!box) boxes.set(find(at), { top: row, bottom: row, left: column, right: column })
    else {
      box.bottom = Math.max(box.bottom, row)
      box.left = Math.min(box.left, column)
      box.right = Math.max(box.right, column)
    }
  }
  const cellOf = new Map<number, RuledCell>()
  for (const [key, { top, bottom, left, right }] of boxes) {
    cellOf.set(key, {
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      x0: xs[left] ?? 0,
      y0: ys[top] ?? 0,
      x1: xs[right + 1] ?? 0,
      y1: ys[bottom + 1] ?? 0,
    })
  }
  const slot = (values: readonly number[], value: number) => {
    let at = 0
    while (at < values.length - 1 && value >= (values[at + 1] ?? 0)) at += 1
    return value < (values[0] ?? 0) || at >= values.length - 1 ? -1 : at
  }
  return {
    xs,
    ys,
    cells: [...cellOf.values()],
    at(x, y) {
      const [column, row] = [slot(xs, x), slot(ys, y)]
      return column < 0 || row < 0 ? null : (cellOf.get(find(row * columns + column)) ?? null)
    },
  }
}

/** Sorted values with those that lie within the tolerance of each other taken as one. */
function clusters(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const found: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const value of sorted) {
    if (value - last > near) found.push(value)
    last = value
  }
  return found
}

function nearest(levels: readonly number[], value: number): number {
  let [low, high] = [0, levels.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((levels[middle] ?? 0) <= value + near / 100) low = middle
    else high = middle - 1
  }
  return low
}
