import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Locale } from '../../ui/messages.ts'
import type { Signature } from './document.ts'
import type { DocumentUnit } from './plan-input.ts'

/** Obligations by their state on the day of the report; every obligation is in exactly one. */
export type StateCounts = {
  readonly done: number
  readonly late: number
  /** Due now, inside its window, not yet late. */
  readonly due: number
  readonly upcoming: number
  /** Waived with a reason; left out of every percentage. */
  readonly waived: number
}

export type LateObligation = {
  readonly action: string
  readonly area: string
  readonly person: string | null
  readonly dueOn: LocalDate
  /** Why, or what is agreed; blank leaves room to write by hand. */
  readonly note?: string | null
}

export type DoneObligation = {
  readonly action: string
  readonly area: string
  readonly person: string | null
  readonly dueOn: LocalDate
  readonly doneOn: LocalDate
}

export type FollowUp = {
  readonly finding: string
  readonly action: string
  readonly person: string | null
  readonly dueOn: LocalDate | null
  readonly status: string
}

export type MonevInput = {
  readonly unit: DocumentUnit
  readonly year: number
  /** First day the done list covers; the start of the year when absent. */
  readonly from?: LocalDate
  readonly asOf: LocalDate
  readonly locale?: Locale
  readonly perArea: readonly { readonly code: string; readonly label: string; readonly counts: StateCounts }[]
  /** `month` 1 to 12: the month the obligation falls due in. */
  readonly perMonth: readonly { readonly month: number; readonly counts: StateCounts }[]
  readonly perPerson: readonly {
    readonly name: string
    readonly position?: string | null
    readonly counts: StateCounts
  }[]
  readonly lateList: readonly LateObligation[]
  readonly doneList: readonly DoneObligation[]
  readonly followUps?: readonly FollowUp[]
  /** Free text in chapter markup: what the team concludes. */
  readonly notes?: string | null
  readonly signer: Signature | null
}
