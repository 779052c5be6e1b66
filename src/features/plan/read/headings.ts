import { fold } from './items.ts'

export const roles = [
  'no',
  'area',
  'component',
  'indicator',
  'action',
  'evidence',
  'schedule',
  'owner',
] as const
/** What a column of the plan holds. */
export type Role = (typeof roles)[number]

/** Columns that look like one of ours by a word, but hold something else. */
const other =
  /realisasi|capaian|keterangan|\bket\b|anggaran|biaya|kendala|status|persen|bobot|nilai|skor|catatan|tindak lanjut|jumlah|target kinerja|\bvolume\b|satuan/

/** Tried in this order: "Output Kegiatan" is evidence and "Waktu Kegiatan" a schedule before they are actions. */
const words: readonly [Role, RegExp][] = [
  [
    'owner',
    /penanggung ?jawab|\bpic\b|\bpj\b|\bpelaksana\b|koordinator|petugas|unit (kerja )?(terkait|pelaksana|pengampu)|\btim (kerja )?pelaksana\b/,
  ],
  ['evidence', /bukti|data dukung|data pendukung|output|keluaran|evi?den|dokumen|produk|kelengkapan|luaran/],
  [
    'schedule',
    /waktu|jadwal|jadual|tenggat|batas akhir|periode|pelaksanaan|time ?line|deadline|tanggal|target selesai|target bulan|^bulan$|^tahun( 20\d\d)?$/,
  ],
  ['indicator', /indikator|kriteria|pertanyaan|sasaran/],
  ['action', /\baksi\b|kegiatan|langkah|aktivitas|aktifitas|tindakan|upaya|rencana kerja|uraian/],
  ['component', /komponen|\barea\b|program|\bunsur\b|\baspek\b|pokja|pengungkit/],
  ['no', /^(no|nomor|no urut|nomor urut|#)$/],
]

/** The role a heading names; null for any other text. Long texts are no headings. */
export function headingRole(text: string): Role | null {
  const plain = headingWords(text)
  if (plain === '' || plain.length > 70 || plain.split(' ').length > 9) return null
  if (other.test(plain)) return null
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

export const headingWords = (text: string): string =>
  text === '#' ? '#' : fold(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))

/** A heading that says "area" names the area itself where another column names its components. */
export const namesArea = (text: string): boolean => /\barea\b|pokja|pengungkit/.test(headingWords(text))
export const namesProgram = (text: string): boolean => /program|komponen|\bsub\b/.test(headingWords(text))
