import { expect, test } from 'vitest'
import { lke } from '../score/full-sheet.test-data.ts'
import { compareInstruments } from './compare-instruments.ts'
import type { Instrument } from './instrument.ts'

test('an instrument does not differ from itself', () => {
  expect(compareInstruments(lke, structuredClone(lke))).toEqual([])
})

test('names weights, thresholds, conditions, rules and questions that changed', () => {
  const changed: Instrument = {
    ...lke,
    blank: { ...lke.blank, value: '0.5' },
    areas: lke.areas.map(area => (area.code === 'MP' ? { ...area, weight: '9' } : area)),
    predicates: lke.predicates.map(predicate =>
      predicate.code === 'WBK'
        ? {
            ...predicate,
            rules: predicate.rules.map(rule => (rule.rule === 'total' ? { ...rule, need: '80' } : rule)),
            conditions: predicate.conditions.slice(1),
          }
        : predicate,
    ),
    pillars: lke.pillars.map(pillar => ({
      ...pillar,
      areas: pillar.areas.map(area => ({
        ...area,
        subItems: area.subItems.map(subItem => {
          if (subItem.code === 'P.MP.1')
            return {
              ...subItem,
              questions: subItem.questions.map((question, at) =>
                at === 0 ? { ...question, text: { id: 'Lain' } } : question,
              ),
            }
          if (subItem.code === 'R.PP.2') return { ...subItem, weight: '2' }
          return subItem.code === 'P.PP.5'
            ? { ...subItem, questions: subItem.questions.slice(0, 2) }
            : subItem
        }),
      })),
    })),
  }
  expect(compareInstruments(lke, changed)).toEqual([
    { kind: 'weight-changed', path: 'areas[MP]', before: '8', after: '9' },
    { kind: 'weight-changed', path: 'R.PP.2', before: '2.5', after: '2' },
    { kind: 'threshold-changed', predicate: 'WBK', rule: 'total', before: '75', after: '80' },
    { kind: 'condition-removed', predicate: 'WBK', code: 'agency-audit-opinion' },
    { kind: 'rule-changed', rule: 'blank' },
    { kind: 'question-removed', code: 'P.PP.5.c' },
    { kind: 'question-changed', code: 'P.MP.1.a', what: ['wording'] },
    { kind: 'question-changed', code: 'P.PP.5.a', what: ['points'] },
    { kind: 'question-changed', code: 'P.PP.5.b', what: ['points'] },
    { kind: 'question-changed', code: 'R.PP.2.a', what: ['points'] },
  ])
})

test('a question that only the newer version asks is an addition', () => {
  expect(
    compareInstruments({ ...lke, pillars: lke.pillars.slice(0, 2) }, lke).filter(
      ({ kind }) => kind === 'question-added',
    ),
  ).toEqual(['H.BERSIH.a', 'H.BERSIH.b', 'H.PRIMA.a'].map(code => ({ kind: 'question-added', code })))
})
