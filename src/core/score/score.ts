import type { Instrument } from '../instrument/instrument.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { printAmount, printAmountDown, printShare, printShortfall, reaches, type Unit } from './amount.ts'
import type { Answers, BadAnswer, ScoreSettings } from './answers.ts'
import { compileInstrument, type NotScorable } from './compile-instrument.ts'
import type { Compiled, CompiledPredicate, CompiledRule, Item, PartPlace, SubItemScore } from './compiled.ts'
import { type CountedSheet, countSheet } from './count-sheet.ts'
import { printTally, shortfall } from './tally.ts'

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
  readonly subItems: Readonly<Record<string, SubItemScore>>
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
  const sheet = counted.value
  const { instrument, points, roles, percentages } = compiled
  const printed = compiled.parts.map((_, part) => print(sheet, part, points))
  const printedOf = (part: PartPlace): string => printed[part] ?? '0'
  const percents = percentages.map(({ part, unit }) => print(sheet, part, unit))
  const pillars: Record<string, string> = {}
  for (const { code, part } of compiled.pillars) pillars[code] = printedOf(part)
  const areas: Record<string, AreaScore> = {}
  for (const { code, max, percent, part } of compiled.areas)
    areas[code] = { score: printedOf(part), max, percent: percents[percent] ?? '0' }
  const results: Record<string, string> = {}
  for (const { code, part } of compiled.results) results[code] = printedOf(part)
  const subItems: Record<string, SubItemScore> = { ...compiled.blankSubItems }
  for (const { code, max, part } of compiled.subItems) subItems[code] = { score: printedOf(part), max }
  const predicates: Record<string, PredicateScore> = {}
  for (const predicate of compiled.predicates)
    predicates[predicate.code] = judge(predicate, sheet, printed, percents)
  return ok({
    instrument: instrument.id,
    total: printedOf(compiled.total),
    enabler: printedOf(roles.enabler),
    result: printedOf(roles.result),
    pillars,
    areas,
    results,
    subItems,
    items: printItems(compiled, sheet),
    blanks: sheet.blanks,
    undivided: undividedIn(compiled, sheet),
    predicates,
  })
}

const print = (sheet: CountedSheet, part: PartPlace, unit: Unit): string => {
  const tally = sheet.tallies[part]
  return (tally && printTally(tally, unit)) ?? printAmount(sheet.exact(part), unit)
}

function printItems({ questions, points, blankItems }: Compiled, { items }: CountedSheet) {
  const printed: Record<string, Item> = { ...blankItems }
  for (let place = 0; place < questions.length; place += 1) {
    const [question, item] = [questions[place], items[place]]
    if (question === undefined || item === undefined) continue
    printed[question.code] =
      'item' in item ? item.item : { value: printShare(item.share), score: printAmount(item.amount, points) }
  }
  return printed
}

function undividedIn({ questions }: Compiled, { items }: CountedSheet): string[] {
  const codes: string[] = []
  for (const [place, item] of items.entries())
    if ('nothingToDivide' in item && item.nothingToDivide) codes.push(questions[place]?.code ?? '')
  return codes
}

function judge(
  { rules }: CompiledPredicate,
  sheet: CountedSheet,
  printed: readonly string[],
  percents: readonly string[],
): PredicateScore {
  const unmet: Gap[] = []
  for (const rule of rules) {
    const { part, percent, needUnits } = rule
    if (reaches(sheet.tallies[part] ?? sheet.exact(part), needUnits)) continue
    unmet.push(gap(rule, sheet, (percent === null ? printed[part] : percents[percent]) ?? '0'))
  }
  return { met: unmet.length === 0, unmet }
}

function gap({ rule, part, need, needUnits, unit }: CompiledRule, sheet: CountedSheet, have: string): Gap {
  const tally = sheet.tallies[part]
  const short = tally ? printTally(shortfall(tally, needUnits), unit) : null
  return {
    rule,
    need,
    have: have === need ? printAmountDown(sheet.exact(part), unit) : have,
    short: short === null || short === '0' ? printShortfall(sheet.exact(part), needUnits, unit) : short,
  }
}
