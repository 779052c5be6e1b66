import { monthOfEachBlock, partRule } from './block-frequency.ts'
import type { Cursor } from './cursor.ts'
import {
  daysOfMonth,
  eachRule,
  eachWeekday,
  namedMonths,
  nthWeekday,
  readNextMonth,
  readRunningMonth,
  weeksOfMonth,
  withDetail,
} from './each-frequency.ts'
import { everyRule, isWithinEach, type Rule, takeUnit, timesRule } from './frequency-rule.ts'
import { blockMonths, countsOther, readOrdinal } from './period.ts'
import type { Part, Unit } from './reading.ts'
import type { Recurrence } from './recurrence.ts'

/** A recurrence in words: `tiap minggu`, `per semester`, `6 bulan sekali`, `2 x setahun`, `triwulanan`. */
export const readFrequency: Rule = cursor => {
  cursor.passOver('deadline', 'filler', 'regular')
  if (cursor.take('minimum')) cursor.assume({ code: 'minimum-read-as-exact' })
  for (const rule of [
    eachRule,
    adverbRule,
    spanOnceRule,
    onceInRule,
    timesInRule,
    daysOfEachMonth,
    (at: Cursor) => monthOfEachBlock(at, false),
    nounRule,
  ]) {
    const found = cursor.attempt(rule)
    if (found !== null) return found
  }
  return null
}

/** `bulanan`, `tiga bulanan` */
const adverbRule: Rule = cursor => {
  const count = cursor.take('number')?.value ?? 1
  cursor.passOver('dash')
  const unit = cursor.take('adverb')?.unit
  return unit === undefined ? null : onItsDay(cursor, count, unit, false)
}

/** `6 bulan sekali`, `setahun sekali`, `1 tahun 2 kali` */
const spanOnceRule: Rule = cursor => {
  const count = cursor.take('number')?.value
  const unit = count === undefined ? null : takeUnit(cursor)
  if (count === undefined || unit === null) return null
  if (cursor.take('once')) return onItsDay(cursor, count, unit, true)
  const apart = cursor.passOver('comma') > 0
  const times = cursor.take('number')?.value
  if (times === undefined || !cursor.take('times')) return null
  // "3 bulan (1 kali)" may be a length.
  if (apart && (times === 1 || !isWithinEach(times, count, unit))) return null
  return timesIn(cursor, times, count, unit)
}

/** `sekali dalam setahun`, `sekali sebulan` */
const onceInRule: Rule = cursor => (cursor.take('once') ? readSpan(cursor, 1) : null)

/** `2 x setahun`, `4x/tahun`, `dua kali dalam satu tahun` */
const timesInRule: Rule = cursor => {
  const times = cursor.take('number')
  return times !== null && cursor.take('times') ? readSpan(cursor, times.value) : null
}

function readSpan(cursor: Cursor, times: number): Recurrence | null {
  const apart = cursor.passOver('comma') > 0
  if (apart && !cursor.peek('each')) return null
  cursor.passOver('filler', 'each', 'slash')
  const count = cursor.take('number')?.value ?? 1
  const unit = takeUnit(cursor)
  if (unit === null || namesBlock(cursor, unit) || (apart && !isWithinEach(times, count, unit))) return null
  return timesIn(cursor, times, count, unit)
}

/** The "TW I" of "4 kali (TW I - IV)" */
const namesBlock = (cursor: Cursor, unit: Unit): boolean =>
  unit in blockMonths && cursor.attempt(at => (countsOther(at) ? null : readOrdinal(at))) !== null

const timesIn = (cursor: Cursor, times: number, count: number, unit: Unit) =>
  times === 1 ? onItsDay(cursor, count, unit, true) : timesRule(cursor, times, count, unit)

/** `bulanan (tanggal 10)`, `seminggu sekali (Senin)`; months behind a year are dates of their own. */
const onItsDay = (cursor: Cursor, count: number, unit: Unit, once: boolean) =>
  unit === 'year' ? everyRule(cursor, count, unit) : withDetail(cursor, count, unit, once)

/** `tanggal 5 setiap bulan`, `Jumat setiap minggu`, `Senin pertama setiap bulan`, `minggu pertama setiap bulan`, `akhir setiap bulan`, `Maret setiap tahun` */
const daysOfEachMonth: Rule = cursor => {
  const each = (unit: Unit) => {
    cursor.passOver('filler', 'comma')
    return cursor.take('each') !== null && takeUnit(cursor, unit) !== null
  }
  const nth = cursor.attempt(nthWeekday)
  if (nth !== null) return each('month') ? nth : null
  const weekday = cursor.attempt(eachWeekday)
  if (weekday !== null) return each('week') ? weekday : null
  const weeks = cursor.attempt(weeksOfMonth)
  if (weeks !== null) return each('month') ? weeks : null
  const months = cursor.attempt(namedMonths)
  if (months !== null) return each('year') ? months : null
  const part = cursor.take('part')?.part
  if (part !== undefined) return cursor.take('each') ? partRuleOf(cursor, part) : null
  const days = daysOfMonth(cursor)
  if (days === null) return null
  if (cursor.attempt(readNextMonth)) cursor.assume({ code: 'report-due-next-month' })
  else if (cursor.attempt(readRunningMonth))
    cursor.assume({ code: 'noun-read-as-recurring', word: 'bulan berjalan' })
  else if (!each('month')) return null
  return days
}

const partRuleOf = (cursor: Cursor, part: Part) => {
  const unit = takeUnit(cursor)
  return unit === null ? null : partRule(cursor, part, unit)
}

/** `Triwulan`, `akhir semester`: a noun without "each", read as "each". */
const nounRule: Rule = cursor => {
  const part = cursor.take('part')
  const token = cursor.peek('unit')
  if (token === null || (part !== null && token.unit === 'year')) return null
  const noun = token.unit === 'quarter' || token.unit === 'third' || token.unit === 'semester'
  if (!noun && (part === null || token.unit !== 'month')) return null
  cursor.take('unit')
  if (token.unit === 'month') cursor.take('running')
  cursor.assume({ code: 'noun-read-as-recurring', word: token.printed })
  if (part !== null) return partRule(cursor, part.part, token.unit)
  return everyRule(cursor, 1, token.unit)
}
