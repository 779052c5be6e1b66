import { moveScheduleText } from '../../../core/schedule/move-schedule.ts'
import type { ScheduleReading } from '../../../core/schedule/reading.ts'
import { type Row, readRow } from '../../../core/schedule/row-schedule.ts'
import { type LocalDate, localDate } from '../../../core/shared/local-date.ts'
import { addIndicator, emptyRows, type PlanRows } from '../import/plan-rows.ts'
import type { CopySource } from './copy-source.ts'

/** One schedule before and after it moved. */
export type MovedSchedule = {
  readonly before: ScheduleReading
  readonly after: ScheduleReading
  /** The day a duration was counted from, moved along; null where the document gave none. */
  readonly start: LocalDate | null
  readonly doubts: readonly MoveDoubt[]
}

export type MoveDoubt =
  /** The new text names no date: a person must fill it in. */
  | 'unresolved'
  /** It names dates, but none in the new year. */
  | 'no-dates'
  /** 29 February became the 28th. */
  | 'leap-day'
  /** It can be read in more ways in the new year than in the old one. */
  | 'ambiguous'
  /** A recurrence of one or two dates more or fewer is no doubt; a list of dates that lost some is. */
  | 'fewer-dates'

export type MovedIndicator = {
  readonly id: string
  readonly area: CopySource['areas'][number]['code']
  readonly text: string
  readonly schedules: readonly MovedSchedule[]
  /** The words of the row name the old year; they are copied as they are. */
  readonly namesYear: boolean
  /** People of its actions who can be given no duty any more. */
  readonly lost: readonly string[]
}

/** A plan moved to another year: its rows, and what happened to each of them. */
export function copiedPlan(
  source: CopySource,
  years: { readonly from: number; readonly to: number },
  planId: string,
  newId: () => string,
): { rows: PlanRows; moved: MovedIndicator[] } {
  const rows = emptyRows()
  const moved: MovedIndicator[] = []
  rows.areas.push(...source.areas.map(area => ({ ...area, plan_id: planId })))
  const of = <T extends { readonly indicatorId: string }>(list: readonly T[]) => {
    const grouped = Map.groupBy(list, each => each.indicatorId)
    return (id: string) => grouped.get(id) ?? []
  }
  const [actionsOf, evidenceOf, schedulesOf] = [of(source.actions), of(source.evidence), of(source.schedules)]
  const indicatorsOf = Map.groupBy(source.indicators, indicator => indicator.subId)
  for (const sub of source.subComponents) {
    const subId = newId()
    const { area, no, name, position } = sub
    rows.subComponents.push({ id: subId, plan_id: planId, area, no, name, position })
    const own = (indicatorsOf.get(sub.id) ?? []).map(indicator => ({
      indicator,
      actions: actionsOf(indicator.id),
      evidence: evidenceOf(indicator.id).map(({ text }) => text),
      schedules: schedulesOf(indicator.id),
    }))
    // A bare length takes its meaning from the rows beside it, as it did when the document was read.
    const siblings = own.map(
      ({ indicator, actions, evidence, schedules }): Row => ({
        indicator: indicator.text,
        actions: actions.map(({ text }) => text),
        evidence,
        schedule: schedules.map(({ text }) => moveScheduleText(text, years.from, years.to)).join('|'),
      }),
    )
    for (const [at, { indicator, actions, evidence, schedules }] of own.entries()) {
      const row = siblings[at]
      if (!row) continue
      const movedSchedules = schedules.flatMap(schedule => moveSchedule(schedule, row, siblings, years))
      addIndicator(
        rows,
        planId,
        subId,
        at,
        {
          text: indicator.text,
          actions: row.actions,
          evidence,
          owner: indicator.owner,
          schedules: movedSchedules.map(({ after }) => after),
        },
        newId,
        actions.map(({ personId }) =>
          personId !== null && source.available.has(personId) ? personId : null,
        ),
      )
      const lost = actions.flatMap(({ personId, person }) =>
        personId !== null && !source.available.has(personId) ? [person ?? ''] : [],
      )
      const words = [indicator.text, ...row.actions, ...evidence]
      moved.push({
        id: indicator.id,
        area: sub.area,
        text: indicator.text,
        schedules: movedSchedules,
        namesYear: words.some(text => new RegExp(`(?<!\\d)${years.from}(?!\\d)`).test(text)),
        lost: [...new Set(lost)],
      })
    }
  }
  return { rows, moved }
}

type Source = CopySource['schedules'][number]

function moveSchedule(
  { text, start: oldStart, reading: before }: Source,
  row: Row,
  siblings: readonly Row[],
  years: { readonly from: number; readonly to: number },
): MovedSchedule[] {
  const schedule = moveScheduleText(text, years.from, years.to)
  const start = oldStart === null ? null : moveDay(oldStart, years.to - years.from)
  const options = start === null ? { year: years.to } : { year: years.to, start }
  const { schedules } = readRow({ ...row, schedule }, { ...options, siblings })
  return schedules.map(after => ({ before, after, start, doubts: doubtsOf(before, after, oldStart) }))
}

function doubtsOf(before: ScheduleReading, after: ScheduleReading, oldStart: LocalDate | null): MoveDoubt[] {
  const doubts: MoveDoubt[] = []
  const leap = (date: string) => date.endsWith('-02-29')
  if (after.kind === 'unresolved') doubts.push('unresolved')
  else if (after.dates.length === 0) doubts.push('no-dates')
  else if (before.rrule === null && after.dates.length < before.dates.length) doubts.push('fewer-dates')
  if (
    (before.rrule === null && before.dates.some(leap) && !after.dates.some(leap)) ||
    (oldStart && leap(oldStart))
  )
    doubts.push('leap-day')
  if (after.ambiguous && !before.ambiguous && doubts.length === 0) doubts.push('ambiguous')
  return doubts
}

/** The same day so many years on; a 29 February that the year lacks becomes the 28th. */
function moveDay(date: LocalDate, by: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return localDate(year + by, month, day) ?? localDate(year + by, month, day - 1) ?? date
}
