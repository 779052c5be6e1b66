import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import type { Answers } from '../../../core/score/answers.ts'
import { type Score, score } from '../../../core/score/score.ts'
import { type WorkbookFigure, workbookFigure } from '../../../core/score/workbook-figure.ts'
import { Fraction } from '../../../core/shared/fraction.ts'
import type { Cell, GridRow, WorkbookFile } from '../../plan/read/index.ts'
import { Findings } from './diagnostics.ts'
import type { AnswerColumn, AnswerTable } from './find-table.ts'
import type { Meaning } from './meanings.ts'
import { codeOf } from './place-rows.ts'
import { type Rows, type TablePlaced, valueOf } from './read-answers.ts'
import { isEmptyCell } from './read-value.ts'
import { findSummary, type SummaryFigure } from './summary-sheet.ts'

/** What a set of answers comes to, by Zona and by the official workbook's own way. */
export interface Figures {
  readonly score: Score
  readonly workbook: WorkbookFigure
}

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
      const candidates = column === table.own ? [own] : assessorsFigures(instrument, rows, column)
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

function figuresOf(instrument: Instrument, answers: Answers): Figures | null {
  const scored = score(instrument, answers)
  return scored.ok ? { score: scored.value, workbook: workbookFigure(instrument, answers) } : null
}

/** An assessor's answers as they stand, and with the unit's where the assessor has none. */
function assessorsFigures(instrument: Instrument, rows: Rows, column: AnswerColumn): Figures[] {
  const read = (withOwn: boolean) => {
    const answers: Record<string, unknown> = {}
    for (const { question } of questionsOf(instrument)) {
      const value = valueOf(
        instrument,
        question,
        rows,
        ({ table, row }) => {
          const cell = row.cells.find(one => one.column === column.column)
          return withOwn && isEmptyCell(cell) ? table.own.column : column.column
        },
        new Findings(),
      )
      if (value !== null) answers[question.code] = value
    }
    return figuresOf(instrument, answers)
  }
  return [read(true), read(false)].filter(figures => figures !== null)
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
      candidates: candidates.map(figures => expectedOf(instrument, figures, meaning)),
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
  const code = 'area' in measured && measured.area !== null ? measured.area : measured.kind
  if (cell.formula === null && isNumber(cell))
    findings.at('formula-overwritten', 'warning', place, { code, given: cell.text })
  const candidates = sets.map(figures =>
    measured.kind === 'area'
      ? areaExpected(instrument, figures, measured.area)
      : measured.kind === 'pillar-area'
        ? expectedOf(instrument, figures, { kind: 'area', pillar: measured.pillar, area: measured.area })
        : expectedOf(instrument, figures, measured),
  )
  compare({ place, code, cell, candidates, findings })
}

/** What a figure should be, and what the official workbook's own way makes of it. */
interface Expected {
  readonly right: readonly string[]
  readonly quirk: { readonly value: string; readonly twice: boolean } | null
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

function expectedOf(instrument: Instrument, { score, workbook }: Figures, meaning: Meaning): Expected | null {
  switch (meaning.kind) {
    case 'question': {
      const item = score.items[meaning.code]
      return item ? { right: [item.value, item.score].filter(text => text !== null), quirk: null } : null
    }
    case 'sub-item':
    case 'area':
    case 'pillar':
      return sumOf({ score, workbook }, below(instrument, meaning))
    case 'role':
    case 'role-total':
      return sumOf({ score, workbook }, below(instrument, { kind: 'role', role: meaning.role }))
    case 'total':
      return sumOf(
        { score, workbook },
        instrument.roles.flatMap(({ code }) => below(instrument, { kind: 'role', role: code })),
      )
    default:
      return null
  }
}

const areaExpected = (instrument: Instrument, figures: Figures, area: string): Expected =>
  sumOf(
    figures,
    instrument.pillars.flatMap(pillar => below(instrument, { kind: 'area', pillar: pillar.code, area })),
  )

/** The sub-items that a part of the instrument is the sum of. */
function below(instrument: Instrument, part: Meaning): string[] {
  if (part.kind === 'sub-item') return [part.code]
  return instrument.pillars
    .filter(
      pillar =>
        (part.kind === 'role' && pillar.role === part.role) ||
        (part.kind === 'pillar' && pillar.code === part.code) ||
        (part.kind === 'area' && pillar.code === part.pillar),
    )
    .flatMap(({ areas }) => areas)
    .filter(({ area }) => part.kind !== 'area' || area === part.area)
    .flatMap(({ subItems }) => subItems.map(({ code }) => code))
}

function sumOf({ score, workbook }: Figures, subItems: readonly string[]): Expected {
  let right = Fraction.zero
  let shown: Fraction | null = Fraction.zero
  let twice = false
  for (const code of subItems) {
    const own = Fraction.parse(score.subItems[code]?.score ?? '0') ?? Fraction.zero
    const other = workbook.differs.find(one => one.code === code)
    right = right.plus(own)
    if (shown === null) continue
    if (!other) shown = shown.plus(own)
    else if (other.score === null) shown = null
    else {
      twice ||= other.why === 'first-part-twice'
      shown = shown.plus(Fraction.parse(other.score) ?? Fraction.zero)
    }
  }
  return {
    right: [right.toDecimal()],
    quirk: shown === null ? null : { value: shown.toDecimal(), twice },
  }
}
