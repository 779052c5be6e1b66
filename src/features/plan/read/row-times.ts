import { splitScheduleCell } from '../../../core/schedule/split-cell.ts'
import type { DraftIndicator, DraftRow } from './draft-plan.ts'
import { softBreak } from './grid.ts'
import { fold } from './items.ts'
import { scheduleOfMarks } from './marks.ts'
import type { Finding } from './plan-document.ts'

/** The target times of an indicator as written. */
export interface RowTimes {
  /** What its cells say, parted by `|`. */
  readonly written: string
  /** One time for each action in order, where every table row gives its own actions one and they differ; else null. */
  readonly perAction: readonly string[] | null
}

/** The target times of an indicator that may take several table rows, each with its own actions and time. */
export function timesOf(indicator: DraftIndicator, year: number | null): RowTimes {
  const rows = rowTimes(indicator, year)
  const each = rows.every(
    ({ actions, times }) =>
      actions.length > 0 && times.length > 0 && (times.length === 1 || times.length === actions.length),
  )
  const paired = rows.flatMap(({ actions, times }) => actions.map((_, at) => times[at] ?? times[0] ?? ''))
  const perAction = rows.length > 1 && each && distinct(paired).length > 1 ? paired : null
  // Marks of several rows are one time, unless the rows tell whose they are.
  const marks = perAction ? distinct(perAction).join('|') : scheduleOfMarks(indicator.marks, year)
  const written = isMarked(indicator) ? marks : indicator.schedules.map(unwrapped).join('|')
  return { written, perAction }
}

const isMarked = ({ schedules }: DraftIndicator) => schedules.length === 0

const unwrapped = (cell: string) => cell.replaceAll(softBreak, '\n')

const rowTimes = (indicator: DraftIndicator, year: number | null) =>
  indicator.rows.map(({ actions, schedule, marks }) => ({
    actions,
    times: splitScheduleCell(isMarked(indicator) ? scheduleOfMarks(marks, year) : unwrapped(schedule)),
  }))

/** Texts that differ in more than white space and capitals, in order. */
const distinct = (texts: readonly string[]): string[] => [
  ...new Map(texts.map(text => [fold(text).toLowerCase(), text])).values(),
]

/** What a person should know of `times` that the table rows do not give to their actions one by one. */
export function timesFindings(indicator: DraftIndicator, times: readonly string[]): Finding[] {
  const findings: Finding[] = []
  if (sharesTimes(indicator.actions, times)) findings.push({ code: 'schedules-for-all-actions' })
  else if (pairsAcrossRows(indicator, times)) findings.push({ code: 'schedules-paired-across-rows' })
  if (isMarked(indicator) && indicator.rows.some(({ actions }) => actions.length === 0))
    findings.push({ code: 'marks-without-action' })
  const isDated = ({ schedule, marks }: DraftRow) =>
    isMarked(indicator) ? marks.length > 0 : fold(schedule) !== ''
  if (!indicator.rows.some(isDated)) return findings
  for (const row of indicator.rows) {
    const [action] = row.actions
    if (action !== undefined && !isDated(row)) findings.push({ code: 'action-without-schedule', action })
  }
  return findings
}

/** Whether several actions have several times that do not pair with them one by one. */
export const sharesTimes = (actions: readonly string[], times: readonly string[]): boolean =>
  actions.length > 1 && distinct(times).length > 1 && times.length !== actions.length

/** Whether times and actions are as many only by chance: in their rows they are not. */
const pairsAcrossRows = (indicator: DraftIndicator, times: readonly string[]): boolean =>
  !isMarked(indicator) &&
  distinct(times).length > 1 &&
  times.length === indicator.actions.length &&
  timesOf(indicator, null).perAction === null &&
  rowTimes(indicator, null).some(row => row.times.length !== row.actions.length)
