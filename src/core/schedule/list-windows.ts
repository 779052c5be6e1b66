import {
  addDays,
  daysBetween,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  yearOf,
} from '../shared/local-date.ts'
import { spanOf } from './calendar-span.ts'
import { Impossible } from './cursor.ts'
import type { Period } from './period.ts'
import type { Item, PeriodList } from './period-list.ts'
import type { Assumption, ScheduleKind, Window } from './reading.ts'
import { unevenness } from './recurrence.ts'

export type ListReading = { readonly kind: ScheduleKind; readonly windows: readonly Window[] }
type Assume = (assumption: Assumption) => void

/** Fills in the years and months that the list leaves out, and turns its entries into windows of days. */
export function listWindows(list: PeriodList, planYear: number, assume: Assume): ListReading {
  const items = complete(list.items, planYear, assume)
  if (list.before) return before(items, assume)
  if (list.open) return openEnded(items, planYear, assume)
  for (const [at, item] of items.slice(1).entries()) {
    sayWhatIsNotShared(items[at]?.to, item, assume)
    sayWhatLastMonthAloneHas(items[at], item, assume)
  }
  const windows = distinct(allWindows(items, planYear, assume), assume)
  const ranged = items.some(item => item.from !== undefined && !isBlockRange(item)) || items.some(isWholeYear)
  if (ranged) {
    for (const [from, to] of windows)
      if (daysBetween(from, to) > 31) assume({ code: 'window-without-frequency', from, to })
    return { kind: 'window', windows }
  }
  if (items.every(({ to }) => to.is === 'month')) {
    const uneven = unevenness(windows.map(([, to]) => to))
    if (windows.length > 1 && uneven > 0 && uneven <= 2) assume({ code: 'uneven-spacing' })
  }
  return { kind: new Set(windows.map(([, to]) => to)).size === 1 ? 'once' : 'dates', windows }
}

/** The windows of the entries; of two that stand side by side, one within the other, the narrower. */
function allWindows(items: readonly Item[], planYear: number, assume: Assume): Window[] {
  const all: Window[] = []
  for (const item of items) {
    const windows = itemWindows(item, planYear, assume)
    const [window, ...others] = windows
    const before = all.at(-1)
    const narrower =
      item.beside && before && window && others.length === 0 ? narrowerOf(before, window) : null
    if (narrower === null) {
      if (item.beside) assume({ code: 'listed-without-separator' })
      all.push(...windows)
    } else {
      assume({ code: 'narrower-used', endsDiffer: before?.[1] !== window?.[1] })
      all[all.length - 1] = narrower
    }
  }
  return all
}

function narrowerOf(one: Window, other: Window): Window | null {
  const within = (a: Window, b: Window) => b[0] <= a[0] && a[1] <= b[1]
  if (within(other, one)) return other
  return within(one, other) ? one : null
}

/** "Awal", a day or a week stands before one month of a list only, and a year after a month does not repeat that month. */
function sayWhatIsNotShared(previous: Period | undefined, { from, to }: Item, assume: Assume): void {
  if (from !== undefined || previous === undefined || !('part' in to) || to.part !== null) return
  if (to.is === 'year' && previous.is !== 'year') assume({ code: 'year-read-as-whole', year: to.year ?? 0 })
  if (to.is === 'block' && previous.is === 'block' && previous.part !== null && previous.part !== 'late') {
    const unit = ({ 3: 'quarter', 4: 'third', 6: 'semester' } as const)[previous.months]
    assume({ code: 'part-of-one-block', part: previous.part, unit, nth: previous.nth })
  }
  if (to.is !== 'month') return
  if (previous.is === 'month' && previous.part !== null && previous.part !== 'late')
    assume({ code: 'part-of-one-month', part: previous.part, month: previous.month })
  if ((previous.is === 'day' || previous.is === 'week') && previous.month !== null) {
    const nth = previous.is === 'day' ? previous.day : previous.week
    assume({ code: 'day-of-one-month', unit: previous.is, nth, month: previous.month })
  }
}

/** "April, Juli tanggal 10": the day or the week stands behind one of the months. */
function sayWhatLastMonthAloneHas(previous: Item | undefined, { from, to }: Item, assume: Assume): void {
  if (from !== undefined || previous?.from !== undefined || previous?.to.is !== 'month') return
  if ((to.is !== 'day' && to.is !== 'week') || !to.monthFirst || to.month === null) return
  const nth = to.is === 'day' ? to.day : to.week
  assume({ code: 'day-of-one-month', unit: to.is, nth, month: to.month })
}

const isWholeYear = ({ to }: Item) => to.is === 'year' && to.part === null
const isBlockRange = ({ from, to }: Item) =>
  from?.is === 'block' && to.is === 'block' && from.months === to.months && !from.part && !to.part

/**
 * A year stands for what comes before it ("Maret dan Mei 2019"), else for what follows, else the plan gives it. So
 * does the month of days and weeks, though only weeks take it from before them ("Maret minggu ke-3 dan 4").
 */
function complete(items: readonly Item[], planYear: number, assume: Assume): Item[] {
  const periods = items.flatMap(({ from, to }) => (from ? [from, to] : [to]))
  const years = periods.map(({ year }) => year)
  const months = periods.map(period => ('month' in period ? period.month : null))
  for (let index = periods.length - 2; index >= 0; index--) {
    const following = years[index + 1] ?? null
    if (years[index] === null && following !== null && comesLater(periods[index], periods[index + 1]))
      assume({ code: 'year-from-neighbour', year: following })
    years[index] ??= following
    months[index] ??= periods[index + 1]?.is === 'month' ? null : (months[index + 1] ?? null)
  }
  const filled = periods.map((period, index): Period => {
    let year = years[index] ?? null
    if (year === null && index > 0) {
      year = years[index - 1] ?? null
      if (year !== null && period.is !== 'year') assume(neighbour(periods, year, planYear))
    }
    if (year === null) {
      year = planYear
      assume({ code: 'year-from-plan', year })
    }
    years[index] = year
    if (period.is !== 'day' && period.is !== 'week') return { ...period, year }
    if (period.is === 'week' && periods[index - 1]?.is === 'week') months[index] ??= months[index - 1] ?? null
    const month = months[index] ?? null
    if (month !== null) return { ...period, month, year }
    if (period.is === 'day') throw new Impossible({ code: 'day-without-month', day: period.day })
    throw new Impossible({ code: 'not-understood', part: `minggu ke-${period.week}` })
  })
  let next = 0
  return items.map(({ from, ...item }) => {
    const start = from ? filled[next++] : from
    const end = filled[next++]
    if (end === undefined) throw new RangeError('a list lost an entry while its years were filled in')
    return { ...item, from: start, to: end }
  })
}

/** In "Desember, Januari 2019" and "TW IV, TW I 2019" the year may be that of the second only. */
const comesLater = (one: Period | undefined, other: Period | undefined): boolean =>
  (one?.is === 'month' && other?.is === 'month' && one.month > other.month) ||
  (one?.is === 'block' && other?.is === 'block' && one.months === other.months && one.nth > other.nth)

const neighbour = (periods: readonly Period[], year: number, planYear: number): Assumption =>
  periods.some(period => period.year !== null)
    ? { code: 'year-from-neighbour', year }
    : { code: 'year-from-plan', year: planYear }

function itemWindows(item: Item, planYear: number, assume: Assume): Window[] {
  const year = item.to.year ?? planYear
  if (item.from === undefined) return [spanOf(item.to, year, assume)]
  const [, to] = spanOf(item.to, year, assume)
  if (item.from === null) {
    const from = firstOfMonth(planYear, 1)
    assume({ code: 'start-from-plan-year', from })
    return [ordered(from, to)]
  }
  const from = startOf(item.from, planYear, assume)
  const window = ordered(from, to)
  if (item.from.is !== 'block' || item.to.is !== 'block' || !isBlockRange(item)) return [window]
  return eachBlock(item.from, item.to, assume)
}

/** The first day of a period; of what it assumes, that which does not concern its end. */
function startOf(period: Period, planYear: number, assume: Assume): LocalDate {
  const [from] = spanOf(period, period.year ?? planYear, assumption => {
    if (assumption.code === 'weekday-mismatch' || assumption.code === 'weeks-of-seven-days')
      assume(assumption)
  })
  return from
}

const ordered = (from: LocalDate, to: LocalDate): Window => {
  if (to < from) throw new Impossible({ code: 'ends-before-start', from, to })
  return [from, to]
}

type Block = Extract<Period, { is: 'block' }>

/** "TW I-IV" names the quarters one by one. */
function eachBlock(from: Block, to: Block, assume: Assume): Window[] {
  const perYear = 12 / from.months
  const first = (from.year ?? 0) * perYear + from.nth - 1
  const count = (to.year ?? 0) * perYear + to.nth - first
  if (count > 1) assume({ code: 'each-period-of-range', count })
  return Array.from({ length: count }, (_, step) => {
    const index = first + step
    return spanOf({ ...from, nth: (index % perYear) + 1 }, Math.floor(index / perYear), () => {})
  })
}

/** "Before" a day or a month leaves the day before it; "before the end of" a period leaves all of the period. */
function before(items: readonly Item[], assume: Assume): ListReading {
  const windows = items.map(({ to }): Window => {
    const [first, last] = spanOf(to, to.year ?? 0, () => {})
    const date = 'part' in to && to.part === 'late' ? last : addDays(first, -1)
    assume({ code: 'day-before', date })
    return [date, date]
  })
  return { kind: 'once', windows }
}

function openEnded(items: readonly Item[], planYear: number, assume: Assume): ListReading {
  const windows = items.map(({ to }): Window => {
    const from = startOf(to, planYear, assume)
    return [from, lastOfMonth(Math.max(planYear, yearOf(from)), 12)]
  })
  return { kind: 'open', windows }
}

function distinct(windows: readonly Window[], assume: Assume): Window[] {
  const seen = new Map(windows.map(window => [window.join(), window]))
  if (seen.size < windows.length) assume({ code: 'repeated-expression' })
  return [...seen.values()].sort((a, b) => (a.join() < b.join() ? -1 : 1))
}
