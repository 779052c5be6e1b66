import { Fraction } from '../shared/fraction.ts'
import type { Answering, Instrument, Measured, OptionAnswer, RatioAnswer, SubItem } from './instrument.ts'
import { isObject, unread } from './shape.ts'

/** A part of an instrument that does not fit the rest. `path` names it by its codes. */
export type InstrumentMistake = { readonly path: string } & (
  | { readonly kind: 'weights-do-not-sum'; readonly sum: string; readonly expected: string }
  | { readonly kind: 'duplicate-code'; readonly code: string }
  | { readonly kind: 'code-outside-its-parent'; readonly expected: string }
  | { readonly kind: 'unknown-reference'; readonly to: string }
  | { readonly kind: 'weight-missing' | 'weight-not-used' | 'weight-zero' }
  | { readonly kind: 'nothing-inside' | 'area-in-two-roles' }
  | { readonly kind: 'criteria-do-not-match'; readonly options: readonly string[] }
  | { readonly kind: 'value-out-of-range'; readonly value: string }
  | { readonly kind: 'options-not-descending' }
  | { readonly kind: 'operand-not-used'; readonly operand: string }
  | { readonly kind: 'unreachable-threshold'; readonly need: string; readonly most: string }
)

/**
 * Everything in the instrument that does not fit together: weights, codes, references, scales, thresholds. Nothing is
 * said of a text or decimal that stands for one that could not be read, nor of a sum with one in it.
 */
export function checkInstrument(instrument: Instrument): readonly InstrumentMistake[] {
  return [
    ...weightMistakes(instrument),
    ...codeMistakes(instrument),
    ...sourceMistakes(instrument.sources, instrument, ''),
    ...scaleMistakes(instrument),
    ...answerMistakes(instrument),
    ...thresholdMistakes(instrument),
  ]
}

const isKnown = (...texts: readonly string[]): boolean => texts.every(text => text !== unread)
const number = (text: string): Fraction => Fraction.parse(text) ?? Fraction.zero
const sumOf = (weights: readonly string[]): Fraction =>
  weights.reduce((sum, weight) => sum.plus(number(weight)), Fraction.zero)

function sums(path: string, weights: readonly string[], expected: string): InstrumentMistake[] {
  const sum = sumOf(weights)
  if (!isKnown(...weights, expected) || sum.compare(number(expected)) === 0) return []
  return [{ path, kind: 'weights-do-not-sum', sum: sum.toDecimal(), expected }]
}

function weightMistakes({ total, roles, areas, pillars }: Instrument): InstrumentMistake[] {
  const weightsIn = (code: string) =>
    pillars.flatMap(pillar => pillar.areas.filter(({ area }) => area === code).map(({ weight }) => weight))
  return [
    ...sums('roles', weightsOf(roles), total),
    ...roles.flatMap(({ code, weight }) =>
      sums(`roles[${code}]`, weightsOf(pillars.filter(({ role }) => role === code)), weight),
    ),
    ...areas.flatMap(({ code, weight }) => [
      ...sums(`areas[${code}]`, weightsIn(code), weight),
      ...(isKnown(weight) && number(weight).compare(Fraction.zero) === 0
        ? [{ path: `areas[${code}]`, kind: 'weight-zero' as const }]
        : []),
    ]),
    ...pillars.flatMap(pillar => [
      ...sums(pillar.code, weightsOf(pillar.areas), pillar.weight),
      ...pillar.areas.flatMap(({ area, weight, subItems }) => {
        const known = subItems.flatMap(subItem => (subItem.weight === null ? [] : [subItem.weight]))
        const path = `${pillar.code}.${area}`
        return [
          ...(known.length === subItems.length ? sums(path, known, weight) : []),
          ...(subItems.length === 0 ? [{ path, kind: 'nothing-inside' as const }] : []),
          ...subItems.flatMap(questionWeightMistakes),
        ]
      }),
    ]),
  ]
}

const weightsOf = (parts: readonly { readonly weight: string }[]): string[] =>
  parts.map(({ weight }) => weight)

function questionWeightMistakes({ code, combine, weight, questions }: SubItem): InstrumentMistake[] {
  if (questions.length === 0) return [{ path: code, kind: 'nothing-inside' }]
  const own = questions.flatMap(question => (question.weight === undefined ? [] : [question.weight]))
  if (combine === 'average')
    return questions
      .filter(question => question.weight !== undefined)
      .map(question => ({ path: question.code, kind: 'weight-not-used' }))
  if (own.length === questions.length) return weight === null ? [] : sums(code, own, weight)
  return questions
    .filter(question => question.weight === undefined)
    .map(question => ({ path: question.code, kind: 'weight-missing' }))
}

function duplicates(path: string, codes: readonly string[]): InstrumentMistake[] {
  const repeated = new Set(codes.filter((code, index) => isKnown(code) && codes.indexOf(code) !== index))
  return [...repeated].map(code => ({ path: `${path}[${code}]`, kind: 'duplicate-code', code }))
}

const codesOf = (parts: readonly { readonly code: string }[]): string[] => parts.map(({ code }) => code)

/** Codes that stand twice: wrong whatever else the file holds or lacks. */
export function repeatedCodes({
  pillars,
  areas,
  predicates,
  decisions,
}: Instrument): readonly InstrumentMistake[] {
  const subItems = pillars.flatMap(pillar => pillar.areas.flatMap(area => area.subItems))
  return [
    ...duplicates('areas', codesOf(areas)),
    ...duplicates('decisions', codesOf(decisions)),
    ...duplicates('pillars', codesOf(pillars)),
    ...duplicates('subItems', codesOf(subItems)),
    ...duplicates('questions', codesOf(subItems.flatMap(({ questions }) => questions))),
    ...duplicates('predicates', codesOf(predicates)),
    ...predicates.flatMap(({ code, rules, conditions }) => [
      ...duplicates(
        `predicates[${code}].rules`,
        rules.map(({ rule }) => rule),
      ),
      ...duplicates(`predicates[${code}].conditions`, codesOf(conditions)),
    ]),
    ...pillars.flatMap(pillar =>
      duplicates(
        `${pillar.code}.areas`,
        pillar.areas.map(({ area }) => area),
      ),
    ),
  ]
}

function codeMistakes(instrument: Instrument): InstrumentMistake[] {
  const { pillars, areas, roles } = instrument
  const subItems = pillars.flatMap(pillar => pillar.areas.flatMap(area => area.subItems))
  const outside = (code: string, parent: string): InstrumentMistake[] =>
    code === parent || code.startsWith(`${parent}.`)
      ? []
      : [{ path: code, kind: 'code-outside-its-parent', expected: parent }]
  return [
    ...repeatedCodes(instrument),
    // A role that could not be read stands as the first of the two.
    ...duplicates('roles', codesOf(roles)),
    ...areas.flatMap(({ code }): InstrumentMistake[] => {
      const within = pillars.filter(pillar => pillar.areas.some(({ area }) => area === code))
      const shared = new Set(within.map(({ role }) => role)).size > 1
      return shared ? [{ path: `areas[${code}]`, kind: 'area-in-two-roles' }] : []
    }),
    ...pillars.flatMap(pillar =>
      pillar.areas.flatMap(({ area, subItems: below }) => [
        ...(areas.some(({ code }) => code === area)
          ? []
          : [{ path: `${pillar.code}.${area}`, kind: 'unknown-reference' as const, to: area }]),
        ...below.flatMap(subItem => outside(subItem.code, `${pillar.code}.${area}`)),
      ]),
    ),
    ...subItems.flatMap(({ code, questions }) => questions.flatMap(question => outside(question.code, code))),
  ]
}

/** Every basis, wherever it stands, must name a source that the file knows. */
function sourceMistakes(sources: Instrument['sources'], part: unknown, path: string): InstrumentMistake[] {
  if (Array.isArray(part))
    return part.flatMap((item: unknown, index) => {
      const name = isObject(item) ? (item.code ?? item.rule ?? item.area ?? index) : index
      return sourceMistakes(sources, item, `${path}[${String(name)}]`)
    })
  if (!isObject(part)) return []
  const { source, certainty } = part
  const here: InstrumentMistake[] =
    typeof source === 'string' &&
    isKnown(source) &&
    certainty !== undefined &&
    !Object.hasOwn(sources, source)
      ? [{ path, kind: 'unknown-reference', to: source }]
      : []
  return [
    ...here,
    ...Object.entries(part).flatMap(([key, value]) =>
      sourceMistakes(sources, value, path === '' ? key : `${path}.${key}`),
    ),
  ]
}

function scaleMistakes({ scales, blank }: Instrument): InstrumentMistake[] {
  return [
    ...share('blank.value', blank.value),
    ...Object.entries(scales).flatMap(([name, { options }]) => {
      const path = `scales.${name}`
      const rising = options.some(({ value }, index) => {
        const before = options[index - 1]
        return (
          before !== undefined &&
          isKnown(value, before.value) &&
          number(value).compare(number(before.value)) >= 0
        )
      })
      return [
        ...duplicates(
          path,
          options.map(({ key }) => key),
        ),
        ...options.flatMap(({ key, value }) => share(`${path}[${key}]`, value)),
        ...(options.length < 2 ? [{ path, kind: 'nothing-inside' as const }] : []),
        ...(rising ? [{ path, kind: 'options-not-descending' as const }] : []),
      ]
    }),
  ]
}

const share = (path: string, value: string): InstrumentMistake[] =>
  number(value).compare(Fraction.one) > 0 ? [{ path, kind: 'value-out-of-range', value }] : []

function answerMistakes(instrument: Instrument): InstrumentMistake[] {
  return instrument.pillars
    .flatMap(pillar => pillar.areas.flatMap(area => area.subItems.flatMap(({ questions }) => questions)))
    .flatMap(({ code, answer }) => (answer === null ? [] : oneAnswerMistakes(instrument, code, answer)))
}

function oneAnswerMistakes(instrument: Instrument, path: string, answer: Answering): InstrumentMistake[] {
  if (answer.kind === 'ratio') return ratioMistakes(path, answer)
  if (answer.kind === 'index')
    return !isKnown(answer.min, answer.max) || number(answer.min).compare(number(answer.max)) < 0
      ? []
      : [{ path, kind: 'value-out-of-range', value: answer.max }]
  return optionMistakes(instrument, path, answer)
}

function optionMistakes({ scales }: Instrument, path: string, answer: OptionAnswer): InstrumentMistake[] {
  const scale = Object.hasOwn(scales, answer.scale) ? scales[answer.scale] : undefined
  if (scale === undefined) return [{ path, kind: 'unknown-reference', to: answer.scale }]
  const options = scale.options.map(({ key }) => key)
  const criteria = Object.keys(answer.criteria)
  const match = criteria.length === options.length && options.every(key => criteria.includes(key))
  return match ? [] : [{ path, kind: 'criteria-do-not-match', options }]
}

function ratioMistakes(path: string, ratio: RatioAnswer): InstrumentMistake[] {
  const { operands, numerator, denominator, zeroDenominator, cap, floor } = ratio
  const names = operands.map(({ name }) => name)
  const used = [...numerator.plus, ...numerator.minus, ...denominator.plus, ...denominator.minus]
  const inFormula = operands.filter(({ use }) => use === 'formula').map(({ name }) => name)
  return [
    ...duplicates(path, names),
    ...used
      .filter(name => !inFormula.includes(name))
      .map(name => ({ path, kind: 'unknown-reference' as const, to: name })),
    ...inFormula
      .filter(name => !used.includes(name))
      .map(operand => ({ path, kind: 'operand-not-used' as const, operand })),
    ...[cap, floor, zeroDenominator.whenNumeratorZero, zeroDenominator.otherwise].flatMap(value =>
      share(path, value),
    ),
    ...(!isKnown(floor, cap) || number(floor).compare(number(cap)) < 0
      ? []
      : [{ path, kind: 'value-out-of-range' as const, value: floor }]),
  ]
}

function thresholdMistakes(instrument: Instrument): InstrumentMistake[] {
  return instrument.predicates.flatMap(({ code, rules }) =>
    rules.flatMap(({ rule, of, unit, need }): InstrumentMistake[] => {
      const path = `predicates[${code}].rules[${rule}]`
      const weight = weightMeasured(instrument, of)
      if (!isKnown(need, weight ?? '0')) return []
      if (weight === undefined) return [{ path, kind: 'unknown-reference', to: rule }]
      const most = unit === 'percent' ? '100' : weight
      if (most === null || number(need).compare(number(most)) <= 0) return []
      return [{ path, kind: 'unreachable-threshold', need, most }]
    }),
  )
}

/** The most that can be reached; null where it is not established, undefined where there is no such part. */
function weightMeasured(instrument: Instrument, of: Measured): string | null | undefined {
  if (of.kind === 'total') return instrument.total
  if (of.kind === 'role') return instrument.roles.find(({ code }) => code === of.role)?.weight
  if (of.kind === 'area') return instrument.areas.find(({ code }) => code === of.area)?.weight
  const subItems = instrument.pillars.flatMap(pillar => pillar.areas.flatMap(area => area.subItems))
  if (of.kind === 'sub-item') return subItems.find(({ code }) => code === of.code)?.weight
  const found = subItems.find(({ questions }) => questions.some(({ code }) => code === of.code))
  const question = found?.questions.find(({ code }) => code === of.code)
  return question === undefined ? undefined : (question.weight ?? null)
}
