import type { Answering, Instrument, Sum } from '../instrument/instrument.ts'
import type { Fraction } from '../shared/fraction.ts'
import type { CompiledQuestion, ExactShare, Worth } from './compiled.ts'
import { exact, optionsOf, unitsIn } from './units.ts'

/** A question with the points of its full answer, in units. */
export function compileQuestion(
  instrument: Instrument,
  code: string,
  full: Fraction,
  answer: Answering,
  scale: number,
): CompiledQuestion {
  const worth = (value: string): Worth => {
    const score = full.times(exact(value))
    return {
      units: unitsIn(score, scale),
      item: { value: exact(value).toDecimal(), score: score.toDecimal() },
    }
  }
  const shared = { code, units: unitsIn(full, scale), blank: worth(instrument.blank.value) }
  if (answer.kind === 'index') {
    const { min, max } = answer
    const [least, most] = [exact(min), exact(max)]
    const range = most.minus(least)
    return {
      ...shared,
      ...{ kind: 'index', min, max, least, most, range },
      ...{ from: shareOf(least), width: shareOf(range) },
    }
  }
  if (answer.kind === 'ratio') {
    const { operands, numerator, denominator, cap, floor, zeroDenominator } = answer
    return {
      ...shared,
      kind: 'ratio',
      operands: operands.map(({ name }) => name),
      most: Number(instrument.operandLimit),
      numerator: operands.map(({ name }) => times(name, numerator)),
      denominator: operands.map(({ name }) => times(name, denominator)),
      cap: share(cap),
      floor: share(floor),
      nothingToDivide: {
        zero: share(zeroDenominator.whenNumeratorZero),
        other: share(zeroDenominator.otherwise),
        setting: zeroDenominator.setting,
      },
    }
  }
  const options = optionsOf(instrument, answer.scale)
  return {
    ...shared,
    kind: 'options',
    keys: options.map(({ key }) => key),
    worth: new Map(options.map(({ key, value }) => [key, worth(value)])),
  }
}

const times = (name: string, { plus, minus }: Sum): number =>
  plus.filter(other => other === name).length - minus.filter(other => other === name).length

const share = (text: string): ExactShare => shareOf(exact(text))

const shareOf = ({ numerator, denominator }: Fraction): ExactShare => ({
  over: Number(numerator),
  under: Number(denominator),
})
