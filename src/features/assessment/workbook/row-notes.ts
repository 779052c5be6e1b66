import { cellAt, type RowPlace } from './answer-in.ts'
import type { Findings } from './diagnostics.ts'
import type { AnswerColumn } from './find-table.ts'
import { withoutMark } from './plain-text.ts'

/** What a workbook says of one question besides its answer. */
export interface RowNotes {
  readonly explanation: string
  /** Names and addresses of evidence, as they were typed. */
  readonly evidence: readonly string[]
}

const longestNote = 4000

/** What stands beside an answer in its column's own texts. */
export function notesIn(
  place: RowPlace,
  own: AnswerColumn,
  code: string,
  findings: Findings,
): RowNotes | null {
  const textAt = (column: number | null): string => {
    const cell = cellAt(place, column)
    const text = cell?.formula === 'error' ? '' : withoutMark(cell?.text ?? '')
    if (text.length <= longestNote || column === null) return text
    findings.at(
      'text-too-long',
      'warning',
      { sheet: place.table.sheet, row: place.row.index, column },
      { code, given: String(text.length), expected: String(longestNote) },
    )
    return text.slice(0, longestNote)
  }
  const explanation = textAt(own.explanation)
  const evidence = [textAt(own.evidence), textAt(own.link)]
    .flatMap(text => text.split('\n'))
    .map(line => line.trim())
    .filter(line => line !== '')
  return explanation === '' && evidence.length === 0 ? null : { explanation, evidence }
}
