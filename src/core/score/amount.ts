import { printDecimal, type Rounding } from '../shared/fraction.ts'

/**
 * A part of one, between zero and one: whole numbers, as bigint where a safe number cannot hold them.
 * No float decides anything here: every number is whole and below 2^53, or it is a bigint.
 */
export type Share =
  | { readonly over: number; readonly under: number }
  | { readonly over: bigint; readonly under: bigint }

/**
 * A sum of points in whole units plus a rest below one. The compiled instrument says how many units a point
 * has; options only ever add units, a ratio may leave a rest.
 */
export interface Amount {
  readonly units: number
  readonly rest: Share
}

/** How a number of units is printed: times `times`, over `under`; as points or as a percentage. */
export interface Unit {
  readonly times: number
  readonly under: number
}

export const noRest: Share = { over: 0, under: 1 }
const most = Number.MAX_SAFE_INTEGER
export const million = 1_000_000
/** The largest divisor whose rests can take six decimals at once. */
export const safeDivisor = Math.floor(most / million)

const hasRest = ({ rest }: Amount): boolean => rest !== noRest

/** The sum of amounts; `units` must stay a safe number, which compiling the instrument proves. */
export function sumAmounts(units: number, rests: readonly Share[]): Amount {
  let whole = units
  let sum = noRest
  for (const rest of rests) {
    sum = sum === noRest ? rest : addShares(sum, rest)
    if (sum.over >= sum.under) {
      whole += 1
      sum = minusOne(sum)
    }
  }
  return { units: whole, rest: sum }
}

function addShares(a: Share, b: Share): Share {
  if (typeof a.over === 'number' && typeof b.over === 'number') {
    const [left, right] = [Number(a.under), Number(b.under)]
    if (left * right * 2 <= most) return { over: a.over * right + b.over * left, under: left * right }
  }
  const [left, right] = [BigInt(a.under), BigInt(b.under)]
  return { over: BigInt(a.over) * right + BigInt(b.over) * left, under: left * right }
}

function minusOne({ over, under }: Share): Share {
  if (over === under) return noRest
  return typeof over === 'number'
    ? { over: over - Number(under), under: Number(under) }
    : { over: over - BigInt(under), under: BigInt(under) }
}

/** That share of `units`. */
export function shareOf(units: number, share: Share): Amount {
  if (typeof share.over === 'number' && units * share.over <= most) {
    const under = Number(share.under)
    const whole = quotient(units * share.over, under)
    const over = units * share.over - whole * under
    return { units: whole, rest: over === 0 ? noRest : { over, under } }
  }
  const product = BigInt(units) * BigInt(share.over)
  const under = BigInt(share.under)
  const over = product % under
  return { units: Number(product / under), rest: over === 0n ? noRest : { over, under } }
}

/** How often `under` goes into `over`, both safe whole numbers and `over` not negative: exact. */
export function quotient(over: number, under: number): number {
  const guess = Math.floor(over / under)
  const rest = over - guess * under
  return rest < 0 ? guess - 1 : rest >= under ? guess + 1 : guess
}

/** Whether an amount reaches a need of whole units; the rest is below one, so only the units count. */
export const reaches = ({ units }: { readonly units: number }, need: number): boolean => units >= need

/** The amount in that unit with at most twelve decimals, half up. */
export function printAmount(amount: Amount, { times, under }: Unit): string {
  const { units, rest } = amount
  if (!hasRest(amount)) return printQuotient(units * times, under)
  if (typeof rest.over === 'number') {
    const below = under * Number(rest.under)
    const above = (units * Number(rest.under) + rest.over) * times
    if (below <= safeDivisor && above <= most) return printQuotient(above, below)
  }
  return printExact(amount, { times, under }, 'half-up')
}

function printExact({ units, rest }: Amount, { times, under }: Unit, rounding: Rounding): string {
  const below = BigInt(rest.under)
  return printDecimal(
    (BigInt(units) * below + BigInt(rest.over)) * BigInt(times),
    below * BigInt(under),
    12,
    rounding,
  )
}

/** As `printAmount`, but never rounded up to something that it does not reach. */
export const printAmountDown = (amount: Amount, unit: Unit): string => printExact(amount, unit, 'down')

/** What the amount lacks of a need that it does not reach; rounded up where half up would print nothing. */
export function printShortfall(amount: Amount, need: number, unit: Unit): string {
  const { over, under } = amount.rest
  const missing: Amount = hasRest(amount)
    ? {
        units: need - amount.units - 1,
        rest:
          typeof over === 'number'
            ? { over: Number(under) - over, under: Number(under) }
            : { over: BigInt(under) - over, under: BigInt(under) },
      }
    : { units: need - amount.units, rest: noRest }
  const printed = printAmount(missing, unit)
  return printed === '0' ? printExact(missing, unit, 'up') : printed
}

export const printShare = ({ over, under }: Share): string =>
  typeof over === 'number' ? printQuotient(over, Number(under)) : printDecimal(over, BigInt(under))

/** A quotient of safe whole numbers, neither negative, with at most twelve decimals, half up. */
export function printQuotient(over: number, under: number): string {
  if (under > safeDivisor) return printDecimal(BigInt(over), BigInt(under))
  const whole = quotient(over, under)
  const first = (over - whole * under) * million
  if (first === 0) return String(whole)
  const high = quotient(first, under)
  const second = (first - high * under) * million
  const low = quotient(second, under)
  return decimals(whole, high, (second - low * under) * 2 >= under ? low + 1 : low)
}

/** A number from its whole part, its millionths and their millionths, either of which may be a million or more. */
export function decimals(whole: number, high: number, low: number): string {
  if (low >= million) return decimals(whole, high + quotient(low, million), low % million)
  if (high >= million) return decimals(whole + quotient(high, million), high % million, low)
  if (low === 0 && high === 0) return String(whole)
  const [first, second] = [Math.floor(high / 1000), high % 1000]
  if (low === 0) return `${whole}.${second === 0 ? cut[first] : `${three[first]}${cut[second]}`}`
  const [third, fourth] = [Math.floor(low / 1000), low % 1000]
  const end = fourth === 0 ? cut[third] : `${three[third]}${cut[fourth]}`
  return `${whole}.${three[first]}${three[second]}${end}`
}

/** The numbers below a thousand with three digits, and without the zeros at their end. */
const three = Array.from({ length: 1000 }, (_, number) => String(1000 + number).slice(1))
const cut = three.map(digits => digits.replace(/0+$/, ''))
