import { localDate } from '../shared/local-date.ts'
import { type Cursor, Impossible } from './cursor.ts'
import { readPrintedYear, twoDigitYear } from './printed-year.ts'
import type { Part } from './reading.ts'
import type { Token } from './vocabulary.ts'

/** A stretch of the calendar as the text names it; a missing `year` (or month of a bare day) is filled in later. */
export type Period =
  /** `monthFirst`: the month stood before the day or week, so that further days behind it are of that month too. */
  | {
      is: 'day'
      day: number
      month: number | null
      year: number | null
      weekday: number | null
      monthFirst?: true
    }
  /** `numbered`: named by its number ("bulan 3", "B03"), so that the numbers behind it can name further months. */
  | { is: 'month'; month: number; part: Part | null; year: number | null; numbered?: true }
  | { is: 'week'; week: number; month: number | null; year: number | null; monthFirst?: true }
  /** `months` = 3, 4 or 6: the `nth` quarter, third or half of a year; a null `nth` is "the last". */
  | { is: 'block'; months: 3 | 4 | 6; nth: number; part: Part | null; year: number | null }
  | { is: 'year'; part: Part | null; year: number | null }

export const blockMonths = { quarter: 3, third: 4, semester: 6 } as const

export const readPeriod = (cursor: Cursor): Period | null =>
  cursor.attempt(readDay) ??
  cursor.attempt(readDayAfterMonth) ??
  cursor.attempt(readWeekOfMonth) ??
  cursor.attempt(readBlock) ??
  cursor.attempt(readYearAndMonth) ??
  cursor.attempt(readMonthOfBlock) ??
  cursor.attempt(readMonth) ??
  cursor.attempt(readYear)

/** An ordinal: `II`, `kedua`, `ke-2`, `2`. */
export function readOrdinal(cursor: Cursor): number | null {
  const word = cursor.take('ordinal')
  if (word !== null) return word.value
  const marked = cursor.take('ke') !== null
  cursor.passOver('dash')
  const roman = marked ? cursor.take('ordinal') : null
  if (roman !== null) return roman.value
  return cursor.take('number')?.value ?? null
}

function readDay(cursor: Cursor): Period | null {
  const weekday = readWeekday(cursor)
  cursor.passOver('day-word')
  const date = cursor.take('date')
  if (date !== null) {
    const { day, month, digits, printed } = date
    const year = digits === 4 ? date.year : twoDigitYear(cursor, printed, date.year, false)
    if (year === null) return null
    const read = localDate(year, month, day)
    if (read !== null && day <= 12 && day !== month && !/^\d{4}/.test(printed))
      cursor.assume({ code: 'day-before-month', printed, date: read })
    return { is: 'day', day, month, year, weekday }
  }
  const number = cursor.peek('number') && cursor.peek('number')?.digits !== 0 ? cursor.take('number') : null
  if (number === null || countsMonths(cursor)) return null
  const month = readMonthOfDay(cursor)
  if (month !== null)
    return { is: 'day', day: number.value, month, year: readPrintedYear(cursor, true), weekday }
  const monthOfYear = readNumericMonth(cursor, number.value)
  if (monthOfYear !== null) return weekday === null ? monthOfYear : null
  const figures = cursor.attempt(at => readFigures(at, number))
  if (figures !== null) return { ...figures, weekday }
  if (cursor.peek('unit') !== null || cursor.peek('times') !== null || number.value > 31) return null
  return { is: 'day', day: number.value, month: null, year: null, weekday }
}

/** `Maret tanggal 15`, `Maret 2019 (paling lambat tanggal 15)` */
function readDayAfterMonth(cursor: Cursor): Period | null {
  const month = readMonthName(cursor)
  const year = month === null ? null : readPrintedYear(cursor, true)
  cursor.passOver('comma', 'filler', 'deadline')
  const day = cursor.take('day-word') && cursor.take('number')
  if (month === null || day === null || cursor.peek('unit')?.unit === 'month') return null
  if (readMonthOfDay(cursor) !== null) return null
  return {
    is: 'day',
    day: day.value,
    month,
    year: year ?? readPrintedYear(cursor, false),
    weekday: null,
    monthFirst: true,
  }
}

/** Whether the number just taken counts months, as the 3 of "3 bulan Maret" does and that of "tanggal 3 bulan Maret" does not. */
export function countsMonths({ tokens, at }: Cursor): boolean {
  let next = at
  while (tokens[next]?.is === 'filler') next++
  const unit = tokens[next]
  if (unit?.is !== 'unit' || unit.unit !== 'month') return false
  let before = at - 1
  while (betweenDays.has(tokens[before]?.is)) before--
  return tokens[before]?.is !== 'day-word'
}

const betweenDays: ReadonlySet<string | undefined> = new Set([
  'number',
  'comma',
  'and',
  'slash',
  'dash',
  'to',
])

const readMonthOfDay = (cursor: Cursor): number | null =>
  cursor.attempt(() => {
    cursor.passOver('dash', 'slash', 'filler')
    if (cursor.peek('unit')?.unit === 'month') cursor.take('unit')
    return cursor.take('month')?.month ?? null
  })

/** `2019/03`, `2019-03` */
function readYearAndMonth(cursor: Cursor): Period | null {
  const year = cursor.take('year')
  const stroke = year && (cursor.take('slash') ?? cursor.take('dash'))
  const month = stroke && !countsOther(cursor) ? cursor.take('number') : null
  if (!year || !stroke || month?.digits !== 2 || month.value < 1 || month.value > 12) return null
  if (cursor.peek('slash')) return null
  const printed = `${year.printed}${stroke.printed}${month.printed}`
  cursor.assume({ code: 'month-code', printed, month: month.value })
  return { is: 'month', month: month.value, part: null, year: year.year }
}

/** `03/2019` */
const readNumericMonth = (cursor: Cursor, month: number): Period | null =>
  cursor.attempt(() => {
    if (month < 1 || month > 12 || (!cursor.take('slash') && !cursor.take('dash'))) return null
    const year = cursor.take('year')
    return year === null ? null : { is: 'month', month, part: null, year: year.year }
  })

/** The rest of `28/02`, a day and a month in figures; "5/12 Maret" lists two days. */
function readFigures(cursor: Cursor, day: Token & { is: 'number' }): (Period & { is: 'day' }) | null {
  const month = cursor.take('slash') && cursor.take('number')
  if (month === null || cursor.peek('slash') || cursor.peek('month') || cursor.peek('unit')) return null
  const named = { day: day.value, month: month.value }
  if (month.value > 12 && cursor.done)
    throw new Impossible({ code: 'no-such-date', ...named, year: cursor.planYear })
  if (month.value < 1 || month.value > 12) return null
  cursor.assume({ code: 'figures-read-as-date', printed: `${day.printed}/${month.printed}`, ...named })
  return { is: 'day', ...named, year: readPrintedYear(cursor, false), weekday: null }
}

/** A weekday in front of a date: "Senin, 4 Maret 2019"; "Minggu" is Sunday there. */
const readWeekday = (cursor: Cursor): number | null =>
  cursor.attempt(() => {
    if (cursor.peek('unit')?.unit === 'day') cursor.take('unit')
    const sunday = cursor.peek('unit')?.unit === 'week' ? 7 : null
    const named = sunday ?? cursor.peek('weekday')?.day
    if (named === undefined) return null
    cursor.at++
    const marked = cursor.passOver('comma', 'slash', 'day-word', 'filler') > 0
    if (sunday !== null && !marked && (cursor.peek('number')?.value ?? 6) <= 5) return null
    if (cursor.peek('date') === null && (cursor.peek('number') === null || cursor.peek('month', 1) === null))
      return null
    return named
  })

/** `minggu ke-2 Maret 2019`, `Maret minggu II`; the month may follow later in the list. */
function readWeekOfMonth(cursor: Cursor): Period | null {
  const first = cursor.attempt(readMonthName)
  const year = first === null ? null : readPrintedYear(cursor, true)
  if (first !== null) cursor.passOver('comma', 'filler')
  if (cursor.peek('unit')?.unit !== 'week') return null
  cursor.take('unit')
  cursor.passOver('dash')
  const week = readOrdinal(cursor)
  if (week === null || week > 5 || week === 0) return null
  if (first !== null)
    return { is: 'week', week, month: first, year: year ?? readPrintedYear(cursor, false), monthFirst: true }
  cursor.passOver('filler')
  const month = cursor.attempt(readMonthName)
  return { is: 'week', week, month, year: month === null ? null : readPrintedYear(cursor, true) }
}

/** `TW I`, `Triwulan ke-2 2019`, `Semester II`, `Semester Akhir 2019`, `akhir semester I`. */
function readBlock(cursor: Cursor): Period | null {
  const part = cursor.take('part')?.part ?? null
  const spelt = cursor.peek('ordinal')
  const leading = spelt !== null && !spelt.roman ? cursor.take('ordinal') : null
  const unit = cursor.peek('unit')?.unit
  if (unit !== 'quarter' && unit !== 'third' && unit !== 'semester') return null
  cursor.take('unit')
  const months = blockMonths[unit]
  const count = 12 / months
  cursor.passOver('dash')
  const last = leading === null && part === null ? cursor.peek('part') : null
  let nth = leading?.value ?? null
  if (last !== null && last.part !== 'mid') {
    cursor.take('part')
    nth = last.part === 'early' ? 1 : count
    cursor.assume(
      unit === 'semester' && last.part === 'late'
        ? { code: 'last-semester-read-as-second' }
        : { code: 'vague-part', part: last.part, unit, date: null },
    )
  } else if (nth === null) nth = readOrdinal(cursor)
  if (nth === -1) nth = count
  if (nth === null || isNoBlock(cursor, nth, unit)) return null
  return { is: 'block', months, nth, part, year: readPrintedYear(cursor, true) }
}

/** A number that no quarter of a year has is a mistake where nothing goes on from it: "Triwulan 5 Maret" does. */
export function isNoBlock(cursor: Cursor, nth: number, unit: keyof typeof blockMonths): boolean {
  const count = 12 / blockMonths[unit]
  if (nth >= 1 && nth <= count) return false
  if (nth >= 0 && (cursor.done || cursor.peek('year') !== null))
    throw new Impossible({ code: 'no-such-period', nth, unit, count })
  return true
}

/** `bulan pertama TW II` */
function readMonthOfBlock(cursor: Cursor): Period | null {
  const nth = cursor.take('unit')?.unit === 'month' ? cursor.take('ordinal') : null
  const block = nth === null || nth.roman ? null : readBlock(cursor)
  if (nth === null || block?.is !== 'block' || block.part !== null || nth.value > block.months) return null
  const back = nth.value < 0 ? 0 : block.months - nth.value
  return { is: 'month', month: block.nth * block.months - back, part: null, year: block.year }
}

function readMonth(cursor: Cursor): Period | null {
  const part = cursor.take('part')?.part ?? null
  const code = cursor.take('month-code') ?? cursor.attempt(takeNamedCode)
  if (code !== null) {
    cursor.assume({ code: 'month-code', printed: code.printed.toUpperCase(), month: code.month })
    return { is: 'month', month: code.month, part, year: readPrintedYear(cursor, false), numbered: true }
  }
  const month = cursor.attempt(readMonthName)
  if (month !== null) return { is: 'month', month, part, year: readPrintedYear(cursor, true) }
  return cursor.attempt(at => (at.take('unit')?.unit === 'month' ? readMonthNumber(at, part) : null))
}

/** `bulan B06` */
const takeNamedCode = (cursor: Cursor) =>
  cursor.take('unit')?.unit === 'month' ? cursor.take('month-code') : null

export function readMonthName(cursor: Cursor): number | null {
  cursor.passOver('filler')
  if (cursor.peek('unit')?.unit === 'month') cursor.take('unit')
  return cursor.take('month')?.month ?? null
}

/** The number of `bulan ke-3`, of `bulan 3`, and what follows these: `bulan 3, 6, 9`. */
export function readMonthNumber(cursor: Cursor, part: Part | null): Period | null {
  // "Bulan kedua" may be the second month of anything.
  if (countsOther(cursor) || cursor.peek('ordinal')?.roman === false) return null
  const month = readOrdinal(cursor)
  if (month === null || month < 1 || month > 12) return null
  cursor.assume({ code: 'month-code', printed: `bulan ${month}`, month })
  return { is: 'month', month, part, year: readPrintedYear(cursor, false), numbered: true }
}

/** Whether a bare number counts what follows it, or is the day of a month that does. */
export const countsOther = (cursor: Cursor): boolean =>
  cursor.peek('number') !== null &&
  (cursor.peek('month', 1) ?? cursor.peek('unit', 1) ?? cursor.peek('times', 1)) !== null

/** `2019`, `tahun 2019`, `akhir tahun`, `sepanjang tahun`; a bare "tahun" says nothing. */
function readYear(cursor: Cursor): Period | null {
  const part = cursor.take('part')?.part ?? null
  const whole = cursor.tokens[cursor.at - 1]?.is === 'during'
  const said = cursor.peek('unit')?.unit === 'year' && cursor.take('unit') !== null
  const year = cursor.take('year')?.year ?? null
  if (year === null && !(said && (part !== null || whole))) return null
  return { is: 'year', part, year }
}
