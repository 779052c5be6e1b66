import type { Instrument, Question, RatioAnswer, SubItem, Sum } from '../instrument/instrument.ts'
import { isObject } from '../instrument/shape.ts'
import { Fraction } from '../shared/fraction.ts'
import { type Answers, isBlank } from './answers.ts'

/**
 * What the official workbook shows for the same answers, where it departs from the instrument: its AVERAGE skips
 * a blank, a zero denominator is an error, and a sub-item of wealth reports takes LHKPN twice. Null stands for
 * the workbook's error value. Only for answers that `score` accepted.
 */
export interface WorkbookFigure {
  readonly total: string | null
  readonly enabler: string | null
  readonly result: string | null
  /** Sub-items that the workbook counts otherwise, with its figure. */
  readonly differs: readonly { readonly code: string; readonly score: string | null; readonly why: Quirk }[]
}

export type Quirk = 'blank-skipped' | 'nothing-answered' | 'zero-denominator' | 'first-part-twice'

export function workbookFigure(instrument: Instrument, answers: Answers): WorkbookFigure {
  const differs: { code: string; score: string | null; why: Quirk }[] = []
  const roleSum = (role: string): Fraction | null => {
    let sum: Fraction | null = Fraction.zero
    for (const pillar of instrument.pillars) {
      if (pillar.role !== role) continue
      for (const { subItems } of pillar.areas)
        for (const subItem of subItems) {
          const found = workbookSubItem(instrument, subItem, answers)
          if (found.why !== null)
            differs.push({ code: subItem.code, score: found.score?.toDecimal() ?? null, why: found.why })
          sum = sum === null || found.score === null ? null : sum.plus(found.score)
        }
    }
    return sum
  }
  const [enabler, result] = [roleSum('enabler'), roleSum('result')]
  return {
    total: enabler === null || result === null ? null : enabler.plus(result).toDecimal(),
    enabler: enabler?.toDecimal() ?? null,
    result: result?.toDecimal() ?? null,
    differs,
  }
}

function workbookSubItem(
  instrument: Instrument,
  { weight, combine, questions, workbook }: SubItem,
  answers: Answers,
): { score: Fraction | null; why: Quirk | null } {
  const full = number(weight ?? '0')
  const [first] = questions
  if (workbook === 'first-part-twice') {
    const value = first === undefined ? null : valueIn(instrument, first, answers)
    return { score: value === null ? null : full.times(value), why: 'first-part-twice' }
  }
  const values = questions
    .filter(({ code }) => !isBlank(answers[code]))
    .map(question => ({ question, value: valueIn(instrument, question, answers) }))
  if (values.some(({ value }) => value === null)) return { score: null, why: 'zero-denominator' }
  const skipped = values.length < questions.length ? 'blank-skipped' : null
  if (combine === 'weighted')
    return {
      score: values.reduce(
        (sum, { question, value }) => sum.plus(number(question.weight ?? '0').times(value ?? Fraction.zero)),
        Fraction.zero,
      ),
      why: null,
    }
  if (values.length === 0) return { score: null, why: 'nothing-answered' }
  const sum = values.reduce((total, { value }) => total.plus(value ?? Fraction.zero), Fraction.zero)
  return { score: full.times(sum).over(Fraction.of(values.length)), why: skipped }
}

const number = (text: string): Fraction => Fraction.parse(text) ?? Fraction.zero

/** The value of an answered question; null where the workbook divides by zero. */
function valueIn(instrument: Instrument, { code, answer }: Question, answers: Answers): Fraction | null {
  const given = answers[code]
  if (answer === null || isBlank(given)) return null
  if (answer.kind === 'index')
    return number(String(given))
      .minus(number(answer.min))
      .over(number(answer.max).minus(number(answer.min)))
  if (answer.kind === 'ratio') return ratioOf(answer, given)
  const option = instrument.scales[answer.scale]?.options.find(({ key }) => key === given)
  return number(option?.value ?? '0')
}

/** Where nothing divides, the instrument's rule holds only if the workbook has one too. */
function ratioOf(
  { operands, numerator, denominator, zeroDenominator, cap, floor }: RatioAnswer,
  given: unknown,
) {
  const counts = new Map(
    isObject(given) ? operands.map(({ name }) => [name, BigInt(Number(given[name]))] as const) : [],
  )
  const sum = ({ plus, minus }: Sum) =>
    plus.reduce((total, name) => total + (counts.get(name) ?? 0n), 0n) -
    minus.reduce((total, name) => total + (counts.get(name) ?? 0n), 0n)
  const [over, under] = [sum(numerator), sum(denominator)]
  if (under <= 0n) {
    if (zeroDenominator.setting) return null
    return number(over === 0n ? zeroDenominator.whenNumeratorZero : zeroDenominator.otherwise)
  }
  const value = Fraction.of(over, under)
  if (value.compare(number(cap)) > 0) return number(cap)
  return value.compare(number(floor)) < 0 ? number(floor) : value
}
