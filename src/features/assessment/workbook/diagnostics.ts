import { cellName } from '../../plan/read/index.ts'

export type DiagnosticKind =
  | 'unknown-option'
  | 'number-as-text'
  | 'answer-formula'
  | 'answer-error'
  | 'answer-without-value'
  | 'other-language'
  | 'not-a-number'
  | 'operand-missing'
  | 'operand-negative'
  | 'operand-fractional'
  | 'operand-too-large'
  | 'index-out-of-range'
  | 'index-too-fine'
  | 'unknown-code'
  | 'duplicate'
  | 'code-and-number-differ'
  | 'codes-shifted'
  | 'answer-beside'
  | 'merged'
  | 'questions-missing'
  | 'text-too-long'
  | 'formula-overwritten'
  | 'formulas-gone'
  | 'total-differs'
  | 'total-error'
  | 'total-stale'
  | 'counted-twice'
  | 'blank-skipped'
  | 'hidden'
  | 'macros'
  | 'external-links'
  | 'external-link'
  | 'other-answers'
  | 'answers-in-doubt'
  | 'assessors-answers'
  | 'only-assessors'
  | 'rows-cut'

/** An error keeps an answer out; a warning asks a person to look; a note only says what was met. */
export type Level = 'error' | 'warning' | 'note'

/** Something about a workbook, at a cell where it has one. */
export interface Diagnostic {
  readonly kind: DiagnosticKind
  readonly level: Level
  readonly sheet: string | null
  /** As `K12`; null where the whole sheet or file is meant. */
  readonly cell: string | null
  /** The question or part that it is about. */
  readonly code: string | null
  /** The heading of the assessors' column that it stands in; absent for the unit's own answers. */
  readonly track?: string
  readonly given?: string
  /** What would have been right, or what else was found. */
  readonly expected?: string
}

/** Collects everything that is met; rows and columns count from 0. */
export class Findings {
  readonly all: Diagnostic[] = []
  readonly #track: string | null

  /** For one column of assessors' answers, by its heading. */
  constructor(track: string | null = null) {
    this.#track = track
  }

  at(
    kind: DiagnosticKind,
    level: Level,
    place: { readonly sheet: string; readonly row: number; readonly column: number },
    about: { readonly code?: string; readonly given?: string; readonly expected?: string } = {},
  ): void {
    this.add(kind, level, { sheet: place.sheet, cell: cellName(place.row, place.column), ...about })
  }

  add(
    kind: DiagnosticKind,
    level: Level,
    about: {
      readonly sheet?: string
      readonly cell?: string
      readonly code?: string
      readonly given?: string
      readonly expected?: string
    } = {},
  ): void {
    const { sheet = null, cell = null, code = null, given, expected } = about
    this.all.push({
      ...{ kind, level, sheet, cell, code },
      ...(this.#track === null ? {} : { track: this.#track }),
      ...(given === undefined ? {} : { given: short(given) }),
      ...(expected === undefined ? {} : { expected }),
    })
  }
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
