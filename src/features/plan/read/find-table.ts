import { areaNamed, areaOf } from './areas.ts'
import { type Grid, type GridRow, placeOf } from './grid.ts'
import { fold } from './items.ts'
import { headingAt, type Layout } from './layout.ts'
import type { Place } from './place.ts'
import { withTargetTimes } from './target-times.ts'

/** Rows under one occurrence of the headings. */
export interface TablePart {
  readonly grid: Grid
  readonly layout: Layout
  readonly rows: readonly GridRow[]
  /** Text since the table before: titles, or the furniture of a page. */
  readonly before: readonly string[]
  /** True where the rows go on without headings of their own. */
  readonly continues: boolean
  readonly place: Place
  /** How many cells its headings have in a text file. */
  readonly fields?: number | undefined
}

/** One table of the plan, with its parts on several pages or tables joined. */
export interface PlanTable {
  readonly parts: readonly TablePart[]
  readonly place: Place
  /** True when it has what a plan cannot do without: actions, dates, and what they are about. */
  readonly complete: boolean
  /** Parts that had a title of their own and were taken together because their areas differ. */
  readonly joined: number
}

interface OpenPart extends TablePart {
  readonly rows: GridRow[]
}

/** All tables that could be the plan, in the order of the file. */
export function findTables(grids: readonly Grid[]): PlanTable[] {
  const parts = findParts(grids)
  const furniture = repeatedLines(grids)
  const tables: { parts: TablePart[]; joined: number }[] = []
  for (const part of parts) {
    const table = tables.at(-1)
    const link = table ? linkOf(table.parts, part, furniture) : 'apart'
    if (!table || link === 'apart') tables.push({ parts: [part], joined: 0 })
    else {
      table.parts.push(part)
      if (link === 'joined') table.joined += 1
    }
  }
  return tables.map(({ parts: found, joined }) => {
    const own = withTargetTimes(found)
    const { columns, months } = own[0]?.layout ?? { columns: new Map(), months: [] }
    const complete =
      columns.has('action') &&
      (columns.has('schedule') || months.length > 0) &&
      (columns.has('indicator') || columns.has('evidence'))
    return { parts: own, joined, complete, place: own[0]?.place ?? { kind: 'page', page: 1 } }
  })
}

function findParts(grids: readonly Grid[]): OpenPart[] {
  const parts: OpenPart[] = []
  let before: string[] = []
  for (const grid of grids) {
    if (grid.origin.kind === 'sheet') before = []
    let open: OpenPart | null = null
    for (let at = 0; at < grid.rows.length; ) {
      const row = grid.rows[at]
      if (!row) break
      const heading = headingAt(grid.rows, at)
      if (heading) {
        const place = placeOf(grid.origin, row.index, row.cells[0]?.column ?? 0)
        open = { grid, layout: heading.layout, rows: [], before, continues: false, place, fields: row.fields }
        before = []
        parts.push(open)
        at += heading.height
        continue
      }
      const last = parts.at(-1)
      if (row.loose) before.push(lineText(row))
      else if (open) open.rows.push(row)
      else if (
        last &&
        last.grid !== grid &&
        grid.origin.kind === last.grid.origin.kind &&
        grid.origin.kind !== 'sheet' &&
        fits(row, last.layout)
      ) {
        const place = placeOf(grid.origin, row.index, 0)
        open = { grid, layout: last.layout, rows: [row], before, continues: true, place }
        before = []
        parts.push(open)
      } else if (!isTableRow(row, grid)) before.push(lineText(row))
      at += 1
    }
  }
  return parts
}

/** A row of some other table of a document, which is no title of the next. */
const isTableRow = (row: GridRow, { origin }: Grid) =>
  origin.kind === 'table' && row.cells.filter(({ text }) => text !== '').length > 2

const lineText = (row: GridRow) => fold(row.cells.map(({ text }) => text).join(' '))

/** A table that goes on without headings has as many columns as the one before it. */
function fits(row: GridRow, layout: Layout): boolean {
  const end = Math.max(...row.cells.map(({ column, columnSpan }) => column + columnSpan))
  return end === layout.width && row.cells.length >= 2
}

function linkOf(
  table: readonly TablePart[],
  part: TablePart,
  furniture: ReadonlySet<string>,
): 'same' | 'joined' | 'apart' {
  const last = table.at(-1)
  if (!last || last.layout.signature !== part.layout.signature) return 'apart'
  if (part.continues) return 'same'
  const titled = part.before.some(line => !furniture.has(line) && !isPageNumber(line))
  const sheet = part.grid === last.grid
  const endsInTitle = sheet && last.rows.slice(-3).some(isTitle)
  if (part.grid.origin.kind === 'page' && !titled) return 'same'
  if (planTitle(part) !== null && planTitle(table[0]) !== null && planTitle(part) !== planTitle(table[0]))
    return 'apart'
  if (endsInTitle && isOtherYear(last.rows.slice(-3).filter(isTitle).map(lineText), table[0]?.before ?? []))
    return 'apart'
  const known = table.flatMap(areasOf)
  const own = areasOf(part)
  // Headings repeated inside one sheet, as a printed page has them: the area in hand may be named again.
  const first = own[0] === known.at(-1) && sheet && !endsInTitle ? own.slice(1) : own
  if (first.some(area => known.includes(area))) return 'apart'
  if (own.length === 0) return sheet && !endsInTitle ? 'same' : 'apart'
  return known.length === 0 ? 'apart' : sheet && !endsInTitle ? 'same' : 'joined'
}

/** The line above a part that names a plan, letters and numbers alone; null where none does. */
function planTitle(part: TablePart | undefined): string | null {
  const line = part?.before.findLast(
    text => /\b(rencana|program) (aksi|kerja)\b/i.test(text) && areaOf(text) === null,
  )
  return line === undefined ? null : line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

export const isPageNumber = (line: string): boolean =>
  /^(hal(aman)?\.?\s*)?[-–\s]*\d{1,4}([/\s]|dari)*\d*[-–\s]*$/i.test(line)

/** Whether titles name years, and none of those named above the first table. */
function isOtherYear(titles: readonly string[], before: readonly string[]): boolean {
  const years = (lines: readonly string[]) => lines.flatMap(line => line.match(/\b20\d\d\b/g) ?? [])
  const known = years(before)
  return known.length > 0 && years(titles).length > 0 && !years(titles).some(year => known.includes(year))
}

const isTitle = (row: GridRow) =>
  row.cells.filter(({ text }) => text !== '').length <= 2 && isPlanTitle(lineText(row))

export const isPlanTitle = (text: string): boolean =>
  /\b(rencana|program) (aksi|kerja)\b|\btahun 20\d\d\b/i.test(text)

/** The areas a part names, in order: in rows of their own, in a column, above the table or as the sheet's name. */
function areasOf(part: TablePart): readonly string[] {
  const known = remembered.get(part)
  if (known && known.rows === part.rows.length) return known.areas
  const areas = listAreas(part)
  remembered.set(part, { rows: part.rows.length, areas })
  return areas
}

const remembered = new WeakMap<TablePart, { rows: number; areas: readonly string[] }>()

function listAreas(part: TablePart): string[] {
  const found: string[] = []
  const add = (text: string, area = areaOf(text)) => {
    if (area !== null && found.at(-1) !== area) found.push(area)
  }
  const label = labelArea(part)
  if (label !== null) add(label, areaNamed(label))
  const heads = [
    ...(part.layout.columns.get('area') ?? []),
    ...(part.layout.columns.get('component') ?? []),
    ...(part.layout.columns.get('no') ?? []),
  ]
  for (const { cells } of part.rows) {
    for (const { column, text } of cells) if (heads.length === 0 || heads.includes(column)) add(text)
  }
  return found
}

/** An area named just above the table, or by its sheet. */
export function labelArea(part: TablePart): string | null {
  const above = part.before.slice(-4).findLast(line => areaOf(line) !== null || namesAreaShortly(line))
  if (above !== undefined) return above
  const { origin } = part.grid
  return origin.kind === 'sheet' && areaNamed(origin.name) !== null ? origin.name : null
}

/** "AREA SDM" and "C. SDM" name an area; "BIDANG SDM" is a unit of the office. */
const namesAreaShortly = (line: string) => !/^\W*bidang\b/i.test(line) && areaNamed(line) !== null

/** Lines that stand on several pages are headers and footers. */
function repeatedLines(grids: readonly Grid[]): Set<string> {
  const seen = new Map<string, number>()
  for (const { origin, rows } of grids) {
    if (origin.kind !== 'page') continue
    for (const text of new Set(rows.filter(({ loose }) => loose).map(lineText)))
      seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  return new Set([...seen].filter(([, pages]) => pages > 1).map(([text]) => text))
}
