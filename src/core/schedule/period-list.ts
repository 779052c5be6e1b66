import { Cursor, Impossible, textOf } from './cursor.ts'
import { type Period, readMonthName, readMonthNumber, readOrdinal, readPeriod } from './period.ts'
import { readPrintedYear } from './printed-year.ts'

/** One entry of a list: a period, or a range from one to another. A range from `null` starts with the plan year. */
export type Item = {
  readonly from: Period | null | undefined
  readonly to: Period
  /** Nothing parts it from the entry before it: "TW I (Maret)", or a list without commas. */
  readonly beside?: true
}

export type PeriodList = {
  readonly items: readonly Item[]
  /** "dst", or "mulai" in front of a single period: no end. */
  readonly open: boolean
  /** "sebelum": the period itself comes too late. */
  readonly before: boolean
}

/**
 * Periods and ranges with commas, "dan", strokes or line ends between them. "Per bulan Maret" is as of March, but
 * a range behind "per bulan" bounds a recurrence, and is no list; a number there is no month. "Setiap" before several
 * dates lists them.
 */
export function readPeriodList(cursor: Cursor): PeriodList | null {
  let from = false
  let before = false
  let perUnit = false
  let each = false
  for (;;) {
    if (cursor.take('from')) from = true
    else if (cursor.take('before')) before = true
    else if (cursor.peek('each')?.printed === 'per') perUnit = takePer(cursor)
    else if (!each && cursor.take('each')) each = true
    else if (cursor.passOver('deadline', 'during', 'filler') === 0) break
  }
  const year = cursor.attempt(readYearBefore)
  const first = cursor.attempt(readFirst)
  if (first === null) return null
  const items = [first]
  for (;;) {
    const next = cursor.attempt(at => readNext(at, items))
    if (next === null) break
    items.push(next)
  }
  if (perUnit && items.some(({ from, to }) => from !== undefined || isNumbered(to))) return null
  if (each && (items.length < 2 || !(items.every(isDate) || areParts(items)))) return null
  const last = items.at(-1)
  const open = cursor.attempt(at => {
    at.passOver('comma')
    return at.take('open')
  })
  const single = items.length === 1 && last?.from === undefined
  if ((open !== null || before) && !single) return null
  if (from && !single && first.from === undefined) return null
  const dated = year === null ? items : items.map(item => withYear(item, year))
  return { items: dated, open: open !== null || (from && single), before }
}

/** "Tahun 2026: Maret dan September" */
const readYearBefore = (cursor: Cursor): number | null => {
  if (cursor.peek('unit')?.unit === 'year') cursor.take('unit')
  const year = cursor.take('year')
  cursor.passOver('comma')
  const following = new Cursor(cursor.tokens, cursor.planYear)
  following.at = cursor.at
  const item = year && !cursor.peek('open') && readFirst(following)
  return item && item.from !== null && item.to.is !== 'year' ? year.year : null
}

const withYear = ({ from, to, ...item }: Item, year: number): Item => ({
  ...item,
  from: from ? { ...from, year: from.year ?? year } : from,
  to: { ...to, year: to.year ?? year },
})

const isDate = ({ from, to }: Item) => from === undefined && to.is === 'day' && to.month !== null

/** "Akhir bulan Juni dan Desember" */
const areParts = (items: readonly Item[]) =>
  items.every(({ from, to }, at) => from === undefined && to.is === 'month' && (at > 0 || to.part !== null))

const isNumbered = (period: Period) => period.is === 'month' && period.numbered === true

function takePer(cursor: Cursor): boolean {
  cursor.take('each')
  const unit = cursor.peek('unit')?.unit
  return unit === 'month' || unit === 'year'
}

function readNext(cursor: Cursor, items: readonly Item[]): Item | null {
  const separators = cursor.at
  let slash = false
  for (;;) {
    if (cursor.take('slash')) slash = true
    else if (cursor.passOver('comma', 'and', 'break') === 0) break
  }
  const separated = cursor.at > separators || cursor.tokens[cursor.at]?.newline === true
  cursor.passOver('filler')
  // "TW I (Maret), II": the quarter goes on behind what stands beside it.
  const last = items.at(-1)
  const before = last?.beside && cursor.peek('number') === null ? items.at(-2) : last
  const item = readItem(cursor, before?.to ?? null)
  if (item === null) return null
  if (slash) cursor.assume({ code: 'slash-read-as-list' })
  return separated ? item : { ...item, beside: true }
}

function readFirst(cursor: Cursor): Item | null {
  if (!cursor.take('to')) return readItem(cursor, null)
  const to = readPeriod(cursor)
  return to === null ? null : { from: null, to }
}

function readItem(cursor: Cursor, previous: Period | null): Item | null {
  const first = cursor.attempt(at => readSibling(at, previous)) ?? readPeriod(cursor)
  if (first === null) return null
  const to = cursor.attempt(at => {
    if (at.peek('comma') && at.peek('to', 1)) at.take('comma')
    if (!at.take('to') && !at.take('dash')) return null
    at.passOver('deadline', 'filler')
    return at.attempt(inner => readSibling(inner, first)) ?? readPeriod(at)
  })
  return to === null ? { from: undefined, to: first } : { from: first, to }
}

/**
 * The "II" of "TW I, II", the "6" of "bulan 3, 6", the "20" of "Maret tanggal 10, 20": a bare number names another of
 * what stood before it.
 */
function readSibling(cursor: Cursor, previous: Period | null): Period | null {
  if (previous !== null && isNumbered(previous)) return readMonthNumber(cursor, null)
  if (previous?.is === 'day' && previous.monthFirst) {
    const next = readPeriod(cursor)
    return next?.is === 'day' && next.month === null
      ? { ...next, month: previous.month, year: previous.year, monthFirst: true }
      : null
  }
  if (previous?.is === 'week' && previous.monthFirst) {
    const { month, year } = previous
    const next =
      cursor.attempt(at => readSibling(at, { is: 'week', week: 1, month, year })) ?? readPeriod(cursor)
    return next?.is === 'week' && next.month === null ? { ...next, month, year, monthFirst: true } : next
  }
  if (previous?.is !== 'block' && previous?.is !== 'week') return null
  const from = cursor.at
  const mayBeDay = cursor.peek('number') !== null
  const nth = readOrdinal(cursor)
  if (nth === null) return null
  if (previous.is === 'week') {
    if (nth < -1 || nth === 0 || nth > 5) return null
    const month = cursor.attempt(readMonthName)
    // "Minggu 1 Maret, 2 April": a day, or a week again.
    if (mayBeDay && month !== null && previous.month !== null)
      throw new Impossible({ code: 'not-understood', part: textOf(cursor.tokens.slice(from, cursor.at)) })
    return { is: 'week', week: nth, month, year: readPrintedYear(cursor, month !== null) }
  }
  if (nth < 1 || nth > 12 / previous.months || (mayBeDay && cursor.peek('month') !== null)) return null
  return { ...previous, nth, year: readPrintedYear(cursor, false) }
}
