import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fraction } from './fraction.ts'

const read = (text: string): Fraction => {
  const found = Fraction.parse(text)
  if (found === null) throw new Error(text)
  return found
}
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([top, bottom]) => Fraction.of(top, bottom))

describe('reading', () => {
  test('a decimal text is read exactly', () => {
    expect(read('0.67').minus(Fraction.of(67, 100)).compare(Fraction.zero)).toBe(0)
    expect(read('-12.340').toDecimal()).toBe('-12.34')
  })

  test.each(['', ' 1', '1,5', '.5', '5.', '1e3', '+1', '0x1', '١'])('“%s” is no decimal', text => {
    expect(Fraction.parse(text)).toBeNull()
  })

  test('what fits into twelve decimals comes back unchanged', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), thousandBillionths => {
        const exact = Fraction.of(thousandBillionths, 10n ** 12n)
        expect(read(exact.toDecimal()).compare(exact)).toBe(0)
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    ['half-up', '0.666666666667', '0.333333333333'],
    ['down', '0.666666666666', '0.333333333333'],
    ['up', '0.666666666667', '0.333333333334'],
  ] as const)('%s decides what twelve decimals cannot hold', (rounding, twoThirds, third) => {
    expect(Fraction.of(2, 3).toDecimal(12, rounding)).toBe(twoThirds)
    expect(Fraction.of(1, 3).toDecimal(12, rounding)).toBe(third)
  })

  test('half a step goes away from zero, and a fixed number of decimals keeps its zeros', () => {
    expect(read('2.345').toFixed(2)).toBe('2.35')
    expect(read('-2.345').toFixed(2)).toBe('-2.35')
    expect(read('7').toFixed(2)).toBe('7.00')
    expect(read('9.995').toFixed(2)).toBe('10.00')
    expect(read('0.4').toFixed(0)).toBe('0')
  })

  test('what is printed half up is at most half a step away', () => {
    fc.assert(
      fc.property(fraction, exact => {
        const away = read(exact.toDecimal()).minus(exact)
        const size = away.compare(Fraction.zero) < 0 ? Fraction.zero.minus(away) : away
        expect(size.compare(Fraction.of(1n, 2n * 10n ** 12n))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('arithmetic', () => {
  test('adding and taking away, multiplying and dividing undo one another', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(a.plus(b).minus(b).compare(a)).toBe(0)
        if (b.compare(Fraction.zero) !== 0) expect(a.times(b).over(b).compare(a)).toBe(0)
      }),
    )
  })

  test('a third three times is exactly one', () => {
    const third = Fraction.one.over(Fraction.of(3))
    expect(third.plus(third).plus(third).compare(Fraction.one)).toBe(0)
  })

  test('comparing agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).compare(Fraction.zero))
        expect(Math.sign(a.compare(b)) + Math.sign(b.compare(a))).toBe(0)
      }),
    )
  })

  test('nothing divides by zero', () => {
    expect(() => Fraction.of(1, 0)).toThrow(RangeError)
    expect(() => Fraction.one.over(Fraction.zero)).toThrow(RangeError)
  })
})
