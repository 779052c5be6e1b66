import type { Grid, GridRow } from '../../plan/read/index.ts'
import { type ColumnKind, doubtOf, isAssessors, isForeign, kindOfHeading } from './columns.ts'
import { isEmptyCell } from './read-value.ts'

/** A column of answers with what stands beside it, up to the next one. Columns count from 0. */
export interface AnswerColumn {
  readonly column: number
  readonly heading: string
  readonly assessors: boolean
  /** In how many rows it holds something. */
  readonly filled: number
  readonly explanation: number | null
  readonly evidence: number | null
  readonly link: number | null
  /** Where its value stands. */
  readonly value: number | null
  readonly percent: number | null
}

/** A table of answers on one sheet. */
export interface AnswerTable {
  readonly sheet: string
  readonly grid: Grid
  /** Rows below the headings. */
  readonly rows: readonly GridRow[]
  readonly id: number | null
  /** Where numbers and texts of questions stand, from and up to. */
  readonly labels: readonly [number, number]
  readonly weight: number | null
  readonly criteria: number | null
  readonly options: number | null
  readonly answers: readonly AnswerColumn[]
  /** The unit's own answers. */
  readonly own: AnswerColumn
  readonly foreign: boolean
}

const headingRows = 80

/** What the unit's column is wanted for: a full one is read before an empty one, but last year's is not filled. */
type Purpose = 'read' | 'fill'

/** The table of answers on a sheet, from the first row whose headings name an answer and what is asked. */
export function findAnswerTable(grid: Grid, purpose: Purpose = 'read'): AnswerTable | null {
  const sheet = grid.origin.kind === 'sheet' ? grid.origin.name : ''
  for (const [at, row] of grid.rows.slice(0, headingRows).entries()) {
    const second = grid.rows[at + 1]
    const headings = headingsOf(row, second)
    const kinds = new Set(headings.map(({ kind }) => kind))
    if (!kinds.has('answer')) continue
    if (!(kinds.has('id') || kinds.has('label') || kinds.has('criteria') || kinds.has('options'))) continue
    const twoRows = headings.some(({ below }) => below)
    return tableOf(sheet, grid, grid.rows.slice(at + (twoRows ? 2 : 1)), headings, purpose)
  }
  return null
}

interface Heading {
  readonly kind: ColumnKind
  readonly column: number
  readonly end: number
  readonly text: string
  /** Its text stands in two rows, the upper one over several columns. */
  readonly below: boolean
}

function headingsOf(row: GridRow, second: GridRow | undefined): Heading[] {
  return row.cells.flatMap((cell): Heading[] => {
    const kind = kindOfHeading(cell.text)
    if (kind === null) return []
    const end = cell.column + cell.columnSpan
    const own = { kind, column: cell.column, end, text: cell.text, below: false }
    if (kind !== 'answer' || cell.columnSpan === 1) return [own]
    const under = (second?.cells ?? []).filter(
      ({ column, text }) => column >= cell.column && column < end && text !== '',
    )
    return under.length < 2
      ? [own]
      : under.map(one => ({
          kind: kindOfHeading(one.text) ?? 'answer',
          column: one.column,
          end: one.column + 1,
          text: `${cell.text} ${one.text}`,
          below: true,
        }))
  })
}

function tableOf(
  sheet: string,
  grid: Grid,
  rows: readonly GridRow[],
  headings: readonly Heading[],
  purpose: Purpose,
): AnswerTable | null {
  const columnOf = (kind: ColumnKind) => headings.find(one => one.kind === kind)?.column ?? null
  const ordered = [...headings].sort((a, b) => a.column - b.column)
  const answers = ordered
    .filter(({ kind }) => kind === 'answer')
    .map((one, at, all): AnswerColumn => {
      const next = all[at + 1]?.column ?? Number.POSITIVE_INFINITY
      const beside = (kind: ColumnKind) =>
        ordered.find(other => other.kind === kind && other.column > one.column && other.column < next)
          ?.column ?? null
      return {
        column: one.column,
        heading: one.text.replace(/\s+/g, ' ').trim(),
        assessors: isAssessors(one.text),
        filled: rows.filter(({ cells }) => !isEmptyCell(cells.find(({ column }) => column === one.column)))
          .length,
        explanation: beside('explanation'),
        evidence: beside('evidence'),
        link: beside('link'),
        value: beside('value'),
        percent: beside('percent'),
      }
    })
  const chosen = unitsOwn(answers, purpose) ?? answers[0]
  if (!chosen) return null
  // The values of the unit's answers may stand at the far end, after the assessors'.
  const unitValue = ordered.find(
    ({ kind, text }) => kind === 'value' && /unit|mandiri/i.test(text) && !isAssessors(text),
  )
  const own = { ...chosen, ...notesBeside(answers, chosen), value: chosen.value ?? unitValue?.column ?? null }
  const id = columnOf('id')
  const label = headings.find(({ kind }) => kind === 'label')
  const from = label?.column ?? (id === null ? 0 : id + 1)
  const next = ordered.find(
    ({ column, kind }) => column > from && column >= (label?.end ?? 0) && kind !== 'label',
  )
  return {
    sheet,
    grid,
    rows,
    id,
    // A number may stand in a column of its own before the texts, whose heading names nothing.
    labels: [label === undefined ? from : numberBefore(ordered, from), next?.column ?? from + 1],
    weight: columnOf('weight'),
    criteria: columnOf('criteria'),
    options: columnOf('options'),
    answers: answers.map(one => (one === chosen ? own : one)),
    own,
    foreign: headings.filter(({ text }) => isForeign(text)).length >= 2,
  }
}

/** The unit's column: to be read one that holds something, then the surest heading, then the first. */
function unitsOwn(answers: readonly AnswerColumn[], purpose: Purpose): AnswerColumn | undefined {
  const empty = ({ filled }: AnswerColumn) => Number(purpose === 'read' && filled === 0)
  return answers
    .filter(({ assessors }) => !assessors)
    .sort((a, b) => empty(a) - empty(b) || doubtOf(a.heading) - doubtOf(b.heading))[0]
}

/** Where the texts of the unit's answers stand: after its other columns too, where one was put right beside its own. */
function notesBeside(
  answers: readonly AnswerColumn[],
  own: AnswerColumn,
): Pick<AnswerColumn, 'explanation' | 'evidence' | 'link'> {
  const next = answers[answers.indexOf(own) + 1]
  const hasNone = own.explanation === null && own.evidence === null && own.link === null
  if (hasNone && !own.assessors && next !== undefined && !next.assessors) return notesBeside(answers, next)
  return { explanation: own.explanation, evidence: own.evidence, link: own.link }
}

/** Other columns that may be the unit's; in doubt where heading or content speaks for them as much as for the one read. */
export const rivalsOf = ({
  answers,
  own,
}: AnswerTable): readonly { readonly column: AnswerColumn; readonly inDoubt: boolean }[] =>
  answers
    .filter(one => one !== own && !one.assessors)
    .map(column => {
      const surer = doubtOf(column.heading) - doubtOf(own.heading)
      return { column, surer, inDoubt: surer <= 0 || column.filled > own.filled }
    })
    .filter(({ column, surer }) => column.filled > 0 || (surer < 0 && own.filled > 0))

/** The first column after the last heading before the texts. */
function numberBefore(ordered: readonly Heading[], from: number): number {
  const before = ordered.filter(({ column }) => column < from).at(-1)
  return before ? before.end : 0
}

/** The columns whose answer counts for a column's value: its own, else the assessors' before it, else the unit's. */
export function chainOf({ answers, own }: AnswerTable, column: AnswerColumn): readonly AnswerColumn[] {
  if (column === own) return [own]
  const before = answers.filter(one => one !== own && one.assessors && one.column < column.column).reverse()
  return [column, ...before, own]
}
