/** The sheet of answers, as the official workbook calls it. */
export const answerSheet = 'Jawaban'

/** Its columns, each with its heading and width. */
export const headings = [
  ['A', 'ID', 8],
  ['B', 'Penilaian', 5],
  ['H', 'Bobot', 10],
  ['I', 'Kriteria Nilai', 60],
  ['J', 'Pilihan Jawaban', 18],
  ['K', 'Jawaban Unit', 18],
  ['L', 'Catatan/Keterangan/Penjelasan (Unit)', 50],
  ['M', 'Daftar Bukti Dukung (Unit)', 50],
  ['N', 'Tautan Bukti Dukung', 30],
  ['O', 'Jawaban TPI', 18],
  ['P', 'Nilai', 12],
  ['Q', ' %', 10],
  ['R', 'Catatan/Keterangan/Penjelasan (TPI)', 50],
  ['S', 'Jawaban TPI Instansi', 18],
  ['T', 'Nilai', 12],
  ['U', ' %', 10],
  ['V', 'Catatan/Keterangan/Penjelasan (TPI Instansi)', 50],
  ['W', 'Nilai (Unit)', 12],
  ['X', ' % (Unit)', 10],
] as const

/** Whose answers a column of values takes: the first that is filled. */
export const values = [
  { value: 'P', percent: 'Q', answers: ['O', 'K'] },
  { value: 'T', percent: 'U', answers: ['S', 'O', 'K'] },
  { value: 'W', percent: 'X', answers: ['K'] },
] as const
