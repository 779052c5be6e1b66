import { formatNumber } from '../format.ts'
import { asMarkup, escapeText, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { uiText } from '../ui-messages.ts'
import { countsInWords, percent, type StateCounts, stackOrder, totalOf } from './parts.ts'

/** A threshold on the bar, `at` from 0 to 1. */
export type Tick = { readonly at: number; readonly label: string }

export type ProgressBarProps = {
  readonly locale: Locale
  readonly counts: StateCounts
  /** What is measured, for screen readers: "Penguatan Pengawasan". */
  readonly label: string
  /** Says the amount where the parts are not counts of obligations: "6,56 dari 8". */
  readonly words?: string
  readonly ticks?: readonly Tick[]
  /** Writes the numbers into the parts that have room for them. */
  readonly numbers?: boolean
  /** What the full width stands for, to compare bars; default the bar's own total. */
  readonly scale?: number
}

// Below this share a two-digit number does not fit on a phone.
const roomForNumber = 0.09

/**
 * Obligations by state in one bar. The words are in its label; colour is never alone.
 * @example <ProgressBar locale={l} label="Area V" counts={{ done: 41, late: 3, upcoming: 23 }} ticks={[{ at: 0.6, label: '60' }]} />
 */
export function ProgressBar(p: ProgressBarProps): Markup {
  const full = Math.max(p.scale ?? totalOf(p.counts), 1)
  const thresholds = (p.ticks ?? [])
    .map(t => `; ${uiText[p.locale]('bar.threshold', { label: t.label })}`)
    .join('')
  const words = escapeText(`${p.label}: ${p.words ?? countsInWords(p.counts, p.locale)}${thresholds}`)
  let from = 0
  let parts = ''
  for (const state of stackOrder) {
    const n = p.counts[state] ?? 0
    if (n === 0) continue
    const share = n / full
    parts += `<rect class="p-${state}" x="${percent(from)}" width="${percent(share)}" height="100%"/>`
    if (p.numbers && share >= roomForNumber) {
      parts += `<text class="n-${state}" x="${percent(from + share / 2)}" y="50%" dy=".36em">${formatNumber(n, p.locale)}</text>`
    }
    from += share
  }
  const ticks = (p.ticks ?? [])
    .map(t => `<line class="tick" x1="${percent(t.at)}" x2="${percent(t.at)}" y1="0" y2="100%"/>`)
    .join('')
  const size = p.numbers ? ' bar-tall' : ''
  // Where bars are compared, what is beyond one's own total is not part of it.
  const track = p.scale === undefined ? '<rect class="p-none" width="100%" height="100%"/>' : ''
  return asMarkup(`<svg class="bar${size}" role="img" aria-label="${words}">${track}${parts}${ticks}</svg>`)
}
