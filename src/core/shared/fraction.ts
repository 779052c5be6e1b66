/** How a value between two printed ones is printed. `half-up` takes the half away from zero. */
export type Rounding = 'half-up' | 'down' | 'up'

const power = (places: number): bigint => 10n ** BigInt(places)
const size = (value: bigint): bigint => (value < 0n ? -value : value)

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [size(a), size(b)]
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}

/** An exact rational number in lowest terms; the denominator is positive. */
export class Fraction {
  static readonly zero = Fraction.of(0n)
  static readonly one = Fraction.of(1n)

  readonly numerator: bigint
  readonly denominator: bigint

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator
    this.denominator = denominator
  }

  /** @throws RangeError when the denominator is zero, or a number is not whole. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const [n, d] = [BigInt(numerator), BigInt(denominator)]
    if (d === 0n) throw new RangeError('A fraction has no zero below the line')
    const divisor = greatestDivisor(n, d) * (d < 0n ? -1n : 1n)
    return new Fraction(n / divisor, d / divisor)
  }

  /** Reads `-12.340`: digits, a point, digits. Null for anything else (no exponent, comma or spaces). */
  static parse(text: string): Fraction | null {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
    if (!match) return null
    const [, sign = '', whole = '', decimals = ''] = match
    return Fraction.of(BigInt(sign + whole + decimals), power(decimals.length))
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.numerator, other.denominator))
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** @throws RangeError when the other is zero. */
  over(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  /** Below zero when smaller than the other, zero when equal, above zero when larger. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  /** The value with exactly `places` decimals: `3.50`. */
  toFixed(places: number, rounding: Rounding = 'half-up'): string {
    return fixed(this.numerator, this.denominator, places, rounding)
  }

  /** The value with at most `places` decimals and no zeros at the end: `3.5`; exact whenever it fits. */
  toDecimal(places = 12, rounding: Rounding = 'half-up'): string {
    return printDecimal(this.numerator, this.denominator, places, rounding)
  }
}

/** What `Fraction.of(numerator, denominator).toDecimal(…)` prints, without reducing first; denominator > 0. */
export function printDecimal(
  numerator: bigint,
  denominator: bigint,
  places = 12,
  rounding: Rounding = 'half-up',
): string {
  return trimZeros(fixed(numerator, denominator, places, rounding))
}

const fixed = (numerator: bigint, denominator: bigint, places: number, rounding: Rounding): string =>
  printScaled(scaled(numerator, denominator, places, rounding), places)

/** `numerator / denominator × 10^places` as a whole number, rounded as named. */
function scaled(numerator: bigint, denominator: bigint, places: number, rounding: Rounding): bigint {
  const top = size(numerator) * power(places)
  const below = top / denominator
  const rest = top % denominator
  const up = rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= denominator
  const rounded = up ? below + 1n : below
  return numerator < 0n ? -rounded : rounded
}

function printScaled(value: bigint, places: number): string {
  const digits = String(size(value)).padStart(places + 1, '0')
  const sign = value < 0n ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function trimZeros(text: string): string {
  if (!text.includes('.')) return text
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}
