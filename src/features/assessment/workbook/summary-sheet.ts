import type { Instrument } from '../../../core/instrument/instrument.ts'
import type { Cell, Grid, GridRow } from '../../plan/read/index.ts'
import { normal } from './columns.ts'

/** What a cell of a summary sheet measures. */
export type Measure =
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'pillar-area'; readonly pillar: string; readonly area: string }
  | { readonly kind: 'role-total'; readonly role: string }
  | { readonly kind: 'total' }

export interface SummaryFigure {
  /** Counts from 0. */
  readonly row: number
  readonly cell: Cell
  readonly measured: Measure
}

/** The figures of a sheet that lists the areas with what each comes to; none where a sheet is something else. */
export function findSummary(grid: Grid, instrument: Instrument): readonly SummaryFigure[] {
  for (const [at, row] of grid.rows.slice(0, 40).entries()) {
    const columnOf = (words: readonly string[]) =>
      row.cells.find(({ text }) => words.includes(normal(text)))?.column ?? null
    const value = columnOf(['nilai', 'score', 'skor'])
    const weight = columnOf(['bobot', 'weight'])
    if (value === null || weight === null) continue
    const pillars = instrument.pillars.flatMap(({ code, title }) => {
      const column = columnOf([normal(title.id), normal(title.en ?? title.id)])
      return column === null ? [] : [{ code, column }]
    })
    return grid.rows.slice(at + 1).flatMap(one => figuresIn(one, { instrument, value, weight, pillars }))
  }
  return []
}

function figuresIn(
  row: GridRow,
  columns: {
    readonly instrument: Instrument
    readonly value: number
    readonly weight: number
    readonly pillars: readonly { readonly code: string; readonly column: number }[]
  },
): SummaryFigure[] {
  const { instrument, value, weight, pillars } = columns
  const words = row.cells
    .filter(({ column, text }) => column < weight && text !== '')
    .map(one => normal(one.text))
  const figure = (column: number, measured: Measure): SummaryFigure[] => {
    const cell = row.cells.find(one => one.column === column)
    return cell === undefined ? [] : [{ row: row.index, cell, measured }]
  }
  const area = instrument.areas.find(({ title }) => words.includes(normal(title.id)))
  if (area)
    return [
      ...pillars.flatMap(({ code, column }) =>
        figure(column, { kind: 'pillar-area', pillar: code, area: area.code }),
      ),
      ...figure(value, { kind: 'area', area: area.code }),
    ]
  const role = instrument.roles.find(({ title }) => words.includes(`total ${normal(title.id)}`))
  if (role) return figure(value, { kind: 'role-total', role: role.code })
  return words.some(text => /^nilai (hasil )?evaluasi|^nilai total|^total nilai/.test(text))
    ? figure(value, { kind: 'total' })
    : []
}
