import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionsOf } from '../instrument/instrument.ts'
import type { Answers } from './answers.ts'
import { fullSheet, lke } from './full-sheet.test-data.ts'
import { effectOf, lossesOf, sharedLosses } from './losses.ts'
import { type Effort, type Improvement, nextSteps, type Road, roads } from './road.ts'
import { type Score, score } from './score.ts'
import { anySheet } from './sheets.test-data.ts'

function scored(answers: Answers): Score {
  const found = score(lke, answers)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}

function roadTo(predicate: string, answers: Answers, effort?: Effort): Road {
  const found = roads(lke, answers, effort)
  const road = found.ok ? found.value.find(each => each.predicate === predicate) : undefined
  if (!road) throw new Error(JSON.stringify(found))
  return road
}

const kinds = new Map(questionsOf(lke).map(({ question }) => [question.code, question.answer?.kind]))

/** The sheet with the improvements made; a ratio gets its full counts. */
const improved = (answers: Answers, improvements: readonly Improvement[]): Answers => ({
  ...answers,
  ...Object.fromEntries(
    improvements.map(({ code, to }) => [code, kinds.get(code) === 'ratio' ? fullSheet()[code] : to]),
  ),
})

describe('the road', () => {
  test('is empty where the predicate is reached', () => {
    expect(roadTo('WBBM', fullSheet())).toEqual({
      ...{ predicate: 'WBBM', improvements: [], effort: 0, gain: '0', proven: true },
    })
  })

  test('closes a single gap by the one answer that does, as little as possible', () => {
    const road = roadTo('WBBM', { ...fullSheet(), 'H.BERSIH.b': 'D' })
    expect(road).toMatchObject({ effort: 2, gain: '2.5', proven: true })
    expect(road.improvements).toEqual([
      { code: 'H.BERSIH.b', from: 'D', to: 'B', steps: 2, effort: 2, gain: '2.5' },
    ])
  })

  test('asks of a survey only the index that its threshold needs', () => {
    const sheet = { ...fullSheet(), 'H.BERSIH.a': 3.1, 'H.PRIMA.a': '3' }
    expect(roadTo('WBK', sheet).improvements.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['H.BERSIH.a', '3.1', '3.6'],
      ['H.PRIMA.a', '3', '3.2'],
    ])
  })

  test('goes round an answer that the unit finds hard', () => {
    const { 'R.PW.3.a': _kept, ...rest } = fullSheet()
    const sheet = { ...rest, 'R.PW.3.a': null, ...blanks('P.PW', 'R.PW.1', 'R.PW.2') }
    const easy = roadTo('WBK', sheet)
    const [first] = easy.improvements
    if (!first) throw new Error('a road')
    const hard = roadTo('WBK', sheet, { [first.code]: 50 })
    expect(hard.improvements.map(({ code }) => code)).not.toContain(first.code)
    expect(hard.effort).toBeGreaterThanOrEqual(easy.effort)
  })

  test('leads to the predicate from any sheet, and is proven to be the least effort', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        for (const code of ['WBK', 'WBBM']) {
          const road = roadTo(code, answers)
          expect(road.proven).toBe(true)
          const after = scored(improved(answers, road.improvements))
          expect(after.predicates[code]).toEqual({ met: true, unmet: [] })
          expect(road.effort).toBe(road.improvements.reduce((sum, { effort }) => sum + effort, 0))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('cannot do without any one of its improvements', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        const { improvements } = roadTo('WBK', answers)
        for (const left of improvements) {
          const after = scored(
            improved(
              answers,
              improvements.filter(each => each !== left),
            ),
          )
          expect(after.predicates.WBK?.met).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is the same set, and as proven, where every effort is the same: 100 times one is 100 times the road', () => {
    const effort = evenly(() => 100)
    fc.assert(
      fc.property(anySheet(), answers => {
        for (const code of ['WBK', 'WBBM']) {
          const [one, hundred] = [roadTo(code, answers), roadTo(code, answers, effort)]
          const { improvements } = one
          expect(hundred).toEqual({
            ...one,
            effort: one.effort * 100,
            improvements: improvements.map(each => ({ ...each, effort: each.effort * 100 })),
          })
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is proven with efforts from 1 to 100 from the emptiest sheet', () => {
    const road = roadTo(
      'WBK',
      blanks('P', 'R', 'H'),
      evenly(at => 1 + ((at * 37) % 100)),
    )
    expect(road.proven).toBe(true)
  })

  test('is not called proven where the effort is too large to compare every set, and still nothing in it is superfluous', () => {
    const nothing = blanks('P', 'R', 'H')
    const road = roadTo(
      'WBK',
      nothing,
      evenly(at => 1000 - (at % 7)),
    )
    expect(road.proven).toBe(false)
    const reached = (improvements: readonly Improvement[]) =>
      scored(improved(nothing, improvements)).predicates.WBK?.met
    expect(reached(road.improvements)).toBe(true)
    expect(road.effort).toBe(road.improvements.reduce((sum, { effort }) => sum + effort, 0))
    for (const one of road.improvements) {
      const others = road.improvements.filter(each => each !== one)
      expect(reached(others)).toBe(false)
      const below = optionBelow(one)
      if (below !== null) expect(reached([...others, { ...one, to: below }])).toBe(false)
    }
  })
})

const evenly = (effortAt: (at: number) => number): Effort =>
  Object.fromEntries(questionsOf(lke).map(({ question }, at) => [question.code, effortAt(at)]))

/** The option one step lower; null below the first step and for what has no options. */
function optionBelow({ code, to, steps }: Improvement): string | null {
  const answer = questionsOf(lke).find(({ question }) => question.code === code)?.question.answer
  if (steps === 1 || answer === null || answer === undefined || !('scale' in answer)) return null
  const keys = (lke.scales[answer.scale]?.options ?? []).map(({ key }) => key)
  return keys[keys.indexOf(to) + 1] ?? null
}

/** These questions blank, by the beginning of their codes. */
function blanks(...beginnings: string[]): Record<string, null> {
  return Object.fromEntries(
    questionsOf(lke)
      .map(({ question }) => question.code)
      .filter(code => beginnings.some(beginning => code.startsWith(`${beginning}.`)))
      .map(code => [code, null]),
  )
}

describe('the next step', () => {
  test('names each answer that can rise, what it brings and which thresholds it alone closes', () => {
    const sheet = { ...fullSheet(), 'H.BERSIH.b': 'D', 'P.MP.1.b': 'C' }
    const found = nextSteps(lke, sheet)
    expect(found.ok ? found.value : found).toEqual([
      {
        ...{ code: 'H.BERSIH.b', from: 'D', to: 'C', gain: '1.25' },
        helps: [
          { predicate: 'WBK', rule: 'H.BERSIH.b', closes: true },
          { predicate: 'WBBM', rule: 'H.BERSIH', closes: true },
          { predicate: 'WBBM', rule: 'H.BERSIH.b', closes: false },
        ],
      },
      { code: 'P.MP.1.b', from: 'C', to: 'B', gain: '0.125', helps: [] },
    ])
  })
})

describe('losses', () => {
  test('an area’s questions stand by the points that they leave lying', () => {
    const own = scored({ ...fullSheet(), 'P.TT.1.a': 'D', 'R.TT.3.a': 'C', 'P.MP.1.a': 'Tidak' })
    expect(lossesOf(lke, own, 'TT')).toEqual([
      { code: 'P.TT.1.a', area: 'TT', loss: '0.333333333333' },
      { code: 'R.TT.3.a', area: 'TT', loss: '0.333333333333' },
    ])
  })

  test('over several units the question that costs most together comes first, with how many it costs', () => {
    const one = scored({ ...fullSheet(), 'P.MP.1.a': 'Tidak', 'R.MP.2.a': 'E' })
    const two = scored({ ...fullSheet(), 'P.MP.1.a': 'Tidak' })
    expect(sharedLosses(lke, [one, two])).toEqual([
      { code: 'R.MP.2.a', area: 'MP', loss: '1', units: 1 },
      { code: 'P.MP.1.a', area: 'MP', loss: '0.5', units: 2 },
    ])
  })
})

test('the effect of a change is known before it is made', () => {
  const sheet = { ...fullSheet(), 'H.BERSIH.b': 'D' }
  expect(effectOf(lke, sheet, { 'H.BERSIH.b': 'C', 'P.MP.1.a': 'Tidak' })).toMatchObject({
    ok: true,
    value: {
      gain: '1',
      lost: [],
      reached: [
        { predicate: 'WBK', rule: 'H.BERSIH.b' },
        { predicate: 'WBBM', rule: 'H.BERSIH' },
      ],
    },
  })
  expect(effectOf(lke, sheet, { 'H.BERSIH.b': 'Z' })).toMatchObject({ ok: false })
})
