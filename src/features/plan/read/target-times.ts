import { readSchedule } from '../../../core/schedule/read-schedule.ts'
import type { GridRow } from './grid.ts'
import { isBareTarget } from './headings.ts'
import { fold } from './items.ts'
import type { Layout } from './layout.ts'

/**
 * The layouts of a table's parts, with the target time under "Target" where no other column has it and most of what
 * stands there is a time.
 */
export function withTargetTimes<Part extends { readonly layout: Layout; readonly rows: readonly GridRow[] }>(
  parts: readonly Part[],
): readonly Part[] {
  const undated = parts.every(
    ({ layout: { columns, months, targets } }) =>
      !columns.has('schedule') && months.length === 0 && targets.length === 1,
  )
  const texts = parts
    .flatMap(({ layout, rows }) => rows.map(row => textIn(row, layout.targets[0])))
    .filter(text => fold(text) !== '')
  if (!undated || texts.filter(isTime).length * 2 <= texts.length) return parts
  return parts.map(part => ({ ...part, layout: readsTargets(part.layout) }))
}

const textIn = ({ cells }: GridRow, at: number | undefined) =>
  cells.find(({ column }) => column === at)?.text ?? ''

// Any year reads a text alike as far as its wording goes.
const isTime = (text: string) => readSchedule(text, { year: 2000 }).kind !== 'unresolved'

const readsTargets = (layout: Layout): Layout => ({
  ...layout,
  columns: new Map([...layout.columns, ['schedule', layout.targets]]),
  ignored: layout.ignored.filter(name => !isBareTarget(name)),
  targetTimes: true,
})
