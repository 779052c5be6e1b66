import type { Cursor } from './cursor.ts'
import { everyRule, monthsOf, type Rule, takeUnit } from './frequency-rule.ts'
import { blockMonths, isNoBlock, readOrdinal } from './period.ts'
import type { Part, Unit } from './reading.ts'
import type { Recurrence } from './recurrence.ts'

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

/** `setiap bulan ketiga triwulan`, `bulan pertama setiap triwulan`, `bulan ketiga dalam triwulan` */
export function monthOfEachBlock(cursor: Cursor, said: boolean): Recurrence | null {
  const nth = takeUnit(cursor, 'month') === null ? null : readOrdinal(cursor)
  cursor.passOver('filler')
  const each = cursor.take('each') !== null || said
  const token = cursor.take('unit')
  const unit = token?.unit
  if (nth === null || !isBlock(unit) || cursor.attempt(readOrdinal) !== null) return null
  const months = blockMonths[unit]
  if (nth === 0 || nth > months) return null
  if (!each) cursor.assume({ code: 'noun-read-as-recurring', word: token?.printed ?? '' })
  cursor.assume({ code: 'due-on-last-day' })
  return monthBeforeEnd(months, nth < 0 ? 0 : months - nth)
}

const isBlock = (unit: Unit | undefined): unit is keyof typeof blockMonths =>
  unit === 'quarter' || unit === 'third' || unit === 'semester'

export function partDay(cursor: Cursor, part: Part, unit: Unit): number {
  if (part !== 'late') cursor.assume({ code: 'vague-part', part, unit, date: null })
  return { early: 10, mid: 15, late: -1 }[part]
}

/** `setiap TW I`, `setiap semester I dan II`, `setiap triwulan I s.d. IV` */
export const eachBlock: Rule = cursor => {
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
