import type { AreaCode } from '../access/role.ts'

/** A plan as far as files are matched to it. Ids are the caller's. */
export interface PlanToMatch {
  readonly year: number | null
  readonly areas: readonly AreaToMatch[]
}

export interface AreaToMatch {
  readonly id: string
  readonly code: AreaCode | null
  readonly label: string
  readonly subComponents: readonly SubComponentToMatch[]
}

export interface SubComponentToMatch {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly indicators: readonly IndicatorToMatch[]
}

export interface IndicatorToMatch {
  readonly id: string
  /** Its place in the sub-component as the plan prints it: `1`, `1a`. */
  readonly no: string
  readonly text: string
  readonly slots: readonly SlotToMatch[]
}

export interface SlotToMatch {
  readonly id: string
  readonly text: string
}
