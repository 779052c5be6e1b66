import { frequencyConflict } from '../../../core/schedule/frequency-conflict.ts'
import { readSchedule } from '../../../core/schedule/read-schedule.ts'
import { isDoubtful } from '../../../core/schedule/reading.ts'
import { readRow } from '../../../core/schedule/row-schedule.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import {
  type AreaCode,
  type PlanDocument,
  type PlanIndicator,
  type PlanWarning,
  type RowIndex,
  sharesTimes,
} from '../read/index.ts'

export type Correction = {
  readonly text: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
  readonly schedules: readonly string[]
  readonly owner: string | null
  /** First day of a duration ("1 bulan"), which the document does not print. */
  readonly start: LocalDate | null
}

const rereadCodes: ReadonlySet<PlanWarning['code']> = new Set<PlanWarning['code']>([
  'schedule-missing',
  'schedules-for-all-actions',
  'schedules-paired-across-rows',
  'action-without-schedule',
  'marks-without-action',
  'marks-beside-schedule',
  'marks-read-as-days',
  'marks-with-words',
  'marks-not-counted',
  'schedule-ambiguous',
  'schedule-unresolved',
  'frequency-conflict',
  'action-missing',
  'evidence-missing',
  'indicator-missing',
])

const sameRow = (a: RowIndex | null, b: RowIndex) =>
  a !== null && a.area === b.area && a.subComponent === b.subComponent && a.indicator === b.indicator

export const indicatorAt = (document: PlanDocument, row: RowIndex): PlanIndicator | undefined =>
  document.areas[row.area]?.subComponents[row.subComponent]?.indicators[row.indicator]

/** What the words of a corrected row say now. */
export function readCorrection(
  { text, actions, evidence, schedules, start }: Correction,
  year: number,
): PlanIndicator['schedules'] {
  const row = { indicator: text, actions, evidence }
  const options = start === null ? { year } : { year, start }
  return schedules.flatMap(schedule =>
    readRow({ ...row, schedule }, options).schedules.map(reading => ({ ...reading, fromMarks: false })),
  )
}

/** The document with one row corrected: its schedules are read again and its warnings computed anew. */
export function correctRow(
  document: PlanDocument,
  row: RowIndex,
  correction: Correction,
  year: number,
): PlanDocument {
  const before = indicatorAt(document, row)
  if (!before) return document
  const { text, actions, evidence, owner } = correction
  const schedules = readCorrection(correction, year)
  const after: PlanIndicator = { ...before, text, actions, evidence, owner, schedules }
  const areas = document.areas.map((area, a) =>
    a !== row.area
      ? area
      : {
          ...area,
          subComponents: area.subComponents.map((sub, s) =>
            s !== row.subComponent
              ? sub
              : { ...sub, indicators: sub.indicators.map((each, i) => (i === row.indicator ? after : each)) },
          ),
        },
  )
  const warnings = [
    ...document.warnings.filter(warning => !(sameRow(warning.row, row) && rereadCodes.has(warning.code))),
    ...rowWarnings(after, row, year),
  ]
  const change = (of: 'actions' | 'evidence' | 'schedules') =>
    document.counts[of] + after[of].length - before[of].length
  const counts = {
    ...document.counts,
    actions: change('actions'),
    evidence: change('evidence'),
    schedules: change('schedules'),
  }
  return { ...document, areas, counts, warnings }
}

function rowWarnings(indicator: PlanIndicator, row: RowIndex, year: number): PlanWarning[] {
  const at = { place: indicator.place, row, rowId: indicator.id }
  const warnings: PlanWarning[] = []
  if (indicator.actions.length === 0) warnings.push({ code: 'action-missing', ...at })
  if (indicator.evidence.length === 0) warnings.push({ code: 'evidence-missing', ...at })
  if (indicator.schedules.length === 0) warnings.push({ code: 'schedule-missing', ...at })
  const times = indicator.schedules.map(schedule => schedule.text)
  if (sharesTimes(indicator.actions, times)) warnings.push({ code: 'schedules-for-all-actions', ...at })
  for (const schedule of indicator.schedules) {
    if (schedule.kind === 'unresolved') warnings.push({ code: 'schedule-unresolved', schedule, ...at })
    else if (schedule.ambiguous && schedule.assumptions.some(isDoubtful))
      warnings.push({ code: 'schedule-ambiguous', schedule, ...at })
  }
  const { text, actions, evidence } = indicator
  const cell = indicator.schedules.map(schedule => readSchedule(schedule.text, { year }))
  const conflict = frequencyConflict({ indicator: text, actions, evidence }, cell)
  if (conflict) {
    const phrases = conflict.statements.filter(({ met }) => !met).map(({ phrase }) => phrase)
    warnings.push({ code: 'frequency-conflict', phrases, schedule: conflict.cell, ...at })
  }
  return warnings
}

/** The document with one of its areas named by a person. */
export function nameArea(document: PlanDocument, at: number, code: AreaCode): PlanDocument {
  const label = document.areas[at]?.label
  return {
    ...document,
    areas: document.areas.map((area, index) => (index === at ? { ...area, code } : area)),
    warnings: document.warnings.filter(
      warning => !(warning.code === 'unknown-area' && warning.label === label),
    ),
  }
}
