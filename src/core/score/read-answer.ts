import { isObject } from '../instrument/shape.ts'
import { Fraction } from '../shared/fraction.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Share } from './amount.ts'
import { type BadAnswer, isBlank, shown } from './answers.ts'
import type { CompiledIndex, CompiledRatio, ExactShare } from './compiled.ts'

export interface ReadShare {
  readonly share: Share
  /** There was nothing to divide by, so that the instrument's rule for it decided. */
  readonly nothingToDivide: boolean
}

/** How fine an index may be given; what a float prints fits. */
const indexDecimals = 24

/** The share of an index within its range, or what is wrong with it. */
export function readIndex(index: CompiledIndex, given: unknown): Result<ReadShare, readonly BadAnswer[]> {
  const { code, min, max } = index
  const text = typeof given === 'number' ? plainDecimal(given) : typeof given === 'string' ? given : ''
  const quick = quickShare(index, text)
  if (quick !== null) return ok({ share: quick, nothingToDivide: false })
  const value = text.length > 60 ? null : Fraction.parse(text)
  if (value === null) return err([{ code, kind: 'index-not-a-number', given: shown(given) }])
  if ((text.split('.')[1] ?? '').length > indexDecimals)
    return err([{ code, kind: 'index-too-fine', given: shown(given), decimals: indexDecimals }])
  if (value.compare(index.least) < 0 || value.compare(index.most) > 0)
    return err([{ code, kind: 'index-out-of-range', given: shown(given), min, max }])
  const { numerator, denominator } = value.minus(index.least).over(index.range)
  return ok({ share: safeShare(numerator, denominator), nothingToDivide: false })
}

/** The share of an index within its range by safe numbers alone; null where they do not hold it. */
function quickShare({ from, width }: CompiledIndex, text: string): Share | null {
  const [, whole = '', decimals = ''] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text) ?? []
  if (whole === '') return null
  const scale = 10 ** decimals.length
  const [left, right] = [Number(whole + decimals) * from.under, from.over * scale]
  const [over, under] = [(left - right) * width.under, scale * from.under * width.over]
  // A product of whole numbers is exact where it is safe, and never safe where it is not exact.
  if (![left, right, over, under].every(Number.isSafeInteger) || over < 0 || over > under) return null
  const divisor = greatestDivisor(over, under)
  return { over: over / divisor, under: under / divisor }
}

function greatestDivisor(a: number, b: number): number {
  let [left, right] = [a, b]
  while (right !== 0) [left, right] = [right, left % right]
  return left
}

function safeShare(over: bigint, under: bigint): Share {
  return under <= BigInt(Number.MAX_SAFE_INTEGER)
    ? { over: Number(over), under: Number(under) }
    : { over, under }
}

/** A number as JSON wrote it, without an exponent: `1e-7` is `0.0000001`. */
function plainDecimal(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', decimals = '', zeros = '0'] = match
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${whole}${decimals}`
}

/** The share that the counts come to, between floor and cap, or everything that is wrong with them. */
export function readRatio(
  ratio: CompiledRatio,
  given: unknown,
  zeroDenominator: '0' | '1' | undefined,
): Result<ReadShare, readonly BadAnswer[]> {
  const counts = readCounts(ratio, given)
  if (!counts.ok) return counts
  let over = 0
  let under = 0
  for (let index = 0; index < counts.value.length; index += 1) {
    const count = counts.value[index] ?? 0
    over += count * (ratio.numerator[index] ?? 0)
    under += count * (ratio.denominator[index] ?? 0)
  }
  const { cap, floor, nothingToDivide } = ratio
  if (under <= 0) {
    const { zero, other, setting } = nothingToDivide
    const open = setting && zeroDenominator !== undefined
    const empty = open ? { over: Number(zeroDenominator), under: 1 } : zero
    return ok({ share: over === 0 ? empty : other, nothingToDivide: true })
  }
  const share = exceeds(over, under, cap) ? cap : exceeds(over, under, floor) ? { over, under } : floor
  return ok({ share, nothingToDivide: false })
}

/** Whether over / under is above the limit. */
const exceeds = (over: number, under: number, limit: ExactShare): boolean =>
  limit.under === 1
    ? over > limit.over * under
    : BigInt(over) * BigInt(limit.under) > BigInt(limit.over) * BigInt(under)

/** The counts in the order of the operands. */
function readCounts(ratio: CompiledRatio, given: unknown): Result<readonly number[], readonly BadAnswer[]> {
  const { code, operands, most } = ratio
  if (!isObject(given)) return err([{ code, kind: 'not-counts', operands }])
  const bad: BadAnswer[] = []
  const counts: number[] = []
  for (const operand of operands) {
    const count = given[operand]
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= most)
      counts.push(count)
    else bad.push(badCount(code, operand, count, most))
  }
  if (Object.keys(given).length > operands.length || bad.length > 0)
    for (const name of Object.keys(given))
      if (!operands.includes(name))
        bad.push({ code, kind: 'operand-unknown', operand: name, allowed: operands })
  return bad.length > 0 ? err(bad) : ok(counts)
}

function badCount(code: string, operand: string, count: unknown, most: number): BadAnswer {
  if (isBlank(count)) return { code, kind: 'operand-missing', operand }
  const given = shown(count)
  if (typeof count !== 'number' || Number.isNaN(count))
    return { code, kind: 'operand-not-a-number', operand, given }
  if (count < 0) return { code, kind: 'operand-negative', operand, given }
  if (count > most) return { code, kind: 'operand-too-large', operand, given, most: String(most) }
  return { code, kind: 'operand-not-whole', operand, given }
}
