import type { Instrument } from '../instrument/instrument.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { printAmount, printAmountDown, printShare, printShortfall, reaches, type Unit } from './amount.ts'
import type { Answers, BadAnswer, ScoreSettings } from './answers.ts'
import { compileInstrument, type NotScorable } from './compile-instrument.ts'
import type { Compiled, CompiledPredicate, CompiledRule, Item, PartPlace, SubItemScore } from './compiled.ts'
import { type CountedSheet, countSheet, exactIn } from './count-sheet.ts'
import { nothing, printTally, shortfall, type Tally } from './tally.ts'

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
  const { instrument, parts, points, roles, percentages } = compiled
  const printed: string[] = []
  for (let part = 0; part < parts.length; part += 1) {
    const known = parts[part]?.known ?? null
    const { units } = sheet.tallies[part] ?? nothing
    let text = known?.get(units)
    if (text === undefined) {
      text = printPart(compiled, sheet, part, points)
      known?.set(units, text)
    }
    printed.push(text)
  }
  const percents: string[] = []
  for (const { part, unit } of percentages) percents.push(printPart(compiled, sheet, part, unit))
  const pillars: Record<string, string> = {}
  for (const { code, part } of compiled.pillars) pillars[code] = printed[part] ?? '0'
  const areas: Record<string, AreaScore> = {}
  for (const { code, max, percent, part } of compiled.areas)
    areas[code] = { score: printed[part] ?? '0', max, percent: percents[percent] ?? '0' }
  const results: Record<string, string> = {}
  for (const { code, part } of compiled.results) results[code] = printed[part] ?? '0'
  const subItems: Record<string, SubItemScore> = { ...compiled.blankSubItems }
  for (const { code, max, part } of compiled.subItems) subItems[code] = { score: printed[part] ?? '0', max }
  const predicates: Record<string, PredicateScore> = {}
  for (const predicate of compiled.predicates)
    predicates[predicate.code] = judge(compiled, predicate, sheet, printed, percents)
  return ok({
    instrument: instrument.id,
    total: printed[compiled.total] ?? '0',
    enabler: printed[roles.enabler] ?? '0',
    result: printed[roles.result] ?? '0',
    pillars,
    areas,
    results,
    subItems,
    items: printItems(compiled, sheet),
    blanks: sheet.blanks,
    undivided: sheet.undivided,
    predicates,
  })
}

/** A part in that unit, as its exact amount is printed. */
export function printPart(compiled: Compiled, sheet: CountedSheet, part: PartPlace, unit: Unit): string {
  return printTally(sheet.tallies[part] ?? nothing, unit) ?? printAmount(exactIn(compiled, sheet, part), unit)
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

function judge(
  compiled: Compiled,
  { rules }: CompiledPredicate,
  sheet: CountedSheet,
  printed: readonly string[],
  percents: readonly string[],
): PredicateScore {
  const unmet: Gap[] = []
  for (const rule of rules) {
    const { part, percent, needUnits } = rule
    const tally = sheet.tallies[part] ?? nothing
    if (reaches(tally, needUnits)) continue
    const have = percent === null ? printed[part] : percents[percent]
    unmet.push(gap(compiled, rule, sheet, tally, have ?? '0'))
  }
  return { met: unmet.length === 0, unmet }
}

function gap(
  compiled: Compiled,
  { rule, part, need, needUnits, unit }: CompiledRule,
  sheet: CountedSheet,
  tally: Tally,
  have: string,
): Gap {
  const short = printTally(shortfall(tally, needUnits), unit)
  return {
    rule,
    need,
    have: have === need ? printAmountDown(exactIn(compiled, sheet, part), unit) : have,
    short:
      short === null || short === '0'
        ? printShortfall(exactIn(compiled, sheet, part), needUnits, unit)
        : short,
  }
}
