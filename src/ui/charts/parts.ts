import type { ObligationState } from '../../core/schedule/obligation-dates.ts'
import { obligationStates } from '../display/obligation-state.ts'
import { formatNumber } from '../format.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'

/** How many obligations are in each state; a state left out counts as none. */
export type StateCounts = Readonly<Partial<Record<ObligationState, number>>>

/** The order in which a bar stacks them: what is behind us first, what is ahead last. */
export const stackOrder = ['done', 'late', 'due', 'upcoming', 'waived'] as const

export const totalOf = (counts: StateCounts): number =>
  obligationStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

/** "12 selesai, 2 terlambat" in the order of the bar. */
export const countsInWords = (counts: StateCounts, locale: Locale): string =>
  stackOrder
    .filter(state => (counts[state] ?? 0) > 0)
    .map(
      state =>
        `${formatNumber(counts[state] ?? 0, locale)} ${uiText[locale](`state.${state}`).toLowerCase()}`,
    )
    .join(', ') || uiText[locale]('state.none')

/** A share from 0 to 1 as an SVG length, so that nothing needs a fixed width. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`

/** Counts by state, added up over several. */
export function addCounts(all: readonly StateCounts[]): StateCounts {
  const sum: Partial<Record<ObligationState, number>> = {}
  for (const counts of all) {
    for (const state of obligationStates) {
      const n = counts[state] ?? 0
      if (n > 0) sum[state] = (sum[state] ?? 0) + n
    }
  }
  return sum
}
