import type { TablePart } from './find-table.ts'
import { type Cell, covers, type GridRow, placeOf } from './grid.ts'
import { type Role, roles, saysDone, saysTarget } from './headings.ts'
import { fold } from './items.ts'
import { cellOfChart, isDenied, isMark, type Mark } from './marks.ts'
import type { MonthColumn } from './months.ts'
import type { Place } from './place.ts'

/** One row of the plan's table by the roles of its columns. */
export interface TableLine {
  readonly place: Place
  /** Own text by role; a cell merged down from above is in `covered`. */
  readonly text: Readonly<Partial<Record<Role, string>>>
  readonly covered: Readonly<Partial<Record<Role, string>>>
  /** The first of the columns that say what is to be done. */
  readonly lead: 'indicator' | 'action'
  /** Text merged across most of the table: an area, a sub-component, a remark. */
  readonly wide: string | null
  readonly marks: readonly Mark[]
  readonly coveredMarks: readonly Mark[]
  /** Cells under months that take a date back or leave it open: `Apr: batal`. */
  readonly denied: readonly string[]
  /** The first row under repeated headings or at the top of a page. */
  readonly pageStart: boolean
  /** How many rows of the sheet were blank before this one. */
  readonly gap: number
  /** True where a text file has more cells in this line than headings: they may stand under the wrong ones. */
  readonly overlong: boolean
  readonly formulas: readonly { readonly cell: Cell; readonly place: Place }[]
  /** Cells with text that is struck through and left out, as printed. */
  readonly struck: readonly string[]
  /** The text of columns that are not read. */
  readonly rest: string
}

export function* tableLines(part: TablePart): Generator<TableLine> {
  const { layout, grid } = part
  const roleOf = new Map<number, Role>()
  for (const [role, columns] of layout.columns) for (const column of columns) roleOf.set(column, role)
  const roleCount = layout.columns.size
  const merged = new Map<number, { cell: Cell; until: number }>()
  const ground = groundOf(part, roleOf)
  const done = rowsOfWhatWasDone(part, roleOf)
  // Separators that end every line part nothing.
  const usual = Math.max(
    part.fields ?? Number.POSITIVE_INFINITY,
    part.rows.reduce((least, { fields = 0 }) => Math.min(least, fields), Number.POSITIVE_INFINITY),
  )
  let lastIndex = part.rows[0]?.index ?? 0
  const above = new Map<number, string>()

  for (const [at, row] of part.rows.entries()) {
    for (const [column, { until }] of merged) if (until <= row.index) merged.delete(column)
    const text: Partial<Record<Role, string>> = {}
    const covered: Partial<Record<Role, string>> = {}
    let wide: string | null = null
    let wideRole: Role | null = null
    let rest = ''
    for (const cell of row.cells) {
      if (cell.text === '') continue
      const role = firstRole(cell, roleOf)
      if (spannedRoles(cell, roleOf).size >= Math.max(2, Math.ceil(roleCount / 2)) && cell.columnSpan > 2)
        [wide, wideRole] = [cell.text, role]
      else if (role === null) rest = `${rest} ${cell.text}`
      else {
        const said = isDitto(cell.text) ? ditto(role, above.get(cell.column)) : cell.text
        above.set(cell.column, said)
        const own = role === 'schedule' ? withYear(said, layout.scheduleYears.get(cell.column)) : said
        const before = text[role]
        text[role] = before === undefined ? own : `${before}${jointOf(role, before, layout)}${own}`
      }
    }
    // Beside other work it is no heading, but one text for several cells.
    if (wide !== null && wideRole !== null && work.filter(role => fold(text[role] ?? '') !== '').length > 1) {
      text[wideRole] ??= wide
      wide = null
    }
    if (text.schedule !== undefined && isStartAlone(row, layout)) text.schedule = `mulai ${text.schedule}`
    for (const [column, { cell }] of merged) {
      const role = roleOf.get(column)
      if (role !== undefined && text[role] === undefined) covered[role] ??= cell.text
    }
    if (done.has(row)) delete text.schedule
    const { targets: marks, done: markedDone } = parted(
      done.has(row) ? [] : marksOf(row, layout.months, roleOf, ground),
    )
    const coveredMarks = layout.months.flatMap(month => {
      const top = merged.get(month.column)?.cell
      return top !== undefined && isMark(top.text, top.fill, [ground]) ? [markOf(month, top)] : []
    })
    const denied = layout.months.flatMap(month => {
      const cell = row.cells.find(({ column }) => column === month.column)
      return cell && !done.has(row) && isDenied(cell.text) ? [cellOfChart(month, cell.text)] : []
    })
    denied.push(...markedDone.map(mark => cellOfChart(mark, mark.said)))
    for (const cell of row.cells) {
      if (cell.rowSpan < 2) continue
      for (let offset = 0; offset < cell.columnSpan; offset += 1) {
        merged.set(cell.column + offset, { cell, until: row.index + cell.rowSpan })
      }
    }
    const formulas = row.cells.flatMap(cell =>
      cell.formula === null ? [] : [{ cell, place: placeOf(grid.origin, row.index, cell.column) }],
    )
    yield {
      place: placeOf(grid.origin, row.index, mainColumn(row, part)),
      text,
      covered,
      wide,
      lead: layout.columns.has('indicator') ? 'indicator' : 'action',
      marks,
      coveredMarks,
      denied,
      pageStart: at === 0,
      gap: row.index - lastIndex - (at === 0 ? 0 : 1),
      overlong: (row.fields ?? 0) > usual,
      formulas,
      struck: struckIn(row, roleOf, layout.months),
      rest: fold(rest),
    }
    lastIndex = row.index
  }
}

/** "s.d.a.", idem or a quotation mark: the same as in the row above. */
const isDitto = (text: string): boolean =>
  /^(?:s\.?\s?d\.?\s?a\.?|sama dengan (?:yang )?(?:di )?atas(?:nya)?|idem|["”〃]|'')$/i.test(fold(text))

/** What a blank cell takes from above stays blank; the rest is what stands there. */
const ditto = (role: Role, above: string | undefined): string =>
  ['area', 'component', 'indicator'].includes(role) ? '' : (above ?? '')

/** What parts the cells of a role that stand side by side: people and documents are one each, behind a number. */
function jointOf(role: Role, before: string, layout: TablePart['layout']): string {
  if (role === 'schedule') return scheduleJoint(layout)
  const isMark = /^\(?(?:\d{1,2}|\p{L}|[^\p{L}\p{N}])[.)]?$/u.test(before)
  return (role === 'owner' || role === 'evidence' || role === 'action') && !isMark ? '\n' : ' '
}

const scheduleJoint = ({ scheduleIsRange, scheduleYears }: TablePart['layout']) =>
  scheduleIsRange ? ' s.d. ' : scheduleYears.size > 0 ? ', ' : ' '

/** A beginning whose end is left blank is no day on which something is due. */
function isStartAlone(row: GridRow, { columns, scheduleIsRange }: TablePart['layout']): boolean {
  const [from = -1, to = -1] = columns.get('schedule') ?? []
  const says = (column: number) => row.cells.some(cell => covers(cell, column) && fold(cell.text) !== '')
  return scheduleIsRange && says(from) && !says(to)
}

/** The year of a column belongs to each line of its cells, but where a cell prints its own. */
const withYear = (text: string, year: number | undefined): string =>
  year === undefined || /20\d\d/.test(text)
    ? text
    : text.replace(/[^\n]+/g, line => `${line.trimEnd()} ${year}`)

/** The rows that an unread column of "T" and "R", Target and Realisasi, says to hold what was done. */
function rowsOfWhatWasDone({ layout, rows }: TablePart, roleOf: ReadonlyMap<number, Role>): Set<GridRow> {
  const read = new Set([...roleOf.keys(), ...layout.months.map(({ column }) => column)])
  const unread = [...Array(layout.width).keys()].filter(column => !read.has(column))
  const of = (row: GridRow, column: number) => row.cells.find(cell => cell.column === column)?.text ?? ''
  const told = unread.find(column => {
    const texts = rows.map(row => fold(of(row, column))).filter(text => text !== '')
    return (
      texts.every(text => saysTarget(text) || saysDone(text)) &&
      texts.some(saysTarget) &&
      texts.some(saysDone)
    )
  })
  if (told === undefined) return new Set()
  return new Set(rows.filter(row => saysDone(of(row, told))))
}

function firstRole(cell: Cell, roleOf: ReadonlyMap<number, Role>): Role | null {
  for (let offset = 0; offset < cell.columnSpan; offset += 1) {
    const role = roleOf.get(cell.column + offset)
    if (role !== undefined) return role
  }
  return null
}

function spannedRoles(cell: Cell, roleOf: ReadonlyMap<number, Role>): Set<Role> {
  const spanned = new Set<Role>()
  for (let offset = 0; offset < cell.columnSpan; offset += 1) {
    const role = roleOf.get(cell.column + offset)
    if (role !== undefined) spanned.add(role)
  }
  return spanned
}

function marksOf(
  row: GridRow,
  months: readonly MonthColumn[],
  roleOf: ReadonlyMap<number, Role>,
  ground: string | null,
): Mark[] {
  if (months.length === 0) return []
  const plain = [rowFillOf(row, roleOf), ground]
  return months.flatMap(month => {
    const cell = row.cells.find(c => covers(c, month.column))
    const marked = cell !== undefined && !spansOthers(cell, roleOf) && isMark(cell.text, cell.fill, plain)
    return marked ? [markOf(month, cell)] : []
  })
}

/** Where a row has T or P for its targets, its R are what was done. */
function parted(marks: readonly Mark[]): { targets: Mark[]; done: Mark[] } {
  const isDone = ({ said }: Mark) => saysDone(said)
  const hasTargets = marks.some(({ said }) => saysTarget(said))
  return {
    targets: marks.filter(mark => !(hasTargets && isDone(mark))),
    done: marks.filter(mark => hasTargets && isDone(mark)),
  }
}

const markOf = (month: MonthColumn, { text, columnSpan }: Cell): Mark => ({
  ...month,
  said: text,
  wide: columnSpan > 1,
})

/** What is struck through in the columns that are read. */
function struckIn(row: GridRow, roleOf: ReadonlyMap<number, Role>, months: readonly MonthColumn[]): string[] {
  const isRead = (cell: Cell) =>
    firstRole(cell, roleOf) !== null || months.some(({ column }) => covers(cell, column))
  return row.cells.flatMap(cell => (cell.struck !== undefined && isRead(cell) ? [fold(cell.struck)] : []))
}

const rowFillOf = (row: GridRow, roleOf: ReadonlyMap<number, Role>) =>
  row.cells.find(({ column }) => roleOf.has(column))?.fill ?? null

/** The colour behind the months where all of them are coloured and something else is the mark: the commonest. */
function groundOf({ layout, rows }: TablePart, roleOf: ReadonlyMap<number, Role>): string | null {
  const counts = new Map<string, number>()
  let written = false
  for (const row of rows) {
    const cells = layout.months.map(({ column }) => row.cells.find(cell => covers(cell, column)))
    const own = rowFillOf(row, roleOf)
    const coloured = cells.filter(cell => cell && cell.fill !== null && cell.fill !== own)
    written ||= cells.some(cell => cell && !spansOthers(cell, roleOf) && isMark(cell.text, null, []))
    if (coloured.length === 0) continue
    if (coloured.length < cells.length) return null
    for (const cell of coloured) {
      const fill = cell?.fill ?? ''
      counts.set(fill, (counts.get(fill) ?? 0) + 1)
    }
  }
  const [commonest, ...others] = [...counts].sort(([, a], [, b]) => b - a)
  return commonest && (others.length > 0 || written) ? commonest[0] : null
}

/** A title merged across the whole table is no mark. */
const spansOthers = (cell: Cell, roleOf: ReadonlyMap<number, Role>) => firstRole(cell, roleOf) !== null

/** Where a person looks for the row: its indicator, else its action, else the first cell. */
function mainColumn(row: GridRow, { layout }: TablePart): number {
  for (const role of ['indicator', 'action', 'component'] as const) {
    const column = layout.columns.get(role)?.[0]
    if (column !== undefined && row.cells.some(cell => cell.column === column && cell.text !== ''))
      return column
  }
  return row.cells[0]?.column ?? 0
}

const work = roles.filter(role => !['no', 'area', 'component'].includes(role))

/** How many of the content columns a line fills. */
export const contentCount = ({ text, marks }: TableLine): number =>
  work.filter(role => fold(text[role] ?? '') !== '').length + (marks.length > 0 ? 1 : 0)
