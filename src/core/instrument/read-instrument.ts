import { err, ok, type Result } from '../shared/result.ts'
import { checkInstrument, type InstrumentMistake } from './check-instrument.ts'
import type {
  Answering,
  Area,
  Basis,
  Condition,
  Decision,
  Instrument,
  Label,
  Measured,
  Operand,
  Pillar,
  PillarArea,
  Predicate,
  Question,
  Role,
  Scale,
  Source,
  SubItem,
  Sum,
  Threshold,
  ZeroDenominator,
} from './instrument.ts'
import {
  date,
  decimal,
  flag,
  isObject,
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
 * whose parts do not fit together; either way with every mistake and its path, not only the first.
 */
export function readInstrument(
  file: unknown,
): Result<Instrument, readonly (ShapeMistake | InstrumentMistake)[]> {
  const mistakes: ShapeMistake[] = []
  const instrument = readFile(file, '', mistakes)
  if (mistakes.length > 0) return err(mistakes)
  const unfit = checkInstrument(instrument)
  return unfit.length > 0 ? err(unfit) : ok(instrument)
}

const role = oneOf('enabler', 'result')

export const label: Read<Label> = object(['id', 'en'], ({ need, may }) => ({
  id: need('id', text),
  en: may('en', text),
}))

export const basis: Read<Basis> = object(['source', 'item', 'certainty', 'note'], ({ need, may }) => ({
  source: need('source', text),
  item: may('item', text),
  certainty: need('certainty', oneOf('high', 'medium', 'low')),
  note: may('note', label),
}))

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

const operand: Read<Operand> = object(['name', 'label', 'row', 'use'], ({ need, may }) => ({
  name: need('name', text),
  label: need('label', label),
  row: may('row', whole),
  use: need('use', oneOf('formula', 'record')),
}))

const sum: Read<Sum> = object(['plus', 'minus'], ({ need }) => ({
  plus: need('plus', list(text)),
  minus: need('minus', list(text)),
}))

const zeroDenominator: Read<ZeroDenominator> = object(
  ['whenNumeratorZero', 'otherwise', 'setting', 'basis'],
  ({ need }) => ({
    whenNumeratorZero: need('whenNumeratorZero', decimal),
    otherwise: need('otherwise', decimal),
    setting: need('setting', flag),
    basis: need('basis', basis),
  }),
)

const optionFields = ['kind', 'scale', 'criteria']
const ratioFields = [
  ...['kind', 'operands', 'numerator', 'denominator'],
  ...['cap', 'floor', 'zeroDenominator', 'basis'],
]

const answering: Read<Answering> = (value, path, mistakes) => {
  const kind = isObject(value) ? value.kind : undefined
  if (kind === 'ratio')
    return object<Answering>(ratioFields, ({ need }) => ({
      kind: 'ratio',
      operands: need('operands', list(operand)),
      numerator: need('numerator', sum),
      denominator: need('denominator', sum),
      cap: need('cap', decimal),
      floor: need('floor', decimal),
      zeroDenominator: need('zeroDenominator', zeroDenominator),
      basis: need('basis', basis),
    }))(value, path, mistakes)
  if (kind === 'index')
    return object<Answering>(['kind', 'min', 'max', 'basis'], ({ need }) => ({
      kind: 'index',
      min: need('min', decimal),
      max: need('max', decimal),
      basis: need('basis', basis),
    }))(value, path, mistakes)
  return object<Answering>(optionFields, ({ need }) => ({
    kind: need('kind', oneOf('yes-no', 'choice')),
    scale: need('scale', text),
    criteria: need('criteria', table(label)),
  }))(value, path, mistakes)
}

const question: Read<Question> = object(
  ['code', 'item', 'row', 'weight', 'text', 'answer', 'evidence', 'related'],
  ({ need, may }) => ({
    code: need('code', text),
    item: need('item', text),
    row: may('row', whole),
    weight: may('weight', decimal),
    text: need('text', label),
    answer: need('answer', orNull(answering)),
    evidence: need('evidence', list(label)),
    related: may('related', list(text)),
  }),
)

const subItem: Read<SubItem> = object(
  ['code', 'item', 'title', 'weight', 'basis', 'combine', 'workbook', 'questions'],
  ({ need, may }) => ({
    code: need('code', text),
    item: need('item', text),
    title: need('title', label),
    weight: need('weight', orNull(decimal)),
    basis: may('basis', basis),
    combine: need('combine', oneOf('average', 'weighted')),
    workbook: may('workbook', oneOf('first-part-twice')),
    questions: need('questions', list(question)),
  }),
)

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

const measured: Read<Measured> = (value, path, mistakes) => {
  const kind = isObject(value) ? value.kind : undefined
  if (kind === 'role')
    return object<Measured>(['kind', 'role'], ({ need }) => ({ kind, role: need('role', role) }))(
      value,
      path,
      mistakes,
    )
  if (kind === 'area')
    return object<Measured>(['kind', 'area'], ({ need }) => ({ kind, area: need('area', text) }))(
      value,
      path,
      mistakes,
    )
  if (kind === 'sub-item' || kind === 'question')
    return object<Measured>(['kind', 'code'], ({ need }) => ({ kind, code: need('code', text) }))(
      value,
      path,
      mistakes,
    )
  return object<Measured>(['kind'], ({ need }) => ({ kind: need('kind', oneOf('total')) }))(
    value,
    path,
    mistakes,
  )
}

const threshold: Read<Threshold> = object(['rule', 'of', 'unit', 'need', 'basis'], ({ need }) => ({
  rule: need('rule', text),
  of: need('of', measured),
  unit: need('unit', oneOf('points', 'percent')),
  need: need('need', decimal),
  basis: need('basis', basis),
}))

const condition: Read<Condition> = object(['code', 'level', 'text', 'basis'], ({ need }) => ({
  code: need('code', text),
  level: need('level', oneOf('agency', 'unit')),
  text: need('text', label),
  basis: need('basis', basis),
}))

const predicate: Read<Predicate> = object(['code', 'title', 'rules', 'conditions'], ({ need }) => ({
  code: need('code', text),
  title: need('title', label),
  rules: need('rules', list(threshold)),
  conditions: need('conditions', list(condition)),
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
