import type { Answering, Basis, Instrument, Measured, RoleCode, Sum } from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Share, Unit } from './amount.ts'

/** An instrument with every weight and option value as a whole number of units, so that scoring is counting. */
export interface Compiled {
  readonly instrument: Instrument
  readonly points: Unit
  readonly codes: ReadonlySet<string>
  readonly pillars: readonly CompiledPillar[]
  /** Areas of the enabler pillars, in the instrument's order. */
  readonly areas: readonly CompiledArea[]
  readonly predicates: readonly CompiledPredicate[]
}

export interface CompiledPillar {
  readonly code: string
  readonly role: RoleCode
  readonly areas: readonly { readonly area: string; readonly subItems: readonly CompiledSubItem[] }[]
}

export interface CompiledArea {
  readonly code: string
  readonly max: string
  readonly percent: Unit
}

export interface CompiledSubItem {
  readonly code: string
  readonly max: string
  readonly questions: readonly CompiledQuestion[]
}

/** What one item came to: its value between 0 and 1, and its points. */
export interface Item {
  readonly value: string
  readonly score: string
}

interface Worth {
  readonly units: number
  readonly item: Item
}

export type CompiledQuestion = CompiledOptions | CompiledRatio | CompiledIndex

interface CompiledShared {
  readonly code: string
  /** The units of a full answer. */
  readonly units: number
  readonly blank: Worth
}

export interface CompiledOptions extends CompiledShared {
  readonly kind: 'options'
  readonly worth: ReadonlyMap<unknown, Worth>
  readonly keys: readonly string[]
}

export interface CompiledRatio extends CompiledShared {
  readonly kind: 'ratio'
  readonly operands: readonly string[]
  readonly most: number
  /** By operand: how often its count is added above the line, and below it. */
  readonly numerator: readonly number[]
  readonly denominator: readonly number[]
  readonly cap: ExactShare
  readonly floor: ExactShare
  readonly nothingToDivide: { readonly zero: Share; readonly other: Share; readonly setting: boolean }
}

export interface CompiledIndex extends CompiledShared {
  readonly kind: 'index'
  readonly min: string
  readonly max: string
  readonly least: Fraction
  readonly most: Fraction
}

export type ExactShare = { readonly over: number; readonly under: number }

export interface CompiledPredicate {
  readonly code: string
  readonly rules: readonly CompiledRule[]
}

export interface CompiledRule {
  readonly rule: string
  readonly of: Measured
  /** As printed, without needless zeros. */
  readonly need: string
  readonly needUnits: number
  readonly unit: Unit
}

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

const notEstablished = ({ pillars }: Instrument): { code: string; basis: Basis | undefined }[] =>
  pillars.flatMap(pillar =>
    pillar.areas.flatMap(area =>
      area.subItems.flatMap(({ code, weight, basis, questions }) => [
        ...(weight === null ? [{ code, basis }] : []),
        ...questions
          .filter(({ answer }) => answer === null)
          .map(question => ({ code: question.code, basis })),
      ]),
    ),
  )

/** The points of every question when fully answered. */
function fullPoints(instrument: Instrument): { points: Fraction; answer: Answering }[] {
  return instrument.pillars.flatMap(pillar =>
    pillar.areas.flatMap(area =>
      area.subItems.flatMap(({ weight, questions }) =>
        questions.flatMap(question =>
          weight === null || question.answer === null
            ? []
            : [{ points: pointsOf(weight, question.weight, questions.length), answer: question.answer }],
        ),
      ),
    ),
  )
}

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
  const unitsOf = (value: Fraction) => Number(value.times(Fraction.of(scale)).numerator)
  const worth = (full: Fraction, value: string): Worth => {
    const score = full.times(exact(value))
    return { units: unitsOf(score), item: { value: exact(value).toDecimal(), score: score.toDecimal() } }
  }
  const question = (code: string, full: Fraction, answer: Answering): CompiledQuestion => {
    const shared = { code, units: unitsOf(full), blank: worth(full, instrument.blank.value) }
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
      worth: new Map(options.map(({ key, value }) => [key, worth(full, value)])),
    }
  }
  const pillars = instrument.pillars.map(({ code, role, areas }) => ({
    code,
    role,
    areas: areas.map(({ area, subItems }) => ({
      area,
      subItems: subItems.map(({ code: subCode, weight, questions }) => ({
        code: subCode,
        max: exact(weight ?? '0').toDecimal(),
        questions: questions.flatMap(({ code: own, weight: part, answer }) =>
          answer === null ? [] : [question(own, pointsOf(weight ?? '0', part, questions.length), answer)],
        ),
      })),
    })),
  }))
  const enablers = new Set(
    pillars.filter(({ role }) => role === 'enabler').flatMap(({ areas }) => areas.map(({ area }) => area)),
  )
  return {
    instrument,
    points,
    codes: new Set(
      pillars.flatMap(({ areas }) =>
        areas.flatMap(({ subItems }) =>
          subItems.flatMap(({ questions }) => questions.map(({ code }) => code)),
        ),
      ),
    ),
    pillars,
    areas: instrument.areas
      .filter(({ code }) => enablers.has(code))
      .map(({ code, weight }) => ({
        code,
        max: exact(weight).toDecimal(),
        percent: percentOf(exact(weight), scale),
      })),
    predicates: instrument.predicates.map(({ code, rules }) => ({
      code,
      rules: rules.map(({ rule, of, unit, need }) => {
        const weight = weightMeasured(instrument, of)
        const percent = unit === 'percent'
        return {
          rule,
          of,
          need: exact(need).toDecimal(),
          needUnits: unitsOf(percent ? ofPercent(need, weight) : exact(need)),
          unit: percent ? percentOf(weight, scale) : points,
        }
      }),
    })),
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
  for (const { areas } of instrument.pillars)
    for (const { subItems } of areas)
      for (const { code, weight, questions } of subItems) {
        if (of.kind === 'sub-item' && code === of.code) return exact(weight ?? '0')
        const found = questions.find(question => question.code === of.code)
        if (of.kind === 'question' && found) return pointsOf(weight ?? '0', found.weight, questions.length)
      }
  return Fraction.zero
}
