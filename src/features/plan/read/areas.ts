import { type AreaCode, areaCodes } from '../../../core/access/role.ts'

export type { AreaCode }

/** Names without spaces; the first is the official one, the others are how plans write it. */
const names: Readonly<Record<AreaCode, readonly string[]>> = {
  MP: ['manajemenperubahan', 'managemenperubahan', 'managementperubahan'],
  TT: [
    'penataantatalaksana',
    'tatalaksana',
    'penataanketatalaksanaan',
    'ketatalaksanaan',
    'penguatantatalaksana',
    'penataansistemtatalaksana',
  ],
  SDM: [
    'penataansistemmanajemensdm',
    'penataansistemmanajemensdmaparatur',
    'penataansistemmanajemensdmasn',
    'penataanmanajemensdm',
    'penataanmanajemensdmaparatur',
    'sistemmanajemensdm',
    'sistemmanajemensdmaparatur',
    'manajemensdm',
    'manajemensdmaparatur',
    'penataansdm',
    'penataansdmaparatur',
    'sdmaparatur',
  ],
  AK: [
    'penguatanakuntabilitas',
    'penguatanakuntabilitaskinerja',
    'akuntabilitaskinerja',
    'akuntabilitas',
    'peningkatanakuntabilitaskinerja',
  ],
  PW: ['penguatanpengawasan', 'pengawasan', 'penguatanpengawasaninternal', 'penguatansistempengawasan'],
  PP: [
    'peningkatankualitaspelayananpublik',
    'peningkatankualitaspelayanan',
    'peningkatanpelayananpublik',
    'kualitaspelayananpublik',
    'pelayananpublik',
    'penguatankualitaspelayananpublik',
  ],
}

const abbreviations = new Map<string, AreaCode>([
  ...areaCodes.map(code => [code.toLowerCase(), code] as const),
  ['tl', 'TT'],
  ['yanlik', 'PP'],
])

const known = areaCodes.flatMap(code => names[code].map(name => ({ code, name })))
const exact = new Map(known.map(({ code, name }) => [name, code]))
const numeral = /^(?:[ivx]{1,4}|[a-f]|\d{1,2})(?=[.)\s:–-])[.)\s:–-]*/i
const prefix = /^(?:area(?: perubahan)?|komponen(?: pengungkit)?|pokja|program|bidang)\b[\s:.–-]*/i

/** The area a text names, numbers, "Area" and spelling slips aside; null when it is none of the six. */
export function areaOf(text: string): AreaCode | null {
  const plain = areaLetters(text)
  if (plain.length < 9) return null
  const found = exact.get(plain)
  if (found) return found
  const near = known.filter(
    ({ name }) => name.length >= 10 && withinEdits(plain, name, name.length >= 22 ? 2 : 1),
  )
  return near[0]?.code ?? null
}

/** As `areaOf`, where an area is expected: there its abbreviation is enough. */
export const areaNamed = (text: string): AreaCode | null =>
  areaOf(text) ?? abbreviations.get(areaLetters(text)) ?? null

/** "AREA I: Penataan Tata Laksana (lanjutan)" → "Penataan Tata Laksana". */
export function areaLabel(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  const bare = folded.replace(numeral, '').replace(prefix, '').replace(numeral, '').replace(/^\W+/, '').trim()
  return bare === '' ? folded : bare.replace(/\s*\((?:lanjutan|lanj\.?|\d+[^)]*)\)\s*$/i, '')
}

function areaLetters(text: string): string {
  return areaLabel(text)
    .toLowerCase()
    .replace(/\([^)]*\)|\b\d+([.,]\d+)?\s*%/g, ' ')
    .replace(/sumber daya manusia/g, 'sdm')
    .replace(/aparatur sipil negara/g, 'asn')
    .replace(/[^a-z]/g, '')
}

/** Whether at most `limit` letters must be put in, left out or changed to get from `a` to `b`. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return (above[b.length] ?? 0) <= limit
}
