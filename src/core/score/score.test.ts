import { describe, expect, test } from 'vitest'
import { fullSheet, lke } from './full-sheet.test-data.ts'
import { type Score, score } from './score.ts'

/** The score of the all-A sheet with some answers changed; undefined takes the answer away. */
function scored(changes: Readonly<Record<string, unknown>> = {}): Score {
  const found = score(lke, { ...fullSheet(), ...changes })
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}

describe('the all-A sample of the regulation', () => {
  test('scores exactly 100: 60 for the enablers and 40 for the result', () => {
    expect(scored()).toMatchObject({
      total: '100',
      enabler: '60',
      result: '40',
      pillars: { P: '30', R: '30' },
    })
  })

  test('fills every area, leaves nothing blank and reaches both predicates', () => {
    const { areas, blanks, predicates, results } = scored()
    expect(Object.values(areas).map(area => area.max)).toEqual(['8', '7', '10', '10', '15', '10'])
    expect(Object.values(areas).map(area => area.percent)).toEqual(Array(6).fill('100'))
    expect(results).toEqual({ 'H.BERSIH': '22.5', 'H.PRIMA': '17.5' })
    expect(blanks).toEqual([])
    expect(predicates).toEqual({ WBK: { met: true, unmet: [] }, WBBM: { met: true, unmet: [] } })
  })
})

describe('known traps', () => {
  test('B and C of four options are worth 0.67 and 0.33 to the letter, not two thirds and one third', () => {
    expect(scored({ 'P.MP.3.a': 'B' }).items['P.MP.3.a']).toEqual({ value: '0.67', score: '0.223333333333' })
    expect(scored({ 'P.MP.3.a': 'C' }).items['P.MP.3.a']?.value).toBe('0.33')
  })

  test('wealth reports count LHKPN and non-LHKPN once each', () => {
    const none = { echelon3: 3, echelon4: 8, functional: 40, reported: 0 }
    expect(scored({ 'R.PW.3.b': none }).subItems['R.PW.3']).toEqual({ score: '1', max: '2' })
  })

  test('a ratio is capped at one', () => {
    expect(scored({ 'R.MP.1.a': { agents: 2, changes: 9 } }).items['R.MP.1.a']?.value).toBe('1')
  })

  test('no breach of discipline in both years is worth one, a rise is worth nothing', () => {
    const discipline = (previousYear: number, thisYear: number) =>
      scored({ 'R.SDM.3.a': { previousYear, thisYear, sanctioned: 0 } }).items['R.SDM.3.a']?.value
    expect(discipline(0, 0)).toBe('1')
    expect(discipline(0, 2)).toBe('0')
    expect(discipline(3, 5)).toBe('0')
    expect(discipline(3, 1)).toBe('0.666666666667')
  })

  test('a blank is worth nothing and is named', () => {
    expect(scored({ 'P.MP.1.a': null, 'P.MP.1.b': '', 'H.PRIMA.a': undefined })).toMatchObject({
      total: '82',
      blanks: ['P.MP.1.a', 'P.MP.1.b', 'H.PRIMA.a'],
    })
  })

  test('a ratio with nothing to divide by is worth nothing, is named, and is the agency’s to settle', () => {
    const none = { 'R.PW.2.a': { toFollowUp: 0, done: 0, inProgress: 0 } }
    expect(scored(none)).toMatchObject({ total: '97', undivided: ['R.PW.2.a'] })
    expect(score(lke, { ...fullSheet(), ...none }, { zeroDenominator: { 'R.PW.2.a': '1' } })).toMatchObject({
      ok: true,
      value: { total: '100', undivided: ['R.PW.2.a'] },
    })
  })

  test('a rule that the instrument decides cannot be set', () => {
    expect(score(lke, fullSheet(), { zeroDenominator: { 'R.SDM.3.a': '1', 'X.1': '1' } })).toEqual({
      ok: false,
      problem: {
        kind: 'bad-answers',
        answers: [
          { code: 'R.SDM.3.a', kind: 'setting-not-open' },
          { code: 'X.1', kind: 'unknown-code' },
        ],
      },
    })
  })
})

test('every bad answer is named at once, and nothing is scored', () => {
  const found = score(lke, {
    'P.MP.1.a': 'Yes',
    'P.MP.1.b': 'D',
    'P.XX.1.a': 'A',
    'R.MP.1.a': { agents: 7 },
    'R.MP.1.b': { changes: -1, integrated: 2.5 },
    'R.AK.1.a': { targets: 1e18, achieved: 'tujuh' },
    'R.PP.1.b': { registered: 3, simplified: 1, extra: 4 },
    'R.SDM.3.a': 'A',
    'H.BERSIH.a': 4.01,
    'H.PRIMA.a': '3,6',
  })
  const operands = ['previousYear', 'thisYear', 'sanctioned']
  const allowed = ['registered', 'simplified']
  expect(found).toEqual({
    ok: false,
    problem: {
      kind: 'bad-answers',
      answers: [
        { code: 'P.MP.1.a', kind: 'unknown-option', given: 'Yes', allowed: ['Ya', 'Tidak'] },
        { code: 'P.MP.1.b', kind: 'unknown-option', given: 'D', allowed: ['A', 'B', 'C'] },
        { code: 'R.MP.1.a', kind: 'operand-missing', operand: 'changes' },
        { code: 'R.MP.1.b', kind: 'operand-negative', operand: 'changes', given: '-1' },
        { code: 'R.MP.1.b', kind: 'operand-not-whole', operand: 'integrated', given: '2.5' },
        { code: 'R.SDM.3.a', kind: 'not-counts', operands },
        {
          ...{ code: 'R.AK.1.a', kind: 'operand-too-large', operand: 'targets' },
          ...{ given: '1000000000000000000', most: '999999999' },
        },
        { code: 'R.AK.1.a', kind: 'operand-not-a-number', operand: 'achieved', given: 'tujuh' },
        { code: 'R.PP.1.b', kind: 'operand-unknown', operand: 'extra', allowed },
        { code: 'H.BERSIH.a', kind: 'index-out-of-range', given: '4.01', min: '0', max: '4' },
        { code: 'H.PRIMA.a', kind: 'index-not-a-number', given: '3,6' },
        { code: 'P.XX.1.a', kind: 'unknown-code' },
      ],
    },
  })
})
