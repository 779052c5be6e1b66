import type { Instrument, Measured } from '../instrument/instrument.ts'
import { err, ok, type Result } from '../shared/result.ts'
import {
  type Amount,
  add,
  nothing,
  printAmount,
  printAmountDown,
  printShare,
  printShortfall,
  reaches,
  type Share,
  shareOf,
} from './amount.ts'
import { type Answers, type BadAnswer, isBlank, type ScoreSettings, shown } from './answers.ts'
import {
  type Compiled,
  type CompiledPredicate,
  type CompiledQuestion,
  type CompiledRule,
  compileInstrument,
  type Item,
  type NotScorable,
} from './compile-instrument.ts'
import { readIndex, readRatio } from './read-answer.ts'

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

const compiled = new WeakMap<Instrument, Result<Compiled, NotScorable>>()

/** The score of a sheet, or every answer that cannot be scored. The instrument must have passed its check. */
export function score(
  instrument: Instrument,
  answers: Answers,
  settings: ScoreSettings = {},
): Result<Score, ScoreProblem> {
  const found = compiled.get(instrument) ?? compileInstrument(instrument)
  compiled.set(instrument, found)
  return found.ok
    ? scoreCompiled(found.value, answers, settings)
    : err({ kind: 'not-scorable', why: found.problem })
}

/** Everything counted so far of one sheet. */
interface Sheet {
  readonly items: Record<string, Item>
  readonly blanks: string[]
  readonly undivided: string[]
  readonly bad: BadAnswer[]
  answered: number
}

function scoreCompiled(
  { instrument, points, codes, pillars, areas, predicates }: Compiled,
  answers: Answers,
  settings: ScoreSettings,
): Result<Score, ScoreProblem> {
  const sheet: Sheet = { items: {}, blanks: [], undivided: [], bad: [], answered: 0 }
  const zeros = settings.zeroDenominator ?? {}
  const counted = new Map<string, Amount>()
  const byArea = new Map<string, Amount>()
  const byRole = { enabler: nothing(), result: nothing() }
  const pillarScores: Record<string, string> = {}
  const results: Record<string, string> = {}
  const subItems: Record<string, { score: string; max: string }> = {}
  for (const pillar of pillars) {
    const inPillar = nothing()
    for (const { area, subItems: below } of pillar.areas) {
      const inArea = nothing()
      for (const subItem of below) {
        const inSubItem = nothing()
        for (const question of subItem.questions) {
          const amount = countQuestion(question, answers, zeros[question.code], points.under, sheet)
          counted.set(question.code, amount)
          add(inSubItem, amount)
        }
        counted.set(subItem.code, inSubItem)
        add(inArea, inSubItem)
        const printed = printAmount(inSubItem, points)
        subItems[subItem.code] = { score: printed, max: subItem.max }
        if (pillar.role === 'result') results[subItem.code] = printed
      }
      const whole = byArea.get(area)
      if (whole) add(whole, inArea)
      else byArea.set(area, { ...inArea })
      add(inPillar, inArea)
    }
    add(byRole[pillar.role], inPillar)
    if (pillar.role === 'enabler') pillarScores[pillar.code] = printAmount(inPillar, points)
  }
  noteStrangers(answers, codes, settings, pillars, sheet)
  if (sheet.bad.length > 0) return err({ kind: 'bad-answers', answers: sheet.bad })
  const total = { ...byRole.enabler }
  add(total, byRole.result)
  const measured = (of: Measured): Amount => {
    if (of.kind === 'total') return total
    if (of.kind === 'role') return byRole[of.role]
    return (of.kind === 'area' ? byArea.get(of.area) : counted.get(of.code)) ?? nothing()
  }
  const areaScores: Record<string, AreaScore> = {}
  for (const { code, max, percent } of areas) {
    const amount = byArea.get(code) ?? nothing()
    areaScores[code] = { score: printAmount(amount, points), max, percent: printAmount(amount, percent) }
  }
  return ok({
    instrument: instrument.id,
    total: printAmount(total, points),
    enabler: printAmount(byRole.enabler, points),
    result: printAmount(byRole.result, points),
    pillars: pillarScores,
    areas: areaScores,
    results,
    subItems,
    items: sheet.items,
    blanks: sheet.blanks,
    undivided: sheet.undivided,
    predicates: Object.fromEntries(predicates.map(predicate => [predicate.code, judge(predicate, measured)])),
  })
}

function countQuestion(
  question: CompiledQuestion,
  answers: Answers,
  zeroDenominator: '0' | '1' | undefined,
  scale: number,
  sheet: Sheet,
): Amount {
  const { code, units, blank } = question
  const answer = answers[code]
  if (answer !== undefined) sheet.answered += 1
  if (isBlank(answer)) {
    sheet.blanks.push(code)
    return known(code, blank, sheet)
  }
  if (question.kind === 'options') {
    const worth = question.worth.get(answer)
    if (worth !== undefined) return known(code, worth, sheet)
    sheet.bad.push({ code, kind: 'unknown-option', given: shown(answer), allowed: question.keys })
    return nothing()
  }
  const read =
    question.kind === 'index' ? readIndex(question, answer) : readRatio(question, answer, zeroDenominator)
  if (!read.ok) {
    sheet.bad.push(...read.problem)
    return nothing()
  }
  const share: Share = 'share' in read.value ? read.value.share : read.value
  if ('share' in read.value && read.value.undivided) sheet.undivided.push(code)
  const amount = shareOf(units, share)
  sheet.items[code] = { value: printShare(share), score: printAmount(amount, { times: 1, under: scale }) }
  return amount
}

function known(code: string, worth: { units: number; item: Item }, sheet: Sheet): Amount {
  sheet.items[code] = worth.item
  return { units: worth.units, top: 0n, bottom: 1n }
}

/** Answers and settings for questions that the instrument does not ask, or does not leave open. */
function noteStrangers(
  answers: Answers,
  codes: ReadonlySet<string>,
  { zeroDenominator = {} }: ScoreSettings,
  pillars: Compiled['pillars'],
  sheet: Sheet,
): void {
  const given = Object.keys(answers)
  if (given.length !== sheet.answered)
    for (const code of given) if (!codes.has(code)) sheet.bad.push({ code, kind: 'unknown-code' })
  for (const code of Object.keys(zeroDenominator)) {
    const question = pillars
      .flatMap(({ areas }) => areas.flatMap(({ subItems }) => subItems.flatMap(({ questions }) => questions)))
      .find(candidate => candidate.code === code)
    if (question?.kind !== 'ratio' || !question.nothingToDivide.setting)
      sheet.bad.push({ code, kind: question === undefined ? 'unknown-code' : 'setting-not-open' })
  }
}

function judge({ rules }: CompiledPredicate, measured: (of: Measured) => Amount): PredicateScore {
  const unmet: Gap[] = []
  for (const rule of rules) {
    const amount = measured(rule.of)
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
