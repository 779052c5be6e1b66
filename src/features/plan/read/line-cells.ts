import type { Role } from './headings.ts'
import { fold, splitItems, startsWithMarker } from './items.ts'
import { joinText } from './pdf-text.ts'
import type { TableLine } from './table-lines.ts'

/** A schedule merged down over several indicators holds for each of them. */
export function scheduleCells(line: TableLine, fresh: boolean): string[] {
  const cell = line.text.schedule ?? (fresh ? line.covered.schedule : undefined) ?? ''
  return fold(cell) === '' ? [] : [cell]
}

/** Bulleted indicators in one cell are several indicators. */
export function indicatorTexts(cell: string): string[] {
  const bullets = cell.split('\n').filter(line => startsWithMarker(fold(line)))
  if (bullets.length < 2) return [fold(cell.replace(/^\s*[-•–]\s+/, ''))]
  return splitItems(cell)
}

/** One row broken over two pages is one row again, cell by cell. */
export function joinTableLines(above: TableLine, below: TableLine): TableLine {
  const text: Partial<Record<Role, string>> = { ...above.text }
  for (const [key, value] of Object.entries(below.text)) {
    const role = key as Role
    const first = text[role] ?? ''
    text[role] = joinText(first, value, startsWithMarker(fold(value)) && startsWithMarker(fold(first)))
  }
  return {
    ...above,
    text,
    marks: [...above.marks, ...below.marks],
    struck: [...above.struck, ...below.struck],
    denied: [...above.denied, ...below.denied],
    formulas: [...above.formulas, ...below.formulas],
  }
}
