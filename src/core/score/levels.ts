import { Fraction } from '../shared/fraction.ts'
import type { Amount } from './amount.ts'
import type { Compiled, CompiledIndex, CompiledQuestion } from './compiled.ts'
import type { CountedSheet } from './count-sheet.ts'

/** How high a question can stand above where it is: one step at a time, the last is the best there is. */
export interface Ladder {
  readonly code: string
  readonly place: number
  /** What it is worth now, in units. */
  readonly now: Fraction
  /** The option or value that it has now; null where it is blank. */
  readonly from: string | null
  readonly levels: readonly Level[]
}

export interface Level {
  /** The option to reach; for a ratio or an index the value. */
  readonly to: string
  readonly units: Fraction
}

/** The ladders of all questions that can still rise. A ratio rises to its cap in one step. */
export function laddersOf(compiled: Compiled, sheet: CountedSheet): readonly Ladder[] {
  return compiled.questions.flatMap((question, place) => {
    const item = sheet.items[place]
    if (item === undefined) return []
    const now = unitsOf('amount' in item ? item.amount : { units: item.units, rest: { over: 0, under: 1 } })
    const levels = levelsOf(compiled, question, place).filter(({ units }) => units.compare(now) > 0)
    const blank = 'units' in item && item === question.blank
    return levels.length === 0
      ? []
      : [{ code: question.code, place, now, from: blank ? null : nameNow(question, item), levels }]
  })
}

export const unitsOf = ({ units, rest }: Amount): Fraction =>
  Fraction.of(units).plus(Fraction.of(rest.over, rest.under))

function nameNow(question: CompiledQuestion, item: CountedSheet['items'][number]): string {
  if ('amount' in item) {
    const share = Fraction.of(item.share.over, item.share.under)
    return question.kind === 'index' ? indexAt(question, share) : share.toDecimal()
  }
  if (question.kind !== 'options') return item.item.value
  return question.keys.find(key => question.worth.get(key) === item) ?? item.item.value
}

/** From the lowest to the highest. */
function levelsOf(compiled: Compiled, question: CompiledQuestion, place: number): Level[] {
  if (question.kind === 'options')
    return [...question.keys]
      .reverse()
      .map(key => ({ to: key, units: Fraction.of(question.worth.get(key)?.units ?? 0) }))
  const full = Fraction.of(question.units)
  if (question.kind === 'ratio') {
    const cap = Fraction.of(question.cap.over, question.cap.under)
    return [{ to: cap.toDecimal(), units: full.times(cap) }]
  }
  // A survey is not raised by options: its levels are the thresholds that it alone must reach, then the top.
  const needs = compiled.predicates
    .flatMap(({ rules }) => rules)
    .filter(({ part }) => compiled.parts[part]?.runs.join() === `${place},${place + 1}`)
    .map(({ needUnits }) => needUnits)
  return [...new Set([...needs, question.units])]
    .sort((a, b) => a - b)
    .map(units => ({ to: indexAt(question, Fraction.of(units, question.units)), units: Fraction.of(units) }))
}

/** The index that is worth this share; rounded up, so that what is printed reaches it. */
const indexAt = ({ least, most }: CompiledIndex, share: Fraction): string =>
  least.plus(share.times(most.minus(least))).toDecimal(12, 'up')
