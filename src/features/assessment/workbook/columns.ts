/** What a column of the workbook holds, by its heading. */
export type ColumnKind =
  | 'id'
  | 'label'
  | 'weight'
  | 'criteria'
  | 'options'
  | 'answer'
  | 'explanation'
  | 'evidence'
  | 'link'
  | 'value'
  | 'percent'

/** In this order: a heading such as "Pilihan jawaban" or "Kriteria nilai" holds the word of a later kind as well. */
const words: readonly (readonly [ColumnKind, RegExp])[] = [
  ['id', /^(id|kode|kode butir|code|item code|no\.? ?id)$/],
  ['criteria', /kriteria|criteria|rubrik/],
  ['options', /pilihan|options?\b|answer type|jenis jawaban/],
  ['link', /tautan|\blink\b|\burl\b/],
  ['evidence', /bukti|data dukung|evid[ei]n|evidence/],
  ['explanation', /catatan|keterangan|penjelasan|uraian jawaban|explanation|notes?\b|remarks?/],
  ['answer', /jawaban|\banswer|isian|\bresponse/],
  ['weight', /bobot|weight/],
  ['percent', /^(%|persen|persentase|percent)$/],
  ['value', /^(nilai|skor|score|value)\b/],
  ['label', /penilaian|pertanyaan|uraian|komponen|indikator|butir|question|assessment|indicator/],
]

export const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

export function kindOfHeading(text: string): ColumnKind | null {
  const heading = normal(text)
  if (heading === '' || heading.length > 80) return null
  return words.find(([, pattern]) => pattern.test(heading))?.[0] ?? null
}

/** Whether a column of answers is an assessor's. */
export const isAssessors = (heading: string): boolean =>
  /\btpi\b|\btpn\b|evaluator|\bpenilai\b|assessor|verifikasi/.test(normal(heading))

/** How surely a column of answers is the unit's own of this year, by its heading; the lowest is the surest. */
export function doubtOf(heading: string): number {
  const text = normal(heading).replace(/[().:*]/g, '')
  if (/^(jawaban unit|unit answer|answer unit)$/.test(text)) return 0
  if (/^(jawaban|answer)$/.test(text)) return 1
  return /\bunit\b|mandiri|\bself\b/.test(text) &&
    !/\d|\blama\b|sebelum|\blalu\b|previous|\blast\b/.test(text)
    ? 2
    : 3
}

/** Whether headings are in a language other than the official one. */
export const isForeign = (heading: string): boolean =>
  /\b(answer|weight|evidence|notes?|remarks?|score|question|options?)\b/.test(normal(heading))
