import type { LocalDate } from '../../../core/shared/local-date.ts'
import { monthOf } from '../../../core/shared/local-date.ts'

const months: readonly RegExp[] = [
  /\bjan(?:uari)?\b/,
  /\bfeb(?:ruari)?\b/,
  /\bmar(?:et)?\b/,
  /\bapr(?:il)?\b/,
  /\bmei\b/,
  /\bjuni?\b/,
  /\bjuli?\b/,
  /\b(?:agustus|agu|ags)\b/,
  /\bsep(?:t|tember)?\b/,
  /\bokt(?:ober)?\b/,
  /\bnov(?:ember)?\b/,
  /\bdes(?:ember)?\b/,
]
const quarter = /\b(?:tw|triwulan)\s*(iv|iii|ii|i|[1-4])\b/
const half = /\b(?:smt|semester)\s*(ii|i|[12])\b/
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** The months that a path speaks of, 1 to 12; its last parts speak louder. */
export function monthsIn(path: string): readonly number[] {
  for (const part of path.toLowerCase().split('/').reverse()) {
    const text = part.replace(/[._-]+/g, ' ')
    const found = months.flatMap((name, at) => (name.test(text) ? [at + 1] : []))
    if (found.length > 0) return found
    const span = (digit: string | undefined, length: number) => {
      const no = roman[digit ?? ''] ?? Number(digit)
      return Array.from({ length }, (_, at) => (no - 1) * length + at + 1)
    }
    const inQuarter = quarter.exec(text)
    if (inQuarter) return span(inQuarter[1], 3)
    const inHalf = half.exec(text)
    if (inHalf) return span(inHalf[1], 6)
  }
  return []
}

/** Due dates of one thing, the likeliest for that path first: in the month it names, else the last that has passed. */
export function byLikelihood<T extends { readonly due: LocalDate }>(
  owed: readonly T[],
  path: string,
  today: LocalDate,
): readonly T[] {
  const named = monthsIn(path)
  const rank = ({ due }: T) => (named.includes(monthOf(due)) ? 0 : due <= today ? 1 : 2)
  // Of those that have passed the latest, of those to come the next.
  const order = (a: T, b: T) => (a.due < b.due ? -1 : 1) * (rank(a) === 1 ? -1 : 1)
  return owed.toSorted((a, b) => rank(a) - rank(b) || order(a, b))
}
