import { type Cursor, contradictory, Impossible } from './cursor.ts'
import { type Draft, listed } from './draft.ts'
import { listWindows } from './list-windows.ts'
import { readPeriodList } from './period-list.ts'
import type { Token } from './vocabulary.ts'

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
  if (windows.length !== times) throw contradictory(cursor)
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

const beside: ReadonlySet<Token['is']> = new Set<Token['is']>([
  'comma',
  'filler',
  'break',
  'regular',
  'minimum',
])

/** The count in an expression, and the tokens without it. */
export function cutTimes(
  tokens: readonly Token[],
): { readonly times: number; readonly minimum: boolean; readonly rest: readonly Token[] } | null {
  const at = tokens.findIndex(({ is }, index) => is === 'number' && tokens[index + 1]?.is === 'times')
  const number = tokens[at]
  if (number?.is !== 'number') return null
  const before = tokens.slice(0, at)
  const after = tokens.slice(at + 2)
  while (beside.has(before.at(-1)?.is ?? 'word')) before.pop()
  while (beside.has(after[0]?.is ?? 'word')) after.shift()
  const minimum = tokens.slice(before.length, at).some(({ is }) => is === 'minimum')
  return { times: number.value, minimum, rest: [...before, ...after] }
}
