import type { Archive } from './archive.ts'
import type { Cell, Grid, GridRow, ReaderNote } from './grid.ts'
import { columnName } from './place.ts'
import { Refusal } from './problem.ts'
import { markStruck, struckText } from './struck.ts'
import { type CellStyle, isOn } from './xlsx-styles.ts'
import { numberText, unescapeText } from './xlsx-value.ts'
import { readXml } from './xml.ts'

/** After so many rows without a word the rest of a sheet is not looked at, and this is said. */
export const emptyRowLimit = 5_000
/** More rows with text than any plan has. */
export const rowLimit = 50_000
/** More cells with text than a workbook of plans has. */
const cellLimit = 600_000
/** Columns beyond this hold nothing of a plan. */
export const columnLimit = 512

export interface SheetSource {
  readonly archive: Archive
  readonly file: string
  readonly part: string
  readonly name: string
  readonly limit: number
  readonly styles: readonly CellStyle[]
  readonly strings: readonly string[]
  readonly from1904: boolean
  /** Keeps hidden rows and columns, and the text of formulas. */
  readonly whole: boolean
}

interface OpenCell {
  column: number
  type: string
  style: CellStyle | undefined
  value: string
  inline: string
  formula: boolean
  source: string
}

type Merge = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Streams one sheet into a grid. Rows without text keep nothing, so a million formatted rows cost no memory. */
export async function readSheet(source: SheetSource): Promise<{ grid: Grid; notes: ReaderNote[] }> {
  const rows: { index: number; cells: Cell[] }[] = []
  const merges: Merge[] = []
  const hiddenColumns: [number, number][] = []
  let hiddenRows = 0
  let row = { index: -1, cells: [] as Cell[], hidden: false }
  let emptyRun = 0
  let seenText = false
  let cellCount = 0
  let cutAt = -1
  let cell: OpenCell | null = null
  let reading: 'v' | 't' | 'f' | null = null
  let phonetic = false
  let struck = false

  const closeRow = () => {
    const hasText = row.cells.some(({ text, formula }) => text !== '' || formula !== null)
    emptyRun = hasText ? 0 : emptyRun + 1
    seenText ||= hasText
    if (hasText && row.hidden) hiddenRows += 1
    if (hasText && (source.whole || !row.hidden)) rows.push({ index: row.index, cells: row.cells })
    cellCount += row.cells.length
    if (rows.length > rowLimit || cellCount > cellLimit) {
      throw new Refusal({
        kind: 'too-many-rows',
        file: source.file,
        place: { kind: 'sheet', sheet: source.name },
        limit: cellCount > cellLimit ? cellLimit : rowLimit,
      })
    }
    if (emptyRun >= emptyRowLimit) cutAt = row.index + 1
  }

  await readXml(source.archive, source.file, source.part, source.limit, {
    open(name, attributes) {
      if (name === 'row') {
        const index = attributes.r === undefined ? row.index + 1 : Number(attributes.r) - 1
        row = { index, cells: [], hidden: attributes.hidden === '1' || attributes.hidden === 'true' }
      } else if (name === 'c') {
        const column =
          attributes.r === undefined ? (row.cells.at(-1)?.column ?? -1) + 1 : columnOf(attributes.r)
        const style = source.styles[Number(attributes.s ?? 0)]
        struck = false
        cell = { column, type: attributes.t ?? 'n', style, value: '', inline: '', formula: false, source: '' }
      } else if (name === 'f' && cell) {
        cell.formula = true
        reading = source.whole ? 'f' : null
      } else if (name === 'v') reading = 'v'
      else if (name === 'rPh') phonetic = true
      else if (name === 'r') struck = false
      else if (name === 'strike') struck = isOn(attributes.val)
      else if (name === 't' && !phonetic) reading = 't'
      else if (name === 'mergeCell' && merges.length < 100_000) {
        const merge = parseMerge(attributes.ref ?? '')
        if (merge) merges.push(merge)
      } else if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true')) {
        hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1])
      }
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') reading = null
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell) {
        const made = closeCell(cell, source)
        if (made && made.column < columnLimit) row.cells.push(made)
        cell = null
      } else if (name === 'row') closeRow()
    },
    text(text) {
      if (!cell || reading === null) return
      if (reading === 'v') cell.value += text
      else if (reading === 'f') cell.source += text
      else cell.inline += struck ? markStruck(text) : text
    },
    done: () => cutAt >= 0,
  })

  const isHidden = (column: number) => hiddenColumns.some(([from, to]) => column >= from && column <= to)
  const withSpans = applyMerges(rows, merges)
  const dropped = new Set(
    withSpans.flatMap(({ cells }) =>
      cells.filter(c => c.text !== '' && isHidden(c.column)).map(c => c.column),
    ),
  )
  const kept: GridRow[] = withSpans.map(({ index, cells }) => ({
    index,
    loose: false,
    cells: source.whole || dropped.size === 0 ? cells : cells.filter(({ column }) => !isHidden(column)),
  }))
  const notes: ReaderNote[] = []
  if (hiddenRows > 0) notes.push({ code: 'hidden-rows', sheet: source.name, count: hiddenRows })
  if (dropped.size > 0) {
    const columns = [...dropped]
      .sort((a, b) => a - b)
      .map(columnName)
      .join(', ')
    notes.push({ code: 'hidden-columns', sheet: source.name, columns })
  }
  if (cutAt >= 0 && seenText) notes.push({ code: 'empty-rows', sheet: source.name, row: cutAt })
  return { grid: { origin: { kind: 'sheet', name: source.name }, rows: kept }, notes }
}

function closeCell(open: OpenCell, { strings, from1904, whole }: SheetSource): Cell | null {
  const { type, style } = open
  let text: string
  if (type === 's') text = strings[Number(open.value)] ?? ''
  else if (type === 'inlineStr') text = unescapeText(open.inline)
  else if (type === 'b') text = open.value === '1' ? 'ya' : 'tidak'
  else if (type === 'str' || type === 'e' || type === 'd') text = unescapeText(open.value)
  else text = open.value === '' ? '' : numberText(open.value, style, from1904)
  text = type === 'e' ? text : text.replace(/\u00a0/g, ' ').trim()
  if (style?.struck) text = markStruck(struckText(text).text)

  const formula = type === 'e' ? 'error' : open.formula ? (open.value === '' ? 'no-value' : 'value') : null
  const fill = style?.fill ?? null
  if (text === '' && fill === null && formula === null) return null
  const cell: Cell = { column: open.column, rowSpan: 1, columnSpan: 1, ...struckText(text), fill, formula }
  return {
    ...cell,
    ...(type === 'n' && text !== '' ? { number: true } : {}),
    ...(whole && open.formula ? { source: open.source || 'shared' } : {}),
  }
}

/** Spans go to the cell at the top left; what lies under a merge has no text of its own. */
function applyMerges(rows: { index: number; cells: Cell[] }[], merges: readonly Merge[]) {
  if (merges.length === 0) return rows
  const origins = new Map(merges.map(merge => [`${merge.row}:${merge.column}`, merge]))
  return rows.map(({ index, cells }) => ({
    index,
    cells: cells.map(cell => {
      const merge = origins.get(`${index}:${cell.column}`)
      return merge ? { ...cell, rowSpan: merge.rowSpan, columnSpan: merge.columnSpan } : cell
    }),
  }))
}

function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function parseMerge(reference: string): Merge | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(reference)
  if (!match) return null
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] = match
  const column = columnOf(fromColumn)
  const row = Number(fromRow) - 1
  return { row, column, rowSpan: Number(toRow) - row, columnSpan: columnOf(toColumn) - column + 1 }
}
