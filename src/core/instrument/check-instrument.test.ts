import { describe, expect, test } from 'vitest'
import { instrumentFile, lke } from '../score/full-sheet.test-data.ts'
import { checkInstrument } from './check-instrument.ts'
import type { Instrument, Pillar, Question, SubItem } from './instrument.ts'
import { readInstrument } from './read-instrument.ts'
import { isObject } from './shape.ts'

const withPillars = (change: (pillar: Pillar) => Pillar): Instrument => ({
  ...lke,
  pillars: lke.pillars.map(change),
})
const withSubItem = (code: string, change: (subItem: SubItem) => SubItem): Instrument =>
  withPillars(pillar => ({
    ...pillar,
    areas: pillar.areas.map(area => ({
      ...area,
      subItems: area.subItems.map(subItem => (subItem.code === code ? change(subItem) : subItem)),
    })),
  }))
const withQuestion = (code: string, change: (question: Question) => Question): Instrument =>
  withSubItem(code.split('.').slice(0, 3).join('.'), subItem => ({
    ...subItem,
    questions: subItem.questions.map(question => (question.code === code ? change(question) : question)),
  }))

describe('mistakes of a file that is of the right shape', () => {
  test('the shipped instrument has none', () => {
    expect(checkInstrument(lke)).toEqual([])
  })

  test('a weight changed by a hundredth is found where it stands', () => {
    expect(checkInstrument(withSubItem('P.MP.2', subItem => ({ ...subItem, weight: '1.01' })))).toEqual([
      { path: 'P.MP', kind: 'weights-do-not-sum', sum: '4.01', expected: '4' },
    ])
  })

  test('every level is summed, and all of them are named at once', () => {
    const wrong: Instrument = {
      ...lke,
      total: '101',
      roles: lke.roles.map(role => (role.code === 'result' ? { ...role, weight: '41' } : role)),
      areas: lke.areas.map(area => (area.code === 'PW' ? { ...area, weight: '14' } : area)),
      pillars: lke.pillars.map(pillar => (pillar.code === 'R' ? { ...pillar, weight: '29' } : pillar)),
    }
    expect(checkInstrument(wrong).map(({ path, kind }) => [path, kind])).toEqual([
      ['roles[enabler]', 'weights-do-not-sum'],
      ['roles[result]', 'weights-do-not-sum'],
      ['areas[PW]', 'weights-do-not-sum'],
      ['R', 'weights-do-not-sum'],
    ])
  })

  test('a code that stands twice and a code under the wrong parent are found', () => {
    const found = checkInstrument(withQuestion('P.MP.1.b', question => ({ ...question, code: 'P.MP.2.a' })))
    expect(found).toEqual([
      { path: 'questions[P.MP.2.a]', kind: 'duplicate-code', code: 'P.MP.2.a' },
      { path: 'P.MP.2.a', kind: 'code-outside-its-parent', expected: 'P.MP.1' },
    ])
  })

  test('a scale, an operand, an area, a source or a measured part that is nowhere is found', () => {
    const [wbk, wbbm] = lke.predicates
    if (!wbk || !wbbm) throw new Error('two predicates')
    const basis = { source: 'nowhere', certainty: 'low' } as const
    const wrong: Instrument = {
      ...withQuestion('P.MP.1.a', question => ({
        ...question,
        answer: { kind: 'yes-no', scale: 'nowhere', criteria: {} },
      })),
      blank: { value: '0', basis },
      predicates: [
        {
          ...wbk,
          rules: [{ rule: 'X', of: { kind: 'question', code: 'X' }, unit: 'points', need: '1', basis }],
        },
        wbbm,
      ],
    }
    expect(checkInstrument(wrong)).toEqual([
      { path: 'blank.basis', kind: 'unknown-reference', to: 'nowhere' },
      { path: 'predicates[WBK].rules[X].basis', kind: 'unknown-reference', to: 'nowhere' },
      { path: 'P.MP.1.a', kind: 'unknown-reference', to: 'nowhere' },
      { path: 'predicates[WBK].rules[X]', kind: 'unknown-reference', to: 'X' },
    ])
  })

  test('an area that stands in the enablers and in the result is found, for its threshold would cut through both', () => {
    const wrong = withPillars(pillar =>
      pillar.code === 'H'
        ? {
            ...pillar,
            areas: pillar.areas.map(area => (area.area === 'PRIMA' ? { ...area, area: 'MP' } : area)),
          }
        : pillar,
    )
    expect(checkInstrument(wrong)).toContainEqual({ path: 'areas[MP]', kind: 'area-in-two-roles' })
  })

  test('a ratio names exactly the operands that its formula uses', () => {
    const found = checkInstrument(
      withQuestion('R.MP.1.a', question => ({
        ...question,
        answer:
          question.answer?.kind === 'ratio'
            ? { ...question.answer, numerator: { plus: ['chnages'], minus: [] } }
            : null,
      })),
    )
    expect(found).toEqual([
      { path: 'R.MP.1.a', kind: 'unknown-reference', to: 'chnages' },
      { path: 'R.MP.1.a', kind: 'operand-not-used', operand: 'changes' },
    ])
  })

  test('criteria must describe the options of the scale, which must fall from the best to the worst', () => {
    const wrong: Instrument = {
      ...withQuestion('P.MP.1.a', question => ({
        ...question,
        answer: { kind: 'yes-no', scale: 'ya-tidak', criteria: { Ya: { id: 'Ada' } } },
      })),
      scales: {
        ...lke.scales,
        other: {
          options: [
            { key: 'A', value: '0.5' },
            { key: 'B', value: '1.5' },
          ],
          basis: lke.blank.basis,
        },
      },
    }
    expect(checkInstrument(wrong)).toEqual([
      { path: 'scales.other[B]', kind: 'value-out-of-range', value: '1.5' },
      { path: 'scales.other', kind: 'options-not-descending' },
      { path: 'P.MP.1.a', kind: 'criteria-do-not-match', options: ['Ya', 'Tidak'] },
    ])
  })

  test('a threshold that not even a full score reaches is found', () => {
    const [wbk] = lke.predicates
    const [total] = wbk?.rules ?? []
    if (!wbk || !total) throw new Error('a rule')
    const wrong = { ...lke, predicates: [{ ...wbk, rules: [{ ...total, need: '100.01' }] }] }
    expect(checkInstrument(wrong)).toEqual([
      {
        path: 'predicates[WBK].rules[total]',
        kind: 'unreachable-threshold',
        need: '100.01',
        most: '100',
      },
    ])
  })
})

describe('mistakes of the shape', () => {
  test('every field that is missing, unknown or of the wrong kind is named with its path', () => {
    const file = instrumentFile('permenpanrb-90-2021')
    if (!isObject(file)) throw new Error('an object')
    const { total: _total, ...rest } = file
    expect(
      readInstrument({
        ...rest,
        extra: 1,
        format: 2,
        operandLimit: 999,
        display: { decimals: -1, rounding: 'down', basis: lke.blank.basis },
        supersedes: 7,
        roles: {},
        areas: [{ code: 'MP', title: {}, weight: '08' }],
      }),
    ).toEqual({
      ok: false,
      problem: [
        { path: 'extra', kind: 'not-known' },
        { path: 'format', kind: 'not-one-of', allowed: ['1'] },
        { path: 'supersedes', kind: 'not-text' },
        { path: 'total', kind: 'missing' },
        { path: 'display.decimals', kind: 'not-whole' },
        { path: 'display.rounding', kind: 'not-one-of', allowed: ['half-up'] },
        { path: 'operandLimit', kind: 'not-a-decimal' },
        { path: 'roles', kind: 'not-a-list' },
        { path: 'areas[MP].title.id', kind: 'missing' },
        { path: 'areas[MP].weight', kind: 'not-a-decimal' },
      ],
    })
  })

  /** The mistakes of the official instrument after these words of it were replaced. */
  function mistakesWith(...changes: readonly (readonly [string, string])[]) {
    const file = changes.reduce(
      (text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
        return text.replace(from, to)
      },
      JSON.stringify(instrumentFile('permenpanrb-90-2021')),
    )
    const found = readInstrument(JSON.parse(file))
    return found.ok ? [] : found.problem.map(({ path, kind }) => `${path} ${kind}`)
  }

  test('come with those of the parts that are well formed: all in one go, and no consequences', () => {
    expect(
      mistakesWith(
        ['"code":"P.MP.2.b"', '"code":"P.MP.2.a"'],
        ['"code":"P.MP.3","item":"A.I.1.iii"', '"code":"P.MP.3","item":3'],
        ['"weight":"4","subItems"', '"weight":"abc","subItems"'],
        ['"areas":[{"code":"MP"', '"areas":[{"code":"TT"'],
        ['"need":"75"', '"need":"-5"'],
        ['"need":"40"', '"need":"140"'],
      ),
    ).toEqual([
      'pillars[P].areas[0].weight not-a-decimal',
      'pillars[P].areas[0].subItems[P.MP.3].item not-text',
      'predicates[WBK].rules[0].need not-a-decimal',
      'areas[TT] weights-do-not-sum',
      'areas[TT] duplicate-code',
      'questions[P.MP.2.a] duplicate-code',
      'P.MP unknown-reference',
      'R.MP unknown-reference',
      'predicates[WBK].rules[enabler] unreachable-threshold',
      'predicates[WBK].rules[area.MP] unknown-reference',
      'predicates[WBBM].rules[area.MP] unknown-reference',
    ])
  })

  test('that take a whole part away leave the codes to be compared, and nothing that only follows from them', () => {
    expect(
      mistakesWith(
        ['"roles":[', '"roles":7,"peran":['],
        ['"code":"P.MP.2.b"', '"code":"P.MP.2.a"'],
        ['"weight":"0.5"', '"weight":"0.6"'],
      ),
    ).toEqual(['peran not-known', 'roles not-a-list', 'questions[P.MP.2.a] duplicate-code'])
  })

  test('of a single text or number have no consequence, whichever it is', () => {
    const file = instrumentFile('permenpanrb-90-2021')
    const leaves = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 1
        : Object.values(value).reduce((sum: number, item) => sum + leaves(item), 0)
    /** The file with its n-th value replaced by one that no field allows. */
    const broken = (n: number): unknown => {
      let at = -1
      const copy = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(copy)
        if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copy(v)]))
        at += 1
        return at === n ? -1 : value
      }
      return copy(file)
    }
    const consequences = new Set<string>()
    for (let n = 0; n < leaves(file); n += 5) {
      const found = readInstrument(broken(n))
      if (!found.ok)
        for (const problem of found.problem.slice(1))
          if (!['not-known', 'missing', 'not-one-of'].includes(problem.kind))
            consequences.add(`${problem.path} ${problem.kind}`)
    }
    expect([...consequences]).toEqual([])
  })

  test.each([[null], [[]], ['x'], [7]])('%j is no instrument, and reading it does not throw', file => {
    expect(readInstrument(file)).toMatchObject({ ok: false })
  })
})
