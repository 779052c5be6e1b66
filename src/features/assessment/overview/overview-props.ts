import type { NextStep } from '../../../core/score/road.ts'
import type { Zone } from '../../../ui/format.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import type { Locale } from '../../../ui/messages.ts'
import type { Sheet } from '../sheet.ts'

export type OverviewProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly today: string
  readonly sheet: Sheet
  readonly base: string
  readonly can: {
    readonly edit: boolean
    readonly submit: boolean
    readonly reopen: boolean
    readonly close: boolean
  }
  readonly several: boolean
  /** What the workbook would show, where blanks make it differ. */
  readonly workbookTotal: string | null
  readonly steps: readonly NextStep[]
  readonly errors: readonly FormError[]
  readonly typedReason: string
  readonly newKey: () => string
}
