import type { LocalDate } from '../shared/local-date.ts'
import type { EvidenceKind } from './kind.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A piece of evidence that counts: not returned, not withdrawn. */
export interface Piece {
  readonly id: string
  /** Of its current version; null for a link. */
  readonly sha256: string | null
  readonly kind: EvidenceKind
  readonly documentDate: LocalDate | null
  /** The period that the person who brought it says it proves. */
  readonly proves: Period | null
  /** The last day on which it is in force; null for no end. */
  readonly validUntil: LocalDate | null
  /** Milliseconds since 1970. */
  readonly uploadedAt: number
}

export interface Slot {
  readonly id: string
  readonly indicatorId: string
  /** What the plan asks for, as it is written there. */
  readonly text: string
}

/** A piece offered for a slot, and for an obligation where it proves one date of it. */
export interface Use {
  readonly evidenceId: string
  readonly slotId: string
  readonly obligationId: string | null
}

export interface DatedObligation {
  readonly id: string
  readonly due: LocalDate
  /** The days that the obligation is about; null when the plan names none. */
  readonly period: Period | null
  /** True when it was waived with a reason: nothing is owed then. */
  readonly waived: boolean
}

/** A moment before which evidence is wanted, in milliseconds since 1970. */
export interface Deadline {
  readonly id: string
  readonly at: number
  /** The pieces that it concerns; null for all. */
  readonly evidenceIds: readonly string[] | null
}

export interface HonestyInput {
  readonly today: LocalDate
  readonly pieces: readonly Piece[]
  readonly slots: readonly Slot[]
  readonly uses: readonly Use[]
  readonly obligations: readonly DatedObligation[]
  readonly deadlines: readonly Deadline[]
  /** What the unit showed in earlier plan years. */
  readonly earlier: readonly { readonly sha256: string; readonly year: number }[]
  /** The same bytes at other units of the agency. */
  readonly elsewhere: readonly { readonly sha256: string; readonly unitId: string }[]
}

/** So many pieces within so many hours before a deadline are a bulk upload. */
export interface BulkRule {
  readonly pieces: number
  readonly hours: number
}
