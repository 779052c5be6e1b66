import type { NextStep, Road } from '../../../core/score/road.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import type { Locale } from '../../../ui/messages.ts'
import type { Sheet } from '../sheet.ts'
import type { Tried } from './try-change.ts'

export type RoadProps = {
  readonly locale: Locale
  readonly sheet: Sheet
  readonly base: string
  readonly roads: readonly Road[]
  readonly steps: readonly NextStep[]
  readonly efforts: ReadonlyMap<string, number>
  readonly typed: ReadonlyMap<string, string> | null
  readonly tried: Tried | null
  readonly editable: boolean
  readonly errors: readonly FormError[]
  readonly formKey: string
}
