import { describe, expect, test } from 'vitest'
import { questionsOf } from '../instrument/instrument.ts'
import { Fraction } from '../shared/fraction.ts'
import type { Answers } from './answers.ts'
import { fullSheet, lke } from './full-sheet.test-data.ts'
import { score } from './score.ts'

type Changes = Readonly<Record<string, unknown>>

/** The questions of these sub-items left blank. */
const without = (...subItems: string[]): Changes =>
  Object.fromEntries(
    questionsOf(lke)
      .filter(({ subItem }) => subItems.includes(subItem.code))
      .map(({ question }) => [question.code, null]),
  )

const complaints = (done: number, toFollowUp: number) => ({
  'R.PW.2.a': { toFollowUp, done, inProgress: 0 },
})
const changes = (made: number, agents: number) => ({ 'R.MP.1.a': { agents, changes: made } })
const targets = (achieved: number) => ({ 'R.AK.1.a': { targets: 1_000_000, achieved } })
const simplified = (count: number) => ({ 'R.PP.1.b': { registered: 1_000_000, simplified: count } })
const breaches = (thisYear: number) => ({ 'R.SDM.3.a': { previousYear: 1_000_000, thisYear, sanctioned: 0 } })
/** Half a point short of nothing, and a hair less: 1/6 and 0.166666 of three points. */
const sixth = [complaints(1, 6), complaints(166_666, 1_000_000)] as const
const whole = [complaints(1, 1), complaints(999_999, 1_000_000)] as const

/** Per threshold: what stands apart from the best sheet, then what just reaches it and what just misses it. */
const sides: readonly (readonly [string, string, string, Changes, readonly [Changes, Changes]])[] = [
  ['WBK', 'total', '75', { 'H.BERSIH.b': 'E', 'H.PRIMA.a': 0 }, sixth],
  [
    'WBK',
    'enabler',
    '40',
    without('P.PW.1', 'P.PW.2', 'P.PW.3', 'P.PW.4', 'P.PW.5', ...all('P.PP'), ...all('P.SDM')),
    sixth,
  ],
  [
    'WBK',
    'area.MP',
    '60',
    without('P.MP.1', 'P.MP.2', 'P.MP.4'),
    [changes(8, 10), changes(799_999, 1_000_000)],
  ],
  ['WBK', 'area.SDM', '60', without('P.SDM.3', 'P.SDM.4', 'P.SDM.5'), [breaches(0), breaches(1)]],
  ['WBK', 'area.AK', '60', without('P.AK.1', 'R.AK.2'), [targets(1_000_000), targets(999_999)]],
  ['WBK', 'area.PW', '60', without('P.PW.1', 'P.PW.2', 'P.PW.3', 'P.PW.4'), whole],
  [
    'WBK',
    'area.PP',
    '60',
    without('P.PP.1', 'P.PP.2', 'P.PP.3', 'P.PP.4'),
    [simplified(1_000_000), simplified(999_999)],
  ],
  [
    'WBK',
    'H.BERSIH',
    '18.25',
    { 'H.BERSIH.b': 'C' },
    [{ 'H.BERSIH.a': 3.6 }, { 'H.BERSIH.a': '3.599999999999' }],
  ],
  ['WBK', 'H.BERSIH.a', '15.75', {}, [{ 'H.BERSIH.a': '3.60' }, { 'H.BERSIH.a': 3.5999 }]],
  ['WBK', 'H.BERSIH.b', '2.5', {}, [{ 'H.BERSIH.b': 'C' }, { 'H.BERSIH.b': 'D' }]],
  ['WBK', 'H.PRIMA', '14', {}, [{ 'H.PRIMA.a': 3.2 }, { 'H.PRIMA.a': '3.199999999999' }]],
  ['WBBM', 'total', '85', { 'H.BERSIH.b': 'E', ...without(...all('P.PW')) }, sixth],
  ['WBBM', 'enabler', '48', without(...all('P.PW'), 'R.PW.3'), sixth],
  ['WBBM', 'area.MP', '75', without('P.MP.2', 'P.MP.3'), [changes(1, 1), changes(999_999, 1_000_000)]],
  ['WBBM', 'area.SDM', '75', without('P.SDM.1', 'P.SDM.4', 'P.SDM.6'), [breaches(0), breaches(1)]],
  ['WBBM', 'area.AK', '75', without('P.AK.1'), [targets(1_000_000), targets(999_999)]],
  ['WBBM', 'area.PW', '75', without('P.PW.1', 'P.PW.2'), [complaints(3, 4), complaints(749_999, 1_000_000)]],
  ['WBBM', 'area.PP', '75', without('R.PP.2'), [simplified(1_000_000), simplified(999_999)]],
  [
    'WBBM',
    'H.BERSIH',
    '19.5',
    { 'H.BERSIH.b': 'B' },
    [{ 'H.BERSIH.a': 3.6 }, { 'H.BERSIH.a': '3.599999999999' }],
  ],
  ['WBBM', 'H.BERSIH.a', '15.75', {}, [{ 'H.BERSIH.a': '3.60' }, { 'H.BERSIH.a': 3.5999 }]],
  ['WBBM', 'H.BERSIH.b', '3.75', {}, [{ 'H.BERSIH.b': 'B' }, { 'H.BERSIH.b': 'C' }]],
  ['WBBM', 'H.PRIMA', '15.75', {}, [{ 'H.PRIMA.a': 3.6 }, { 'H.PRIMA.a': '3.599999999999' }]],
  [
    ...(['WBBM', 'area.TT', '75'] as const),
    { 'P.TT.2.a': 'C', 'P.TT.2.b': 'C', 'R.TT.2.a': 'C', 'R.TT.2.b': 'B' },
    [{}, { 'P.TT.1.a': 'B' }],
  ],
]

function all(pillarArea: string): string[] {
  return lke.pillars.flatMap(({ areas }) =>
    areas.flatMap(({ subItems }) =>
      subItems.map(({ code }) => code).filter(code => code.startsWith(`${pillarArea}.`)),
    ),
  )
}

function gapOf(predicate: string, rule: string, answers: Answers) {
  const found = score(lke, answers)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value.predicates[predicate]?.unmet.find(gap => gap.rule === rule)
}

const number = (text = '0'): Fraction => Fraction.parse(text) ?? Fraction.zero

describe.each(sides)('%s, %s ≥ %s', (predicate, rule, need, base, [reaching, missing]) => {
  test('is reached at exactly the need', () => {
    expect(gapOf(predicate, rule, { ...fullSheet(), ...base, ...reaching })).toBeUndefined()
  })

  test('is missed a hair below it, and the gap is printed as one', () => {
    const gap = gapOf(predicate, rule, { ...fullSheet(), ...base, ...missing })
    expect(gap).toMatchObject({ rule, need })
    expect(number(gap?.have).compare(number(need))).toBe(-1)
    expect(number(gap?.short).compare(Fraction.zero)).toBe(1)
  })
})

describe('WBK, area.TT ≥ 60, which no combination of options hits exactly', () => {
  // 4.2 of 7 points: 2.793333 points less reach it, 2.806667 points less do not.
  const base = {
    ...{ 'P.TT.2.a': 'C', 'P.TT.2.b': 'C', 'P.TT.2.c': 'C' },
    ...{ 'P.TT.1.b': 'D', 'P.TT.1.c': 'E' },
  }
  const reaching = { ...base, 'P.TT.3.a': 'B', 'P.TT.3.b': 'C', 'R.TT.1.a': 'C' }
  const missing = { ...base, ...without('P.TT.3'), 'P.TT.1.a': 'C' }

  test('is reached just above and missed just below', () => {
    const percent = (answers: Changes) => {
      const found = score(lke, { ...fullSheet(), ...answers })
      return found.ok ? found.value.areas.TT?.percent : undefined
    }
    expect([percent(reaching), percent(missing)]).toEqual(['60.095238095238', '59.904761904762'])
    expect(gapOf('WBK', 'area.TT', { ...fullSheet(), ...reaching })).toBeUndefined()
    expect(gapOf('WBK', 'area.TT', { ...fullSheet(), ...missing })).toMatchObject({ need: '60' })
  })
})

test('every threshold of the tables is tested from both sides', () => {
  const tested = [...sides.map(([predicate, rule]) => `${predicate} ${rule}`), 'WBK area.TT'].sort()
  const rules = lke.predicates
    .flatMap(({ code, rules: own }) => own.map(({ rule }) => `${code} ${rule}`))
    .sort()
  expect(tested).toEqual(rules)
})
