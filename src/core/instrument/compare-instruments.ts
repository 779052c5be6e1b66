import { type Instrument, type PlacedQuestion, questionsOf } from './instrument.ts'

/** What an instrument says otherwise than the one before. */
export type InstrumentChange =
  | { readonly kind: 'question-added' | 'question-removed'; readonly code: string }
  | {
      readonly kind: 'question-changed'
      readonly code: string
      readonly what: readonly ('wording' | 'answer' | 'points' | 'evidence')[]
    }
  | {
      readonly kind: 'weight-changed'
      readonly path: string
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly kind: 'threshold-changed'
      readonly predicate: string
      readonly rule: string
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly kind: 'condition-added' | 'condition-removed'
      readonly predicate: string
      readonly code: string
    }
  | { readonly kind: 'rule-changed'; readonly rule: 'scales' | 'blank' | 'display' | 'operandLimit' }

/** Everything that decides a score or an answer and differs, from the largest part to the smallest. */
export function compareInstruments(before: Instrument, after: Instrument): readonly InstrumentChange[] {
  return [
    ...differing(weights(before), weights(after)).map(change => ({
      ...{ kind: 'weight-changed' as const, path: change.key },
      ...{ before: change.before, after: change.after },
    })),
    ...thresholdChanges(before, after),
    ...conditionChanges(before, after),
    ...(['scales', 'blank', 'display', 'operandLimit'] as const)
      .filter(rule => !same(deciding(before, rule), deciding(after, rule)))
      .map(rule => ({ kind: 'rule-changed' as const, rule })),
    ...questionChanges(before, after),
  ]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A rule without its source: a better source is no change of the rule. */
function deciding(instrument: Instrument, rule: 'scales' | 'blank' | 'display' | 'operandLimit'): unknown {
  if (rule === 'scales')
    return Object.entries(instrument.scales)
      .map(([name, { options }]) => [name, options] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  if (rule === 'blank') return instrument.blank.value
  if (rule === 'display') return [instrument.display.decimals, instrument.display.rounding]
  return instrument.operandLimit
}

type Weights = ReadonlyMap<string, string | null>

const weights = ({ total, roles, areas, pillars }: Instrument): Weights =>
  new Map<string, string | null>([
    ['total', total],
    ...roles.map(({ code, weight }) => [`roles[${code}]`, weight] as const),
    ...areas.map(({ code, weight }) => [`areas[${code}]`, weight] as const),
    ...pillars.flatMap(pillar => [
      [pillar.code, pillar.weight] as const,
      ...pillar.areas.flatMap(({ area, weight, subItems }) => [
        [`${pillar.code}.${area}`, weight] as const,
        ...subItems.map(subItem => [subItem.code, subItem.weight] as const),
      ]),
    ]),
  ])

interface Difference {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

const differing = (before: Weights, after: Weights): Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map(key => ({ key, before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter(({ before: old, after: now }) => old !== now)

function thresholdChanges(before: Instrument, after: Instrument): InstrumentChange[] {
  const needs = ({ predicates }: Instrument): Weights =>
    new Map(
      predicates.flatMap(({ code, rules }) =>
        rules.map(({ rule, need }) => [`${code} ${rule}`, need] as const),
      ),
    )
  return differing(needs(before), needs(after)).map(({ key, ...change }) => {
    const [predicate = '', rule = ''] = key.split(' ')
    return { kind: 'threshold-changed', predicate, rule, ...change }
  })
}

function conditionChanges(before: Instrument, after: Instrument): InstrumentChange[] {
  const keys = ({ predicates }: Instrument) =>
    predicates.flatMap(({ code: predicate, conditions }) =>
      conditions.map(({ code }) => ({ predicate, code })),
    )
  const missing = (from: Instrument, other: Instrument) => {
    const known = keys(other)
    return keys(from).filter(
      ({ predicate, code }) => !known.some(own => own.predicate === predicate && own.code === code),
    )
  }
  return [
    ...missing(before, after).map(own => ({ kind: 'condition-removed' as const, ...own })),
    ...missing(after, before).map(own => ({ kind: 'condition-added' as const, ...own })),
  ]
}

function questionChanges(before: Instrument, after: Instrument): InstrumentChange[] {
  const byCode = (instrument: Instrument) =>
    new Map(questionsOf(instrument).map(placed => [placed.question.code, placed]))
  const [old, now] = [byCode(before), byCode(after)]
  return [
    ...[...old.keys()]
      .filter(code => !now.has(code))
      .map(code => ({ kind: 'question-removed' as const, code })),
    ...[...now].flatMap(([code, placed]): InstrumentChange[] => {
      const known = old.get(code)
      if (known === undefined) return [{ kind: 'question-added', code }]
      const what = (['wording', 'answer', 'points', 'evidence'] as const).filter(
        part => !same(partOf(known, part), partOf(placed, part)),
      )
      return what.length === 0 ? [] : [{ kind: 'question-changed', code, what }]
    }),
  ]
}

function partOf(
  { question, subItem }: PlacedQuestion,
  part: 'wording' | 'answer' | 'points' | 'evidence',
): unknown {
  const { answer, text, evidence, weight } = question
  if (part === 'wording') return [text, answer !== null && 'criteria' in answer ? answer.criteria : null]
  if (part === 'evidence') return evidence
  if (part === 'points') return [subItem.weight, weight ?? subItem.questions.length]
  if (answer === null || 'criteria' in answer) return [answer?.kind, answer?.scale]
  if (answer.kind === 'index') return [answer.kind, answer.min, answer.max]
  const { operands, numerator, denominator, cap, floor, zeroDenominator } = answer
  const { whenNumeratorZero, otherwise } = zeroDenominator
  return [operands.map(({ name }) => name), numerator, denominator, cap, floor, whenNumeratorZero, otherwise]
}
