import type { Instrument, Label, PlacedQuestion } from '../../core/instrument/instrument.ts'
import type { BadAnswer } from '../../core/score/answers.ts'
import { Fraction } from '../../core/shared/fraction.ts'
import type { FormError } from '../../ui/forms/error-summary.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import type { MoveProblem } from './cycle/move-cycle.ts'
import type { StartProblem } from './cycle/start-cycle.ts'
import { answerField, explanationField } from './fill/fill-form.ts'
import type { ReturnProblem } from './fill/return-answer.ts'
import type { SaveProblem } from './fill/save-answers.ts'
import { messages, problemMessages } from './messages.ts'
import type { CiteProblem } from './prove/cite-evidence.ts'

/** What one calls a year of it: `LKE 2026`, or the checklist of that year. */
export const cycleName = (
  { year, kind }: { readonly year: number; readonly kind: Instrument['kind'] },
  locale: Locale,
): string => translator(messages, locale)(kind === 'checklist' ? 'checklist.year' : 'lke.year', { year })

export const labelText = (label: Label, locale: Locale): string =>
  locale === 'id' ? label.id : (label.en ?? label.id)

/** A decimal text as people write it, with `places` decimals. */
export function figure(
  exact: string,
  locale: Locale,
  rounding: 'half-up' | 'down' | 'up' = 'half-up',
  places = 2,
): string {
  const key = `${exact} ${locale} ${rounding} ${places}`
  const known = figures.get(key)
  if (known !== undefined) return known
  const fixed = (Fraction.parse(exact) ?? Fraction.zero).toFixed(places, rounding)
  const made = locale === 'id' ? fixed.replace('.', ',') : fixed
  if (figures.size > 5000) figures.clear()
  figures.set(key, made)
  return made
}

// A sheet prints the same few hundred figures many times over.
const figures = new Map<string, string>()

/** What a score can be measured against: thresholds, and the full points of the whole and its parts. */
function marksOf(instrument: Instrument): readonly Fraction[] {
  const known = marks.get(instrument)
  if (known) return known
  const texts = [
    instrument.total,
    ...instrument.roles.map(({ weight }) => weight),
    ...instrument.areas.map(({ weight }) => weight),
    ...instrument.predicates.flatMap(({ rules }) => rules.map(({ need }) => need)),
    '100',
  ]
  const made = [...new Set(texts)].flatMap(text => Fraction.parse(text) ?? [])
  marks.set(instrument, made)
  return made
}
const marks = new WeakMap<Instrument, readonly Fraction[]>()

/**
 * A score or a percentage as the instrument prints it, half up, as the official workbook does; rounded down where that
 * would print a threshold, or full points, as reached that is not.
 */
export const scoreFigure = (exact: string, locale: Locale, instrument: Instrument, places = 2): string =>
  guarded(exact, locale, marksOf(instrument), places)

/** Points of so many. */
export const pointsOf = (score: string, max: string, locale: Locale): string =>
  guarded(score, locale, [Fraction.parse(max) ?? Fraction.zero], 2)

function guarded(exact: string, locale: Locale, limits: readonly Fraction[], places: number): string {
  const value = Fraction.parse(exact) ?? Fraction.zero
  const printed = Fraction.parse(value.toFixed(places)) ?? Fraction.zero
  const missed = limits.some(limit => limit.compare(value) > 0 && limit.compare(printed) <= 0)
  return figure(exact, locale, missed ? 'down' : 'half-up', places)
}

/** What is missing to a threshold: with the score as it is printed it adds up; never printed as nothing. */
export function gapFigure(exact: string, locale: Locale, places = 2): string {
  const printed = figure(exact, locale, 'half-up', places)
  return /[1-9]/.test(printed) ? printed : figure(exact, locale, 'up', places)
}

/** A decimal text in full: `70,823333333333`. */
export const inFull = (exact: string, locale: Locale): string =>
  locale === 'id' ? exact.replace('.', ',') : exact

/** A threshold without needless zeros: `60`, `18,25`. */
export const needFigure = (need: string, locale: Locale): string =>
  inFull((Fraction.parse(need) ?? Fraction.zero).toDecimal(), locale)

/** From 0 to 1, for drawing only. */
export const drawnShare = (exact: string, whole: string): number => {
  const all = Number(whole)
  return all === 0 ? 0 : Math.min(Math.max(Number(exact) / all, 0), 1)
}

export type AnyProblem =
  | SaveProblem
  | MoveProblem
  | ReturnProblem
  | CiteProblem
  | StartProblem
  | { readonly kind: 'effort-not-whole'; readonly codes: readonly string[] }

/** What was wrong, a sentence each with the field it is about. */
export function sentences(
  problem: AnyProblem,
  locale: Locale,
  questions: readonly PlacedQuestion[] = [],
): FormError[] {
  const t = translator(problemMessages, locale)
  switch (problem.kind) {
    case 'bad-answers':
      return problem.answers.map(bad => badSentence(bad, locale, questions))
    case 'explanation-too-long':
      return problem.codes.map(code => ({
        field: explanationField(code),
        text: t('explanation-too-long', { codes: code, most: problem.most }),
      }))
    case 'forbidden':
      return [{ text: t('forbidden', { codes: problem.codes.join(', ') }) }]
    case 'returned-open':
      return [{ text: t('returned-open', { codes: problem.codes.join(', ') }) }]
    case 'blanks-not-accepted':
      return [{ field: 'acceptsBlanks', text: t('blanks-not-accepted', { n: problem.n }) }]
    case 'reason-too-short':
      return [{ field: 'reason', text: t('reason-too-short', { least: problem.least }) }]
    case 'effort-not-whole':
      return problem.codes.map(code => ({ field: `u.${code}`, text: t('effort-not-whole', { code }) }))
    case 'no-evidence-chosen':
    case 'cited-already':
      return [{ field: 'evidence', text: t(problem.kind) }]
    case 'no-year':
    case 'exists':
      return [{ field: 'tahun', text: t(problem.kind) }]
    case 'no-instrument':
      return [{ field: 'instrumen', text: t('no-instrument') }]
    case 'not-open':
      return [{ text: t('not-open') }]
    case 'not-found':
      return [{ text: t('not-found') }]
    case 'stale':
      return [{ text: t('stale') }]
    case 'conflict':
    case 'nothing-changed':
      return []
  }
}

function badSentence(bad: BadAnswer, locale: Locale, questions: readonly PlacedQuestion[]): FormError {
  const t = translator(problemMessages, locale)
  const { code } = bad
  const answer = questions.find(({ question }) => question.code === code)?.question.answer
  const operandLabel = (name: string) => {
    const operand = answer?.kind === 'ratio' ? answer.operands.find(one => one.name === name) : undefined
    return operand ? `"${labelText(operand.label, locale)}"` : name
  }
  const first = answer?.kind === 'ratio' ? answerField(code, answer.operands[0]?.name) : answerField(code)
  switch (bad.kind) {
    case 'unknown-code':
    case 'setting-not-open':
    case 'not-counts':
      return { field: first, text: t(bad.kind, { code }) }
    case 'unknown-option':
      return { field: first, text: t(bad.kind, { code, given: bad.given, allowed: bad.allowed.join(', ') }) }
    case 'operand-missing':
    case 'operand-unknown':
    case 'operand-negative':
    case 'operand-not-whole':
      return {
        field: answerField(code, bad.operand),
        text: t(bad.kind, { code, operand: operandLabel(bad.operand) }),
      }
    case 'operand-not-a-number':
      return {
        field: answerField(code, bad.operand),
        text: t(bad.kind, { code, operand: operandLabel(bad.operand), given: bad.given }),
      }
    case 'operand-too-large':
      return {
        field: answerField(code, bad.operand),
        text: t(bad.kind, { code, operand: operandLabel(bad.operand), most: bad.most }),
      }
    case 'index-not-a-number':
      return { field: first, text: t(bad.kind, { code, given: bad.given }) }
    case 'index-too-fine':
      return { field: first, text: t(bad.kind, { code, decimals: bad.decimals }) }
    case 'index-out-of-range':
      return {
        field: first,
        text: t(bad.kind, { code, min: inFull(bad.min, locale), max: inFull(bad.max, locale) }),
      }
  }
}

export const statusOf = (problem: AnyProblem): 403 | 404 | 409 | 422 => {
  if (problem.kind === 'forbidden') return 403
  if (problem.kind === 'not-found') return 404
  if (problem.kind === 'conflict' || problem.kind === 'stale' || problem.kind === 'not-open') return 409
  return 422
}

/** An answer in words: an option, counts with their names, an index. */
export function answerText(
  value: unknown,
  placed: PlacedQuestion | undefined,
  locale: Locale,
  nameOf: (label: Label, locale: Locale) => string = labelText,
): string | null {
  if (value === null || value === undefined) return null
  const answer = placed?.question.answer
  if (typeof value === 'object') {
    const counts = new Map(Object.entries(value))
    const operands = answer?.kind === 'ratio' ? answer.operands : []
    return operands
      .map(({ name, label }) => `${nameOf(label, locale)}: ${String(counts.get(name) ?? '–')}`)
      .join(' · ')
  }
  return answer?.kind === 'index' ? inFull(String(value), locale) : String(value)
}

/** What a threshold measures, in the instrument's own words. */
export function ruleName(instrument: Instrument, rule: string, locale: Locale, own: RuleWords): string {
  const found = instrument.predicates.flatMap(({ rules }) => rules).find(one => one.rule === rule)
  if (!found) return rule
  const { of } = found
  if (of.kind === 'total') return own.total
  if (of.kind === 'role') return own[of.role]
  if (of.kind === 'area') {
    const area = instrument.areas.find(({ code }) => code === of.area)
    return area ? labelText(area.title, locale) : of.area
  }
  for (const { areas } of instrument.pillars)
    for (const { subItems } of areas)
      for (const subItem of subItems) {
        if (of.kind === 'sub-item' && subItem.code === of.code) return labelText(subItem.title, locale)
        const question = subItem.questions.find(({ code }) => code === of.code)
        if (of.kind === 'question' && question) return labelText(question.text, locale)
      }
  return rule
}

export type RuleWords = { readonly total: string; readonly enabler: string; readonly result: string }
