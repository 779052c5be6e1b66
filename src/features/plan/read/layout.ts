import { type Cell, covers, type GridRow } from './grid.ts'
import {
  headingRole,
  headingWords,
  holdsOther,
  holdsWhatWasDone,
  isBareTarget,
  isHeading,
  namesAction,
  namesArea,
  namesIndicator,
  namesProgram,
  namesTarget,
  type Role,
  saysDone,
  saysTarget,
} from './headings.ts'
import { fold } from './items.ts'
import { type MonthColumn, monthColumns, monthRow, monthsOf, romans } from './months.ts'
import { spreadHeadings } from './spread-headings.ts'

/** Which column of a table holds what, as its headings say. */
export interface Layout {
  readonly columns: ReadonlyMap<Role, readonly number[]>
  readonly months: readonly MonthColumn[]
  /** The year of each schedule column, where several stand side by side under the year they belong to. */
  readonly scheduleYears: ReadonlyMap<number, number>
  /** Columns headed "Target" and no more: a quantity, or the target time where nothing else names one. */
  readonly targets: readonly number[]
  /** Headings of columns that hold nothing of a plan. */
  readonly ignored: readonly string[]
  readonly width: number
  /** Columns below any heading at all. */
  readonly headed: ReadonlySet<number>
  /** True where the schedule stands in the column headed "Target", told by its content. */
  readonly targetTimes?: true
  /** Equal for tables with the same columns in the same order. */
  readonly signature: string
  /** True when the schedule stands in two columns, its beginning and its end. */
  readonly scheduleIsRange: boolean
  /** All heading text, where a year may stand. */
  readonly text: string
}

interface Group {
  role: Role
  heading: string
  columns: number[]
}

/** The headings that begin at a row, in one to three rows; null where no plan table begins. */
export function headingAt(rows: readonly GridRow[], at: number): { layout: Layout; height: number } | null {
  const top = rows[at]
  if (!top || top.loose) return null
  const topRoles = new Set(top.cells.map(({ text }) => headingRole(text)).filter(role => role !== null))
  if (topRoles.size < 2) return null
  // Most of the row must be headings: a row of data may hold a heading's words by chance.
  const filled = top.cells.filter(({ text }) => text !== '')
  const months = new Set(monthColumns(filled).map(({ column }) => column))
  const headings = filled.filter(
    ({ column, text }) => isHeading(text) || months.has(column) || text.length <= 4,
  )
  if (headings.length < filled.length * 0.6) return null
  let height = 1
  while (height < 3 && isSubheading(rows.slice(at, at + height), rows[at + height])) height += 1
  const layout = layoutOf(spreadHeadings(rows.slice(at, at + height)))
  return isPlanLayout(layout) ? { layout, height } : null
}

function isPlanLayout({ columns, months }: Layout): boolean {
  const dated = columns.has('schedule') || months.length > 0
  const kinds = columns.size + (months.length > 0 && !columns.has('schedule') ? 1 : 0)
  const work = columns.has('action') || columns.has('indicator')
  return kinds >= 3 && work && (dated || columns.has('evidence') || columns.has('owner'))
}

/** So many months or quarters side by side are a chart; a row of data names fewer. */
const chart = 4

/**
 * A second heading row only divides columns that the first spans, names months, or fills blanks with headings; beside
 * those it may name columns that hold nothing of a plan.
 */
function isSubheading(above: readonly GridRow[], row: GridRow | undefined): boolean {
  if (!row || row.loose || row.index !== (above.at(-1)?.index ?? -2) + 1) return false
  const filled = row.cells.filter(({ text }) => fold(text) !== '')
  const months = new Set(monthColumns(filled).map(({ column }) => column))
  const under = (column: number) => above.flatMap(({ cells }) => cells.filter(cell => covers(cell, column)))
  const isClosed = ({ column }: Cell) =>
    under(column).some(({ text }) => text !== '') && under(column).every(({ columnSpan }) => columnSpan === 1)
  // Numbers below headings that are whole already count the columns, even where there are twelve.
  if (filled.every(cell => /^\(?\d{1,2}\)?$/.test(fold(cell.text)) && isClosed(cell))) return false
  if (partsTargets(filled) || partsMonths(filled, above)) return true
  // A file of text has no merged cells: a heading reaches over the blank ones to its right.
  const opensRight = ({ column }: Cell) =>
    filled.some(cell => cell.column === column + 1 && under(cell.column).every(({ text }) => text === ''))
  const isBehind = ({ column }: Cell) => filled.some(cell => cell.column === column - 1)
  const named = filled.some(({ text }) => headingRole(text) !== null)
  let divides = 0
  for (const cell of filled) {
    const heads = under(cell.column).filter(({ text }) => text !== '')
    const open = heads.length === 0
    const spanned =
      heads.some(({ columnSpan }) => columnSpan > 1) || (named && (open ? isBehind(cell) : opensRight(cell)))
    if (months.has(cell.column)) divides += 1
    else if (spanned && cell.text.length <= 40) divides += 1
    else if (open && headingRole(cell.text) !== null) divides += 1
    else if (/^\([^)]{1,10}\)$/.test(cell.text)) continue
    else if (open && cell.text.length <= 40 && (holdsOther(cell.text) || months.size >= chart)) continue
    else if (headingRole(cell.text) === null || cell.text.length > 40) return false
  }
  return filled.length > 0 && divides > 0
}

/** "Target" and "Realisasi" side by side, and nothing else but headings. */
const partsTargets = (cells: readonly Cell[]): boolean =>
  cells.some(({ text }) => saysTarget(text)) &&
  cells.some(({ text }) => saysDone(text)) &&
  cells.every(({ text }) => saysTarget(text) || saysDone(text) || isHeading(text))

/** The weeks of several months: 1 2 3 4 1 2 3 4, as figures, `M1` or `I`. */
function partsMonths(cells: readonly Cell[], above: readonly GridRow[]): boolean {
  const weeks = cells.map(({ text }) => {
    const sign = fold(text).replace(/^(?:minggu|mg|m|w)\.? ?(?:ke-? ?)?(?=[\dIV]+$)/i, '')
    return romans.includes(sign) ? romans.indexOf(sign) + 1 : sign
  })
  return monthRow(above).found.length > 1 && /^(?:1 2 3 4 (?:5 )?){2,}$/.test(`${weeks.join(' ')} `)
}

function layoutOf(rows: readonly GridRow[]): Layout {
  const months = monthsOf(rows)
  const monthSet = new Set(months.map(({ column }) => column))
  const width = Math.max(
    ...rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== '').map(c => c.column + c.columnSpan)),
  )
  const groups: Group[] = []
  const ignored: string[] = []
  const targets: number[] = []
  const headed = new Set(monthSet)
  let lastHeading: Cell | undefined

  for (let column = 0; column < width; column += 1) {
    if (monthSet.has(column)) continue
    const stack = rows.flatMap(({ cells }) =>
      cells.filter(cell => covers(cell, column) && fold(cell.text) !== ''),
    )
    if (stack.length > 0) headed.add(column)
    const done = stack.find(({ text }) => holdsWhatWasDone(text) || (stack.length > 1 && saysDone(text)))
    if (done) {
      ignored.push(fold(done.text))
      continue
    }
    const own = [...stack].reverse().find(({ text }) => headingRole(text) !== null)
    const joined = fold(stack.map(({ text }) => text).join(' '))
    let role = own ? headingRole(own.text) : headingRole(joined)
    if (role === 'no' && groups.some(group => group.role === 'no')) role = headingRole(stack[0]?.text ?? '')
    if (role === null) {
      const apart = stack.find(({ text }) => holdsOther(text))
      const name = apart ? fold(apart.text) : joined
      if (name !== '' && name.length < 80) ignored.push(name)
      if (isBareTarget(name)) targets.push(column)
      continue
    }
    const heading = own ?? stack[0]
    const last = groups.at(-1)
    if (last?.role === role && heading === lastHeading) last.columns.push(column)
    else groups.push({ role, heading: own?.text ?? joined, columns: [column] })
    lastHeading = heading
  }

  const columns = settle(groups, ignored)
  if (months.length > 0) mergeScheduleIntoMonths(columns, months)
  const order = [...columns].sort(([, a], [, b]) => (a[0] ?? 0) - (b[0] ?? 0)).map(([role]) => role)
  const scheduleIsRange = isRange(rows, columns.get('schedule') ?? [])
  const text = fold(rows.flatMap(({ cells }) => cells.map(cell => cell.text)).join(' '))
  return {
    columns,
    months,
    scheduleYears: yearsOf(rows, columns.get('schedule') ?? []),
    targets,
    ignored,
    width,
    headed,
    signature: `${order.join()}+${months.length}`,
    scheduleIsRange,
    text,
  }
}

/** Two headings may claim one role: the order of columns decides which is the wider and which the narrower. */
function settle(groups: readonly Group[], ignored: string[]): Map<Role, readonly number[]> {
  const columns = new Map<Role, readonly number[]>()
  const count = (role: Role) => groups.filter(group => group.role === role).length
  const first = new Map<Role, Group>()
  for (const group of groups) {
    const before = first.get(group.role)
    if (!before) {
      first.set(group.role, group)
      columns.set(group.role, group.columns)
      continue
    }
    if (group.role === 'component' && !columns.has('area')) {
      const behind = namesArea(group.heading) && !namesArea(before.heading)
      columns.set('area', behind ? group.columns : before.columns)
      columns.set('component', behind ? before.columns : group.columns)
    } else if (
      group.role === 'action' &&
      count('component') === 0 &&
      !columns.has('component') &&
      (namesProgram(before.heading) ||
        standsBefore(
          before,
          groups.find(({ role }) => role === 'indicator'),
        ))
    ) {
      columns.set('component', before.columns)
      columns.set('action', group.columns)
    } else if (
      group.role === 'action' &&
      namesAction(group.heading) &&
      !namesAction(before.heading) &&
      count('indicator') > 0
    ) {
      // "Rencana Aksi" beside "Kegiatan" is what is done for it.
      columns.set('action', group.columns)
      ignored.push(fold(before.heading))
    } else if (group.role === 'action' && count('indicator') === 0 && !columns.has('indicator')) {
      columns.set('indicator', before.columns)
      columns.set('action', group.columns)
    } else if (
      group.role === 'indicator' &&
      namesIndicator(group.heading) &&
      !namesIndicator(before.heading)
    ) {
      // "Sasaran" before "Indikator Kinerja" is what the indicators are about.
      columns.set('indicator', group.columns)
      if (count('component') === 0) columns.set('component', before.columns)
      else ignored.push(fold(before.heading))
    } else if (
      group.role === 'schedule' &&
      columns.get('schedule') === before.columns &&
      /mulai|awal/i.test(before.heading) &&
      /selesai|akhir/i.test(group.heading)
    ) {
      columns.set('schedule', [...before.columns, ...group.columns])
    } else if (
      group.role === 'schedule' &&
      columns.get('schedule') === before.columns &&
      namesTarget(group.heading) &&
      !namesTarget(before.heading)
    ) {
      // "Target Waktu" behind "Tanggal Pelaksanaan" is when the work is due.
      columns.set('schedule', group.columns)
      ignored.push(fold(before.heading))
    } else if (
      group.role === 'evidence' &&
      /bukti|dukung|evi?den/i.test(group.heading) &&
      !/bukti|dukung|evi?den/i.test(before.heading)
    ) {
      columns.set('evidence', group.columns)
      if (namesIndicator(before.heading) && count('indicator') === 0) columns.set('indicator', before.columns)
      else ignored.push(fold(before.heading))
    } else if (
      group.role === 'evidence' &&
      namesIndicator(group.heading) &&
      count('indicator') === 0 &&
      !columns.has('indicator')
    ) {
      // "Indikator Output" is evidence only where no other column is.
      columns.set('indicator', group.columns)
    } else ignored.push(fold(group.heading))
  }
  // Where nothing else names the work, "Program Kerja" beside an area does.
  const program = columns.get('component')
  if (program && columns.has('area') && !columns.has('action') && !columns.has('indicator')) {
    columns.set('action', program)
    columns.delete('component')
  }
  const only = first.get('component')
  if (
    only &&
    count('component') === 1 &&
    namesArea(only.heading) &&
    !/komponen|program|sub/.test(headingWords(only.heading))
  ) {
    columns.set('area', only.columns)
    columns.delete('component')
  }
  return columns
}

const standsBefore = (group: Group, other: Group | undefined) =>
  other !== undefined && (group.columns[0] ?? 0) < (other.columns[0] ?? 0)

/** "Mulai" and "Selesai" side by side. */
function isRange(rows: readonly GridRow[], columns: readonly number[]): boolean {
  const [from = -1, to = -1] = columns
  if (columns.length !== 2) return false
  const below = (column: number) =>
    rows.map(({ cells }) => cells.find(cell => covers(cell, column))?.text ?? '').join(' ')
  return /mulai|awal/i.test(below(from)) && /selesai|akhir/i.test(below(to))
}

/** `2026` and `2027` below "Waktu Pelaksanaan": the lowest heading of each column is its year. */
function yearsOf(rows: readonly GridRow[], columns: readonly number[]): ReadonlyMap<number, number> {
  const years = new Map<number, number>()
  for (const column of columns) {
    const heads = rows.flatMap(({ cells }) => cells.filter(cell => covers(cell, column) && cell.text !== ''))
    const year = /^(?:tahun|ta\.?|t\.a\.)?\s*(20\d\d)$/i.exec(fold(heads.at(-1)?.text ?? ''))?.[1]
    if (year !== undefined) years.set(column, Number(year))
  }
  const several = years.size === columns.length && new Set(years.values()).size > 1
  return several ? years : new Map()
}

/** "Waktu Pelaksanaan" above the months is their common heading, not a column of its own. */
function mergeScheduleIntoMonths(columns: Map<Role, readonly number[]>, months: readonly MonthColumn[]) {
  const monthSet = new Set(months.map(({ column }) => column))
  for (const [role, at] of columns) {
    const rest = at.filter(column => !monthSet.has(column))
    if (rest.length === 0) columns.delete(role)
    else columns.set(role, rest)
  }
}
