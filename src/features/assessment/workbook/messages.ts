import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import type { Diagnostic } from './diagnostics.ts'
import type { TemplateProblem } from './fill-template.ts'
import type { AnswersProblem } from './read-answers.ts'

type D = { given: string; expected: string; code: string }

/** What was met, and what to do about it. */
const messages = defineMessages({
  'unknown-option': {
    id: (d: D) => `pilihan "${d.given}" tidak ada untuk ${d.code}; isi salah satu dari ${d.expected}`,
    en: (d: D) => `"${d.given}" is no option of ${d.code}; fill in one of ${d.expected}`,
  },
  'number-as-text': {
    id: (d: D) =>
      `angka tersimpan sebagai teks ("${d.given}"), dibaca ${d.expected}; ubah selnya menjadi angka`,
    en: (d: D) => `a number kept as text ("${d.given}"), read as ${d.expected}; make the cell a number`,
  },
  'answer-formula': {
    id: (d: D) => `jawaban ${d.code} berasal dari rumus; hasil tersimpan "${d.given}" dipakai, periksa lagi`,
    en: (d: D) =>
      `the answer of ${d.code} comes from a formula; its stored result "${d.given}" is used, check it`,
  },
  'answer-error': {
    id: (d: D) => `sel jawaban ${d.code} berisi galat ${d.given}; ketik jawabannya`,
    en: (d: D) => `the answer cell of ${d.code} holds the error ${d.given}; type the answer`,
  },
  'answer-without-value': {
    id: (d: D) =>
      `rumus jawaban ${d.code} tidak menyimpan hasil; buka dan simpan berkas di Excel atau LibreOffice`,
    en: (d: D) =>
      `the formula of ${d.code} has no stored result; open and save the file in Excel or LibreOffice`,
  },
  'other-language': {
    id: (d: D) =>
      d.expected
        ? `"${d.given}" dibaca ${d.expected}; pakai kata dari daftar pilihan`
        : 'judul kolom berbahasa lain; kolom tetap dikenali, periksa hasilnya',
    en: (d: D) =>
      d.expected
        ? `"${d.given}" is read as ${d.expected}; use the words of the list`
        : 'headings in another language; the columns were recognised, check the result',
  },
  'not-a-number': {
    id: (d: D) =>
      `"${d.given}" untuk ${d.code} bukan angka; tulis angkanya saja, tanpa satuan dan tanpa pemisah ribuan`,
    en: (d: D) =>
      `"${d.given}" for ${d.code} is no number; write the number alone, without unit or thousands mark`,
  },
  'operand-missing': {
    id: (d: D) => `jumlah ${d.code} belum diisi padahal yang lain sudah; isi, tulis 0 bila tidak ada`,
    en: (d: D) => `the count ${d.code} is empty while others are filled; fill it in, 0 where there is none`,
  },
  'operand-negative': {
    id: (d: D) => `jumlah ${d.code} kurang dari nol (${d.given}); isi nol atau lebih`,
    en: (d: D) => `the count ${d.code} is below zero (${d.given}); fill in zero or more`,
  },
  'operand-fractional': {
    id: (d: D) => `jumlah ${d.code} bukan bilangan bulat (${d.given}); isi bilangan bulat`,
    en: (d: D) => `the count ${d.code} is not whole (${d.given}); fill in a whole number`,
  },
  'operand-too-large': {
    id: (d: D) => `jumlah ${d.code} terlalu besar (${d.given}); paling banyak ${d.expected}`,
    en: (d: D) => `the count ${d.code} is too large (${d.given}); ${d.expected} at most`,
  },
  'index-out-of-range': {
    id: (d: D) => `indeks ${d.code} di luar rentang (${d.given}); isi ${d.expected}`,
    en: (d: D) => `the index ${d.code} is out of range (${d.given}); fill in ${d.expected}`,
  },
  'index-too-fine': {
    id: (d: D) => `indeks ${d.code} punya lebih dari ${d.expected} desimal (${d.given}); bulatkan`,
    en: (d: D) => `the index ${d.code} has more than ${d.expected} decimals (${d.given}); round it`,
  },
  'unknown-code': {
    id: (d: D) => `kode "${d.given}" tidak ada dalam instrumen, jawabannya tidak dibaca; perbaiki kodenya`,
    en: (d: D) => `the instrument has no code "${d.given}", its answer is not read; correct the code`,
  },
  duplicate: {
    id: (d: D) => `${d.code} sudah ada di baris ${d.expected}; yang pertama dipakai, hapus salah satunya`,
    en: (d: D) => `${d.code} stands already in row ${d.expected}; the first is used, remove one`,
  },
  'code-and-number-differ': {
    id: (d: D) => `kode menunjuk ${d.code}, nomor atau teksnya ${d.expected}; kode yang dipakai`,
    en: (d: D) => `the code says ${d.code}, its number or text ${d.expected}; the code is used`,
  },
  'codes-shifted': {
    id: (d: D) =>
      `${d.given} dari ${d.expected} kode di kolom ID tidak cocok dengan nomornya, mungkin bergeser; nomor dan teks yang dipakai`,
    en: (d: D) =>
      `${d.given} of ${d.expected} codes in the ID column do not fit their numbers, perhaps shifted; numbers and texts are used`,
  },
  'answer-beside': {
    id: (d: D) =>
      `"${d.given}" tidak berada di baris pertanyaan mana pun dan tidak dibaca; pindahkan ke barisnya`,
    en: (d: D) => `"${d.given}" stands in no question's row and is not read; move it to its row`,
  },
  merged: {
    id: (d: D) =>
      d.given
        ? `sel jawaban ${d.code} tertutup sel gabungan ${d.expected}; isi tersembunyi "${d.given}" tetap dibaca, pisahkan gabungannya dan periksa`
        : `sel jawaban ${d.code} tertutup sel gabungan ${d.expected}, jadi tidak ada jawabannya; pisahkan gabungannya lalu isi sendiri`,
    en: (d: D) =>
      d.given
        ? `the answer cell of ${d.code} lies under the merged cell ${d.expected}; the hidden "${d.given}" is read all the same, unmerge it and check`
        : `the answer cell of ${d.code} lies under the merged cell ${d.expected}, so it has no answer; unmerge it and fill it in by itself`,
  },
  'questions-missing': {
    id: (d: D) => `${d.expected} pertanyaan tidak ditemukan barisnya: ${d.given}`,
    en: (d: D) => `${d.expected} questions have no row: ${d.given}`,
  },
  'text-too-long': {
    id: (d: D) => `teks ${d.code} (${d.given} huruf) dipotong menjadi ${d.expected}`,
    en: (d: D) => `the text of ${d.code} (${d.given} characters) is cut to ${d.expected}`,
  },
  'formula-overwritten': {
    id: (d: D) => `rumus tertimpa angka ${d.given} (${d.code}); kembalikan rumusnya dari lembar asli`,
    en: (d: D) => `the formula is overwritten by ${d.given} (${d.code}); restore it from the original`,
  },
  'formulas-gone': {
    id: (d: D) =>
      `seluruh kolom nilai (${d.given} sel) berisi angka tanpa rumus; nilainya tidak ikut berubah`,
    en: (d: D) =>
      `the whole column of values (${d.given} cells) holds numbers without formulas; it will not follow`,
  },
  'total-differs': {
    id: (d: D) =>
      `nilai ${d.given} (${d.code}) tidak sesuai dengan jawabannya, seharusnya ${d.expected}; hitung ulang berkasnya`,
    en: (d: D) =>
      `the value ${d.given} (${d.code}) does not follow from the answers, it should be ${d.expected}; recalculate the file`,
  },
  'total-error': {
    id: (d: D) => `nilai menampilkan galat ${d.given} (${d.code}); lengkapi jawaban di bawahnya`,
    en: (d: D) => `the value shows the error ${d.given} (${d.code}); complete the answers below it`,
  },
  'total-stale': {
    id: () =>
      'rumus nilai belum dihitung, jadi tidak diperiksa; buka dan simpan berkas di Excel atau LibreOffice',
    en: () => 'values are not calculated yet and not checked; open and save the file in Excel or LibreOffice',
  },
  'counted-twice': {
    id: (d: D) =>
      `${d.given} menghitung LHKPN dua kali tanpa non-LHKPN (${d.code}); menurut instrumen ${d.expected}`,
    en: (d: D) =>
      `${d.given} counts LHKPN twice and leaves the other reports out (${d.code}); by the instrument ${d.expected}`,
  },
  'blank-skipped': {
    id: (d: D) =>
      `${d.given} melewati pertanyaan yang kosong (${d.code}); kosong dihitung nol menjadi ${d.expected}`,
    en: (d: D) =>
      `${d.given} leaves out blank questions (${d.code}); with blanks as zero it is ${d.expected}`,
  },
  hidden: {
    id: (d: D) =>
      `ada yang disembunyikan (${hiddenWords(d.given, 'id')}) dan tetap dibaca; tampilkan untuk memeriksa`,
    en: (d: D) =>
      `something is hidden (${hiddenWords(d.given, 'en')}) and was read all the same; show it to check`,
  },
  macros: {
    id: () => 'berkas berisi makro; tidak dijalankan dan tidak dilihat, simpan sebagai .xlsx',
    en: () => 'the file holds macros; they are neither run nor looked at, save it as .xlsx',
  },
  'external-links': {
    id: () => 'berkas merujuk ke berkas lain; hanya hasil tersimpan yang dipakai, putuskan tautannya',
    en: () => 'the file refers to other files; only stored results are used, break the links',
  },
  'external-link': {
    id: (d: D) => `jawaban ${d.code} diambil dari berkas lain ("${d.given}"); ketik jawabannya`,
    en: (d: D) => `the answer of ${d.code} is taken from another file ("${d.given}"); type the answer`,
  },
  'other-answers': {
    id: (d: D) => `kolom "${d.given}" juga berisi jawaban; yang dibaca "${d.expected}"`,
    en: (d: D) => `the column "${d.given}" holds answers too; "${d.expected}" is read`,
  },
  'answers-in-doubt': {
    id: (d: D) =>
      `kolom jawaban unit meragukan: "${d.given}" atau "${d.expected}"; yang dibaca "${d.expected}", periksa, dan beri judul "Jawaban Unit" hanya pada kolom yang benar`,
    en: (d: D) =>
      `it is in doubt which column holds the unit’s answers: "${d.given}" or "${d.expected}"; "${d.expected}" is read, check it, and head only the right column "Jawaban Unit"`,
  },
  'assessors-answers': {
    id: (d: D) =>
      `kolom "${d.given}" berisi ${d.expected} jawaban tim penilai; dibaca terpisah dan belum diambil alih`,
    en: (d: D) =>
      `the column "${d.given}" holds ${d.expected} assessors’ answers; they are read apart and not taken over yet`,
  },
  'only-assessors': {
    id: (d: D) =>
      `hanya ada kolom tim penilai ("${d.given}"), tidak ada jawaban unit; beri judul "Jawaban Unit" bila isinya milik unit`,
    en: (d: D) =>
      `there is only a column of assessors ("${d.given}") and none of the unit; head it "Jawaban Unit" if the answers are the unit’s`,
  },
  'rows-cut': {
    id: (d: D) => `baris sesudah ${d.given} kosong terus dan tidak dibaca`,
    en: (d: D) => `rows after ${d.given} stay empty and are not read`,
  },
})

function hiddenWords(given: string, locale: Locale): string {
  const [, rows] = /^rows (\d+)$/.exec(given) ?? []
  if (rows !== undefined) return locale === 'en' ? `${rows} rows` : `${rows} baris`
  return locale === 'en' ? given : given.replace('sheet', 'lembar').replace('columns', 'kolom')
}

const parts: Readonly<Record<string, string>> = {
  enabler: 'pengungkit',
  result: 'hasil',
  total: 'nilai total',
}

/** Where it stands, `Jawaban!K12`; empty where the whole file is meant. */
export const placeText = ({ sheet, cell }: Diagnostic): string =>
  sheet === null ? '' : cell === null ? sheet : `${sheet}!${cell}`

export function describeDiagnostic(diagnostic: Diagnostic, locale: Locale): string {
  const { kind, given = '', expected = '', code, track } = diagnostic
  const named = locale === 'id' ? (parts[code ?? ''] ?? code) : code
  const text = translator(messages, locale)(kind, { given, expected, code: named ?? '' })
  return track === undefined ? text : `${track}: ${text}`
}

export function describeAnswersProblem(problem: AnswersProblem, locale: Locale): string {
  const sheets = problem.sheets.join(', ')
  if (problem.kind === 'no-answer-table')
    return locale === 'id'
      ? `Tidak ada lembar dengan judul kolom jawaban LKE (lembar: ${sheets}). Beri judul seperti "Penilaian", "Pilihan Jawaban", dan "Jawaban Unit".`
      : `No sheet has headings of an LKE (sheets: ${sheets}). Give it headings such as "Penilaian", "Pilihan Jawaban" and "Jawaban Unit".`
  return locale === 'id'
    ? `Tidak ada baris yang dikenali sebagai pertanyaan instrumen (lembar: ${sheets}). Isi kolom ID atau nomor bagiannya.`
    : `No row was recognised as a question of the instrument (sheets: ${sheets}). Fill in the ID column or the numbers of the parts.`
}

export function describeTemplateProblem(problem: TemplateProblem, locale: Locale): string {
  if (problem.kind === 'template-without-table')
    return locale === 'id'
      ? 'Templat tidak berisi lembar jawaban LKE yang dikenali.'
      : 'The template has no recognisable sheet of LKE answers.'
  return locale === 'id'
    ? `Bagian ${problem.part} templat ditulis dengan cara yang tidak dapat diisi; buka dan simpan ulang di Excel atau LibreOffice.`
    : `The part ${problem.part} of the template cannot be filled; open and save it in Excel or LibreOffice.`
}
