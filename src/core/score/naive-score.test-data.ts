import type { Instrument, Question, SubItem } from '../instrument/instrument.ts'
import { isObject } from '../instrument/shape.ts'
import type { Answers } from './answers.ts'

/** A score computed the slow and obvious way, written apart from `score`: a tree of pairs of bigints. */
type Pair = readonly [over: bigint, under: bigint]

const zero: Pair = [0n, 1n]
const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d + c * b, b * d]
const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c, b * d]
const by = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d, b * c]
export const atLeast = ([a, b]: Pair, [c, d]: Pair): boolean => a * d >= c * b

export function pair(text: string): Pair {
  const [whole = '0', decimals = ''] = text.split('.')
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)]
}

/** Twelve decimals, half up, without the zeros at the end. */
export function printPair([over, under]: Pair): string {
  const billionths = (over * 10n ** 12n * 2n + under) / (under * 2n)
  const text = billionths.toString().padStart(13, '0')
  return `${text.slice(0, -12)}.${text.slice(-12)}`.replace(/\.?0+$/, '')
}

export function naiveScore(instrument: Instrument, answers: Answers) {
  const items: Record<string, { value: Pair; score: Pair }> = {}
  const subItems: Record<string, Pair> = {}
  const pillars: Record<string, Pair> = {}
  const areas: Record<string, Pair> = {}
  let total = zero
  for (const pillar of instrument.pillars)
    for (const { area, subItems: below } of pillar.areas)
      for (const subItem of below)
        for (const question of subItem.questions) {
          const value = naiveValue(instrument, question, answers[question.code])
          const score = times(value, weightOf(subItem, question))
          items[question.code] = { value, score }
          subItems[subItem.code] = plus(subItems[subItem.code] ?? zero, score)
          pillars[pillar.code] = plus(pillars[pillar.code] ?? zero, score)
          areas[area] = plus(areas[area] ?? zero, score)
          total = plus(total, score)
        }
  const whole = (code: string) => pillars[code] ?? zero
  return { total, enabler: plus(whole('P'), whole('R')), result: whole('H'), pillars, areas, subItems, items }
}

const weightOf = ({ weight, questions }: SubItem, question: Question): Pair =>
  question.weight === undefined
    ? by(pair(weight ?? '0'), [BigInt(questions.length), 1n])
    : pair(question.weight)

function naiveValue(instrument: Instrument, { answer }: Question, given: unknown): Pair {
  if (answer === null || given === undefined || given === null || given === '') return zero
  if (answer.kind === 'index') return by(pair(String(given)), pair(answer.max))
  if (answer.kind !== 'ratio')
    return pair(instrument.scales[answer.scale]?.options.find(({ key }) => key === given)?.value ?? '0')
  const count = (name: string) => BigInt(isObject(given) ? Number(given[name]) : 0)
  const sum = (names: readonly string[]) => names.map(count).reduce((a, b) => a + b, 0n)
  const over = sum(answer.numerator.plus) - sum(answer.numerator.minus)
  const under = sum(answer.denominator.plus) - sum(answer.denominator.minus)
  if (under === 0n)
    return pair(over === 0n ? answer.zeroDenominator.whenNumeratorZero : answer.zeroDenominator.otherwise)
  return over >= under ? [1n, 1n] : over <= 0n ? zero : [over, under]
}
