import { withinEdits } from './areas.ts'
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
    /penanggung ?jawab|\bpic\b|\bpj\b|\bpelaksana\b|koordinator|petugas|person in charge|responsible|responsibility|unit (kerja )?(terkait|pelaksana|pengampu)|\btim (kerja )?pelaksana\b/,
  ],
  [
    'evidence',
    /bukti|data dukung|data pendukung|\bdatduk\b|\bdaduk\b|output|keluaran|evi?den|dokumen|documents?\b|produk|kelengkapan|luaran|hasil (yang )?diharapkan|deliverable/,
  ],
  [
    'schedule',
    /waktu|jadwal|jadual|tenggat|batas akhir|periode|pelaksanaan|time ?line|deadline|tanggal|\btgl\b|target selesai|target (penyelesaian|bulan)|due date|schedule|^(tanggal |bulan )?(mulai|selesai)$|^bulan$|^tahun( 20\d\d)?$/,
  ],
  ['indicator', /indi[ck]ator|criteria|kriteria|pertanyaan|sasaran|tolok ukur|ukuran keberhasilan/],
  [
    'action',
    /\baksi\b|\baction|activit|kegiatan|langkah|aktivitas|aktifitas|tindakan|upaya|rencana (kerja|tindak)|tahapan|uraian/,
  ],
  ['component', /komponen|component|\barea\b|program|\bunsur\b|\baspek\b|pokja|kelompok kerja|pengungkit/],
  ['no', /^(no|nomor|no urut|nomor urut|#)$/],
]

/** A heading is made of these words alone; a row of data that happens to hold some of them is not. */
const vocabulary = new Set(
  `no nomor urut # komponen sub area perubahan program unsur aspek pokja pengungkit indikator kinerja keberhasilan
  kriteria pertanyaan sasaran penilaian strategis rencana aksi kegiatan kegiatannya langkah kerja uraian rincian detail
  aktivitas aktifitas tindakan upaya yang akan dilakukan dilaksanakan bukti fisik data dukung pendukung output keluaran
  eviden evidence evidens evident dokumen dokumentasi produk kelengkapan luaran hasil diharapkan target waktu jadwal
  jadual tenggat batas akhir periode pelaksanaan penyelesaian pencapaian timeline time line deadline tanggal selesai
  mulai bulan tahun penanggung jawab penanggungjawab pic pj pelaksana koordinator petugas unit tim terkait pengampu
  ren datduk daduk action actions activity activities plan component components of change indicator indicators
  criteria supporting document documents deliverable deliverables schedule due date person in charge responsible
  responsibility party zi wbk wbbm zona integritas pembangunan reformasi birokrasi rb lke dan atau di per ke untuk menuju ukuran utama
  tolok ukur tgl tahapan tindak kelompok subkomponen`.split(/\s+/),
)

const remembered = new Map<string, Role | null>()

/** The role a heading names; null for any other text. Long texts are no headings. */
export function headingRole(text: string): Role | null {
  if (text === '' || text.length > 90) return null
  const known = remembered.get(text)
  if (known !== undefined) return known
  const role = roleOf(text)
  if (remembered.size > 2_000) remembered.clear()
  remembered.set(text, role)
  return role
}

/** What stands in brackets explains a heading: "Bukti Fisik (softcopy)". */
function roleOf(text: string): Role | null {
  const plain = headingWords(text)
  if (other.test(plain)) return null
  return roleOfWords(plain) ?? roleOfWords(headingWords(text.replace(/\([^)]*\)/g, ' ')))
}

function roleOfWords(plain: string): Role | null {
  const typed = plain.split(' ')
  if (plain === '' || typed.length > 9) return null
  const parts = spelled(typed)
  const dated = /\btahun 20\d\d\b|waktu|jadwal|jadual|bulan/.test(plain)
  if (!parts.every(word => vocabulary.has(word) || (dated && /^20\d\d$/.test(word)))) return null
  return words.find(([, pattern]) => pattern.test(parts.join(' ')))?.[0] ?? null
}

/** The words of a heading, the one among them that has a letter wrong set right: "Indikaor", "Rencan Aksi". */
function spelled(parts: readonly string[]): readonly string[] {
  const unknown = parts.filter(part => !vocabulary.has(part))
  const [wrong = ''] = unknown
  if (unknown.length !== 1 || wrong.length < 6) return parts
  const meant = [...vocabulary].filter(word => word.length >= 6 && withinEdits(wrong, word, 1))
  return parts.map(part => (part === wrong ? (meant[0] ?? part) : part))
}

/** Whether a text is made of the words of headings alone, as a line of a heading that wraps is. */
export const inHeadingWords = (text: string): boolean =>
  headingWords(text)
    .split(' ')
    .every(word => vocabulary.has(word))

/** A heading of a column that holds nothing of a plan, or of one of ours. */
export const isHeading = (text: string): boolean => headingRole(text) !== null || holdsOther(text)

/** A heading of a column that holds something else, as "Realisasi" does. */
export const holdsOther = (text: string): boolean => text.length <= 60 && other.test(headingWords(text))

/** A heading above others that says what was done: "Realisasi" over "Mulai" and "Selesai" leaves no target below it. */
export const holdsWhatWasDone = (text: string): boolean =>
  /realisasi|capaian|tindak lanjut|anggaran|biaya/.test(headingWords(text)) &&
  !/target|rencana|indi[ck]ator|sasaran/i.test(text)

/** "T", "Target", "Rencana": what a column or row beside "R", "Realisasi" says to hold the plan. */
export const saysTarget = (text: string): boolean =>
  /^(?:t|p|target|renc|rencana|plan)$/.test(headingWords(text))
export const saysDone = (text: string): boolean =>
  /^(?:r|real|realisasi|capaian|aktual)$/.test(headingWords(text))

export const isBareTarget = (text: string): boolean => /^target(?: 20\d\d)?$/.test(headingWords(text))

export const headingWords = (text: string): string =>
  text === '#'
    ? '#'
    : fold(
        unspaced(text)
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' '),
      )

/** "B U K T I  F I S I K" → "BUKTI FISIK", "P.I.C." → "PIC". */
function unspaced(text: string): string {
  const joined = text.replace(/(?<!\p{L})\p{L}(?:\.\p{L})+\.?(?!\p{L})/gu, letters =>
    letters.replaceAll('.', ''),
  )
  if (!/^\p{L}(?:\s+\p{L})+$/u.test(joined.trim())) return joined
  return joined
    .trim()
    .split(/\s{2,}/)
    .map(word => word.replace(/\s/g, ''))
    .join(' ')
}

/** A heading that says "area" names the area itself where another column names its components. */
export const namesArea = (text: string): boolean =>
  /\barea\b|pokja|kelompok kerja|pengungkit/.test(headingWords(text))

export const namesIndicator = (text: string): boolean => /indi[ck]ator/i.test(text)
/** Whether a heading says by name that it holds what is done. */
export const namesAction = (text: string): boolean => /\baksi\b|langkah|\baction/.test(headingWords(text))
export const namesTarget = (text: string): boolean =>
  /target|rencana|tenggat|batas|deadline|\bdue\b/.test(headingWords(text))
export const namesProgram = (text: string): boolean => /program|komponen|\bsub\b/.test(headingWords(text))
