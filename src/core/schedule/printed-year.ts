import type { Cursor } from './cursor.ts'

/** A printed year, behind "tahun", a stroke or a dash if need be; in two digits only after a month. */
export function readPrintedYear(cursor: Cursor, afterMonth: boolean): number | null {
  return cursor.attempt(() => {
    const comma = cursor.take('comma') !== null
    const stroke = comma || cursor.take('dash') !== null || cursor.take('slash') !== null
    if (!stroke) cursor.passOver('filler')
    const said = cursor.peek('unit')?.unit === 'year' && cursor.take('unit') !== null
    const year = cursor.take('year')
    if (year !== null) return year.year
    const short = cursor.take('short-year')
    if (short !== null) return twoDigitYear(cursor, short.printed, short.value, false)
    const number = (afterMonth && !comma) || said ? cursor.peek('number') : null
    if (number === null || number.digits !== 2 || cursor.peek('unit', 1)) return null
    if ((cursor.peek('year', 1) ?? (cursor.peek('comma', 1) && cursor.peek('year', 2))) !== null) return null
    if (nextNamesMonth(cursor) && !isPlanYearTwice(cursor, number.value)) return null
    cursor.take('number')
    return twoDigitYear(cursor, number.printed, number.value, !said)
  })
}

const nextNamesMonth = (cursor: Cursor) =>
  cursor.peek('month', 1) !== null || (cursor.peek('dash', 1) !== null && cursor.peek('month', 2) !== null)

/** "Jan 26 - Des 26" in the plan of 2026 */
function isPlanYearTwice(cursor: Cursor, value: number): boolean {
  const dash = cursor.peek('dash', 3) === null ? 0 : 1
  const other = cursor.peek('number', 3 + dash)
  return cursor.peek('dash', 1) !== null && value === cursor.planYear % 100 && other?.value === value
}

/** A two-digit year lies within ten years of the plan; further off it is something else. */
export function twoDigitYear(cursor: Cursor, printed: string, value: number, bare: boolean): number | null {
  const year = Math.floor(cursor.planYear / 100) * 100 + value
  if (Math.abs(year - cursor.planYear) > 10) return null
  const mayBeDay = bare && value >= 1 && value <= 31 && year !== cursor.planYear
  cursor.assume({ code: 'two-digit-year', printed, year, mayBeDay })
  return year
}
