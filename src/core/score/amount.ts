import { printDecimal, type Rounding } from '../shared/fraction.ts'

/**
 * A sum of points in whole units plus a proper rest: `units + top / bottom`, 0 ≤ top / bottom < 1, where the
 * compiled instrument says how many units a point has. Options only ever add units; a ratio adds the rest that
 * does not divide. No float decides anything: numbers are whole and stay below 2^53, which compiling the
 * instrument proves, and what could grow beyond is a bigint.
 */
export interface Amount {
  units: number
  top: bigint
  bottom: bigint
}

/** A part of one, between zero and one: whole numbers, as bigint where they are not safe. */
export type Share =
  | { readonly over: number; readonly under: number }
  | { readonly over: bigint; readonly under: bigint }

export const nothing = (): Amount => ({ units: 0, top: 0n, bottom: 1n })

export function add(sum: Amount, part: Amount): void {
  sum.units += part.units
  if (part.top !== 0n) addRest(sum, part.top, part.bottom)
}

function addRest(sum: Amount, top: bigint, bottom: bigint): void {
  if (sum.top === 0n) {
    sum.top = top
    sum.bottom = bottom
    return
  }
  if (sum.bottom === bottom) {
    sum.top += top
  } else {
    sum.top = sum.top * bottom + top * sum.bottom
    sum.bottom *= bottom
  }
  if (sum.top >= sum.bottom) {
    sum.units += 1
    sum.top -= sum.bottom
  }
}

/** That share of `units`. */
export function shareOf(units: number, share: Share): Amount {
  if (typeof share.over === 'number') {
    const product = units * share.over
    if (product <= Number.MAX_SAFE_INTEGER) {
      const { under } = share
      const rest = product % Number(under)
      const whole = (product - rest) / Number(under)
      return { units: whole, top: BigInt(rest), bottom: rest === 0 ? 1n : BigInt(under) }
    }
  }
  const product = BigInt(units) * BigInt(share.over)
  const bottom = BigInt(share.under)
  const top = product % bottom
  return { units: Number(product / bottom), top, bottom: top === 0n ? 1n : bottom }
}

/** Whether the amount reaches a need of whole units; the rest is below one, so only the units count. */
export const reaches = (amount: Amount, need: number): boolean => amount.units >= need

/** How a number of units is printed: times `times`, over `under`; points or a percentage. */
export interface Unit {
  readonly times: number
  readonly under: number
}

/** The amount in that unit with at most twelve decimals, half up. */
export function printAmount({ units, top, bottom }: Amount, { times, under }: Unit): string {
  if (top === 0n) return printQuotient(units * times, under)
  return printDecimal((BigInt(units) * bottom + top) * BigInt(times), bottom * BigInt(under))
}

/** As `printAmount`, but never rounded up to something that it does not reach. */
export const printAmountDown = ({ units, top, bottom }: Amount, { times, under }: Unit): string =>
  printDecimal((BigInt(units) * bottom + top) * BigInt(times), bottom * BigInt(under), 12, 'down')

/** What the amount lacks of a need that it does not reach; rounded up where half up would print nothing. */
export function printShortfall({ units, top, bottom }: Amount, need: number, { times, under }: Unit): string {
  if (top === 0n) {
    const printed = printQuotient((need - units) * times, under)
    if (printed !== '0') return printed
  }
  const print = (rounding: Rounding) =>
    printDecimal((BigInt(need - units) * bottom - top) * BigInt(times), bottom * BigInt(under), 12, rounding)
  const printed = print('half-up')
  return printed === '0' ? print('up') : printed
}

export const printShare = ({ over, under }: Share): string =>
  typeof over === 'number' ? printQuotient(over, Number(under)) : printDecimal(over, BigInt(under))

const million = 1_000_000
/** The largest divisor whose rests can take six decimals at once. */
const safeDivisor = Math.floor(Number.MAX_SAFE_INTEGER / million)

/** A quotient of safe whole numbers, neither negative, with at most twelve decimals, half up. */
export function printQuotient(over: number, under: number): string {
  if (under > safeDivisor) return printDecimal(BigInt(over), BigInt(under))
  const first = over % under
  let whole = (over - first) / under
  if (first === 0) return String(whole)
  const second = (first * million) % under
  let high = (first * million - second) / under
  const third = (second * million) % under
  let low = (second * million - third) / under
  if (third * 2 >= under) low += 1
  if (low === million) {
    low = 0
    high += 1
  }
  if (high === million) {
    high = 0
    whole += 1
  }
  if (low !== 0) return `${whole}.${String(million + high).slice(1)}${withoutZeros(low)}`
  return high === 0 ? String(whole) : `${whole}.${withoutZeros(high)}`
}

/** Six digits without the zeros at their end. */
function withoutZeros(six: number): string {
  let value = six
  let digits = 6
  while (value % 10 === 0) {
    value /= 10
    digits -= 1
  }
  return String(value).padStart(digits, '0')
}
