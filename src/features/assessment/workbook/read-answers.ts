import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { WorkbookFile } from '../../plan/read/index.ts'
import { answerIn, cellAt, type RowPlace, type Rows, type TablePlaced } from './answer-in.ts'
import { checkTotals } from './check-totals.ts'
import { type Diagnostic, Findings } from './diagnostics.ts'
import { type AnswerTable, findAnswerTable, rivalsOf } from './find-table.ts'
import { noteMerged } from './merged-answers.ts'
import { placeRows } from './place-rows.ts'
import { type AssessorsTrack, readAssessors } from './read-assessors.ts'
import { isEmptyCell } from './read-value.ts'
import { notesIn, type RowNotes } from './row-notes.ts'
import type { Wording } from './words.ts'

export interface WorkbookAnswers {
  readonly instrument: string
  /** The unit's own. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly notes: Readonly<Record<string, RowNotes>>
  /** What assessors filled in beside them, a track for each column that holds something, in the workbook's order. */
  readonly assessors: readonly AssessorsTrack[]
  /** Questions whose row was found. */
  readonly found: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export type AnswersProblem =
  /** No sheet has headings of answers. */
  | { readonly kind: 'no-answer-table'; readonly sheets: readonly string[] }
  /** No row below the headings is a question of the instrument. */
  | { readonly kind: 'no-question'; readonly sheets: readonly string[] }

/** The unit's answers in a workbook, and everything in it that a person should know before taking them over. */
export function readAnswers(
  file: WorkbookFile,
  instrument: Instrument,
  wording: Wording = {},
): Result<WorkbookAnswers, AnswersProblem> {
  const findings = new Findings()
  const tables = file.grids.flatMap(grid => findAnswerTable(grid) ?? [])
  const sheets = file.grids.map(({ origin }) => (origin.kind === 'sheet' ? origin.name : ''))
  if (tables.length === 0) return err({ kind: 'no-answer-table', sheets })
  noteFile(file, tables, findings)
  const placedTables = tables.map(table => ({
    table,
    placed: placeRows(table, instrument, wording, findings),
  }))
  const asked = placedTables.filter(({ placed }) => placed.some(({ meaning }) => meaning.kind === 'question'))
  if (asked.length === 0) return err({ kind: 'no-question', sheets: tables.map(({ sheet }) => sheet) })

  const rows = collectRows(asked, findings)
  noteMerged(instrument, rows, unitsColumn, findings)
  const answers: Record<string, unknown> = {}
  const notes: Record<string, RowNotes> = {}
  const found: string[] = []
  const missing: string[] = []
  for (const { question } of questionsOf(instrument)) {
    const place = rows.get(question.code)
    if (place) {
      found.push(question.code)
      const { own } = place.table
      const beside = own.assessors ? null : notesIn(place, own, question.code, findings)
      if (beside) notes[question.code] = beside
    }
    if (place || question.answer?.kind === 'ratio') {
      const value = answerIn(instrument, question, rows, unitsColumn, findings)
      if (value !== null) answers[question.code] = value
    }
    if (!place) missing.push(question.code)
  }
  if (missing.length > 0)
    findings.add('questions-missing', 'warning', {
      given: missing.join(', '),
      expected: String(missing.length),
      sheet: asked.map(({ table }) => table.sheet).join(', '),
    })
  const assessors = readAssessors(instrument, rows)
  for (const { heading, answers: theirs } of assessors.tracks)
    findings.add('assessors-answers', 'note', {
      given: heading,
      expected: String(Object.keys(theirs).length),
    })
  checkTotals({ file, instrument, tables: asked, rows, answers, findings })
  return ok({
    instrument: instrument.id,
    ...{ answers, notes, found },
    assessors: assessors.tracks,
    diagnostics: [...findings.all, ...assessors.diagnostics],
  })
}

/** Where the unit's answer stands; nowhere in a table of assessors only, whose answers are not the unit's. */
const unitsColumn = ({ table: { own } }: RowPlace): number => (own.assessors ? -1 : own.column)

/** Every row by its code; the first of several, which are named where they say something else. */
function collectRows(tables: readonly TablePlaced[], findings: Findings): Rows {
  const rows = new Map<string, RowPlace>()
  for (const { table, placed } of tables) {
    const known = new Set(placed.map(({ row }) => row))
    for (const { row, meaning } of placed) {
      if (meaning.kind !== 'question' && meaning.kind !== 'operand') continue
      const code = meaning.kind === 'question' ? meaning.code : `${meaning.code}.${meaning.operand}`
      const first = rows.get(code)
      const own = cellAt({ row }, table.own.column)
      if (!first) rows.set(code, { table, row })
      else if (isEmptyCell(cellAt(first, first.table.own.column)) && !isEmptyCell(own))
        rows.set(code, { table, row })
      else if (!isEmptyCell(own))
        findings.at(
          'duplicate',
          own?.text === cellAt(first, first.table.own.column)?.text ? 'note' : 'error',
          { sheet: table.sheet, row: row.index, column: table.own.column },
          { code, given: own?.text ?? '', expected: `${first.table.sheet}!${first.row.index + 1}` },
        )
    }
    for (const row of table.rows) {
      const own = cellAt({ row }, table.own.column)
      if (known.has(row) || own === undefined || isEmptyCell(own) || own.formula !== null) continue
      const id = cellAt({ row }, table.id)
      const place = { sheet: table.sheet, row: row.index, column: table.own.column }
      if (id && id.text !== '')
        findings.at('unknown-code', 'error', { ...place, column: id.column }, { given: id.text })
      else findings.at('answer-beside', 'warning', place, { given: own.text })
    }
  }
  return rows
}

/** What is true of the file and its sheets. */
function noteFile(file: WorkbookFile, tables: readonly AnswerTable[], findings: Findings): void {
  const names = new Set(tables.map(({ sheet }) => sheet))
  if (file.externalLinks) findings.add('external-links', 'warning')
  for (const note of file.notes) {
    if (note.code === 'macros-ignored') findings.add('macros', 'warning')
    if (!('sheet' in note) || !names.has(note.sheet)) continue
    if (note.code === 'empty-rows')
      findings.add('rows-cut', 'warning', { sheet: note.sheet, given: String(note.row) })
    else
      findings.add('hidden', 'warning', {
        sheet: note.sheet,
        given:
          note.code === 'hidden-sheet'
            ? 'sheet'
            : note.code === 'hidden-rows'
              ? `rows ${note.count}`
              : `columns ${note.columns}`,
      })
  }
  for (const table of tables) {
    if (table.foreign) findings.add('other-language', 'note', { sheet: table.sheet })
    if (table.own.assessors)
      findings.add('only-assessors', 'warning', { sheet: table.sheet, given: table.own.heading })
    for (const { column, inDoubt } of table.own.assessors ? [] : rivalsOf(table))
      findings.add(inDoubt ? 'answers-in-doubt' : 'other-answers', inDoubt ? 'warning' : 'note', {
        sheet: table.sheet,
        given: column.heading,
        expected: table.own.heading,
      })
  }
}
