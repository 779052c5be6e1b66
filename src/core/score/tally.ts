import { type Amount, decimals, million, quotient, type Share, safeDivisor, type Unit } from './amount.ts'

/**
 * An amount to twelve digits below its unit: `units` whole units, exactly, and at least `low` but less than
 * `low + open` of 10^-12 of one more; with `open` 0 exactly `low`. Whole numbers below 2^53. Where what stays open
 * decides, the exact amount is asked: so nothing is ever printed or decided otherwise than the exact amount would.
 */
export interface Tally {
  readonly units: number
  readonly low: number
  readonly open: number
}

export const nothing: Tally = { units: 0, low: 0, open: 0 }

/** What a whole unit has of the smallest that a tally counts. */
const unit = million * million

/** Twelve digits of a part of one, and whether more follow. */
export function digitsOf({ over, under }: Share): { readonly low: number; readonly open: 0 | 1 } {
  if (typeof over === 'number') {
    const divisor = Number(under)
    if (divisor <= safeDivisor) {
      const high = quotient(over * million, divisor)
      const second = (over * million - high * divisor) * million
      const low = quotient(second, divisor)
      return { low: high * million + low, open: second === low * divisor ? 0 : 1 }
    }
  }
  const digits = BigInt(over) * BigInt(unit)
  const low = digits / BigInt(under)
  return { low: Number(low), open: low * BigInt(under) === digits ? 0 : 1 }
}

export const tallyOf = ({ units, rest }: Amount): Tally => ({ units, ...digitsOf(rest) })

/** A tally whose `low` may be over one; null where it stays open how many whole units there are. */
export function carried(units: number, low: number, open: number): Tally | null {
  const more = low < unit ? 0 : quotient(low, unit)
  const rest = low - more * unit
  return rest + open > unit ? null : { units: units + more, low: rest, open }
}

/** What a tally lacks of a need of whole units that it does not reach. */
export function shortfall({ units, low, open }: Tally, need: number): Tally {
  if (low === 0 && open === 0) return { units: need - units, low: 0, open: 0 }
  return { units: need - units - 1, low: unit - low - open, open: open === 0 ? 0 : open + 1 }
}

/** In that unit with at most twelve decimals, half up; null where what stays open decides the last one. */
export function printTally({ units, low, open }: Tally, { times, under }: Unit): string | null {
  if (under + times > safeDivisor) return null
  const over = units * times
  const whole = quotient(over, under)
  const upper = low === 0 ? 0 : quotient(low, million)
  const first = (over - whole * under) * million + upper * times
  const high = quotient(first, under)
  const second = (first - high * under) * million + (low - upper * million) * times
  const small = quotient(second, under)
  const rest = second - small * under
  const up = rest * 2 >= under
  if (open > 0 && (rest + open * times) * 2 > (up ? 3 : 1) * under) return null
  return decimals(whole, high, up ? small + 1 : small)
}
