import { err, ok, type Result } from '../shared/result.ts'
import { type Basis, type Instrument, type Label, type Question, questionsOf } from './instrument.ts'
import { basis, label } from './read-label.ts'
import { list, object, oneOf, type Read, type ShapeMistake, text } from './shape.ts'

/** Which question of a newer instrument asks for what a question of an older one asked. */
export interface InstrumentMapping {
  readonly from: string
  readonly to: string
  readonly basis: Basis
  readonly pairs: readonly Pair[]
  /** Questions that the newer instrument no longer asks, and why. */
  readonly gone: readonly { readonly code: string; readonly note: Label }[]
}

interface Pair {
  readonly from: string
  readonly to: string
  /** `similar`: the scope differs, so that the answer must be read again. */
  readonly relation: 'same' | 'similar'
}

/** A mapping that names questions which its instruments do not have, or leaves one of them out. */
export interface MappingMistake {
  readonly kind: 'unknown-code' | 'mapped-and-gone' | 'neither-mapped-nor-gone'
  readonly code: string
}

/** What could be taken over, what could not, and what the newer instrument asks anew. */
export interface MappedAnswers {
  readonly carried: readonly {
    readonly from: string
    readonly to: string
    readonly answer: unknown
    /** True where somebody must read the answer again before it counts. */
    readonly confirm: boolean
  }[]
  readonly left: readonly {
    readonly code: string
    readonly why: 'unknown-code' | 'no-longer-asked' | 'not-an-answer-there'
  }[]
  /** Questions of the newer instrument that nothing was carried to. */
  readonly open: readonly string[]
}

const readFile: Read<InstrumentMapping> = object(['from', 'to', 'basis', 'pairs', 'gone'], ({ need }) => ({
  from: need('from', text),
  to: need('to', text),
  basis: need('basis', basis),
  pairs: need(
    'pairs',
    list(
      object(['from', 'to', 'relation'], fields => ({
        from: fields.need('from', text),
        to: fields.need('to', text),
        relation: fields.need('relation', oneOf('same', 'similar')),
      })),
    ),
  ),
  gone: need(
    'gone',
    list(
      object(['code', 'note'], fields => ({
        code: fields.need('code', text),
        note: fields.need('note', label),
      })),
    ),
  ),
}))

/** Reads a mapping that was parsed as JSON, against the two instruments that it joins. */
export function readMapping(
  file: unknown,
  older: Instrument,
  newer: Instrument,
): Result<InstrumentMapping, readonly (ShapeMistake | MappingMistake)[]> {
  const mistakes: ShapeMistake[] = []
  const mapping = readFile(file, '', mistakes)
  if (mistakes.length > 0) return err(mistakes)
  const [asked, asks] = [codesOf(older), codesOf(newer)]
  const mapped = new Set(mapping.pairs.map(({ from }) => from))
  const gone = new Set(mapping.gone.map(({ code }) => code))
  const unfit: MappingMistake[] = [
    ...[...mapped, ...gone].filter(code => !asked.has(code)).map(code => fault('unknown-code', code)),
    ...mapping.pairs.filter(({ to }) => !asks.has(to)).map(({ to }) => fault('unknown-code', to)),
    ...[...mapped].filter(code => gone.has(code)).map(code => fault('mapped-and-gone', code)),
    ...[...asked]
      .filter(code => !mapped.has(code) && !gone.has(code))
      .map(code => fault('neither-mapped-nor-gone', code)),
  ]
  return unfit.length > 0 ? err(unfit) : ok(mapping)
}

const fault = (kind: MappingMistake['kind'], code: string): MappingMistake => ({ kind, code })
const codesOf = (instrument: Instrument) =>
  new Set(questionsOf(instrument).map(({ question }) => question.code))

/**
 * Carries the answers of a sheet over. An answer is carried only where the newer question takes it as it is; it
 * needs a second look unless both ask the same in the same kind of answer.
 */
export function mapAnswers(
  { pairs }: InstrumentMapping,
  older: Instrument,
  newer: Instrument,
  answers: Readonly<Record<string, unknown>>,
): MappedAnswers {
  const [before, after] = [questionByCode(older), questionByCode(newer)]
  const carried: MappedAnswers['carried'][number][] = []
  const left: MappedAnswers['left'][number][] = []
  for (const [code, answer] of Object.entries(answers)) {
    if (answer === undefined || answer === null || answer === '') continue
    const source = before.get(code)
    const own = pairs.filter(({ from }) => from === code)
    if (source === undefined) left.push({ code, why: 'unknown-code' })
    else if (own.length === 0) left.push({ code, why: 'no-longer-asked' })
    for (const { to, relation } of own) {
      const target = after.get(to)
      if (target === undefined || !takes(newer, target, answer))
        left.push({ code, why: 'not-an-answer-there' })
      else
        carried.push({
          ...{ from: code, to, answer },
          confirm: relation !== 'same' || source === undefined || !sameKind(older, source, newer, target),
        })
    }
  }
  const reached = new Set(carried.map(({ to }) => to))
  return { carried, left, open: [...after.keys()].filter(code => !reached.has(code)) }
}

const questionByCode = (instrument: Instrument) =>
  new Map(questionsOf(instrument).map(({ question }) => [question.code, question]))

/** An option is taken by its key. Counts and indices have no kept meaning across instruments. */
const takes = ({ scales }: Instrument, { answer }: Question, given: unknown): boolean =>
  answer !== null &&
  'scale' in answer &&
  (scales[answer.scale]?.options ?? []).some(({ key }) => key === given)

const sameKind = (older: Instrument, source: Question, newer: Instrument, target: Question): boolean =>
  source.answer !== null &&
  target.answer !== null &&
  'scale' in source.answer &&
  'scale' in target.answer &&
  JSON.stringify(older.scales[source.answer.scale]?.options) ===
    JSON.stringify(newer.scales[target.answer.scale]?.options)
