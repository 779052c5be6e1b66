import type { Answering, Operand, Question, SubItem, Sum, ZeroDenominator } from './instrument.ts'
import { basis, label } from './read-label.ts'
import {
  decimal,
  flag,
  isObject,
  list,
  object,
  oneOf,
  orNull,
  type Read,
  table,
  text,
  whole,
} from './shape.ts'

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

/** A sub-item with its questions and how each is answered. */
export const subItem: Read<SubItem> = object(
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
