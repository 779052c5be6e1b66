import type { FrequencyConflict } from '../../../core/schedule/frequency-conflict.ts'
import { isDoubtful, type ScheduleReading } from '../../../core/schedule/reading.ts'
import { type Row, readRow } from '../../../core/schedule/row-schedule.ts'
import type { DraftIndicator, DraftPlan, DraftSub } from './draft-plan.ts'
import type { PlanTable } from './find-table.ts'
import { fold } from './items.ts'
import { marksFindings } from './marks.ts'
import type { MonthColumn } from './months.ts'
import { columnName } from './place.ts'
import {
  countPlan,
  type Finding,
  type PlanArea,
  type PlanDocument,
  type PlanIndicator,
  type PlanSchedule,
  type PlanWarning,
  type RowIndex,
} from './plan-document.ts'
import { timesFindings, timesOf } from './row-times.ts'
import { printedYear, titleOf, yearOfSchedules } from './title.ts'

/** A plan year that stands for "unknown": dates read with it are thrown away. */
const noYear = 2000

/** Turns the cells of a plan into readings, and says everything that a person should look at. */
export function interpretPlan(
  table: PlanTable,
  draft: DraftPlan,
  asked: number | null,
  notes: readonly Finding[],
): PlanDocument {
  const title = titleOf(table)
  const printed = printedYear(table, title)
  const cells = draft.areas.flatMap(({ subs }) =>
    subs.flatMap(({ indicators }) => indicators.flatMap(i => i.schedules)),
  )
  const fromSchedules = asked === null && printed === null ? yearOfSchedules(cells) : null
  const year = asked ?? printed ?? fromSchedules
  const warnings: PlanWarning[] = []
  const warn = (
    finding: Finding,
    place: PlanWarning['place'],
    row: RowIndex | null = null,
    rowId: string | null = null,
  ) => warnings.push({ ...finding, place, row, rowId } as PlanWarning)

  for (const note of notes) warn(note, 'sheet' in note ? { kind: 'sheet', sheet: note.sheet } : null)
  if (year === null) warn({ code: 'year-missing' }, table.place)
  if (asked !== null && printed !== null && asked !== printed)
    warn({ code: 'year-conflict', printed, used: asked }, table.place)
  if (fromSchedules !== null) warn({ code: 'year-from-schedules', year: fromSchedules }, table.place)
  for (const finding of layoutFindings(table)) warn(finding, table.place)
  for (const { finding, place } of draft.findings) warn(finding, place)

  const seen = new Map<string, string>()
  const areas = draft.areas.map(
    (area, areaAt): PlanArea => ({
      code: area.code,
      label: area.label,
      subComponents: area.subs.map((sub, subAt) => {
        const siblings = sub.indicators.map(indicator => rowOf(indicator, year))
        return {
          no: sub.no,
          name: sub.name,
          indicators: sub.indicators.map((indicator, at): PlanIndicator => {
            const row = siblings[at] ?? rowOf(indicator, year)
            const read = readRow(row, { year: year ?? noYear, siblings })
            const schedules = forEachAction(read.schedules, timesOf(indicator, year).perAction).map(
              (reading): PlanSchedule => ({
                ...(year === null ? withoutDates(reading) : reading),
                fromMarks: indicator.schedules.length === 0,
              }),
            )
            const index = { area: areaAt, subComponent: subAt, indicator: at }
            const findings = [
              ...indicator.findings,
              ...marksFindings(indicator, year),
              ...rowFindings(table, indicator, schedules, read.conflict, seen, sub),
            ]
            for (const finding of findings) warn(finding, indicator.place, index, indicator.id)
            return {
              id: indicator.id,
              text: indicator.text,
              actions: indicator.actions,
              evidence: indicator.evidence,
              schedules,
              owner: indicator.owners.length > 0 ? indicator.owners.join('; ') : null,
              place: indicator.place,
            }
          }),
        }
      }),
    }),
  )
  return { title, year, areas, counts: countPlan(areas), warnings }
}

function rowOf(indicator: DraftIndicator, year: number | null): Row {
  const { text, actions, evidence } = indicator
  return { indicator: text, actions, evidence, schedule: timesOf(indicator, year).written }
}

/** A time that a table row gives to several actions is repeated for each, so that times and actions pair in order. */
function forEachAction(
  readings: readonly ScheduleReading[],
  perAction: readonly string[] | null,
): readonly ScheduleReading[] {
  if (perAction === null) return readings
  const byText = new Map(readings.map(reading => [reading.text, reading]))
  return perAction.flatMap(text => byText.get(text) ?? [])
}

const withoutDates = (reading: ScheduleReading): ScheduleReading => ({
  ...reading,
  windows: [],
  dates: [],
  ambiguous: true,
  assumptions: reading.assumptions.filter(({ code }) => !code.includes('year')),
})

function layoutFindings({ parts, joined }: PlanTable): Finding[] {
  const findings: Finding[] = []
  const layout = parts[0]?.layout
  if (!layout) return findings
  const { columns, months, ignored, targetTimes } = layout
  if (!columns.has('indicator')) findings.push({ code: 'indicator-column-missing' })
  if (!columns.has('evidence')) findings.push({ code: 'evidence-column-missing' })
  if (!columns.has('schedule') && months.length === 0) findings.push({ code: 'schedule-column-missing' })
  if (!columns.has('owner')) findings.push({ code: 'owner-column-missing' })
  const unread = [...new Set([...ignored, ...unheadedColumns(parts)])]
  if (unread.length > 0) findings.push({ code: 'columns-ignored', names: unread })
  if (targetTimes) findings.push({ code: 'target-read-as-schedule' })
  if (months.length > 0) findings.push({ code: 'marks-read-as-due-dates' })
  if (headsTwice(months)) findings.push({ code: 'months-headed-twice' })
  if (joined > 0) findings.push({ code: 'tables-joined', count: joined + 1 })
  return findings
}

/** Whether a month comes again behind others, and no year tells the two apart. */
function headsTwice(months: readonly MonthColumn[]): boolean {
  const keys = months.map(({ unit, index, year }) => `${unit} ${index} ${year}`)
  const heads = keys.filter((key, at) => key !== keys[at - 1])
  return new Set(heads).size < heads.length
}

/** The letters of columns without a heading that hold text beside the cells of a plan. */
function unheadedColumns(parts: PlanTable['parts']): string[] {
  const found = parts.flatMap(({ layout, rows }) => {
    const read = new Set([...layout.columns.values()].flat())
    const work = rows.filter(
      ({ cells }) => cells.filter(({ column, text }) => read.has(column) && text !== '').length > 2,
    )
    return work.flatMap(({ cells }) =>
      cells
        .filter(({ column, text }) => !layout.headed.has(column) && fold(text) !== '')
        .map(({ column }) => column),
    )
  })
  return [...new Set(found)].sort((a, b) => a - b).map(columnName)
}

function rowFindings(
  table: PlanTable,
  indicator: DraftIndicator,
  schedules: readonly PlanSchedule[],
  conflict: FrequencyConflict | null,
  seen: Map<string, string>,
  sub: DraftSub,
): Finding[] {
  const findings: Finding[] = []
  const { columns, months } = table.parts[0]?.layout ?? { columns: new Map(), months: [] }
  if (indicator.actions.length === 0 && columns.has('action')) findings.push({ code: 'action-missing' })
  if (indicator.evidence.length === 0 && columns.has('evidence')) findings.push({ code: 'evidence-missing' })
  if (schedules.length === 0 && (columns.has('schedule') || months.length > 0))
    findings.push({ code: 'schedule-missing' })
  findings.push(
    ...timesFindings(
      indicator,
      schedules.map(({ text }) => text),
    ),
  )
  const told = new Set<string>()
  for (const schedule of schedules) {
    if (told.has(schedule.text)) continue
    told.add(schedule.text)
    if (schedule.kind === 'unresolved') findings.push({ code: 'schedule-unresolved', schedule })
    else if (schedule.ambiguous && schedule.assumptions.some(isDoubtful))
      findings.push({ code: 'schedule-ambiguous', schedule })
  }
  if (conflict) {
    const phrases = conflict.statements.filter(({ met }) => !met).map(({ phrase }) => phrase)
    findings.push({ code: 'frequency-conflict', phrases, schedule: conflict.cell })
  }
  const key = duplicateKey(indicator, sub)
  const first = seen.get(key)
  if (first !== undefined) findings.push({ code: 'duplicate-row', first })
  else seen.set(key, indicator.id)
  return findings
}

/** The same indicator with the same work and date is one row typed twice. */
const duplicateKey = (
  { text, actions, evidence, schedules, marks }: DraftIndicator,
  { name }: DraftSub,
): string =>
  fold(
    [
      name,
      text,
      ...actions,
      ...evidence,
      ...schedules,
      ...marks.map(({ column, said }) => `${column} ${said}`),
    ].join('|'),
  ).toLowerCase()
