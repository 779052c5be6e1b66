import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import { isObject } from '../../../core/instrument/shape.ts'
import { type Answers, isBlank, type ScoreSettings } from '../../../core/score/answers.ts'
import { type Figures, figureOf } from './figure-of.ts'
import { formulasOf, notFilled, type Standing } from './formulas.ts'
import { keyOf, type OfficialRow } from './meanings.ts'
import { plainText } from './plain-text.ts'
import type { RowNotes } from './row-notes.ts'

/** What is put into one cell; a formula comes with the value that it has. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number }
  | { readonly kind: 'empty' }

export interface CellEdit {
  /** Counts from 1. */
  readonly row: number
  /** Its letter. */
  readonly column: string
  readonly value: CellValue
}

/** A filled sheet as it goes into a workbook. */
export interface Filled {
  readonly answers: Answers
  readonly notes: Readonly<Record<string, RowNotes>>
  readonly settings: ScoreSettings
  readonly figures: Figures
}

export interface Columns {
  readonly answer: string
  readonly explanation: string | null
  readonly evidence: string | null
}

/** The answers, explanations and evidence of a sheet, cell by cell. */
export function answerEdits(
  instrument: Instrument,
  { answers, notes }: Filled,
  rowOf: Standing['rowOf'],
  { answer: column, explanation, evidence }: Columns,
): CellEdit[] {
  const edits: CellEdit[] = []
  const put = (key: string, letter: string | null, value: CellValue) => {
    const row = rowOf(key)
    if (row !== null && letter !== null) edits.push({ row, column: letter, value })
  }
  for (const { question } of questionsOf(instrument)) {
    const { code, answer } = question
    const given = answers[code]
    const key = `question:${code}`
    if (answer?.kind === 'ratio')
      for (const { name } of answer.operands)
        put(
          `operand:${code}.${name}`,
          column,
          isObject(given) && !isBlank(given[name])
            ? { kind: 'number', number: String(given[name]) }
            : { kind: 'empty' },
        )
    else if (isBlank(given)) put(key, column, { kind: 'empty' })
    else
      put(
        key,
        column,
        answer?.kind === 'index'
          ? { kind: 'number', number: String(given) }
          : { kind: 'text', text: String(given) },
      )
    const note = notes[code]
    if (!note) continue
    if (note.explanation !== '') put(key, explanation, { kind: 'text', text: plainText(note.explanation) })
    if (note.evidence.length > 0)
      put(key, evidence, { kind: 'text', text: plainText(note.evidence.join('\n')) })
  }
  return edits
}

/** The living formulas of one column of values, with what they come to for the unit's answers. */
export function valueEdits(
  instrument: Instrument,
  filled: Filled,
  rows: readonly Pick<OfficialRow, 'meaning'>[],
  standing: Standing,
): CellEdit[] {
  const formulas = formulasOf(instrument, standing, filled.settings)
  return rows.flatMap(({ meaning }): CellEdit[] => {
    const formula = formulas.get(keyOf(meaning))
    const row = standing.rowOf(keyOf(meaning))
    if (formula === undefined || row === null) return []
    return [
      {
        row,
        column: standing.value,
        value: { kind: 'formula', formula, result: resultOf(instrument, filled, meaning) },
      },
    ]
  })
}

function resultOf(
  instrument: Instrument,
  { figures, answers }: Filled,
  meaning: OfficialRow['meaning'],
): string | number {
  if (meaning.kind === 'question') {
    if (isBlank(answers[meaning.code])) return notFilled
    const found = questionsOf(instrument).find(({ question }) => question.code === meaning.code)
    const item = figures.score.items[meaning.code]
    return Number((found?.subItem.combine === 'weighted' ? item?.score : item?.value) ?? 0)
  }
  return Number(figureOf(instrument, figures, meaning)?.right[0] ?? 0)
}
