import { type Instrument, questionsOf } from '../../../core/instrument/instrument.ts'
import type { WorkbookFile } from '../../plan/read/index.ts'
import { Findings } from './diagnostics.ts'
import { findAnswerTable } from './find-table.ts'
import type { Meaning } from './meanings.ts'
import { codeOf, placeRows } from './place-rows.ts'
import type { Wording, Words } from './words.ts'

const longest = 4000

/** The wording of an agency's own workbook, which its people know, in place of Zona's. */
export function wordingFrom(file: WorkbookFile, instrument: Instrument): Wording {
  const wording: Record<string, Words> = {}
  const scales = new Map(
    questionsOf(instrument).flatMap(({ question: { code, answer } }) =>
      answer?.kind === 'choice' || answer?.kind === 'yes-no'
        ? [[code, (instrument.scales[answer.scale]?.options ?? []).map(({ key }) => key)] as const]
        : [],
    ),
  )
  for (const grid of file.grids) {
    const table = findAnswerTable(grid)
    if (!table) continue
    const [from, to] = table.labels
    for (const { row, meaning } of placeRows(table, instrument, {}, new Findings())) {
      const code = codeOf(meaning)
      if (code === '' || !isWorded(meaning) || wording[code]) continue
      const text = row.cells
        .filter(({ column, text }) => column >= from && column < to && text !== '')
        .at(-1)
        ?.text.replace(/^[-–•]\s*/, '')
        .trim()
      if (!text || text === '-' || text.length < 3) continue
      const criteria = row.cells.find(({ column }) => column === table.criteria)?.text ?? ''
      wording[code] = {
        text: text.slice(0, longest),
        criteria: meaning.kind === 'question' ? criteriaIn(criteria, scales.get(code) ?? []) : {},
      }
    }
  }
  return wording
}

const isWorded = ({ kind }: Meaning) =>
  kind === 'question' || kind === 'operand' || kind === 'sub-item' || kind === 'area'

/** Options stand one under the other, each after its letter; of yes and no only the yes is described. */
function criteriaIn(text: string, options: readonly string[]): Record<string, string> {
  if (text.trim() === '' || options.length === 0) return {}
  const found: Record<string, string> = {}
  let current: string | null = null
  for (const line of text.slice(0, longest).split('\n')) {
    const match = /^\s*([a-e])[.)]\s*(.*)$/i.exec(line)
    const key = match?.[1]?.toUpperCase()
    if (key && options.includes(key)) {
      current = key
      found[key] = match?.[2]?.trim() ?? ''
    } else if (current) found[current] = `${found[current]}\n${line.trim()}`.trim()
  }
  const [yes] = options
  if (current === null && yes === 'Ya') found[yes] = text.trim().slice(0, longest)
  return found
}
