/** What a column of a list of employees can hold, in the order of the template. */
export const columns = ['name', 'nip', 'position', 'rank', 'email', 'unit'] as const
export type Column = (typeof columns)[number]

/** The headings of the template. */
export const templateHeadings: Readonly<Record<Column, string>> = {
  name: 'Nama',
  nip: 'NIP',
  position: 'Jabatan',
  rank: 'Pangkat/Golongan',
  email: 'Surel',
  unit: 'Unit',
}

// Tried in this order: "Nama Jabatan" is a position and "Nama Unit" a unit before they are names.
const synonyms: readonly [Column, RegExp][] = [
  ['nip', /^(nip|nomor induk pegawai|no(mor)? ?nip|nip baru|nip ?\/ ?nik|employee (id|number))$/],
  ['email', /\b(e ?mail|surel|surat elektronik)\b/],
  ['position', /\b(jabatan|position|job title)\b/],
  ['rank', /\b(pangkat|gol(ongan)?|gol ?ruang|rank|grade)\b/],
  ['unit', /\b(unit( kerja)?|bidang|bagian|satuan kerja|satker|opd|skpd|department)\b/],
  ['name', /\b(nama|name)\b/],
]

/** Which column a heading names; null where it is none of them. */
export function columnOf(heading: string): Column | null {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z/]+/g, ' ')
    .replace(/ ?\/ ?/g, ' / ')
    .trim()
  if (words === '' || words.length > 40) return null
  return synonyms.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
