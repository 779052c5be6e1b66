import { type ObligationState, obligationState } from '../../core/schedule/obligation-dates.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'

export type YearMark = { readonly from?: LocalDate; readonly to: LocalDate; readonly state: ObligationState }

/** More dates than this in a year are drawn as runs: a weekly action would be a row of 52 shapes. */
export const mostMarks = 13

/** The dates of one action as marks of a year's row; in a crowded row, neighbours of one state are one bar. */
export function yearMarks(
  dates: readonly {
    readonly from: LocalDate | null
    readonly due: LocalDate
    readonly stored: 'open' | 'done' | 'waived'
  }[],
  today: LocalDate,
): YearMark[] {
  const marks = dates
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map((date): YearMark => {
      const state = obligationState(date, today)
      return date.from ? { from: date.from, to: date.due, state } : { to: date.due, state }
    })
  if (marks.length <= mostMarks) return marks
  const runs: YearMark[] = []
  for (const mark of marks) {
    const last = runs.at(-1)
    if (last?.state === mark.state)
      runs[runs.length - 1] = { ...last, from: last.from ?? last.to, to: mark.to }
    else runs.push(mark)
  }
  return runs
}
