import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printAmount, printShortfall, type Share, sumAmounts } from './amount.ts'
import { carried, digitsOf, printTally, shortfall, tallyOf } from './tally.ts'

const third: Share = { over: 1, under: 3 }
const huge: Share = { over: 10n ** 30n, under: 3n * 10n ** 30n }

test('a rest keeps twelve digits and says whether more follow', () => {
  expect(digitsOf({ over: 1, under: 4 })).toEqual({ low: 250_000_000_000, open: 0 })
  expect(digitsOf(third)).toEqual({ low: 333_333_333_333, open: 1 })
  expect(digitsOf(huge)).toEqual({ low: 333_333_333_333, open: 1 })
})

test('three thirds are not known to be one unit from their digits alone', () => {
  expect(carried(5, 3 * 333_333_333_333, 3)).toBeNull()
  expect(carried(5, 4 * 333_333_333_333, 4)).toEqual({ units: 6, low: 333_333_333_332, open: 4 })
})

test('a half that stays open in the last decimal is not printed from digits', () => {
  const unit = { times: 1, under: 3 }
  expect(printTally({ units: 0, low: 1, open: 1 }, unit)).toBeNull()
  expect(printTally({ units: 0, low: 1, open: 0 }, unit)).toBe('0')
  expect(printTally({ units: 0, low: 2, open: 0 }, unit)).toBe('0.000000000001')
})

test('whatever is printed from digits is what the exact amount prints, and so is what it lacks', () => {
  const share = fc
    .integer({ min: 2, max: 5000 })
    .chain(under => fc.integer({ min: 1, max: under - 1 }).map(over => ({ over, under })))
  fc.assert(
    fc.property(
      fc.nat(420_000),
      fc.array(share, { maxLength: 10 }),
      fc.constantFrom({ times: 1, under: 24_000 }, { times: 1, under: 1920 }, { times: 100, under: 7 }),
      fc.integer({ min: 1, max: 500_000 }),
      (units, rests, unit, more) => {
        const amount = sumAmounts(units, rests)
        const digits = rests.map(digitsOf)
        const sum = (name: 'low' | 'open') => digits.reduce((all, one) => all + one[name], 0)
        const tally = carried(units, sum('low'), sum('open')) ?? tallyOf(amount)
        expect(tally.units).toBe(amount.units)
        expect([printAmount(amount, unit), null]).toContain(printTally(tally, unit))
        const need = amount.units + more
        const lacks = printTally(shortfall(tally, need), unit)
        if (lacks !== '0') expect([printShortfall(amount, need, unit), null]).toContain(lacks)
      },
    ),
    { numRuns: 2000 },
  )
})
