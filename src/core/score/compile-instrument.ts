import {
  type Answering,
  type Basis,
  type Instrument,
  type Measured,
  type PlacedQuestion,
  questionsOf,
  type RoleCode,
  type Sum,
} from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Unit } from './amount.ts'
import type { Compiled, CompiledQuestion, ExactShare, Part, PartPlace, Worth } from './compiled.ts'

/** Why an instrument gives no score: parts are not established, or too fine for exact counting. */
export type NotScorable =
  | { readonly kind: 'not-established'; readonly codes: readonly string[]; readonly basis: readonly Basis[] }
  | { readonly kind: 'too-fine' }

/** Compiles a checked instrument; `checkInstrument` must have found nothing in it. */
export function compileInstrument(instrument: Instrument): Result<Compiled, NotScorable> {
  const open = notEstablished(instrument)
  if (open.length > 0)
    return err({
      kind: 'not-established',
      codes: open.map(({ code }) => code),
      basis: open.flatMap(({ basis }) => (basis === undefined ? [] : [basis])),
    })
  const scale = commonScale(instrument)
  // Printing a percentage multiplies the units of the whole by up to 100; beyond this it would not be exact.
  const largest = exact(instrument.total).times(Fraction.of(scale * 100n))
  if (largest.compare(Fraction.of(Number.MAX_SAFE_INTEGER)) > 0) return err({ kind: 'too-fine' })
  return ok(compile(instrument, Number(scale)))
}

const exact = (text: string): Fraction => {
  const read = Fraction.parse(text)
  if (read === null) throw new RangeError(`Not a decimal: ${text}`)
  return read
}

const notEstablished = (instrument: Instrument): { code: string; basis: Basis | undefined }[] => {
  const placed = questionsOf(instrument)
  const subItems = new Set(placed.map(({ subItem }) => subItem))
  return [
    ...[...subItems].filter(({ weight }) => weight === null),
    ...placed
      .filter(({ question }) => question.answer === null)
      .map(({ question: { code }, subItem: { basis } }) => ({ code, basis })),
  ].map(({ code, basis }) => ({ code, basis }))
}

/** The points of every question when fully answered. */
const fullPoints = (instrument: Instrument): { points: Fraction; answer: Answering }[] =>
  questionsOf(instrument).flatMap(({ question, subItem: { weight, questions } }) =>
    weight === null || question.answer === null
      ? []
      : [{ points: pointsOf(weight, question.weight, questions.length), answer: question.answer }],
  )

const pointsOf = (subItem: string, own: string | undefined, siblings: number): Fraction =>
  own === undefined ? exact(subItem).over(Fraction.of(siblings)) : exact(own)

/** How many units a point has, so that every option, blank and threshold is a whole number of them. */
function commonScale(instrument: Instrument): bigint {
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

const optionsOf = ({ scales }: Instrument, scale: string) => scales[scale]?.options ?? []

const ofPercent = (need: string, weight: Fraction): Fraction =>
  exact(need).times(weight).over(Fraction.of(100n))

const leastMultiple = (a: bigint, b: bigint): bigint => a * Fraction.of(b, a).numerator

function compile(instrument: Instrument, scale: number): Compiled {
  const points = { times: 1, under: scale }
  const placed = questionsOf(instrument)
  const parts: Part[] = []
  const partOf = (belongs: (place: PlacedQuestion) => boolean): PartPlace => {
    const part = findPart(placed, belongs)
    const known = parts.findIndex(({ runs }) => runs.join() === part.runs.join())
    return known >= 0 ? known : parts.push(part) - 1
  }
  const inRole = (role: RoleCode) => partOf(({ pillar }) => pillar.role === role)
  const subItemsOf = (role?: RoleCode) =>
    instrument.pillars
      .filter(pillar => role === undefined || pillar.role === role)
      .flatMap(({ areas }) => areas.flatMap(({ subItems }) => subItems))
  const enablers = instrument.pillars.filter(({ role }) => role === 'enabler')
  const subItems = subItemsOf().map(({ code, weight }) => ({
    code,
    max: exact(weight ?? '0').toDecimal(),
    part: partOf(({ subItem }) => subItem.code === code),
  }))
  return {
    instrument,
    points,
    questions: placed.flatMap(({ question, subItem }) =>
      question.answer === null
        ? []
        : [
            compileQuestion(
              instrument,
              question.code,
              pointsOf(subItem.weight ?? '0', question.weight, subItem.questions.length),
              question.answer,
              scale,
            ),
          ],
    ),
    codes: new Set(placed.map(({ question }) => question.code)),
    parts,
    total: partOf(() => true),
    roles: { enabler: inRole('enabler'), result: inRole('result') },
    pillars: enablers.map(({ code }) => ({ code, part: partOf(({ pillar }) => pillar.code === code) })),
    areas: instrument.areas
      .filter(({ code }) => enablers.some(({ areas }) => areas.some(({ area }) => area === code)))
      .map(({ code, weight }) => ({
        code,
        max: exact(weight).toDecimal(),
        percent: percentOf(exact(weight), scale),
        part: partOf(({ area }) => area === code),
      })),
    results: subItemsOf('result').flatMap(({ code }) => subItems.filter(subItem => subItem.code === code)),
    subItems,
    predicates: instrument.predicates.map(({ code, rules }) => ({
      code,
      rules: rules.map(({ rule, of, unit, need }) => {
        const weight = weightMeasured(instrument, of)
        const percent = unit === 'percent'
        return {
          rule,
          part: partOf(place => isMeasured(of, place)),
          need: exact(need).toDecimal(),
          needUnits: unitsIn(percent ? ofPercent(need, weight) : exact(need), scale),
          unit: percent ? percentOf(weight, scale) : points,
        }
      }),
    })),
  }
}

/** The places of the questions that belong, in runs that follow one another. */
function findPart(placed: readonly PlacedQuestion[], belongs: (place: PlacedQuestion) => boolean): Part {
  const runs: number[] = []
  const shares = new Set<number>()
  for (const [place, found] of placed.entries()) {
    if (!belongs(found)) continue
    if (runs.at(-1) === place) runs.pop()
    else runs.push(place)
    runs.push(place + 1)
    const kind = found.question.answer?.kind
    if (kind === 'ratio' || kind === 'index') shares.add(place)
  }
  return { runs, shares }
}

function isMeasured(of: Measured, { question, subItem, area, pillar }: PlacedQuestion): boolean {
  if (of.kind === 'total') return true
  if (of.kind === 'role') return pillar.role === of.role
  if (of.kind === 'area') return area === of.area
  return of.code === (of.kind === 'sub-item' ? subItem.code : question.code)
}

const unitsIn = (value: Fraction, scale: number): number => Number(value.times(Fraction.of(scale)).numerator)

function compileQuestion(
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
    return { ...shared, kind: 'index', min, max, least: exact(min), most: exact(max) }
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

function share(text: string): ExactShare {
  const { numerator, denominator } = exact(text)
  return { over: Number(numerator), under: Number(denominator) }
}

/** Units printed as a percentage of a weight. */
function percentOf(weight: Fraction, scale: number): Unit {
  const { numerator, denominator } = Fraction.of(100n).over(weight.times(Fraction.of(scale)))
  return { times: Number(numerator), under: Number(denominator) }
}

function weightMeasured(instrument: Instrument, of: Measured): Fraction {
  if (of.kind === 'total') return exact(instrument.total)
  if (of.kind === 'role') return exact(instrument.roles.find(({ code }) => code === of.role)?.weight ?? '0')
  if (of.kind === 'area') return exact(instrument.areas.find(({ code }) => code === of.area)?.weight ?? '0')
  const found = questionsOf(instrument).find(place => isMeasured(of, place))
  if (found === undefined) return Fraction.zero
  const { subItem, question } = found
  const whole = subItem.weight ?? '0'
  return of.kind === 'sub-item' ? exact(whole) : pointsOf(whole, question.weight, subItem.questions.length)
}
