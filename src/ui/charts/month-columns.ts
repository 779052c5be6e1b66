import { scaleLinear } from 'd3-scale'
import { formatNumber, monthName } from '../format.ts'
import { asMarkup, escapeText, type Markup } from '../markup.ts'
import type { Locale } from '../messages.ts'
import { countsInWords, percent, type StateCounts, stackOrder, totalOf } from './parts.ts'

export type MonthColumnsProps = {
  readonly locale: Locale
  /** January to December. */
  readonly months: readonly StateCounts[]
  readonly label: string
  /** 1 to 12: stands out on the axis. */
  readonly currentMonth?: number
}

const plot = { top: 22, height: 230, bottom: 26, left: 0.06 }

/**
 * Twelve months as stacked columns with their totals. Widths are shares, so it fits any screen unscaled.
 * @example <MonthColumns locale={l} label="Kewajiban per bulan" months={counts} currentMonth={11} />
 */
export function MonthColumns(p: MonthColumnsProps): Markup {
  const totals = p.months.map(totalOf)
  const y = scaleLinear([0, Math.max(...totals, 1)], [0, plot.height]).nice(4)
  const floor = plot.top + plot.height
  const slot = (1 - plot.left) / 12
  const grid = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(value => {
      const at = floor - y(value)
      return `<line class="grid-line" x1="${percent(plot.left)}" x2="100%" y1="${at}" y2="${at}"/><text class="axis end" x="${percent(plot.left - 0.012)}" y="${at}" dy=".34em">${formatNumber(value, p.locale)}</text>`
    })
  const columns = p.months.map((counts, i) => {
    const x = plot.left + slot * i
    let top = floor
    let parts = ''
    for (const state of stackOrder) {
      const n = counts[state] ?? 0
      if (n === 0) continue
      const height = y(n)
      top -= height
      parts += `<rect class="p-${state}" x="${percent(x + slot * 0.16)}" width="${percent(slot * 0.68)}" y="${top.toFixed(1)}" height="${height.toFixed(1)}"/>`
    }
    const middle = percent(x + slot / 2)
    const total = totals[i] ?? 0
    const now = p.currentMonth === i + 1 ? ' now' : ''
    return `${parts}${total > 0 ? `<text class="axis total" x="${middle}" y="${(top - 6).toFixed(1)}">${formatNumber(total, p.locale)}</text>` : ''}<text class="axis${now}" x="${middle}" y="${floor + 18}">${monthName(i + 1, p.locale, 'short')}</text>`
  })
  const words = p.months
    .map((counts, i) => `${monthName(i + 1, p.locale)} ${countsInWords(counts, p.locale)}`)
    .join('; ')
  return asMarkup(
    `<svg class="columns" role="img" aria-label="${escapeText(`${p.label}. ${words}`)}" height="${floor + plot.bottom}" width="100%">${grid.join('')}${columns.join('')}</svg>`,
  )
}
