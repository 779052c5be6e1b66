import type { Instrument } from '../../../core/instrument/instrument.ts'
import { type Answers, isBlank, type ScoreSettings } from '../../../core/score/answers.ts'
import { type ScoreProblem, score } from '../../../core/score/score.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { WorkbookFile } from '../../plan/read/index.ts'
import type { Filled } from './cell-edits.ts'
import { figuresOf } from './figure-of.ts'
import { fillTemplate, type TemplateProblem } from './fill-template.ts'
import type { RowNotes } from './row-notes.ts'
import type { Wording } from './words.ts'

export interface ToWrite {
  readonly answers: Answers
  readonly notes: Readonly<Record<string, RowNotes>>
  readonly settings: ScoreSettings
  readonly unit: string
  readonly wording?: Wording
}

function fill(instrument: Instrument, { answers, notes, settings }: ToWrite): Result<Filled, ScoreProblem> {
  const scored = score(instrument, answers, settings)
  if (!scored.ok) return scored
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)))
  const figures = figuresOf(instrument, given, settings)
  if (figures === null) throw new Error('a sheet that scored does not score without its blanks')
  return ok({ answers: given, notes, settings, figures })
}

/** The answers as a workbook in the official layout, in Zona's wording or the agency's own. */
export async function writeWorkbook(
  instrument: Instrument,
  sheet: ToWrite,
): Promise<Result<Uint8Array<ArrayBuffer>, ScoreProblem>> {
  const filled = fill(instrument, sheet)
  if (!filled.ok) return filled
  const { unit, wording = {} } = sheet
  // The library that lays out a new workbook takes longer to load than a workbook takes to read.
  const { makeWorkbook } = await import('./make-workbook.ts')
  return ok(await makeWorkbook(instrument, filled.value, { unit, wording }))
}

/** The answers put into the agency's own workbook, whose wording, formulas and looks stay. */
export async function writeIntoTemplate(
  instrument: Instrument,
  sheet: ToWrite,
  template: { readonly name: string; readonly bytes: Uint8Array; readonly file: WorkbookFile },
): Promise<Result<Uint8Array<ArrayBuffer>, ScoreProblem | TemplateProblem>> {
  const filled = fill(instrument, sheet)
  return filled.ok ? fillTemplate(instrument, filled.value, template) : err(filled.problem)
}
