/** One figure of a run. `limit` says what it must keep, where the product promises something. */
export type Measurement = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number }
}

export const keeps = ({ value, limit }: Measurement): boolean =>
  limit === undefined || ('atMost' in limit ? value <= limit.atMost : value >= limit.atLeast)

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(measurement => {
    const { name, value, unit, limit } = measurement
    const promised = limit === undefined ? '' : 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`
    return [
      name,
      number(value),
      unit,
      promised,
      limit === undefined ? '' : keeps(measurement) ? 'kept' : 'MISSED',
    ]
  })
  const head = ['what', 'value', 'unit', 'promised', '']
  const widths = head.map((title, index) =>
    Math.max(title.length, ...rows.map(row => row[index]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, index) =>
        index === 1 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [head, widths.map(width => '-'.repeat(width)), ...rows].map(line).join('\n')
}

const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(3))
