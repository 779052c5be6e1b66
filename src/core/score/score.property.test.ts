import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionsOf } from '../instrument/instrument.ts'
import { isObject } from '../instrument/shape.ts'
import { Fraction } from '../shared/fraction.ts'
import type { Answers } from './answers.ts'
import { fullSheet, lke } from './full-sheet.test-data.ts'
import { atLeast, naiveScore, pair, printPair } from './naive-score.test-data.ts'
import { type Score, score } from './score.ts'
import { anySheet } from './sheets.test-data.ts'
import { standing } from './standing.ts'

function scored(answers: Answers): Score {
  const found = score(lke, answers)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}

/** The score as the slow exact model has it, printed. */
function expected(answers: Answers) {
  const { total, enabler, result, pillars, areas, subItems, items } = naiveScore(lke, answers)
  const met = lke.predicates.map(({ rules }) =>
    rules
      .filter(({ of, unit, need }) => {
        const have =
          of.kind === 'total'
            ? total
            : of.kind === 'role'
              ? enabler
              : of.kind === 'area'
                ? areas[of.area]
                : (subItems[of.code] ?? items[of.code]?.score)
        const weight = lke.areas.find(({ code }) => of.kind === 'area' && code === of.area)?.weight ?? '100'
        const [over, under] = have ?? [0n, 1n]
        const [all, part] = pair(weight)
        const measured =
          unit === 'percent' ? ([over * 100n * part, under * all] as const) : ([over, under] as const)
        return !atLeast(measured, pair(need))
      })
      .map(({ rule }) => rule),
  )
  return {
    total: printPair(total),
    enabler: printPair(enabler),
    result: printPair(result),
    pillars: { P: printPair(pillars.P ?? [0n, 1n]), R: printPair(pillars.R ?? [0n, 1n]) },
    areas: Object.fromEntries(
      ['MP', 'TT', 'SDM', 'AK', 'PW', 'PP'].map(code => [code, printPair(areas[code] ?? [0n, 1n])]),
    ),
    subItems: Object.fromEntries(Object.entries(subItems).map(([code, own]) => [code, printPair(own)])),
    items: Object.fromEntries(
      Object.entries(items).map(([code, item]) => [
        code,
        { value: printPair(item.value), score: printPair(item.score) },
      ]),
    ),
    unmet: met,
  }
}

const comparable = ({ total, enabler, result, pillars, areas, subItems, items, predicates }: Score) => ({
  ...{ total, enabler, result, pillars, items },
  areas: Object.fromEntries(Object.entries(areas).map(([code, area]) => [code, area.score])),
  subItems: Object.fromEntries(Object.entries(subItems).map(([code, own]) => [code, own.score])),
  unmet: Object.values(predicates).map(({ unmet }) => unmet.map(({ rule }) => rule)),
})

const number = (text: string): Fraction => Fraction.parse(text) ?? Fraction.zero

test('every number is, to the last of twelve decimals, what a slow exact model says, and so is every threshold', () => {
  fc.assert(
    fc.property(anySheet(), answers => {
      expect(comparable(scored(answers))).toEqual(expected(answers))
    }),
    { numRuns: 300 },
  )
})

describe('whatever the answers', () => {
  test('the standing of a sheet is what its score says', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        const { total, predicates } = scored(answers)
        const unmet = Object.fromEntries(
          Object.entries(predicates).map(([code, own]) => [code, own.unmet.map(({ rule }) => rule)]),
        )
        expect(standing(lke, answers)).toEqual({ ok: true, value: { total, unmet } })
      }),
      { numRuns: 100 },
    )
  })

  test('no part falls below zero or rises above its weight', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        const { total, areas, subItems } = scored(answers)
        for (const { score: own, max } of [
          { score: total, max: '100' },
          ...Object.values(areas),
          ...Object.values(subItems),
        ]) {
          expect(number(own).compare(Fraction.zero)).toBeGreaterThanOrEqual(0)
          expect(number(own).compare(number(max))).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        expect(scored(Object.fromEntries(Object.entries(answers).reverse()))).toEqual(scored(answers))
      }),
      { numRuns: 100 },
    )
  })

  test('the parts sum to the whole', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        const exact = naiveScore(lke, answers)
        const sum = (pairs: readonly (readonly [bigint, bigint])[]) =>
          pairs.reduce((total, [over, under]) => total.plus(Fraction.of(over, under)), Fraction.zero)
        const whole = scored(answers).total
        expect(sum(Object.values(exact.items).map(item => item.score)).toDecimal()).toBe(whole)
        expect(sum(Object.values(exact.areas)).toDecimal()).toBe(whole)
        expect(sum(Object.values(exact.pillars)).toDecimal()).toBe(whole)
      }),
      { numRuns: 50 },
    )
  })

  test('a better answer to one question never lowers anything', () => {
    const raised = fc
      .constantFrom(...questionsOf(lke))
      .chain(({ question }) => fc.record({ sheet: anySheet(), code: fc.constant(question.code) }))
    fc.assert(
      fc.property(raised, ({ sheet, code }) => {
        const best = { ...sheet, [code]: fullSheet()[code] }
        const [before, after] = [scored(sheet), scored(best)]
        expect(number(after.total).compare(number(before.total))).toBeGreaterThanOrEqual(0)
        for (const area of Object.keys(before.areas))
          expect(
            number(after.areas[area]?.score ?? '0').compare(number(before.areas[area]?.score ?? '0')),
          ).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })

  test('one more thing done never lowers a ratio', () => {
    fc.assert(
      fc.property(anySheet(), answers => {
        for (const { question } of questionsOf(lke)) {
          const given = answers[question.code]
          if (question.answer?.kind !== 'ratio' || !isObject(given)) continue
          const [done] = question.answer.numerator.minus.length > 0 ? [] : question.answer.numerator.plus
          if (done === undefined) continue
          const more = { ...given, [done]: Math.min(Number(given[done]) + 1, 999_999_999) }
          const value = (sheet: Answers) => number(scored(sheet).items[question.code]?.value ?? '0')
          expect(value({ ...answers, [question.code]: more }).compare(value(answers))).toBeGreaterThanOrEqual(
            0,
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  test('whatever stands in a sheet, scoring answers and does not throw', () => {
    const codes = fc.constantFrom(
      ...questionsOf(lke).map(({ question }) => question.code),
      '__proto__',
      'toString',
    )
    fc.assert(
      fc.property(fc.dictionary(codes, fc.anything()), answers => {
        expect(typeof score(lke, answers).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})
