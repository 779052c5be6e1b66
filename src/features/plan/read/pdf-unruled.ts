import type { Cell, Grid, GridRow } from './grid.ts'
import { textCell } from './grid.ts'
import { headingRole } from './headings.ts'
import type { PageContent, TextRun } from './pdf-page.ts'
import { joinLines, linesOf } from './pdf-text.ts'

/**
 * Pages whose table has no rules: the headings give the columns, a numbered first column or a wider gap
 * gives the rows. Titles and whatever comes before the headings stay loose text.
 */
export function unruledRows(pages: readonly PageContent[]): Grid[] {
  let walls: readonly number[] | null = null
  return pages.map((page, at) => {
    const runs = [...page.words].sort((a, b) => a.y - b.y || a.x - b.x)
    const bands = bandsOf(runs)
    const heading = bands.findIndex(
      band => new Set(band.map(({ text }) => headingRole(text)).filter(Boolean)).size >= 3,
    )
    if (heading >= 0)
      walls = wallsOf(
        bands[heading] ?? [],
        runs.filter(({ y }) => y >= (bands[heading]?.[0]?.y ?? 0)),
      )
    const rows: GridRow[] = []
    const first = heading >= 0 ? heading : walls ? 0 : bands.length
    for (const band of bands.slice(0, first)) {
      const text = linesOf(band)
        .map(line => line.text)
        .join(' ')
      rows.push({ index: rows.length, loose: true, cells: [textCell(0, text)] })
    }
    for (const band of rowsOf(bands.slice(first), walls ?? [])) {
      rows.push({ index: rows.length, loose: false, cells: cellsOf(band, walls ?? [], page.width) })
    }
    return { origin: { kind: 'page', number: at + 1 }, rows }
  })
}

/** Runs that share a baseline. */
function bandsOf(runs: readonly TextRun[]): TextRun[][] {
  const bands: TextRun[][] = []
  for (const run of runs) {
    const band = bands.at(-1)
    if (band?.[0] && Math.abs(run.y - band[0].y) <= run.size * 0.4) band.push(run)
    else bands.push([run])
  }
  return bands
}

/** Where columns part: between two headings, at the x that cuts through the fewest words. */
function wallsOf(heading: readonly TextRun[], body: readonly TextRun[]): number[] {
  const sorted = [...heading].sort((a, b) => a.x - b.x)
  const walls = [0]
  for (let at = 1; at < sorted.length; at += 1) {
    const [left, right] = [sorted[at - 1], sorted[at]]
    if (!left || !right) continue
    let best = right.x - 1
    let fewest = Number.POSITIVE_INFINITY
    for (let x = right.x + right.width / 2; x > left.x + left.width / 2; x -= 1) {
      const cut = body.filter(run => run.x < x - 0.5 && run.x + run.width > x + 0.5).length
      if (cut < fewest) [best, fewest] = [x, cut]
    }
    walls.push(best)
  }
  return walls
}

const columnOf = (x: number, walls: readonly number[]) =>
  Math.max(
    0,
    walls.findLastIndex(wall => x >= wall - 0.5),
  )

/** A new row begins with something in the first column, or after a gap wider than the line spacing. */
function rowsOf(bands: readonly TextRun[][], walls: readonly number[]): TextRun[][] {
  const gaps = bands.slice(1).map((band, at) => (band[0]?.y ?? 0) - (bands[at]?.[0]?.y ?? 0))
  const spacing = [...gaps].filter(gap => gap > 2).sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 12
  const rows: TextRun[][] = []
  bands.forEach((band, at) => {
    const numbered = band.some(run => columnOf(run.x, walls) === 0)
    const apart = at === 0 || (gaps[at - 1] ?? 0) > spacing * 1.25
    const row = rows.at(-1)
    if (row && !numbered && !apart) row.push(...band)
    else rows.push([...band])
  })
  return rows
}

function cellsOf(runs: readonly TextRun[], walls: readonly number[], width: number): Cell[] {
  const byColumn = new Map<number, TextRun[]>()
  for (const run of runs) {
    const column = columnOf(run.x + Math.min(run.width / 2, run.size / 2), walls)
    byColumn.set(column, [...(byColumn.get(column) ?? []), run])
  }
  return [...byColumn]
    .sort(([a], [b]) => a - b)
    .map(([column, inside]) => textCell(column, joinLines(linesOf(inside), (walls[column + 1] ?? width) - 6)))
}
