import {
  type Basis,
  type Instrument,
  type PlacedQuestion,
  questionsOf,
  type RoleCode,
} from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Unit } from './amount.ts'
import { compileQuestion } from './compile-question.ts'
import type { Compiled, Part, PartPlace, Percentage } from './compiled.ts'
import { commonScale, exact, isMeasured, ofPercent, pointsOf, unitsIn, weightMeasured } from './units.ts'

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

function compile(instrument: Instrument, scale: number): Compiled {
  const points = { times: 1, under: scale }
  const placed = questionsOf(instrument)
  const parts: Part[] = []
  const partOf = (belongs: (place: PlacedQuestion) => boolean): PartPlace => {
    const part = findPart(placed, belongs)
    const known = parts.findIndex(({ runs }) => runs.join() === part.runs.join())
    return known >= 0 ? known : parts.push(part) - 1
  }
  const percentages: Percentage[] = []
  const percentageOf = (part: PartPlace, unit: Unit): number => {
    const known = percentages.findIndex(
      one => one.part === part && one.unit.times === unit.times && one.unit.under === unit.under,
    )
    return known >= 0 ? known : percentages.push({ part, unit }) - 1
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
    places: new Map(placed.map(({ question }, place) => [question.code, place])),
    parts,
    percentages,
    blankItems: copyable(placed.map(({ question }) => [question.code, { value: '0', score: '0' }])),
    blankSubItems: copyable(subItems.map(({ code, max }) => [code, { score: '0', max }])),
    total: partOf(() => true),
    roles: { enabler: inRole('enabler'), result: inRole('result') },
    pillars: enablers.map(({ code }) => ({ code, part: partOf(({ pillar }) => pillar.code === code) })),
    areas: instrument.areas
      .filter(({ code }) => enablers.some(({ areas }) => areas.some(({ area }) => area === code)))
      .map(({ code, weight }) => {
        const part = partOf(({ area }) => area === code)
        const percent = percentageOf(part, percentOf(exact(weight), scale))
        return { code, max: exact(weight).toDecimal(), percent, part }
      }),
    results: subItemsOf('result').flatMap(({ code }) => subItems.filter(subItem => subItem.code === code)),
    subItems,
    predicates: instrument.predicates.map(({ code, rules }) => ({
      code,
      rules: rules.map(({ rule, of, unit, need }) => {
        const weight = weightMeasured(instrument, of)
        const part = partOf(place => isMeasured(of, place))
        const shared = { rule, part, need: exact(need).toDecimal() }
        if (unit !== 'percent')
          return { ...shared, needUnits: unitsIn(exact(need), scale), unit: points, percent: null }
        const percent = percentOf(weight, scale)
        return {
          ...shared,
          needUnits: unitsIn(ofPercent(need, weight), scale),
          ...{ unit: percent, percent: percentageOf(part, percent) },
        }
      }),
    })),
  }
}

/** The places of the questions that belong, in runs that follow one another. */
function findPart(placed: readonly PlacedQuestion[], belongs: (place: PlacedQuestion) => boolean): Part {
  const runs: number[] = []
  const shares: number[] = []
  let questions = 0
  for (const [place, found] of placed.entries()) {
    if (!belongs(found)) continue
    if (runs.at(-1) === place) runs.pop()
    else runs.push(place)
    runs.push(place + 1)
    questions += 1
    if (found.question.answer && !('scale' in found.question.answer)) shares.push(place)
  }
  return { runs, shares, known: shares.length === 0 && questions <= mostKnown ? new Map() : null }
}

/** So many questions with options have a few hundred sums; twice as many would have too many to keep. */
const mostKnown = 12

/** Units printed as a percentage of a weight. */
function percentOf(weight: Fraction, scale: number): Unit {
  const { numerator, denominator } = Fraction.of(100n).over(weight.times(Fraction.of(scale)))
  return { times: Number(numerator), under: Number(denominator) }
}

/** Objects that come from JSON are copied faster than objects that were filled key by key. */
const copyable = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  JSON.parse(JSON.stringify(Object.fromEntries(entries)))
