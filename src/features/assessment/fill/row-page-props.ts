import type { Zone } from '../../../ui/format.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import type { Locale } from '../../../ui/messages.ts'
import type { StoreEvidence } from '../prove/evidence-queries.ts'
import type { HistoryEntry } from '../queries.ts'
import type { Sheet } from '../sheet.ts'
import type { Typed } from './fill-form.ts'
import type { RowFilter } from './row-state.ts'

export type RowPageProps = {
  readonly locale: Locale
  readonly zone: Zone
  readonly sheet: Sheet
  readonly placed: Sheet['questions'][number]
  readonly flags: ReadonlySet<RowFilter>
  readonly base: string
  readonly page: string
  readonly editable: boolean
  readonly mayReturn: boolean
  readonly maySetZero: boolean
  readonly history: readonly HistoryEntry[]
  readonly store: readonly (StoreEvidence & { readonly fit: number })[]
  readonly search: string
  /** Where new evidence is brought; null for those who may not. */
  readonly uploadHref: string | null
  readonly typed: Typed | null
  readonly errors: readonly FormError[]
  readonly newKey: () => string
}
