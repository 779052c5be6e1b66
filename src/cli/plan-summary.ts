import {
  describeWarning,
  type PlanArea,
  type PlanDocument,
  type PlanWarning,
} from '../features/plan/read/index.ts'
import { whereOf } from './plan-json.ts'

/** The plan as a page of text for a person at a terminal. */
export function planSummary({ title, year, areas, counts, warnings }: PlanDocument): string {
  const lines = [
    title === '' ? 'Rencana aksi tanpa judul' : title,
    `Tahun: ${year ?? 'belum diketahui'}`,
    '',
    ...table([
      ['Area', '', 'Subkomponen', 'Indikator', 'Langkah aksi', 'Bukti fisik', 'Jadwal'],
      ...areas.map(areaRow),
      [
        'Jumlah',
        '',
        counts.subComponents,
        counts.indicators,
        counts.actions,
        counts.evidence,
        counts.schedules,
      ].map(String),
    ]),
    '',
    ...warningLines(warnings),
  ]
  return `${lines.join('\n')}\n`
}

function areaRow({ code, label, subComponents }: PlanArea): string[] {
  const indicators = subComponents.flatMap(sub => sub.indicators)
  const sum = (of: (each: (typeof indicators)[number]) => number) =>
    indicators.reduce((total, each) => total + of(each), 0)
  const numbers = [
    subComponents.length,
    indicators.length,
    sum(({ actions }) => actions.length),
    sum(({ evidence }) => evidence.length),
    sum(({ schedules }) => schedules.length),
  ]
  return [code ?? '?', label, ...numbers.map(String)]
}

function table(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0))) ?? []
  return rows.map(row =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** Warnings by kind; the same sentence about several rows is said once. */
function warningLines(warnings: readonly PlanWarning[]): string[] {
  if (warnings.length === 0) return ['Tidak ada peringatan.']
  const bySentence = new Map<string, string[]>()
  for (const warning of [...warnings].sort((a, b) => a.code.localeCompare(b.code))) {
    const sentence = describeWarning(warning, 'id')
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), warning.rowId ?? whereOf(warning)])
  }
  const lines = [...bySentence].map(([sentence, places]) => {
    const where = places.filter(place => place !== '').join(', ')
    return where === '' ? `- ${sentence}` : `- ${where}: ${sentence}`
  })
  return [`Peringatan (${warnings.length}):`, ...lines]
}
