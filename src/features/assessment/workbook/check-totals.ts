import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import type { Answers } from '../../../core/score/answers.ts'
import type { Cell, GridRow, WorkbookFile } from '../../plan/read/index.ts'
import { answerIn, type Rows, type TablePlaced } from './answer-in.ts'
import { Findings } from './diagnostics.ts'
import { areaFigure, type Expected, type Figures, figureOf, figuresOf } from './figure-of.ts'
import { type AnswerColumn, type AnswerTable, chainOf } from './find-table.ts'
import type { Meaning } from './meanings.ts'
import { codeOf } from './place-rows.ts'
import { isEmptyCell } from './read-value.ts'
import { findSummary, type SummaryFigure } from './summary-sheet.ts'

interface Checked {
  readonly file: WorkbookFile
  readonly instrument: Instrument
  readonly tables: readonly TablePlaced[]
  readonly rows: Rows
  readonly answers: Answers
  readonly findings: Findings
}

/** Compares every figure that the workbook shows with what its answers come to. */
export function checkTotals({ file, instrument, tables, rows, answers, findings }: Checked): void {
  const own = figuresOf(instrument, answers)
  if (own === null) return
  const sets: Figures[] = [own]
  for (const { table, placed } of tables) {
    for (const column of table.answers) {
      if (column.value === null) continue
      const candidates =
        column === table.own && !column.assessors
          ? [own]
          : assessorsFigures(instrument, rows, chainOf(table, column))
      sets.push(...candidates)
      const cells = placed.flatMap(({ row, meaning }) => {
        const cell = row.cells.find(one => one.column === column.value)
        return cell === undefined || meaning.kind === 'operand' || meaning.kind === 'heading'
          ? []
          : [{ row, meaning, cell }]
      })
      checkColumn({ instrument, table, column: column.value, cells, candidates, findings })
    }
  }
  const answerSheets = new Set(tables.map(({ table }) => table.sheet))
  for (const grid of file.grids) {
    const sheet = grid.origin.kind === 'sheet' ? grid.origin.name : ''
    if (answerSheets.has(sheet)) continue
    for (const figure of findSummary(grid, instrument))
      checkSummary(instrument, sheet, figure, sets, findings)
  }
}

/** An assessor's answers as they stand, and with the unit's where the assessor has none. */
function assessorsFigures(instrument: Instrument, rows: Rows, chain: readonly AnswerColumn[]): Figures[] {
  const read = (columns: readonly AnswerColumn[]) => {
    const answers: Record<string, unknown> = {}
    for (const { question } of questionsOf(instrument)) {
      const value = answerIn(
        instrument,
        question,
        rows,
        ({ row }) =>
          (
            columns.find(one => !isEmptyCell(row.cells.find(cell => cell.column === one.column))) ??
            columns[0]
          )?.column ?? -1,
        new Findings(),
      )
      if (value !== null) answers[question.code] = value
    }
    return figuresOf(instrument, answers)
  }
  return [read(chain), read(chain.slice(0, 1))].filter(figures => figures !== null)
}

interface ColumnCheck {
  readonly instrument: Instrument
  readonly table: AnswerTable
  readonly column: number
  readonly cells: readonly { readonly row: GridRow; readonly meaning: Meaning; readonly cell: Cell }[]
  readonly candidates: readonly Figures[]
  readonly findings: Findings
}

function checkColumn({ instrument, table, column, cells, candidates, findings }: ColumnCheck): void {
  const withFormula = cells.filter(({ cell }) => cell.formula !== null)
  const typed = cells.filter(({ cell }) => cell.formula === null && isNumber(cell))
  if (withFormula.length === 0 && typed.length > 0) {
    const [first] = typed
    if (first)
      findings.at(
        'formulas-gone',
        'warning',
        { sheet: table.sheet, row: first.row.index, column },
        { given: String(typed.length) },
      )
  } else
    for (const { row, meaning, cell } of typed)
      findings.at(
        'formula-overwritten',
        'warning',
        { sheet: table.sheet, row: row.index, column },
        { code: codeOf(meaning), given: cell.text },
      )
  const stale = withFormula.find(({ cell }) => cell.formula === 'no-value')
  if (stale) findings.at('total-stale', 'note', { sheet: table.sheet, row: stale.row.index, column })
  for (const { row, meaning, cell } of cells)
    compare({
      place: { sheet: table.sheet, row: row.index, column },
      code: codeOf(meaning),
      cell,
      candidates: candidates.map(figures => figureOf(instrument, figures, meaning)),
      findings,
    })
}

function checkSummary(
  instrument: Instrument,
  sheet: string,
  { row, cell, measured }: SummaryFigure,
  sets: readonly Figures[],
  findings: Findings,
): void {
  const place = { sheet, row, column: cell.column }
  const code =
    measured.kind === 'role-total' ? measured.role : measured.kind === 'total' ? 'total' : measured.area
  if (cell.formula === null && isNumber(cell))
    findings.at('formula-overwritten', 'warning', place, { code, given: cell.text })
  const candidates = sets.map(figures =>
    measured.kind === 'area'
      ? areaFigure(instrument, figures, measured.area)
      : measured.kind === 'pillar-area'
        ? figureOf(instrument, figures, { kind: 'area', pillar: measured.pillar, area: measured.area })
        : figureOf(instrument, figures, measured),
  )
  compare({ place, code, cell, candidates, findings })
}

const isNumber = (cell: Cell): boolean => cell.number === true && cell.text !== ''

function compare({
  place,
  code,
  cell,
  candidates,
  findings,
}: {
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number }
  readonly code: string
  readonly cell: Cell
  readonly candidates: readonly (Expected | null)[]
  readonly findings: Findings
}): void {
  if (cell.formula === 'error') {
    findings.at('total-error', 'warning', place, { code, given: cell.text })
    return
  }
  const expected = candidates.filter(one => one !== null)
  const [first] = expected
  if (!isNumber(cell) || !first) return
  // A figure without its formula was often rounded by hand.
  const tolerance = cell.formula === null ? 0.00501 : 1e-6
  const shows = (value: string) => Math.abs(Number(cell.text) - Number(value)) <= tolerance
  if (expected.some(({ right }) => right.some(shows))) return
  const quirk = expected.find(one => one.quirk !== null && shows(one.quirk.value))
  const right = first.right[0] ?? ''
  if (quirk?.quirk)
    findings.at(quirk.quirk.twice ? 'counted-twice' : 'blank-skipped', 'note', place, {
      code,
      given: cell.text,
      expected: quirk.right[0] ?? '',
    })
  else findings.at('total-differs', 'warning', place, { code, given: cell.text, expected: right })
}
