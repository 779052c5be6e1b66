import { type Cursor, Impossible } from './cursor.ts'
import { type Draft, listed, textOf } from './draft.ts'
import { listWindows } from './list-windows.ts'
import { readPeriodList } from './period-list.ts'

/** `2 kali (Maret dan September)`, `Maret (1 kali)`: as many dates as times. */
export const timesAndPeriods = (cursor: Cursor, { year }: { readonly year: number }): Draft | null => {
  const before = cursor.attempt(readTimes)
  if (before !== null) cursor.passOver('comma', 'filler', 'break')
  const list = readPeriodList(cursor)
  if (list === null || list.open || list.before) return null
  cursor.passOver('comma', 'filler', 'break')
  const times = before ?? readTimes(cursor)
  if (times === null || !cursor.done) return null
  const reading = listWindows(list, year, assumption => cursor.assume(assumption))
  const { windows } = reading
  if (windows.length === 1 && times > 1) throw new Impossible({ code: 'times-without-dates', times })
  if (windows.length !== times) throw new Impossible({ code: 'contradictory', part: textOf(cursor) })
  cursor.assume({ code: 'months-named-beside-frequency' })
  return listed(reading)
}

function readTimes(cursor: Cursor): number | null {
  cursor.passOver('regular')
  if (cursor.take('minimum')) cursor.assume({ code: 'minimum-read-as-exact' })
  if (cursor.take('once')) return 1
  const number = cursor.take('number')
  return number !== null && cursor.take('times') ? number.value : null
}
