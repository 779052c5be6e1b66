import {
  type Answering,
  type Instrument,
  type Measured,
  type PlacedQuestion,
  questionsOf,
} from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'

/** @throws RangeError for what a checked instrument does not hold. */
export const exact = (text: string): Fraction => {
  const read = Fraction.parse(text)
  if (read === null) throw new RangeError(`Not a decimal: ${text}`)
  return read
}

/** The points of every question when fully answered. */
const fullPoints = (instrument: Instrument): { points: Fraction; answer: Answering }[] =>
  questionsOf(instrument).flatMap(({ question, subItem: { weight, questions } }) =>
    weight === null || question.answer === null
      ? []
      : [{ points: pointsOf(weight, question.weight, questions.length), answer: question.answer }],
  )

/** The points of a question: its own weight, or an equal share of its sub-item's. */
export const pointsOf = (subItem: string, own: string | undefined, siblings: number): Fraction =>
  own === undefined ? exact(subItem).over(Fraction.of(siblings)) : exact(own)

/** How many units a point has, so that every option, blank and threshold is a whole number of them. */
export function commonScale(instrument: Instrument): bigint {
  const blank = exact(instrument.blank.value)
  const amounts = [
    ...fullPoints(instrument).flatMap(({ points, answer }) => [
      points,
      points.times(blank),
      ...('scale' in answer
        ? optionsOf(instrument, answer.scale).map(({ value }) => points.times(exact(value)))
        : []),
    ]),
    ...instrument.predicates.flatMap(({ rules }) =>
      rules.map(({ of, unit, need }) =>
        unit === 'percent' ? ofPercent(need, weightMeasured(instrument, of)) : exact(need),
      ),
    ),
  ]
  return amounts.reduce((scale, { denominator }) => leastMultiple(scale, denominator), 1n)
}

export const optionsOf = ({ scales }: Instrument, scale: string) => scales[scale]?.options ?? []

export const ofPercent = (need: string, weight: Fraction): Fraction =>
  exact(need).times(weight).over(Fraction.of(100n))

const leastMultiple = (a: bigint, b: bigint): bigint => a * Fraction.of(b, a).numerator

export function weightMeasured(instrument: Instrument, of: Measured): Fraction {
  if (of.kind === 'total') return exact(instrument.total)
  if (of.kind === 'role') return exact(instrument.roles.find(({ code }) => code === of.role)?.weight ?? '0')
  if (of.kind === 'area') return exact(instrument.areas.find(({ code }) => code === of.area)?.weight ?? '0')
  const found = questionsOf(instrument).find(place => isMeasured(of, place))
  if (found === undefined) return Fraction.zero
  const { subItem, question } = found
  const whole = subItem.weight ?? '0'
  return of.kind === 'sub-item' ? exact(whole) : pointsOf(whole, question.weight, subItem.questions.length)
}

export function isMeasured(of: Measured, { question, subItem, area, pillar }: PlacedQuestion): boolean {
  if (of.kind === 'total') return true
  if (of.kind === 'role') return pillar.role === of.role
  if (of.kind === 'area') return area === of.area
  return of.code === (of.kind === 'sub-item' ? subItem.code : question.code)
}

export const unitsIn = (value: Fraction, scale: number): number =>
  Number(value.times(Fraction.of(scale)).numerator)
