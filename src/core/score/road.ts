import type { Instrument } from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Answers, ScoreSettings } from './answers.ts'
import { cheapestRaise, type Group, type Offer, type Raise } from './cheapest-raise.ts'
import type { Compiled, CompiledPredicate } from './compiled.ts'
import { type CountedSheet, countSheet, exactIn } from './count-sheet.ts'
import { type Ladder, laddersOf, unitsOf } from './levels.ts'
import { compiledOf, type ScoreProblem } from './score.ts'

/** The least effort that reaches a predicate from here. */
export interface Road {
  readonly predicate: string
  /** In the instrument's order; empty when the predicate is reached already. */
  readonly improvements: readonly Improvement[]
  readonly effort: number
  /** Points that the improvements bring together. */
  readonly gain: string
  /** True when no set of improvements with less effort exists; false when only a good one was looked for. */
  readonly proven: boolean
}

export interface Improvement {
  readonly code: string
  /** The option or value now; null where the question is blank. */
  readonly from: string | null
  readonly to: string
  /** Options climbed; one for a ratio. */
  readonly steps: number
  readonly effort: number
  readonly gain: string
}

/** One answer raised by one option, and which missed thresholds that moves. */
export interface NextStep {
  readonly code: string
  readonly from: string | null
  readonly to: string
  readonly gain: string
  /** By predicate: the missed thresholds that it counts for; `closes` those that it alone reaches. */
  readonly helps: readonly { readonly predicate: string; readonly rule: string; readonly closes: boolean }[]
}

/** Work per option climbed, by question: whole numbers from 1; one where nothing is said. */
export type Effort = Readonly<Record<string, number>>

/**
 * For every predicate the improvements with the least total effort. Proven where the effort of a good set, found
 * first, is at most 10,000 times the greatest number that divides every effort: then every cheaper set has been
 * compared; beyond it that good set, of which nothing can be left out or climbed less, is given as it is.
 */
export function roads(
  instrument: Instrument,
  answers: Answers,
  effort: Effort = {},
  settings: ScoreSettings = {},
): Result<readonly Road[], ScoreProblem> {
  const found = look(instrument, answers, settings)
  if (!found.ok) return found
  const { compiled, sheet, ladders } = found.value
  return ok(compiled.predicates.map(predicate => roadTo(compiled, sheet, ladders, predicate, effort)))
}

/** Some tens of milliseconds. */
const mostProven = 10_000

/** What every answer, raised by one option, would bring; the largest gain first. */
export function nextSteps(
  instrument: Instrument,
  answers: Answers,
  settings: ScoreSettings = {},
): Result<readonly NextStep[], ScoreProblem> {
  const found = look(instrument, answers, settings)
  if (!found.ok) return found
  const { compiled, sheet, ladders } = found.value
  const points = Fraction.of(compiled.points.under)
  const steps = ladders.flatMap(({ code, place, from, now, levels: [next] }) => {
    if (next === undefined) return []
    const units = next.units.minus(now)
    const helps = compiled.predicates.flatMap(({ code: predicate, rules }) =>
      rules
        .filter(({ part }) => holds(compiled, part, place))
        .map(({ rule, part, needUnits }) => ({
          predicate,
          rule,
          short: shortOf(compiled, sheet, part, needUnits),
        }))
        .filter(({ short }) => short.compare(Fraction.zero) > 0)
        .map(({ rule, short }) => ({ predicate, rule, closes: units.compare(short) >= 0 })),
    )
    return [{ units, step: { code, from, to: next.to, gain: units.over(points).toDecimal(), helps } }]
  })
  return ok(steps.sort((a, b) => b.units.compare(a.units)).map(({ step }) => step))
}

interface Look {
  readonly compiled: Compiled
  readonly sheet: CountedSheet
  readonly ladders: readonly Ladder[]
}

function look(instrument: Instrument, answers: Answers, settings: ScoreSettings): Result<Look, ScoreProblem> {
  const compiled = compiledOf(instrument)
  if (!compiled.ok) return err({ kind: 'not-scorable', why: compiled.problem })
  const sheet = countSheet(compiled.value, answers, settings)
  if (!sheet.ok) return err({ kind: 'bad-answers', answers: sheet.problem })
  return ok({
    compiled: compiled.value,
    sheet: sheet.value,
    ladders: laddersOf(compiled.value, sheet.value),
  })
}

function holds({ parts }: Compiled, part: number, place: number): boolean {
  const { runs } = parts[part] ?? { runs: [] }
  return runs.some((from, at) => at % 2 === 0 && place >= from && place < (runs[at + 1] ?? 0))
}

const shortOf = (compiled: Compiled, sheet: CountedSheet, part: number, need: number): Fraction =>
  Fraction.of(need).minus(unitsOf(exactIn(compiled, sheet, part)))

function roadTo(
  compiled: Compiled,
  sheet: CountedSheet,
  ladders: readonly Ladder[],
  { code: predicate, rules }: CompiledPredicate,
  effort: Effort,
): Road {
  const needs = rules
    .map(({ part, needUnits }) => ({
      places: new Set(ladders.flatMap(({ place }) => (holds(compiled, part, place) ? [place] : []))),
      short: shortOf(compiled, sheet, part, needUnits),
    }))
    .filter(({ short }) => short.compare(Fraction.zero) > 0)
  // One denominator for every gain and need makes them whole numbers.
  const common = [...needs.map(({ short }) => short), ...ladders.map(({ now }) => now)].reduce(
    (all, { denominator }) => all * Fraction.of(denominator, all).numerator,
    1n,
  )
  const whole = (value: Fraction) => value.times(Fraction.of(common)).numerator
  const effortOf = ({ code }: Ladder) => Math.max(1, Math.trunc(effort[code] ?? 1))
  // Only proportions decide: efforts that are all multiples of one number are compared in that unit.
  const unit = ladders.reduce((all, ladder) => commonDivisor(all, effortOf(ladder)), 0) || 1
  const offers = new Map(
    ladders.map((ladder, question) => [
      ladder.place,
      ladder.levels.map(
        ({ units }, level): Offer => ({
          cost: (effortOf(ladder) / unit) * (level + 1),
          gain: whole(units.minus(ladder.now)),
          choice: { question, level },
        }),
      ),
    ]),
  )
  const group = nest(
    needs.map(({ places, short }) => ({ places, need: whole(short) })),
    offers,
  )
  const good = goodRaise(group)
  const proven = good.cost <= mostProven
  const best = (proven ? cheapestRaise(group, good.cost) : null) ?? good
  const points = Fraction.of(compiled.points.under)
  const improvements = best.choices.flatMap(({ question, level }): Improvement[] => {
    const ladder = ladders[question]
    const reached = ladder?.levels[level]
    if (ladder === undefined || reached === undefined) return []
    return [
      {
        ...{ code: ladder.code, from: ladder.from, to: reached.to, steps: level + 1 },
        effort: effortOf(ladder) * (level + 1),
        gain: reached.units.minus(ladder.now).over(points).toDecimal(),
      },
    ]
  })
  return {
    ...{ predicate, improvements, effort: best.cost * unit, proven },
    gain: Fraction.of(best.gain, common).over(points).toDecimal(),
  }
}

interface Need {
  readonly places: ReadonlySet<number>
  readonly need: bigint
}

/** Needs as groups within groups; thresholds of one instrument lie inside one another or apart. */
function nest(needs: readonly Need[], offers: ReadonlyMap<number, readonly Offer[]>): Group {
  const inOrder = [...needs].sort((a, b) => b.places.size - a.places.size)
  const build = (need: bigint, places: readonly number[], inside: readonly Need[]): Group => {
    const groups: Group[] = []
    const taken = new Set<number>()
    const left = [...inside]
    for (let outer = left.shift(); outer !== undefined; outer = left.shift()) {
      const { places: own } = outer
      const below = left.filter(other => [...other.places].every(place => own.has(place)))
      for (const other of below) left.splice(left.indexOf(other), 1)
      groups.push(build(outer.need, [...own], below))
      for (const place of own) taken.add(place)
    }
    const questions = places.filter(place => !taken.has(place)).map(place => offers.get(place) ?? [])
    return { need, questions, groups }
  }
  return build(0n, [...offers.keys()], inOrder)
}

/**
 * A set that meets every need: whole raises, the most gain for the effort first, inner groups before outer ones; then
 * each is lowered as far as all needs stay met, the least gain for the effort first. What could not be lowered once
 * cannot be later, when the others bring less.
 */
function goodRaise(group: Group): Raise {
  const taken = new Map<number, Offer>()
  const offers = new Map<number, readonly Offer[]>()
  const fill = ({ need, questions, groups }: Group): (readonly Offer[])[] => {
    const inside = [...questions, ...groups.flatMap(fill)]
    for (const each of questions) if (each[0]) offers.set(each[0].choice.question, each)
    let gain = inside.reduce((sum, each) => sum + gainFrom(each, taken), 0n)
    const whole = inside.flatMap(each => each.slice(-1)).sort((a, b) => compareGain(b, a))
    for (const offer of whole) {
      if (gain >= need) break
      if (taken.has(offer.choice.question)) continue
      taken.set(offer.choice.question, offer)
      gain += offer.gain
    }
    return inside
  }
  fill(group)
  for (const { choice, ...raised } of [...taken.values()].sort(compareGain)) {
    const { question } = choice
    const lower = [null, ...(offers.get(question) ?? []).filter(({ cost }) => cost < raised.cost)]
    for (const offer of lower) {
      if (offer === null) taken.delete(question)
      else taken.set(question, offer)
      if (meetsAll(group, taken) !== null) break
      taken.set(question, { choice, ...raised })
    }
  }
  const chosen = [...taken.values()]
  return {
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    gain: chosen.reduce((sum, { gain }) => sum + gain, 0n),
    choices: chosen.map(({ choice }) => choice).sort((a, b) => a.question - b.question),
  }
}

const gainFrom = ([first]: readonly Offer[], taken: ReadonlyMap<number, Offer>): bigint =>
  (first && taken.get(first.choice.question)?.gain) ?? 0n

/** What is gained in the group, or null where it or a group inside it needs more. */
function meetsAll({ need, questions, groups }: Group, taken: ReadonlyMap<number, Offer>): bigint | null {
  let gain = questions.reduce((sum, offers) => sum + gainFrom(offers, taken), 0n)
  for (const inner of groups) {
    const own = meetsAll(inner, taken)
    if (own === null) return null
    gain += own
  }
  return gain >= need ? gain : null
}

/** By gain for the effort. */
function compareGain(a: Offer, b: Offer): number {
  const difference = a.gain * BigInt(b.cost) - b.gain * BigInt(a.cost)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The greatest number that divides both; of zero and a number the number. */
const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
