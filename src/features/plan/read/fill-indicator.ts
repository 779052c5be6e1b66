import type { DraftIndicator } from './draft-plan.ts'
import { fold, splitItems } from './items.ts'
import { indicatorTexts, scheduleCells } from './line-cells.ts'
import type { Place } from './place.ts'
import type { TableLine } from './table-lines.ts'

/**
 * The indicator a line belongs to: its own, which is added to those of its sub-component, or the one above where its
 * cell is blank. A plan without a column of indicators takes them from its actions.
 */
export function indicatorOf(
  line: TableLine,
  indicators: DraftIndicator[],
  { numbered, hasIndicators }: { readonly numbered: string; readonly hasIndicators: boolean },
): DraftIndicator {
  const cell = line.text[hasIndicators ? 'indicator' : 'action'] ?? ''
  const last = indicators.at(-1)
  if (fold(cell) === '' && last) return last
  const texts = hasIndicators ? indicatorTexts(cell) : [splitItems(cell)[0] ?? fold(cell)]
  const made = texts.map((text, at) =>
    newIndicator(`${numbered}.${indicators.length + at + 1}`, text, line.place),
  )
  indicators.push(...made)
  const [first] = made
  if (!first) throw new TypeError('a row always makes an indicator')
  if (texts.length > 1) {
    for (const other of made.slice(1)) {
      other.schedules.push(...scheduleCells(line, true))
      other.marks.push(...line.marks, ...line.coveredMarks)
    }
    first.findings.push({ code: 'indicators-share-row', count: texts.length })
  }
  if (first.text === '') first.findings.push({ code: 'indicator-missing' })
  return first
}

const newIndicator = (id: string, text: string, place: Place): DraftIndicator => ({
  id,
  text,
  place,
  actions: [],
  evidence: [],
  schedules: [],
  marks: [],
  owners: [],
  rows: [],
  findings: [],
})

/** Adds what the line holds; cells that reach over several lines count only for an indicator that holds nothing yet. */
export function fillIndicator(indicator: DraftIndicator, line: TableLine): void {
  const fresh =
    indicator.actions.length +
      indicator.evidence.length +
      indicator.schedules.length +
      indicator.marks.length ===
    0
  const actions = splitItems(line.text.action ?? '')
  const schedule = line.text.schedule ?? line.covered.schedule ?? ''
  const marks = [...line.marks, ...line.coveredMarks]
  if (actions.length > 0 || (line.text.schedule ?? '') !== '' || line.marks.length > 0)
    indicator.rows.push({ actions, schedule, marks })
  indicator.actions.push(...actions)
  indicator.evidence.push(...splitItems(line.text.evidence ?? ''))
  indicator.schedules.push(...scheduleCells(line, fresh))
  for (const mark of [...line.marks, ...(fresh ? line.coveredMarks : [])]) {
    if (!indicator.marks.some(({ column, said }) => column === mark.column && said === mark.said))
      indicator.marks.push(mark)
  }
  if (line.overlong) indicator.findings.push({ code: 'row-longer-than-headings' })
  if (line.struck.length > 0) indicator.findings.push({ code: 'struck-text', texts: line.struck })
  if (line.denied.length > 0) indicator.findings.push({ code: 'marks-not-counted', cells: line.denied })
  const owner = fold((line.text.owner ?? (fresh ? line.covered.owner : undefined) ?? '').replace(/\n/g, '; '))
  if (/[\p{L}\p{N}]/u.test(owner) && !indicator.owners.includes(owner)) indicator.owners.push(owner)
}

/** Notes the line's formulas at its indicator; gives the place of the first that has no value, null where all have. */
export function noteFormulas(indicator: DraftIndicator, line: TableLine): Place | null {
  let withoutValue: Place | null = null
  for (const { cell, place } of line.formulas) {
    if (cell.formula === 'no-value') withoutValue ??= place
    else {
      const code = cell.formula === 'error' ? 'cell-error' : 'formula-cell'
      indicator.findings.push({ code, text: fold(cell.text) })
    }
  }
  return withoutValue
}
