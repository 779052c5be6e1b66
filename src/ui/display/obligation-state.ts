import type { ObligationState } from '../../core/schedule/obligation-dates.ts'

/** The four meanings that a colour may have. */
export type Tone = 'done' | 'due' | 'late' | 'wait'

/** From what needs a person most to what needs one least. */
export const obligationStates = ['late', 'due', 'upcoming', 'done', 'waived'] as const

export const toneOf: Record<ObligationState, Tone> = {
  late: 'late',
  due: 'due',
  upcoming: 'wait',
  done: 'done',
  waived: 'wait',
}

/** The state that stands for several: the one that needs a person most. Null for none. */
export const worstState = (states: readonly ObligationState[]): ObligationState | null =>
  obligationStates.find(state => states.includes(state)) ?? null
