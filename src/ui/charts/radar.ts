import { asMarkup, escapeText, type Markup } from '../markup.ts'

export type RadarAxis = {
  /** One short word: there is room for some twelve letters beside the shape. */
  readonly name: string
  /** Under the name: "54,0%". */
  readonly note: string
  /** From 0 (the middle) to 1 (the rim). */
  readonly value: number
}

export type RadarProps = {
  /** Says every axis with its figure, for screen readers. */
  readonly label: string
  readonly axes: readonly RadarAxis[]
  /** Rings that the shape should reach past, from 0 to 1, the lower first. */
  readonly thresholds: readonly number[]
}

const radius = 92
const centre = { x: 180, y: 150 }

const place = (axes: number, index: number, value: number) => {
  const angle = (index / axes) * 2 * Math.PI - Math.PI / 2
  return { x: centre.x + Math.cos(angle) * radius * value, y: centre.y + Math.sin(angle) * radius * value }
}
const round = (value: number) => Math.round(value * 10) / 10
const point = ({ x, y }: { x: number; y: number }) => `${round(x)},${round(y)}`
const ring = (axes: number, value: number) =>
  Array.from({ length: axes }, (_, index) => point(place(axes, index, value))).join(' ')

/**
 * Several measures at once, each on its own axis, with the thresholds as rings. Put it beside its table.
 * @example Radar({ label, axes: [{ name: 'MP', note: '61,2%', value: 0.612 }], thresholds: [0.6, 0.75] })
 */
export function Radar(p: RadarProps): Markup {
  const n = p.axes.length
  const spokes = p.axes
    .map((_, index) => {
      const { x, y } = place(n, index, 1)
      return `<line class="spoke" x1="${centre.x}" y1="${centre.y}" x2="${round(x)}" y2="${round(y)}"/>`
    })
    .join('')
  const rings = p.thresholds
    .map((value, index) => `<polygon class="ring ring-${index + 1}" points="${ring(n, value)}"/>`)
    .join('')
  const shape = p.axes
    .map((axis, index) => point(place(n, index, Math.min(Math.max(axis.value, 0), 1))))
    .join(' ')
  const dots = p.axes
    .map((axis, index) => {
      const { x, y } = place(n, index, Math.min(Math.max(axis.value, 0), 1))
      return `<circle class="dot" cx="${round(x)}" cy="${round(y)}" r="4"/>`
    })
    .join('')
  const names = p.axes
    .map((axis, index) => {
      const { x, y } = place(n, index, 1.16)
      const side = x > centre.x + 5 ? 'start' : x < centre.x - 5 ? 'end' : 'middle'
      const top = round(y < centre.y - 90 ? y - 12 : y > centre.y + 90 ? y + 6 : y - 2)
      return `<text class="axis-name" text-anchor="${side}" x="${round(x)}" y="${top}">${escapeText(axis.name)}</text><text class="axis-note" text-anchor="${side}" x="${round(x)}" y="${top + 15}">${escapeText(axis.note)}</text>`
    })
    .join('')
  return asMarkup(
    `<svg class="radar" viewBox="-10 12 380 272" role="img" aria-label="${escapeText(p.label)}"><polygon class="rim" points="${ring(n, 1)}"/>${spokes}${rings}<polygon class="shape" points="${shape}"/>${dots}${names}</svg>`,
  )
}
