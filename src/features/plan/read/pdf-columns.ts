import { areaOf } from './areas.ts'
import { headingRole, inHeadingWords, type Role } from './headings.ts'
import type { TextRun } from './pdf-page.ts'

/** A heading with the room its letters take. */
export interface Heading {
  readonly text: string
  readonly role: Role | null
  readonly x0: number
  readonly x1: number
}

/** Headings with the lines they take: `from` and `end` count bands, the latter is the first below them. */
export interface HeadingRow {
  readonly headings: readonly Heading[]
  readonly from: number
  readonly end: number
}

/** A heading row of more runs is a drawing. */
const runLimit = 120

/** Runs that share a baseline, from the top of the page down. */
export function bandsOf(runs: readonly TextRun[]): TextRun[][] {
  const bands: TextRun[][] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const band = bands.at(-1)
    if (band?.[0] && Math.abs(run.y - band[0].y) <= run.size * 0.4) band.push(run)
    else bands.push([run])
  }
  for (const band of bands) band.sort((a, b) => a.x - b.x)
  return bands
}

/** The first line from `start` on that names three columns, with the lines that its headings wrap into. */
export function headingRowOf(bands: readonly (readonly TextRun[])[], start: number): HeadingRow | null {
  const main = bands.findIndex(
    (band, at) =>
      at >= start &&
      band.length < runLimit &&
      new Set(band.map(({ text }) => headingRole(text)).filter(Boolean)).size >= 3,
  )
  if (main < 0) return null
  const close = (at: number, beside: number) => {
    const [band, next] = [bands[at]?.[0], bands[beside]?.[0]]
    return band !== undefined && next !== undefined && Math.abs(band.y - next.y) <= band.size * 1.8
  }
  let [from, end] = [main, main + 1]
  let headings = headingsOf(bands[main] ?? [])
  while (from > start && close(from - 1, from) && bands[from - 1]?.every(({ text }) => inHeadingWords(text)))
    headings = headingsOf(bands.slice(--from, end).flat())
  while (close(end, end - 1) && bands[end]?.every(run => isWrap(run, headings)))
    headings = headingsOf(bands.slice(from, ++end).flat())
  return { headings, from, end }
}

const isUnder = (run: TextRun, { x0, x1 }: { x0: number; x1: number }) => run.x < x1 && run.x + run.width > x0

const isWrap = (run: TextRun, headings: readonly Heading[]) =>
  inHeadingWords(run.text) ||
  headings.some(heading => isUnder(run, heading) && inHeadingWords(joinHeading(heading.text, run.text)))

/** A narrow column breaks its heading inside a word: "INDIKATO", "R". */
function joinHeading(above: string, below: string): string {
  const apart = `${above} ${below}`
  return !inHeadingWords(apart) && inHeadingWords(above + below) ? above + below : apart
}

/** Words above one another are one heading. */
function headingsOf(runs: readonly TextRun[]): Heading[] {
  const found: { text: string; x0: number; x1: number }[] = []
  for (const run of runs.flatMap(numberApart)) {
    const above = found.find(heading => isUnder(run, heading))
    if (!above) found.push({ text: run.text, x0: run.x, x1: run.x + run.width })
    else {
      above.text = joinHeading(above.text, run.text)
      above.x0 = Math.min(above.x0, run.x)
      above.x1 = Math.max(above.x1, run.x + run.width)
    }
  }
  return found.sort((a, b) => a.x0 - b.x0).map(heading => ({ ...heading, role: headingRole(heading.text) }))
}

/** "NO KOMPONEN", which pdf.js joins across a narrow column of numbers, is two headings. */
function numberApart(run: TextRun): TextRun[] {
  const [, number, rest] = /^(no\.?|nomor)\s+(.+)$/i.exec(run.text) ?? []
  if (number === undefined || rest === undefined || headingRole(rest) === null) return [run]
  const start = run.x + run.width - widthOf(rest) * (run.width / widthOf(run.text))
  const left = { ...run, text: number, width: (widthOf(number) / widthOf(run.text)) * run.width }
  return [left, { ...run, text: rest, x: start, width: run.x + run.width - start }]
}

const bareNumber = /^\(?(?:[IVX]{1,5}|\d{1,3}|[A-Fa-z])\)?[.)]?$/
const numberBefore = /^(?:[IVX]{1,5}|\d{1,3})(?=\s+\S)/

/**
 * Where columns part: between two headings, at the x that the fewest lines cross; of equal ones the rightmost, so
 * that a wall stands just left of its column's text. Numbers stay on the left of the wall of their column.
 */
export function wallsOf(headings: readonly Heading[], body: readonly TextRun[]): number[] {
  const walls = [0]
  for (const [at, right] of headings.entries()) {
    const left = headings[at - 1]
    if (!left) continue
    const [from, to] = [Math.floor((left.x0 + left.x1) / 2), Math.ceil((right.x0 + right.x1) / 2)]
    const cost = crossings(body, from, to, left.role === 'no')
    for (let x = Math.max(from, Math.floor(right.x0) + 1); x <= to; x += 1)
      cost[x - from] = (cost[x - from] ?? 0) + 100
    for (let x = from; x < Math.min(to, right.x0) && x < left.x1; x += 1)
      cost[x - from] = (cost[x - from] ?? 0) + 100
    let best = to - from
    for (let x = to - from; x > 0; x -= 1) if ((cost[x] ?? 0) < (cost[best] ?? 0) - 1e-6) best = x
    walls.push(from + best)
  }
  return walls
}

/** For every whole x how many lines a wall there would cut; a cut at a blank is a quarter of one. */
function crossings(body: readonly TextRun[], from: number, to: number, numbers: boolean): number[] {
  const step = new Array<number>(Math.max(1, to - from + 2)).fill(0)
  const add = (x0: number, x1: number, weight: number) => {
    const [first, last] = [Math.max(from, Math.ceil(x0)), Math.min(to, Math.floor(x1))]
    if (last < first) return
    step[first - from] = (step[first - from] ?? 0) + weight
    step[last - from + 1] = (step[last - from + 1] ?? 0) - weight
  }
  for (const run of body) {
    if (run.x + run.width < from || run.x > to || areaOf(run.text) !== null) continue
    const [start, end] = [run.x + 0.5, run.x + run.width - 0.5]
    add(start, end, 1)
    let free = start
    for (const [x0, x1] of blanksOf(run)) {
      if (x1 <= free) continue
      add(Math.max(free, x0), Math.min(x1, end), -0.75)
      free = Math.min(x1, end) + 1
    }
    if (!numbers) continue
    const text = run.text.trim()
    if (bareNumber.test(text)) add(from, end, 1)
    else if (numberBefore.test(text)) add(from, start, 1)
  }
  let sum = 0
  return step.map(value => {
    sum += value
    return sum
  })
}

/** Roughly how wide a text is, in letters of middling width. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) {
    if (/[ijlIt.,;:'|!()[\]/rf-]/.test(letter)) width += 0.55
    else if (/[mwMW]/.test(letter)) width += 1.5
    else if (letter === ' ') width += 0.6
    else width += /\p{Lu}/u.test(letter) ? 1.2 : 1
  }
  return Math.max(width, 0.1)
}

/** Where the blanks of a run stand, give or take a letter: pdf.js tells the width of the whole alone. */
function blanksOf(run: TextRun): [number, number][] {
  const share = run.width / widthOf(run.text)
  let x = run.x
  const blanks: [number, number][] = []
  for (const part of run.text.split(/(\s+)/)) {
    const width = widthOf(part) * share
    if (/^\s+$/.test(part)) blanks.push([x - run.size * 0.5, x + width + run.size * 0.5])
    x += part === '' ? 0 : width
  }
  return blanks
}

/** The column that holds an x. */
export const columnAt = (x: number, walls: readonly number[]): number =>
  Math.max(
    0,
    walls.findLastIndex(wall => x >= wall - 0.5),
  )

/** pdf.js joins the words of neighbouring cells; a run that crosses a wall at a blank is cut there. */
export function cutAtColumns(run: TextRun, walls: readonly number[]): TextRun[] {
  const wall = walls.find(x => x > run.x + run.size * 0.3 && x > 0)
  if (wall === undefined || run.x + run.width <= wall + run.size * 0.5) return [run]
  const share = run.width / widthOf(run.text)
  let best: { index: number; off: number } | null = null
  for (const { index, 0: blank } of run.text.matchAll(/\s+/g)) {
    const middle = run.x + (widthOf(run.text.slice(0, index)) + widthOf(blank) / 2) * share
    const off = Math.abs(middle - wall)
    if (off < run.size * 1.2 && off < (best?.off ?? Number.POSITIVE_INFINITY)) best = { index, off }
  }
  if (!best) return [run]
  const text = run.text.slice(0, best.index)
  const rest = run.text.slice(best.index).trim()
  if (text.trim() === '' || rest === '') return [run]
  const start = wall + 0.5
  const left = { ...run, text, width: Math.max(1, wall - 1 - run.x) }
  const right = { ...run, text: rest, x: start, width: Math.max(1, run.x + run.width - start) }
  return [left, ...cutAtColumns(right, walls)]
}
