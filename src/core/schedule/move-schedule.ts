import { daysInMonth } from '../shared/local-date.ts'
import { meaningOf } from './vocabulary.ts'

const isMonth = (word: string) => meaningOf(word.toLowerCase())?.is === 'month'
const isUnit = (word: string) => meaningOf(word.toLowerCase())?.is === 'unit'

/**
 * The text of a schedule for another year's plan: every printed year moves by the same number of years, in four digits
 * or in two. A 29 February that the new year lacks becomes the 28th. Text without a year stays as it is: it takes the
 * year of its plan.
 */
export function moveScheduleText(text: string, fromYear: number, toYear: number): string {
  const by = toYear - fromYear
  const full = (year: string) => String(Number(year) + by)
  const short = (year: string) => String((Number(year) + by) % 100).padStart(2, '0')
  const moved = text
    .replace(/(?<!\d)((?:19|20|21)\d\d)(?!\d)/g, full)
    .replace(
      /(?<!\d)(\d{1,2}\s*([-/.])\s*\d{1,2}\s*\2\s*)(\d\d)(?!\d)/g,
      (_, date, _sign, year) => date + short(year),
    )
    .replace(/(['’]\s*)(\d\d)(?!\d)/g, (_, mark, year) => mark + short(year))
    .replace(
      // From the beginning of a word only: a long one would be read again from each of its letters.
      /(?<![A-Za-z])([A-Za-z]+)(\.?[\s-]*)(\d\d)(?!\d)(?=\s*([-–—]?)\s*([A-Za-z]*)\.?[\s-]*(\d*))/g,
      (whole, word: string, gap: string, year: string, dash: string, next: string, after: string) => {
        // "Jan 19 - Des 19" in the plan of 2019; else "Jan 19 Mar" has a day before its second month.
        const twice = dash !== '' && year === after && Number(year) === fromYear % 100
        const isYear = isMonth(word) && !isUnit(next) && (!isMonth(next) || twice)
        return isYear ? word + gap + short(year) : whole
      },
    )
  return withoutLeapDay(moved, toYear)
}

function withoutLeapDay(text: string, planYear: number): string {
  const fits = (year: number) => daysInMonth(year, 2) === 29
  const asWords = /(?<!\d)29(\s*-?\s*)([A-Za-z]+)(\.?[\s-]*)(\d{4})?/g
  return text
    .replace(asWords, (whole, gap: string, word: string, space: string, year: string | undefined) => {
      const meaning = meaningOf(word.toLowerCase())
      const february = meaning?.is === 'month' && meaning.month === 2
      return !february || fits(Number(year ?? planYear)) ? whole : `28${gap}${word}${space}${year ?? ''}`
    })
    .replace(/(?<!\d)29(\s*[-/.]\s*0?2\s*[-/.]\s*)(\d{4})/g, (whole, middle: string, year: string) =>
      fits(Number(year)) ? whole : `28${middle}${year}`,
    )
    .replace(/(\d{4})-0?2-29(?!\d)/g, (whole, year: string) => (fits(Number(year)) ? whole : `${year}-02-28`))
}
