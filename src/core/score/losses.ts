import type { Instrument } from '../instrument/instrument.ts'
import { questionsOf } from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Answers, ScoreSettings } from './answers.ts'
import { type Gap, type Score, type ScoreProblem, score } from './score.ts'

/** Points that a question leaves lying. */
export interface Loss {
  readonly code: string
  readonly area: string
  readonly loss: string
}

const number = (text: string): Fraction => Fraction.parse(text) ?? Fraction.zero

/** What an area loses most by: its questions below their full points, the largest loss first. */
export function lossesOf(instrument: Instrument, { items }: Score, area?: string): readonly Loss[] {
  return questionsOf(instrument)
    .filter(placed => area === undefined || placed.area === area)
    .map(({ question, subItem, area: own }) => {
      const full =
        question.weight === undefined
          ? number(subItem.weight ?? '0').over(Fraction.of(subItem.questions.length))
          : number(question.weight)
      const value = number(items[question.code]?.value ?? '0')
      return { code: question.code, area: own, loss: full.times(Fraction.one.minus(value)) }
    })
    .filter(({ loss }) => loss.compare(Fraction.zero) > 0)
    .sort((a, b) => b.loss.compare(a.loss))
    .map(({ loss, ...where }) => ({ ...where, loss: loss.toDecimal() }))
}

/** A question that several units lose points by, over all of them. */
export interface SharedLoss extends Loss {
  readonly units: number
}

/** Where units are weak together: the largest sum of losses first, with how many units lose there. */
export function sharedLosses(instrument: Instrument, scores: readonly Score[]): readonly SharedLoss[] {
  const sums = new Map<string, { area: string; loss: Fraction; units: number }>()
  for (const own of scores)
    for (const { code, area, loss } of lossesOf(instrument, own)) {
      const sum = sums.get(code) ?? { area, loss: Fraction.zero, units: 0 }
      sums.set(code, { area, loss: sum.loss.plus(number(loss)), units: sum.units + 1 })
    }
  return [...sums]
    .sort(([, a], [, b]) => b.loss.compare(a.loss))
    .map(([code, { area, loss, units }]) => ({ code, area, loss: loss.toDecimal(), units }))
}

/** What some changed answers would do, before anyone makes them. */
export interface Effect {
  readonly before: Score
  readonly after: Score
  /** Points won; negative when points are lost. */
  readonly gain: string
  readonly reached: readonly { readonly predicate: string; readonly rule: string }[]
  readonly lost: readonly { readonly predicate: string; readonly rule: string }[]
}

/** The effect of changes on a sheet; a change to null takes the answer away. */
export function effectOf(
  instrument: Instrument,
  answers: Answers,
  changes: Answers,
  settings: ScoreSettings = {},
): Result<Effect, ScoreProblem> {
  const before = score(instrument, answers, settings)
  if (!before.ok) return err(before.problem)
  const after = score(instrument, { ...answers, ...changes }, settings)
  if (!after.ok) return err(after.problem)
  return ok({
    before: before.value,
    after: after.value,
    gain: number(after.value.total).minus(number(before.value.total)).toDecimal(),
    reached: onlyIn(before.value, after.value),
    lost: onlyIn(after.value, before.value),
  })
}

/** Thresholds that the first misses and the second does not. */
const onlyIn = (first: Score, second: Score) =>
  Object.entries(first.predicates).flatMap(([predicate, { unmet }]) =>
    unmet
      .filter(gap => !has(second.predicates[predicate]?.unmet, gap))
      .map(({ rule }) => ({ predicate, rule })),
  )

const has = (gaps: readonly Gap[] = [], { rule }: Gap): boolean => gaps.some(gap => gap.rule === rule)
