import { err, ok, type Result } from '../shared/result.ts'
import { checkInstrument, type InstrumentMistake, repeatedCodes } from './check-instrument.ts'
import type { Area, Decision, Instrument, Pillar, PillarArea, Role, Scale, Source } from './instrument.ts'
import { basis, label, role } from './read-label.ts'
import { predicate } from './read-predicate.ts'
import { subItem } from './read-question.ts'
import {
  date,
  decimal,
  list,
  object,
  oneOf,
  orNull,
  type Read,
  type ShapeMistake,
  table,
  text,
  whole,
} from './shape.ts'

/**
 * Reads an instrument file that was parsed as JSON. Refuses one that is not of the published shape, and one
 * whose parts do not fit together, with every mistake and its path. Where whole parts of the shape are gone, of what is
 * left only the codes are compared: the rest would be consequences.
 */
export function readInstrument(
  file: unknown,
): Result<Instrument, readonly (ShapeMistake | InstrumentMistake)[]> {
  const mistakes: ShapeMistake[] = []
  const instrument = readFile(file, '', mistakes)
  const unfit = mistakes.some(takesAway) ? repeatedCodes(instrument) : checkInstrument(instrument)
  const all = [...mistakes, ...unfit]
  return all.length > 0 ? err(all) : ok(instrument)
}

/** What the parts are summed over, looked up in or told apart by. */
const frame = [
  ...['code', 'area', 'name', 'key', 'scale', 'role', 'kind', 'combine', 'unit', 'use', 'of'],
  ...[
    'sources',
    'scales',
    'options',
    'roles',
    'areas',
    'pillars',
    'subItems',
    'questions',
    'predicates',
    'rules',
  ],
  ...['answer', 'criteria', 'operands', 'numerator', 'denominator', 'plus', 'minus', 'zeroDenominator'],
  ...['blank', 'decisions', 'conditions'],
]

/** Whether a mistake leaves open what the other parts would have to fit: a list, a code or a kind is gone. */
function takesAway({ path, kind }: ShapeMistake): boolean {
  const last = path.split('.').at(-1) ?? ''
  return kind !== 'not-known' && (last === '' || last.endsWith(']') || frame.includes(last))
}

const source: Read<Source> = object(['title', 'reading'], ({ need }) => ({
  title: need('title', text),
  reading: need('reading', oneOf('primary', 'workbook', 'third-party', 'recalled', 'zona')),
}))

const decision: Read<Decision> = object(['code', 'text', 'basis'], ({ need }) => ({
  code: need('code', text),
  text: need('text', label),
  basis: need('basis', basis),
}))

const scale: Read<Scale> = object(['options', 'basis'], ({ need }) => ({
  options: need(
    'options',
    list(
      object(['key', 'value'], fields => ({
        key: fields.need('key', text),
        value: fields.need('value', decimal),
      })),
    ),
  ),
  basis: need('basis', basis),
}))

const pillarArea: Read<PillarArea> = object(['area', 'item', 'weight', 'subItems'], ({ need }) => ({
  area: need('area', text),
  item: need('item', text),
  weight: need('weight', decimal),
  subItems: need('subItems', list(subItem)),
}))

const pillar: Read<Pillar> = object(['code', 'role', 'item', 'title', 'weight', 'areas'], ({ need }) => ({
  code: need('code', text),
  role: need('role', role),
  item: need('item', text),
  title: need('title', label),
  weight: need('weight', decimal),
  areas: need('areas', list(pillarArea)),
}))

const roleWeight: Read<Role> = object(['code', 'title', 'weight'], ({ need }) => ({
  code: need('code', role),
  title: need('title', label),
  weight: need('weight', decimal),
}))

const area: Read<Area> = object(['code', 'title', 'weight'], ({ need }) => ({
  code: need('code', text),
  title: need('title', label),
  weight: need('weight', decimal),
}))

const fileFields = [
  ...['$schema', 'format', 'id', 'kind', 'title', 'sources', 'validity', 'supersedes', 'total'],
  ...['weightsBasis', 'evidenceBasis', 'wordingBasis', 'scales', 'blank', 'display', 'operandLimit'],
  ...['decisions', 'roles', 'areas', 'pillars', 'predicates'],
]

const readFile: Read<Instrument> = object(fileFields, ({ need, may }) => {
  may('$schema', text)
  need('format', oneOfNumber(1))
  return {
    id: need('id', text),
    kind: need('kind', oneOf('scored', 'checklist')),
    title: need('title', label),
    sources: need('sources', table(source)),
    validity: need(
      'validity',
      object(['from', 'until', 'basis'], fields => ({
        from: fields.need('from', date),
        until: fields.need('until', orNull(date)),
        basis: fields.need('basis', basis),
      })),
    ),
    supersedes: need('supersedes', orNull(text)),
    total: need('total', decimal),
    weightsBasis: need('weightsBasis', basis),
    evidenceBasis: need('evidenceBasis', basis),
    wordingBasis: need('wordingBasis', basis),
    scales: need('scales', table(scale)),
    blank: need(
      'blank',
      object(['value', 'basis'], fields => ({
        value: fields.need('value', decimal),
        basis: fields.need('basis', basis),
      })),
    ),
    display: need(
      'display',
      object(['decimals', 'rounding', 'basis'], fields => ({
        decimals: fields.need('decimals', whole),
        rounding: fields.need('rounding', oneOf('half-up')),
        basis: fields.need('basis', basis),
      })),
    ),
    operandLimit: need('operandLimit', decimal),
    decisions: need('decisions', list(decision)),
    roles: need('roles', list(roleWeight)),
    areas: need('areas', list(area)),
    pillars: need('pillars', list(pillar)),
    predicates: need('predicates', list(predicate)),
  }
})

function oneOfNumber(known: number): Read<number> {
  return (value, path, mistakes) => {
    if (value !== known) mistakes.push({ path, kind: 'not-one-of', allowed: [String(known)] })
    return known
  }
}
