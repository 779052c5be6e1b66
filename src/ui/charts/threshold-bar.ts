import { asMarkup, escapeText, type Markup } from '../markup.ts'
import { percent } from './parts.ts'

export type Threshold = {
  /** From 0 to 1. */
  readonly at: number
  /** Stands under the tick: "WBK 60". */
  readonly label: string
  readonly met: boolean
}

export type ThresholdBarProps = {
  /** What is measured, how much of it there is and which thresholds are met, for screen readers. */
  readonly label: string
  /** From 0 to 1; only its length is drawn, nothing is decided by it. */
  readonly share: number
  /** At most two, the lower first: their labels stand outwards so that they never touch. */
  readonly thresholds: readonly Threshold[]
}

/**
 * A score against its thresholds: the fill tells how many are met, the ticks where they stand.
 * @example ThresholdBar({ label: 'Pengawasan 54,0%, ambang 60 dan 75', share: 0.54, thresholds })
 */
export function ThresholdBar(p: ThresholdBarProps): Markup {
  const met = p.thresholds.filter(threshold => threshold.met).length
  const tone = met === p.thresholds.length ? 'done' : met > 0 ? 'due' : 'late'
  const ticks = p.thresholds
    .map(({ at, label }, index) => {
      const x = percent(at)
      const line = `<line class="tick" x1="${x}" x2="${x}" y1="0" y2="18"/>`
      const outward = index === 0 && p.thresholds.length > 1 ? 'end' : 'start'
      return `${line}<text class="tick-label t-${outward}" x="${x}" dx="${outward === 'end' ? 3 : -3}" y="31">${escapeText(label)}</text>`
    })
    .join('')
  const fill = Math.min(Math.max(p.share, 0), 1)
  return asMarkup(
    `<svg class="threshold-bar" role="img" aria-label="${escapeText(p.label)}"><rect class="p-none" y="3" width="100%" height="12" rx="6"/><rect class="p-${tone}" y="3" width="${percent(fill)}" height="12" rx="6"/>${ticks}</svg>`,
  )
}
