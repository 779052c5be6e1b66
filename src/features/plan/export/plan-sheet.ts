import { areaCodes } from '../../../core/access/role.ts'
import { splitScheduleCell } from '../../../core/schedule/split-cell.ts'
import { areaName } from '../../../ui/area-names.ts'
import type { CopySource } from '../copy/copy-source.ts'
import { splitItems } from '../read/index.ts'

/** One row of an exported plan: a title, a heading, an area, or an indicator in the columns of `headings`. */
export type SheetRow = {
  readonly kind: 'title' | 'headings' | 'area' | 'indicator'
  readonly cells: readonly string[]
}

/** The headings that the reader of work plans knows, and one that it passes over. */
const headings = [
  'No',
  'Komponen',
  'Indikator',
  'Langkah Aksi',
  'Bukti Fisik',
  'Target Waktu',
  'Penanggung Jawab',
  'Keterangan Pegawai',
]

type SheetPlan = { readonly title: string; readonly year: number }

/**
 * A plan as rows of a sheet in the layout that agencies use. Reading it again gives the same areas,
 * sub-components, indicators, actions, evidence, schedules and owners.
 */
export function planSheet(plan: SheetPlan, source: Omit<CopySource, 'available'>): SheetRow[] {
  const { title, year } = plan
  const rows: SheetRow[] = [{ kind: 'title', cells: [title] }]
  if (!title.includes(String(year))) rows.push({ kind: 'title', cells: [`Tahun ${year}`] })
  rows.push({ kind: 'title', cells: [] }, { kind: 'headings', cells: headings })
  const of = <T extends { readonly indicatorId: string }>(list: readonly T[]) => {
    const grouped = Map.groupBy(list, each => each.indicatorId)
    return (id: string) => grouped.get(id) ?? []
  }
  const [actionsOf, evidenceOf, schedulesOf] = [of(source.actions), of(source.evidence), of(source.schedules)]
  const subsOf = Map.groupBy(source.subComponents, sub => sub.area)
  const indicatorsOf = Map.groupBy(source.indicators, indicator => indicator.subId)
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text)
  for (const [at, { code }] of source.areas.entries()) {
    // The reader knows an area by its name; a document's own name for it may have been matched by hand.
    const known = areaCodes.find(each => each === code)
    if (!known) continue
    rows.push({ kind: 'area', cells: [romans[at] ?? '', areaName(known, 'id')] })
    for (const sub of subsOf.get(known) ?? []) {
      for (const [index, indicator] of (indicatorsOf.get(sub.id) ?? []).entries()) {
        const actions = actionsOf(indicator.id)
        const people = actions.flatMap(({ person }) => (person === null ? [] : [person]))
        rows.push({
          kind: 'indicator',
          cells: [
            index === 0 ? sub.no : '',
            index === 0 ? sub.name : '',
            indicator.text,
            itemsCell(texts(actions)),
            itemsCell(texts(evidenceOf(indicator.id))),
            scheduleCell(texts(schedulesOf(indicator.id))),
            indicator.owner ?? '',
            [...new Set(people)].join('; '),
          ],
        })
      }
    }
  }
  return rows
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI']

/** One item a line behind a bullet; a lone item needs it only where it would be taken for several. */
function itemsCell(items: readonly string[]): string {
  const [only] = items
  if (items.length === 1 && only !== undefined && splitItems(only).join() === only) return only
  return items.map(item => `• ${item}`).join('\n')
}

/** One schedule a line; a stroke where lines would run together. */
function scheduleCell(schedules: readonly string[]): string {
  const lines = schedules.join('\n')
  const kept = splitScheduleCell(lines)
  return kept.length === schedules.length && kept.every((text, at) => text === schedules[at])
    ? lines
    : schedules.join(' | ')
}
