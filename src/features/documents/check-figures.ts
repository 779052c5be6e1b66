import { type FigureCheck, type FigureValues, figureCatalogue, figureNumber } from './figures.ts'

/** Figures that contradict each other. `expected` and `found` are in the unit of the figures. */
export type FigureWarning = {
  readonly kind: FigureCheck['kind'] | 'not-whole'
  readonly label: { readonly id: string; readonly en: string }
  readonly keys: readonly string[]
  readonly expected: number
  readonly found: number
}

/**
 * Looks for figures that cannot all be true: parts that do not add up to their total, a part above its
 * whole, an index that is not its mean times 25, a list of solutions shorter than the list of problems.
 * Figures not filled in are no contradiction, unless the parts that are there already exceed the total.
 */
export function checkFigures(values: FigureValues, from = figureCatalogue): readonly FigureWarning[] {
  const fractions = from.figures
    .filter(({ kind }) => kind === 'number' || kind === 'money')
    .flatMap(({ key, label }): FigureWarning[] => {
      const value = figureNumber(key, values, from)
      const whole = value === null || (Number.isSafeInteger(value) && value >= 0)
      return whole
        ? []
        : [{ kind: 'not-whole', label, keys: [key], expected: Math.round(value), found: value }]
    })
  return [...fractions, ...from.checks.flatMap(check => runCheck(check, values, from))]
}

function runCheck(check: FigureCheck, values: FigureValues, from: typeof figureCatalogue): FigureWarning[] {
  const { kind, label, parts, total } = check
  const warn = (expected: number, found: number): FigureWarning[] => [
    { kind, label, keys: [...parts, total], expected, found },
  ]
  if (kind === 'same-length') {
    const expected = entries(values[total])
    const found = entries(values[parts[0] ?? ''])
    return expected > 0 && found > 0 && expected !== found ? warn(expected, found) : []
  }
  const expected = figureNumber(total, values, from)
  const known = parts.map(part => figureNumber(part, values, from)).filter(part => part !== null)
  if (expected === null || known.length === 0) return []
  const found = known.reduce((sum, part) => sum + part, 0)
  if (kind === 'times')
    return isRounded(found, check.factor ?? 1, expected) ? [] : warn(found * (check.factor ?? 1), expected)
  const complete = known.length === parts.length
  const contradicts = kind === 'sum' && complete ? found !== expected : found > expected
  return contradicts ? warn(expected, found) : []
}

const entries = (value: string | number | null | undefined): number =>
  typeof value === 'string' ? value.split('\n').filter(line => line.trim() !== '').length : 0

/** Whether `product` can be `mean` times `factor` when both were rounded to the digits they show. */
function isRounded(mean: number, factor: number, product: number): boolean {
  const millionths = (value: number) => Math.round(value * 1e6)
  const half = (value: number) => Math.round(5e5 / 10 ** digits(value))
  return Math.abs(millionths(product) - factor * millionths(mean)) <= factor * half(mean) + half(product)
}

const digits = (value: number): number => String(value).split('.')[1]?.length ?? 0
