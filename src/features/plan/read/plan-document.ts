import type { ScheduleReading } from '../../../core/schedule/reading.ts'
import type { AreaCode } from './areas.ts'
import type { ReaderNote } from './grid.ts'
import type { Place } from './place.ts'

/** A work plan as read from a file: nothing corrected, nothing left out without a warning. */
export interface PlanDocument {
  readonly title: string
  readonly year: number | null
  readonly areas: readonly PlanArea[]
  readonly counts: PlanCounts
  readonly warnings: readonly PlanWarning[]
}

export interface PlanArea {
  /** Null when the name is none of the six areas of change. */
  readonly code: AreaCode | null
  /** As printed, without its number. */
  readonly label: string
  readonly subComponents: readonly PlanSubComponent[]
}

export interface PlanSubComponent {
  readonly no: number
  readonly name: string
  readonly indicators: readonly PlanIndicator[]
}

export interface PlanIndicator {
  /** `V.2.4`: the area's Roman numeral, the sub-component's number, the indicator's place in it. */
  readonly id: string
  readonly text: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
  readonly schedules: readonly PlanSchedule[]
  readonly owner: string | null
  readonly place: Place
}

export interface PlanSchedule extends ScheduleReading {
  /** True when the text stands for marks under month columns. */
  readonly fromMarks: boolean
}

export interface PlanCounts {
  readonly areas: number
  readonly subComponents: number
  readonly indicators: number
  readonly actions: number
  readonly evidence: number
  readonly schedules: number
}

/** Where an indicator stands in the document: positions from 0. */
export interface RowIndex {
  readonly area: number
  readonly subComponent: number
  readonly indicator: number
}

/** A finding that a person should look at. Those of a row carry its index, so that it can be shown beside it. */
export type PlanWarning = Finding & {
  readonly place: Place | null
  readonly row: RowIndex | null
  readonly rowId: string | null
}

export type Finding =
  | { readonly code: 'schedule-missing' }
  | { readonly code: 'schedule-ambiguous'; readonly schedule: ScheduleReading }
  | { readonly code: 'schedule-unresolved'; readonly schedule: ScheduleReading }
  | { readonly code: 'frequency-conflict'; readonly phrases: readonly string[]; readonly schedule: string }
  | { readonly code: 'schedules-for-all-actions' }
  | { readonly code: 'schedules-paired-across-rows' }
  | { readonly code: 'marks-without-action' }
  | { readonly code: 'marks-beside-schedule' }
  | {
      readonly code: 'marks-read-as-days' | 'marks-with-words' | 'marks-not-counted'
      readonly cells: readonly string[]
    }
  | { readonly code: 'action-without-schedule'; readonly action: string }
  | { readonly code: 'action-missing' }
  | { readonly code: 'evidence-missing' }
  | { readonly code: 'indicator-missing' }
  | { readonly code: 'indicators-share-row'; readonly count: number }
  | { readonly code: 'duplicate-row'; readonly first: string }
  | { readonly code: 'row-longer-than-headings' }
  | { readonly code: 'struck-text'; readonly texts: readonly string[] }
  | { readonly code: 'formula-cell'; readonly text: string }
  | { readonly code: 'cell-error'; readonly text: string }
  | { readonly code: 'unknown-area'; readonly label: string }
  | { readonly code: 'area-empty'; readonly label: string }
  | { readonly code: 'area-missing' }
  | { readonly code: 'owner-column-missing' }
  | { readonly code: 'evidence-column-missing' }
  | { readonly code: 'schedule-column-missing' }
  | { readonly code: 'target-read-as-schedule' }
  | { readonly code: 'indicator-column-missing' }
  | { readonly code: 'columns-ignored'; readonly names: readonly string[] }
  | { readonly code: 'rows-ignored'; readonly count: number; readonly text: string }
  | { readonly code: 'marks-read-as-due-dates' }
  | { readonly code: 'months-headed-twice' }
  | { readonly code: 'tables-joined'; readonly count: number }
  | { readonly code: 'other-table'; readonly number: number }
  | { readonly code: 'year-missing' }
  | { readonly code: 'year-conflict'; readonly printed: number; readonly used: number }
  | { readonly code: 'year-from-schedules'; readonly year: number }
  | ReaderNote

export function countPlan(areas: readonly PlanArea[]): PlanCounts {
  const subComponents = areas.flatMap(area => area.subComponents)
  const indicators = subComponents.flatMap(sub => sub.indicators)
  const sum = (of: (indicator: PlanIndicator) => number) =>
    indicators.reduce((total, each) => total + of(each), 0)
  return {
    areas: areas.length,
    subComponents: subComponents.length,
    indicators: indicators.length,
    actions: sum(({ actions }) => actions.length),
    evidence: sum(({ evidence }) => evidence.length),
    schedules: sum(({ schedules }) => schedules.length),
  }
}
