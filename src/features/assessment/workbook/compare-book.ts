import { type FilledRow, isSame } from '../fill/filled-row.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookAnswers } from './read-answers.ts'

/** A row that a workbook would change. */
export type RowChange = {
  readonly code: string
  readonly was: { readonly value: unknown; readonly explanation: string }
  readonly now: { readonly value: unknown; readonly explanation: string }
  readonly version: number
}

/**
 * What a workbook would change in a sheet. What it leaves empty erases nothing; rows that the person may not fill
 * in are only counted.
 */
export function compareBook(
  { answers, notes }: WorkbookAnswers,
  sheet: Sheet,
  mayEdit: (area: string) => boolean,
): { readonly changes: readonly RowChange[]; readonly same: number; readonly notAllowed: number } {
  const changes: RowChange[] = []
  let same = 0
  let notAllowed = 0
  for (const { question, area } of sheet.questions) {
    const { code } = question
    const value = answers[code]
    const explanation = notes[code]?.explanation ?? ''
    if (value === undefined && explanation === '') continue
    const stands = sheet.answers.get(code)
    const was = { value: stands?.value ?? null, explanation: stands?.explanation ?? '' }
    const now = {
      value: value === undefined ? was.value : value,
      explanation: explanation === '' ? was.explanation : explanation,
    }
    if (isSame(was, now)) same += 1
    else if (!mayEdit(area)) notAllowed += 1
    else changes.push({ code, was, now, version: stands?.version ?? 0 })
  }
  return { changes, same, notAllowed }
}

/** The rows to store, each with the version that the person saw in the preview. */
export const rowsToSave = (
  changes: readonly RowChange[],
  seen: (code: string) => number | null,
): FilledRow[] =>
  changes.flatMap(({ code, now }) => {
    const version = seen(code)
    return version === null ? [] : [{ code, ...now, seen: version }]
  })
