import type { Condition, Measured, Predicate, Threshold } from './instrument.ts'
import { basis, label, role } from './read-label.ts'
import { decimal, isObject, list, object, oneOf, type Read, text } from './shape.ts'

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

/** A predicate with its thresholds and what must be true besides the score. */
export const predicate: Read<Predicate> = object(['code', 'title', 'rules', 'conditions'], ({ need }) => ({
  code: need('code', text),
  title: need('title', label),
  rules: need('rules', list(threshold)),
  conditions: need('conditions', list(condition)),
}))
