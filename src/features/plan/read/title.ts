import { areaNamed } from './areas.ts'
import type { PlanTable } from './find-table.ts'
import { fold } from './items.ts'

const opening = /\b(rencana|program|matriks?|jadwal|time ?line|work ?plan|action ?plan)\b/i
const furniture = /^(lampiran|nomor|tanggal|tentang|hal(aman)?)\b/i

/** The title above the table: the lines from the one that names a plan down to the headings. */
export function titleOf(table: PlanTable): string {
  const lines = (table.parts[0]?.before ?? []).map(fold).filter(line => line !== '' && line.length <= 250)
  const near = lines.slice(-8).filter(line => areaNamed(line) === null)
  const start = near.findIndex(line => opening.test(line) && !furniture.test(line))
  const kept =
    start >= 0
      ? near
          .slice(start)
          .filter(line => !/^[\p{L} ]+\s*:/u.test(line))
          .slice(0, 5)
      : near.filter(line => !furniture.test(line)).slice(-2)
  return fold(kept.join(' '))
}

/** The plan year that the title, else the text near it, the headings or the sheet's name print. */
export function printedYear(table: PlanTable, title: string): number | null {
  const part = table.parts[0]
  if (!part) return null
  const sheet = part.grid.origin.kind === 'sheet' ? part.grid.origin.name : ''
  for (const text of [title, ...part.before.slice(-12).reverse(), part.layout.text, sheet]) {
    const year = yearIn(text)
    if (year !== null) return year
  }
  return null
}

/** The number of a regulation: "Nomor 90 Tahun 2021". */
const ofRegulation =
  /\bno(?:mor|\.)?\s*:?\s*[\p{L}\d./-]{0,40}\d[\p{L}\d./-]{0,40}\s+(?:tahun|thn?\.?)\s+20\d\d/giu
const ofSeveralYears = /\b20\d\d\s*(?:[-–—/]|s\.?\/?d\.?|sampai(?: dengan)?|dan)\s*20\d\d\b/gi

function yearIn(printed: string): number | null {
  const text = printed.replace(ofRegulation, ' ').replace(ofSeveralYears, ' ')
  const after = /\b(?:tahun|t\.?a\.?|th\.?|thn\.?)(?: anggaran| kerja)?\s*:?\s*(20\d\d)\b/i.exec(text)?.[1]
  const years = [...text.matchAll(/(?<![\d/])(20\d\d)(?!\d)/g)].map(match => match[1])
  const found = after ?? (new Set(years).size === 1 ? years[0] : undefined)
  return found === undefined ? null : Number(found)
}

/** The one year that the schedules print, where they agree. */
export function yearOfSchedules(texts: readonly string[]): number | null {
  const years = new Set(
    texts.flatMap(text => [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(match => Number(match[1]))),
  )
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}
