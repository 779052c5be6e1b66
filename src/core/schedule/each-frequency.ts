import { type Cursor, Impossible } from './cursor.ts'
import { everyRule, monthDays, monthsOf, readTimesWithin, timesRule } from './frequency-rule.ts'
import { blockMonths, countsMonths, countsOther, isNoBlock, readMonthName, readOrdinal } from './period.ts'
import type { Part, Unit } from './reading.ts'
import type { Recurrence } from './recurrence.ts'

export type Rule = (cursor: Cursor) => Recurrence | null

/** A recurrence that begins with "setiap", "tiap" or "per". */
export const eachRule: Rule = cursor => {
  if (!cursor.take('each')) return null
  cursor.passOver('filler')
  for (const rule of [
    eachNthWeekday,
    eachWeekday,
    eachPart,
    eachMonthDay,
    eachYearDate,
    (at: Cursor) => monthOfEachBlock(at, true),
    eachNamedMonth,
    eachNumberedWeek,
    eachBlock,
    eachUnit,
  ]) {
    const found = cursor.attempt(rule)
    if (found !== null) return found
  }
  return null
}

export const takeUnit = (cursor: Cursor, ...wanted: Unit[]): Unit | null => {
  const unit = cursor.peek('unit')?.unit
  if (unit === undefined || (wanted.length > 0 && !wanted.includes(unit))) return null
  cursor.take('unit')
  return unit
}

/** "Minggu" is Sunday behind "hari", and behind another weekday unless a number makes it a week. */
const takeWeekday = (cursor: Cursor, besideWeekday: boolean): number | null => {
  const hari = takeUnit(cursor, 'day') !== null
  const named = cursor.take('weekday')
  if (named !== null) return named.day
  if ((!hari && !besideWeekday) || takeUnit(cursor, 'week') === null) return null
  return hari || cursor.attempt(readOrdinal) === null ? 7 : null
}

export const eachWeekday: Rule = cursor => {
  const days: number[] = []
  for (;;) {
    const day = cursor.attempt(at => {
      const parted = days.length > 0 && at.passOver('comma', 'and', 'slash') > 0
      return takeWeekday(at, parted)
    })
    if (day === null) break
    days.push(day)
  }
  if (days.length === 0) return null
  const last = cursor.attempt(at => (at.take('to') || at.take('dash') ? takeWeekday(at, true) : null))
  const first = days.at(-1) ?? 1
  for (let day = first + 1; last !== null && day <= last; day++) days.push(day)
  return { freq: 'weekly', interval: 1, weekdays: [...new Set(days)].sort((a, b) => a - b) }
}

/** `Senin pertama`, `hari Senin dan Kamis pada minggu ke-2`, which are the same: weeks are counted from the first. */
export const nthWeekday: Rule = cursor => {
  const weekly = eachWeekday(cursor)
  cursor.passOver('comma', 'filler')
  const inWeek = takeUnit(cursor, 'week') !== null
  // A bare number is a day of a month, not a count.
  if (weekly?.freq !== 'weekly' || !(inWeek || cursor.peek('ordinal') || cursor.peek('ke'))) return null
  const nth = readOrdinal(cursor)
  if (nth === null || nth === 0 || nth > 4) return null
  if (inWeek) cursor.assume({ code: 'weeks-of-seven-days', week: nth })
  return { freq: 'monthly', nth, weekdays: weekly.weekdays }
}

/** `setiap Senin pertama (setiap bulan)` */
const eachNthWeekday: Rule = cursor => {
  const rule = nthWeekday(cursor)
  if (rule !== null) cursor.attempt(at => (at.passOver('filler', 'each') >= 0 ? takeUnit(at, 'month') : null))
  return rule
}

/** `tiap akhir bulan`, `setiap awal triwulan`, `setiap akhir Desember` */
const eachPart: Rule = cursor => {
  const part = cursor.take('part')?.part
  if (part === undefined) return null
  const month = cursor.attempt(readMonthName)
  if (month !== null) return { freq: 'yearly', months: [month], days: [partDay(cursor, part, 'month')] }
  const unit = takeUnit(cursor)
  return unit === null ? null : partRule(cursor, part, unit)
}

export function partRule(cursor: Cursor, part: Part, unit: Unit): Recurrence | null {
  const months = monthsOf[unit]
  if (unit === 'week' && part === 'late') return everyRule(cursor, 1, 'week')
  if (months === undefined) return null
  if (unit === 'month') return { freq: 'monthly', days: [partDay(cursor, part, unit)] }
  if (part !== 'late') cursor.assume({ code: 'vague-part', part, unit, date: null })
  return monthBeforeEnd(months, { early: months - 1, mid: Math.floor(months / 2), late: 0 }[part])
}

/** The end of the month so many months before the last of every period of `months`. */
const monthBeforeEnd = (months: number, back: number): Recurrence => ({
  freq: 'yearly',
  months: Array.from({ length: 12 / months }, (_, index) => (index + 1) * months - back),
  days: [-1],
})

/** `setiap bulan ketiga triwulan`, `bulan pertama setiap triwulan` */
export function monthOfEachBlock(cursor: Cursor, said: boolean): Recurrence | null {
  const nth = takeUnit(cursor, 'month') === null ? null : readOrdinal(cursor)
  cursor.passOver('filler')
  const each = cursor.take('each') !== null || said
  const unit = cursor.take('unit')?.unit
  if (nth === null || !each || !isBlock(unit) || cursor.attempt(readOrdinal) !== null) return null
  const months = blockMonths[unit]
  if (nth === 0 || nth > months) return null
  cursor.assume({ code: 'due-on-last-day' })
  return monthBeforeEnd(months, nth < 0 ? 0 : months - nth)
}

const isBlock = (unit: Unit | undefined): unit is keyof typeof blockMonths =>
  unit === 'quarter' || unit === 'third' || unit === 'semester'

function partDay(cursor: Cursor, part: Part, unit: Unit): number {
  if (part !== 'late') cursor.assume({ code: 'vague-part', part, unit, date: null })
  return { early: 10, mid: 15, late: -1 }[part]
}

/** `setiap tanggal 5 dan 20`, also `tanggal 10 bulan berikutnya` */
const eachMonthDay: Rule = cursor => {
  const rule = daysOfMonth(cursor)
  if (rule === null || cursor.peek('month')) return null
  if (cursor.attempt(readNextMonth)) cursor.assume({ code: 'report-due-next-month' })
  else cursor.attempt(at => (at.passOver('filler', 'each') >= 0 ? takeUnit(at, 'month') : null))
  return rule
}

/** `tanggal 5 dan 20`, `tanggal 1 - 10` (due on the last of them), `sebelum tanggal 10` (due on the day before). */
export const daysOfMonth: Rule = cursor => {
  const before = cursor.peek('day-word', 1) !== null && cursor.take('before') !== null
  if (!cursor.take('day-word')) return null
  const days = readNumbers(cursor)
  const [day, ...others] = days
  if (day === undefined || (before && others.length > 0)) return null
  if (before) return dayBefore(cursor, day)
  const end = others.length > 0 ? null : cursor.attempt(takeRangeEnd)
  if (end === null) return monthDays(cursor, days)
  if (end <= day) throw new Impossible({ code: 'not-understood', part: `tanggal ${day} - ${end}` })
  cursor.assume({ code: 'due-on-last-day' })
  // Every month has a last day, if not a thirty-first.
  return end === 31 ? { freq: 'monthly', days: [-1] } : monthDays(cursor, [end])
}

const takeRangeEnd = (cursor: Cursor): number | null => {
  if (!cursor.take('to') && !cursor.take('dash')) return null
  cursor.passOver('day-word')
  return cursor.take('number')?.value ?? null
}

/** The day before the first of a month is the last of the month before it. */
function dayBefore(cursor: Cursor, day: number): Recurrence {
  cursor.assume({ code: 'day-before-each-month', day })
  return day === 1 ? { freq: 'monthly', days: [-1] } : monthDays(cursor, [day - 1])
}

export const readNextMonth = (cursor: Cursor): true | null => {
  cursor.passOver('filler')
  return takeUnit(cursor, 'month') !== null && cursor.take('next') !== null ? true : null
}

function readNumbers(cursor: Cursor): number[] {
  const numbers: number[] = []
  for (;;) {
    const number = cursor.attempt(at => {
      if (numbers.length > 0 && at.passOver('comma', 'and', 'day-word') === 0) return null
      return at.take('number')
    })
    if (number === null) return numbers
    numbers.push(number.value)
  }
}

/** `setiap 31 Desember` */
const eachYearDate: Rule = cursor => {
  cursor.passOver('day-word')
  const day = cursor.take('number')
  const month = day === null || countsMonths(cursor) ? null : readMonthName(cursor)
  if (day === null || month === null) return null
  if (day.value > (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31) || day.value < 1)
    throw new Impossible({ code: 'no-such-date', day: day.value, month, year: cursor.planYear })
  return { freq: 'yearly', months: [month], days: [day.value] }
}

/** `setiap Maret`, `setiap bulan Juni dan Desember`; a range of months is a bound, not a list. */
const eachNamedMonth: Rule = cursor => {
  const rule = namedMonths(cursor)
  return cursor.peek('to') || cursor.peek('dash') || cursor.peek('year') ? null : rule
}

export const namedMonths: Rule = cursor => {
  const months: number[] = []
  for (;;) {
    const month = cursor.attempt(at => {
      if (months.length > 0 && at.passOver('comma', 'and', 'slash') === 0) return null
      return readMonthName(at)
    })
    if (month === null) break
    months.push(month)
  }
  if (months.length === 0) return null
  cursor.assume({ code: 'due-on-last-day' })
  return { freq: 'yearly', months: [...new Set(months)].sort((a, b) => a - b), days: [-1] }
}

/** `setiap minggu ke-2 (setiap bulan)` */
const eachNumberedWeek: Rule = cursor => {
  const rule = weeksOfMonth(cursor)
  if (rule === null || cursor.peek('times') || cursor.peek('once')) return null
  cursor.attempt(at => (at.passOver('filler', 'each') >= 0 ? takeUnit(at, 'month') : null))
  return rule
}

/** `minggu ke-2`, `minggu pertama dan ketiga`, `minggu I dan minggu III`: due on the last day of each. */
export const weeksOfMonth: Rule = cursor => {
  if (takeUnit(cursor, 'week') === null) return null
  const weeks: number[] = []
  for (;;) {
    const week = cursor.attempt(at => {
      if (weeks.length > 0 && at.passOver('comma', 'and') === 0) return null
      if (weeks.length > 0) takeUnit(at, 'week')
      return countsOther(at) || beginsRange(at) ? null : readOrdinal(at)
    })
    if (week === null) break
    weeks.push(week)
  }
  if (weeks.length === 0 || weeks.some(week => week === 0 || week > 4)) return null
  for (const week of weeks) cursor.assume({ code: 'weeks-of-seven-days', week })
  const days = [...new Set(weeks)].map(week => (week < 0 ? -1 : week * 7))
  return { freq: 'monthly', days: days.sort((a, b) => a - b) }
}

const beginsRange = (cursor: Cursor): boolean =>
  cursor.peek('number') !== null && (cursor.peek('to', 1) ?? cursor.peek('dash', 1)) !== null

/** `setiap TW I`, `setiap semester I dan II`, `setiap triwulan I s.d. IV` */
const eachBlock: Rule = cursor => {
  const unit = cursor.take('unit')?.unit
  if (!isBlock(unit)) return null
  cursor.passOver('dash')
  const nths: number[] = []
  for (;;) {
    const range = nths.length > 0 && (cursor.peek('to') ?? cursor.peek('dash')) !== null
    const nth = cursor.attempt(at => {
      if (nths.length > 0 && at.passOver('to', 'dash', 'comma', 'and') === 0) return null
      return readOrdinal(at)
    })
    if (nth === null) break
    if (isNoBlock(cursor, nth, unit)) return null
    for (let between = (nths.at(-1) ?? 0) + 1; range && between < nth; between++) nths.push(between)
    nths.push(nth)
  }
  if (nths.length === 0 || cursor.peek('times')) return null
  cursor.assume({ code: 'due-on-last-day' })
  return {
    freq: 'yearly',
    months: [...new Set(nths)].sort((a, b) => a - b).map(nth => nth * blockMonths[unit]),
    days: [-1],
  }
}

/** `setiap bulan`, `setiap 6 bulan sekali`, and a detail behind it: `setiap bulan tanggal 5`. */
const eachUnit: Rule = cursor => {
  const count = cursor.take('number')?.value ?? 1
  const unit = takeUnit(cursor) ?? cursor.take('adverb')?.unit
  if (unit === undefined) return null
  const times = cursor.attempt(at => readTimesWithin(at, count, unit))
  if (times !== null) return timesRule(cursor, times, count, unit)
  cursor.take('once')
  const detail = count === 1 ? cursor.attempt(at => readDetail(at, unit)) : null
  return detail ?? everyRule(cursor, count, unit)
}

function readDetail(cursor: Cursor, unit: Unit): Recurrence | null {
  cursor.passOver('comma', 'filler', 'deadline')
  if (unit === 'week') return eachWeekday(cursor)
  if (unit === 'month')
    return (
      cursor.attempt(eachMonthDay) ??
      cursor.attempt(nthWeekday) ??
      cursor.attempt(weeksOfMonth) ??
      cursor.attempt(at => eachPartOfMonth(at))
    )
  if (unit !== 'year') return null
  return cursor.attempt(eachYearDate) ?? cursor.attempt(eachPart) ?? cursor.attempt(eachNamedMonth)
}

const eachPartOfMonth: Rule = cursor => {
  const part = cursor.take('part')?.part
  if (part === undefined || cursor.peek('month') || cursor.peek('unit', 1)?.unit === 'year') return null
  takeUnit(cursor, 'month')
  return cursor.peek('month') ? null : partRule(cursor, part, 'month')
}
