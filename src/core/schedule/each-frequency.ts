import { eachBlock, monthOfEachBlock, partDay, partRule } from './block-frequency.ts'
import { type Cursor, Impossible } from './cursor.ts'
import { everyRule, monthDays, type Rule, readTimesWithin, takeUnit, timesRule } from './frequency-rule.ts'
import { countsMonths, countsOther, readMonthName, readOrdinal } from './period.ts'
import type { Unit } from './reading.ts'
import type { Recurrence } from './recurrence.ts'

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
  const nths = readOrdinals(cursor)
  if (nths.length === 0 || nths.some(nth => nth === 0 || nth > 4)) return null
  if (inWeek) for (const week of nths) cursor.assume({ code: 'weeks-of-seven-days', week })
  return { freq: 'monthly', nths, weekdays: weekly.weekdays }
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

/** `setiap tanggal 5 dan 20`, also `tanggal 10 bulan berikutnya` */
const eachMonthDay: Rule = cursor => {
  const rule = daysOfMonth(cursor)
  if (rule === null || cursor.peek('month')) return null
  if (cursor.attempt(readNextMonth)) cursor.assume({ code: 'report-due-next-month' })
  else if (!cursor.attempt(readRunningMonth))
    cursor.attempt(at => (at.passOver('filler', 'each') >= 0 ? takeUnit(at, 'month') : null))
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

/** `bulan berjalan` */
export const readRunningMonth = (cursor: Cursor): true | null => {
  cursor.passOver('filler')
  return takeUnit(cursor, 'month') !== null && cursor.take('running') !== null ? true : null
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
  if (day === null || month === null || cursor.peek('to') || cursor.peek('dash')) return null
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
  const weeks = readOrdinals(cursor)
  if (weeks.length === 0 || weeks.some(week => week === 0 || week > 4)) return null
  for (const week of weeks) cursor.assume({ code: 'weeks-of-seven-days', week })
  const days = weeks.map(week => (week < 0 ? -1 : week * 7))
  return { freq: 'monthly', days: days.sort((a, b) => a - b) }
}

/** The `I dan III` of `minggu I dan III`, each once. */
function readOrdinals(cursor: Cursor): number[] {
  const found = new Set<number>()
  for (;;) {
    const nth = cursor.attempt(at => {
      if (found.size > 0 && at.passOver('comma', 'and') === 0) return null
      if (found.size > 0) takeUnit(at, 'week')
      return countsOther(at) || beginsRange(at) ? null : readOrdinal(at)
    })
    if (nth === null) return [...found]
    found.add(nth)
  }
}

const beginsRange = (cursor: Cursor): boolean =>
  cursor.peek('number') !== null && (cursor.peek('to', 1) ?? cursor.peek('dash', 1)) !== null

/** `setiap bulan`, `setiap 6 bulan sekali`, and a detail behind it: `setiap bulan tanggal 5`. */
const eachUnit: Rule = cursor => {
  const count = cursor.take('number')?.value ?? 1
  const unit = takeUnit(cursor) ?? cursor.take('adverb')?.unit
  if (unit === undefined) return null
  const times = cursor.attempt(at => readTimesWithin(at, count, unit))
  if (times !== null && times > 1) return timesRule(cursor, times, count, unit)
  const once = cursor.take('once') !== null || times === 1
  return withDetail(cursor, count, unit, once)
}

/** "Every `count` units", on the day that stands behind it; a single one where "once" is said. */
export function withDetail(cursor: Cursor, count: number, unit: Unit, once: boolean): Recurrence | null {
  const detail = count === 1 ? cursor.attempt(at => readDetail(at, unit)) : null
  if (detail !== null && once && !hasOneDay(detail)) return null
  return detail ?? everyRule(cursor, count, unit)
}

export const hasOneDay = (rule: Recurrence): boolean =>
  'weekdays' in rule
    ? rule.weekdays.length === 1 && (!('nths' in rule) || rule.nths.length === 1)
    : 'days' in rule && rule.days.length === 1

function readDetail(cursor: Cursor, unit: Unit): Recurrence | null {
  cursor.passOver('comma', 'filler', 'deadline')
  if (unit === 'week' || unit === 'day') return eachWeekday(cursor)
  if (unit === 'workday') {
    const days = eachWeekday(cursor)
    if (days !== null) cursor.assume({ code: 'holidays-unknown' })
    return days
  }
  if (unit === 'month')
    return (
      cursor.attempt(eachMonthDay) ??
      cursor.attempt(nthWeekday) ??
      cursor.attempt(weeksOfMonth) ??
      cursor.attempt(at => eachPartOfMonth(at))
    )
  if (unit !== 'year') return null
  return cursor.attempt(eachYearDate) ?? cursor.attempt(eachPartOfYear) ?? cursor.attempt(eachNamedMonth)
}

/** Not `akhir bulan`, of which a year has twelve. */
const eachPartOfYear: Rule = cursor => {
  const rule = eachPart(cursor)
  return rule?.freq === 'yearly' ? rule : null
}

const eachPartOfMonth: Rule = cursor => {
  const part = cursor.take('part')?.part
  if (part === undefined || cursor.peek('month') || cursor.peek('unit', 1)?.unit === 'year') return null
  takeUnit(cursor, 'month')
  return cursor.peek('month') ? null : partRule(cursor, part, 'month')
}
