import { isDeepStrictEqual } from 'node:util'
import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { answerIn, type RowPlace, type Rows } from './answer-in.ts'
import { type Diagnostic, Findings } from './diagnostics.ts'
import type { AnswerColumn } from './find-table.ts'
import { noteMerged } from './merged-answers.ts'
import { notesIn, type RowNotes } from './row-notes.ts'

/** What one column of assessors' answers holds, read as the unit's own are. */
export interface AssessorsTrack {
  /** Of its column, for instance "Jawaban TPI". */
  readonly heading: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly notes: Readonly<Record<string, RowNotes>>
}

/** Every assessors' column that holds something, found by its heading on every sheet with rows of questions. */
export function readAssessors(
  instrument: Instrument,
  rows: Rows,
): { readonly tracks: readonly AssessorsTrack[]; readonly diagnostics: readonly Diagnostic[] } {
  const tracks: AssessorsTrack[] = []
  const diagnostics: Diagnostic[] = []
  for (const heading of headingsIn(rows)) {
    const findings = new Findings(heading)
    const columnOf = (place: RowPlace): AnswerColumn | undefined =>
      place.table.answers.find(one => one.assessors && one.heading === heading)
    const answers: Record<string, unknown> = {}
    const notes: Record<string, RowNotes> = {}
    // An empty column under a merge of other cells is no track.
    const filledIn = (place: RowPlace) => {
      const column = columnOf(place)
      return column === undefined || column.filled === 0 ? -1 : column.column
    }
    noteMerged(instrument, rows, filledIn, findings)
    for (const { question } of questionsOf(instrument)) {
      const value = answerIn(instrument, question, rows, place => columnOf(place)?.column ?? -1, findings)
      if (value !== null) answers[question.code] = value
      const place = rows.get(question.code)
      const column = place && columnOf(place)
      const beside = place && column ? notesIn(place, column, question.code, findings) : null
      if (beside) notes[question.code] = beside
    }
    diagnostics.push(...findings.all)
    if (Object.keys(answers).length + Object.keys(notes).length + findings.all.length > 0)
      tracks.push({ heading, answers, notes })
  }
  return { tracks, diagnostics }
}

/** The questions that assessors answered otherwise than the unit, or that the unit left empty. */
export const differing = (units: Readonly<Record<string, unknown>>, { answers }: AssessorsTrack): string[] =>
  Object.keys(answers).filter(code => !isDeepStrictEqual(answers[code], units[code]))

function headingsIn(rows: Rows): ReadonlySet<string> {
  const tables = new Set([...rows.values()].map(({ table }) => table))
  return new Set(
    [...tables].flatMap(({ answers }) =>
      answers.filter(({ assessors }) => assessors).map(({ heading }) => heading),
    ),
  )
}
