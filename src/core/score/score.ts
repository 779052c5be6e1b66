import type { Instrument } from '../instrument/instrument.ts'
import { err, ok, type Result } from '../shared/result.ts'
import {
  type Amount,
  nothing,
  printAmount,
  printAmountDown,
  printShare,
  printShortfall,
  reaches,
} from './amount.ts'
import type { Answers, BadAnswer, ScoreSettings } from './answers.ts'
import { compileInstrument, type NotScorable } from './compile-instrument.ts'
import type { Compiled, CompiledPredicate, CompiledRule, Item } from './compiled.ts'
import { type CountedSheet, countSheet } from './count-sheet.ts'

/** A scored sheet. Every number is a decimal text: exact, or half up to twelve decimals where it goes on. */
export interface Score {
  readonly instrument: string
  readonly total: string
  readonly enabler: string
  readonly result: string
  /** The enabler pillars: fulfilment and reform. */
  readonly pillars: Readonly<Record<string, string>>
  readonly areas: Readonly<Record<string, AreaScore>>
  /** The components of the result. */
  readonly results: Readonly<Record<string, string>>
  readonly subItems: Readonly<Record<string, { readonly score: string; readonly max: string }>>
  readonly items: Readonly<Record<string, Item>>
  /** Questions without an answer, in the instrument's order. */
  readonly blanks: readonly string[]
  /** Ratios with nothing to divide by, so that the instrument's rule for that case gave their value. */
  readonly undivided: readonly string[]
  readonly predicates: Readonly<Record<string, PredicateScore>>
}

export interface AreaScore {
  readonly score: string
  readonly max: string
  readonly percent: string
}

/** Whether the score reaches a predicate; what must be true besides the score is not looked at. */
export interface PredicateScore {
  readonly met: boolean
  readonly unmet: readonly Gap[]
}

/** A threshold that is not reached: points, or percent for an area. */
export interface Gap {
  readonly rule: string
  readonly need: string
  /** Never printed as high as `need`. */
  readonly have: string
  /** Never printed as zero. */
  readonly short: string
}

export type ScoreProblem =
  | { readonly kind: 'bad-answers'; readonly answers: readonly BadAnswer[] }
  | { readonly kind: 'not-scorable'; readonly why: NotScorable }

const known = new WeakMap<Instrument, Result<Compiled, NotScorable>>()

/** The instrument compiled, once per instrument. */
export function compiledOf(instrument: Instrument): Result<Compiled, NotScorable> {
  const found = known.get(instrument) ?? compileInstrument(instrument)
  known.set(instrument, found)
  return found
}

/** The score of a sheet, or every answer that cannot be scored. The instrument must have passed its check. */
export function score(
  instrument: Instrument,
  answers: Answers,
  settings: ScoreSettings = {},
): Result<Score, ScoreProblem> {
  const compiled = compiledOf(instrument)
  return compiled.ok
    ? scoreCompiled(compiled.value, answers, settings)
    : err({ kind: 'not-scorable', why: compiled.problem })
}

function scoreCompiled(
  compiled: Compiled,
  answers: Answers,
  settings: ScoreSettings,
): Result<Score, ScoreProblem> {
  const counted = countSheet(compiled, answers, settings)
  if (!counted.ok) return err({ kind: 'bad-answers', answers: counted.problem })
  const { amounts, items, blanks } = counted.value
  const { instrument, points } = compiled
  const printed = (part: number) => printAmount(amounts[part] ?? nothing, points)
  const pillars: Record<string, string> = {}
  for (const { code, part } of compiled.pillars) pillars[code] = printed(part)
  const areas: Record<string, AreaScore> = {}
  for (const { code, max, percent, part } of compiled.areas)
    areas[code] = { score: printed(part), max, percent: printAmount(amounts[part] ?? nothing, percent) }
  const results: Record<string, string> = {}
  for (const { code, part } of compiled.results) results[code] = printed(part)
  const subItems: Record<string, { score: string; max: string }> = {}
  for (const { code, max, part } of compiled.subItems) subItems[code] = { score: printed(part), max }
  const predicates: Record<string, PredicateScore> = {}
  for (const predicate of compiled.predicates) predicates[predicate.code] = judge(predicate, amounts)
  return ok({
    instrument: instrument.id,
    total: printed(compiled.total),
    enabler: printed(compiled.roles.enabler),
    result: printed(compiled.roles.result),
    pillars,
    areas,
    results,
    subItems,
    items: printItems(compiled, items),
    blanks,
    undivided: compiled.questions.flatMap(({ code }, place) => {
      const item = items[place]
      return item !== undefined && 'nothingToDivide' in item && item.nothingToDivide ? [code] : []
    }),
    predicates,
  })
}

function printItems({ questions, points }: Compiled, items: CountedSheet['items']): Record<string, Item> {
  const printed: Record<string, Item> = {}
  for (const [place, { code }] of questions.entries()) {
    const item = items[place]
    if (item === undefined) continue
    printed[code] =
      'item' in item ? item.item : { value: printShare(item.share), score: printAmount(item.amount, points) }
  }
  return printed
}

function judge({ rules }: CompiledPredicate, amounts: readonly Amount[]): PredicateScore {
  const unmet: Gap[] = []
  for (const rule of rules) {
    const amount = amounts[rule.part] ?? nothing
    if (!reaches(amount, rule.needUnits)) unmet.push(gap(rule, amount))
  }
  return { met: unmet.length === 0, unmet }
}

function gap({ rule, need, needUnits, unit }: CompiledRule, amount: Amount): Gap {
  const have = printAmount(amount, unit)
  return {
    rule,
    need,
    have: have === need ? printAmountDown(amount, unit) : have,
    short: printShortfall(amount, needUnits, unit),
  }
}
