import { obligationState } from '../../core/schedule/obligation-dates.ts'
import { daysBetween, type LocalDate } from '../../core/shared/local-date.ts'

type Dated = {
  readonly actionId: string
  readonly due: LocalDate
  readonly stored: 'open' | 'done' | 'waived'
}

/** The dates of one action that stand together: the first to be done, and the others behind it. */
export type DutyGroup<Row> = { readonly first: Row; readonly others: readonly Row[] }

/** Rows of the same action as one group, in the order in which each action first appears. */
export const groupByAction = <Row extends { readonly actionId: string }>(
  rows: readonly Row[],
): DutyGroup<Row>[] =>
  [...Map.groupBy(rows, row => row.actionId).values()].flatMap(([first, ...others]) =>
    first ? [{ first, others }] : [],
  )

export type DutySections<Row> = Readonly<
  Record<'late' | 'week' | 'month' | 'later' | 'settled', readonly DutyGroup<Row>[]>
>

const monthDays = 30

/** What a person owes, by urgency on a day; an action that recurs is one group in each part. */
export function dutySections<Row extends Dated>(rows: readonly Row[], today: LocalDate): DutySections<Row> {
  const parts: Record<keyof DutySections<Row>, Row[]> = {
    late: [],
    week: [],
    month: [],
    later: [],
    settled: [],
  }
  for (const row of rows.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))) {
    const state = obligationState(row, today)
    if (state === 'done' || state === 'waived') parts.settled.unshift(row)
    else if (state === 'late') parts.late.push(row)
    else if (state === 'due') parts.week.push(row)
    else parts[daysBetween(today, row.due) <= monthDays ? 'month' : 'later'].push(row)
  }
  return {
    late: groupByAction(parts.late),
    week: groupByAction(parts.week),
    month: groupByAction(parts.month),
    later: groupByAction(parts.later),
    settled: groupByAction(parts.settled),
  }
}
