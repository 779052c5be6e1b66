import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestRaise, type Group, type Offer } from './cheapest-raise.ts'

/** Up to two offers a question, each dearer one gaining more. */
const ladder = fc
  .array(fc.record({ cost: fc.integer({ min: 1, max: 4 }), gain: fc.bigInt({ min: 1n, max: 9n }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(steps =>
    steps.map((_, at) => ({
      cost: steps.slice(0, at + 1).reduce((sum, { cost }) => sum + cost, 0),
      gain: steps.slice(0, at + 1).reduce((sum, { gain }) => sum + gain, 0n),
    })),
  )
type Ladder = readonly { readonly cost: number; readonly gain: bigint }[]
const needs = fc.bigInt({ min: 0n, max: 18n })

/** A group of six questions at most: two inner groups, one of them with a group of its own, and some left over. */
const anyGroup = fc
  .tuple(fc.array(ladder, { minLength: 3, maxLength: 6 }), needs, needs, needs, needs)
  .map(([ladders, total, left, right, inner]) => {
    const questions = ladders.map((steps: Ladder, question) =>
      steps.map((step, level): Offer => ({ ...step, choice: { question, level } })),
    )
    const [first = [], second = [], third = [], ...rest] = questions
    const group: Group = {
      need: total,
      questions: rest,
      groups: [
        { need: left, questions: [first], groups: [{ need: inner, questions: [second], groups: [] }] },
        { need: right, questions: [third], groups: [] },
      ],
    }
    return { group, questions }
  })

function meets({ need, questions, groups }: Group, taken: ReadonlySet<Offer>): boolean {
  const inside = (group: Group): readonly Offer[] => [
    ...group.questions.flat(),
    ...group.groups.flatMap(inside),
  ]
  const gain = inside({ need, questions, groups })
    .filter(offer => taken.has(offer))
    .reduce((sum, offer) => sum + offer.gain, 0n)
  return gain >= need && groups.every(group => meets(group, taken))
}

/** Every combination of at most one offer a question. */
function combinations(questions: readonly (readonly Offer[])[]): Offer[][] {
  return questions.reduce<Offer[][]>(
    (all, offers) => all.flatMap(taken => [taken, ...offers.map(offer => [...taken, offer])]),
    [[]],
  )
}

test('no combination is cheaper, and of equally cheap ones none gains more: all of them are tried', () => {
  fc.assert(
    fc.property(anyGroup, ({ group, questions }) => {
      const found = cheapestRaise(group, 100)
      const sums = combinations(questions)
        .filter(taken => meets(group, new Set(taken)))
        .map(taken => ({
          cost: taken.reduce((sum, { cost }) => sum + cost, 0),
          gain: taken.reduce((sum, { gain }) => sum + gain, 0n),
        }))
        .sort((a, b) => a.cost - b.cost || Number(b.gain - a.gain))
      if (found === null) {
        expect(sums).toEqual([])
        return
      }
      expect({ cost: found.cost, gain: found.gain }).toEqual(sums[0])
      const chosen = found.choices.map(({ question, level }) => questions[question]?.[level])
      expect(meets(group, new Set(chosen.filter(offer => offer !== undefined)))).toBe(true)
      expect(new Set(found.choices.map(({ question }) => question)).size).toBe(found.choices.length)
    }),
    { numRuns: 500 },
  )
})

test('nothing dearer than the limit is offered', () => {
  const offer: Offer = { cost: 5, gain: 1n, choice: { question: 0, level: 0 } }
  const group: Group = { need: 1n, questions: [[offer]], groups: [] }
  expect(cheapestRaise(group, 4)).toBeNull()
  expect(cheapestRaise(group, 5)).toEqual({ cost: 5, gain: 1n, choices: [{ question: 0, level: 0 }] })
})
