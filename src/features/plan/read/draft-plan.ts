import type { AreaCode } from './areas.ts'
import type { Mark } from './marks.ts'
import type { Place } from './place.ts'
import type { Finding } from './plan-document.ts'

/** An indicator with its cells as written; nothing of it is interpreted yet. */
export interface DraftIndicator {
  readonly id: string
  readonly text: string
  readonly place: Place
  readonly actions: string[]
  readonly evidence: string[]
  readonly schedules: string[]
  readonly marks: Mark[]
  readonly owners: string[]
  /** The table rows that hold its actions or times, one by one. */
  readonly rows: DraftRow[]
  readonly findings: Finding[]
}

/** What one table row gives its indicator; a cell merged down over rows counts in each. */
export interface DraftRow {
  readonly actions: readonly string[]
  readonly schedule: string
  readonly marks: readonly Mark[]
}

export interface DraftSub {
  readonly no: number
  name: string
  readonly indicators: DraftIndicator[]
}

export interface DraftArea {
  readonly code: AreaCode | null
  readonly label: string
  readonly numeral: string
  readonly subs: DraftSub[]
}

export interface DraftPlan {
  readonly areas: readonly DraftArea[]
  readonly findings: readonly { readonly finding: Finding; readonly place: Place | null }[]
  /** The first formula in the plan's rows that has no stored result. */
  readonly formulaWithoutValue: Place | null
}
