/** Ways to write one thing, in the order in which they are looked for: longer phrases before their parts. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:surat keputusan|keputusan (?=tim|kepala|gubernur|bupati|wali))/g, 'sk '],
  [
    /\b(?:prosedur operasional(?: standar| tetap)?|standard? operati(?:ng|onal) pro[sc]edur(?:es?)?|standar operasional(?: prosedur)?)\b/g,
    'sop',
  ],
  [/\b(?:daftar hadir|absensi|absen|presensi|dahir)\b/g, 'daftarhadir'],
  [/\b(?:notulensi|notula|risalah(?: rapat)?)\b/g, 'notulen'],
  [/\b(?:monitoring|pemantauan) (?:dan |& )?evaluasi\b/g, 'monev'],
  [/\b(?:tangkapan layar|screen ?shoot|screen ?shot|print ?screen)\b/g, 'screenshot'],
  [/\bwhistle ?blow(?:ing|er)(?: sys?tem)?\b/g, 'wbs'],
  [/\bunit pengendalian gratifikasi\b/g, 'upg'],
  [/\bpejabat pengelola informasi (?:dan )?dokumentasi\b/g, 'ppid'],
  [/\bsistem pengendalian intern(?:al)?(?: pemerintah)?\b/g, 'spip'],
  [/\b(?:indeks|survei|survey) kepuasan masyarakat\b/g, 'ikm'],
  [/\bsumber daya manusia\b/g, 'sdm'],
  [/\btata laksana\b/g, 'tatalaksana'],
  [/\bzona integritas\b/g, 'zi'],
  [/\banalis[ai]s? jabatan\b/g, 'anjab'],
  [/\banalis[ai]s? beban kerja\b/g, 'abk'],
  [/\bindikator kinerja utama\b/g, 'iku'],
  [/\brencana strategis\b/g, 'renstra'],
  [/\brencana kerja tahunan\b/g, 'rkt'],
  [/\brka k ?l\b/g, 'rkakl'],
  [/\bperjanjian kinerja\b/g, 'penetapan kinerja'],
  [/\bsasaran kinerja pegawai\b/g, 'skp'],
  [/\bpendidikan (?:dan )?pelatihan\b/g, 'diklat'],
  [/\bconflict of interest\b/g, 'benturan kepentingan'],
]

const synonyms: Readonly<Record<string, string>> = {
  analisa: 'analisis',
  bulan: 'bulanan',
  analisis: 'analisis',
  coi: 'benturan',
  dumas: 'pengaduan',
  form: 'formulir',
  lap: 'laporan',
  lkjip: 'lakip',
  lkip: 'lakip',
  nodin: 'nota',
  resiko: 'risiko',
  skm: 'ikm',
  ss: 'screenshot',
  survei: 'survey',
  und: 'undangan',
  whatsapp: 'wa',
}

/** Words that say nothing about which evidence is meant. */
const empty = new Set(
  `dan atau yang di ke dari pada untuk dengan atas oleh telah sudah secara dalam sebagai adanya terkait lainnya
  bukti fisik eviden evidence evidens data dukung pendukung kelengkapan berkas folder file dokumen tahun thn th tgl
  scan hasil_scan final fix copy salinan revisi rev versi new baru the of and a b c d e f
  januari februari maret april mei juni juli agustus september oktober november desember
  jan feb mar apr jun jul agt ags agu sep okt nov des tgl per
  prov provinsi kab kabupaten kota dpmptsp`.split(/\s+/),
)

/**
 * The words that carry a text's meaning, folded: lower case, accents and punctuation gone, different names of one
 * thing made one, years and other numbers left out. In order of appearance, each once.
 */
export function meaningfulWords(text: string): string[] {
  const words = foldPhrases(text)
    .split(' ')
    .map(word => synonyms[word] ?? word)
    .filter(word => word.length > 1 && !/^\d+$/.test(word) && !/^[ivx]+$/.test(word) && !empty.has(word))
  return [...new Set(words)]
}

/** The text in lower case with single spaces, where each thing that has several names has one. */
export function foldPhrases(text: string): string {
  let folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\be[- ](?=[a-z]{3})/g, 'e')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  for (const [pattern, name] of phrases) folded = folded.replace(pattern, name)
  return folded.replace(/ +/g, ' ').trim()
}

/** Four-digit years of this century and the last that a text names, in order; a span such as 2016-2021 names all. */
export function yearsIn(text: string): number[] {
  const found = text.matchAll(/(?<!\d)((?:19|20)\d{2})(?:\s*[-–]\s*((?:19|20)\d{2}))?(?!\d)/g)
  return [...found].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)]
    return to < from || to - from > 30
      ? [from, to]
      : Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

/** 1 for the same word, less for one with a slip of the pen or another ending, 0 for different words. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  // Who mistypes a word seldom misses both of its first letters.
  if (a[0] !== b[0] && a[1] !== b[1]) return 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 5 && long.startsWith(short) && short.length / long.length >= 0.6) return 0.85
  if (short.length < 5) return 0
  return withinEdits(short, long, short.length >= 9 ? 2 : 1) ? 0.8 : 0
}

/** Whether at most `limit` letters must be put in, left out, changed or swapped to get from `a` to `b`. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(change, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = above
    above = row
  }
  return (above[b.length] ?? 0) <= limit
}
