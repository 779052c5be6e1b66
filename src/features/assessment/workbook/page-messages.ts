import { defineMessages } from '../../../ui/messages.ts'

type N = { n: string }
type File = { file: string }

export const pageMessages = defineMessages({
  title: { id: 'Buku kerja LKE', en: 'LKE workbook' },
  note: {
    id: 'Tukar isian dengan kementerian dan tim penilai dalam tata letak Excel resmi.',
    en: 'Exchange answers with the ministry and assessors in the official Excel layout.',
  },
  download: { id: 'Unduh', en: 'Download' },
  'download.text': {
    id: 'Jawaban, penjelasan, dan judul bukti sekarang, dengan rumus yang tetap hidup.',
    en: 'The answers, explanations and titles of evidence as they stand, with living formulas.',
  },
  'download.go': { id: 'Unduh buku kerja terisi', en: 'Download the filled workbook' },
  upload: { id: 'Unggah isian', en: 'Upload answers' },
  'upload.text': {
    id: 'Tidak ada yang berubah sebelum Anda melihat pratinjau dan menyetujuinya.',
    en: 'Nothing changes before you have seen the preview and agreed.',
  },
  file: { id: 'Buku kerja', en: 'Workbook' },
  kinds: { id: 'Excel (.xlsx, .xlsm)', en: 'Excel (.xlsx, .xlsm)' },
  'file.missing': { id: 'Pilih buku kerja LKE.', en: 'Choose an LKE workbook.' },
  'upload.go': { id: 'Baca dan tampilkan pratinjau', en: 'Read and preview' },
  own: { id: 'Isi buku kerja instansi', en: 'Fill the agency’s own workbook' },
  'own.text': {
    id: 'Beri berkas kosong dari kementerian; Zona mengisi jawabannya dan tidak mengubah yang lain.',
    en: 'Give the blank file of the ministry; Zona fills in the answers and changes nothing else.',
  },
  'own.go': { id: 'Isi dan unduh', en: 'Fill and download' },
  locked: {
    id: 'LKE ini tidak sedang diisi; buka kembali lebih dulu.',
    en: 'This year is not open; reopen it first.',
  },
  preview: { id: 'Periksa isian buku kerja', en: 'Check the workbook’s answers' },
  'preview.note': {
    id: (d: File & { answers: string; all: string }) =>
      `${d.file} · ${d.answers} dari ${d.all} pertanyaan terjawab`,
    en: (d: File & { answers: string; all: string }) =>
      `${d.file} · ${d.answers} of ${d.all} questions answered`,
  },
  changes: { id: (d: N) => `Yang akan berubah (${d.n})`, en: (d: N) => `What would change (${d.n})` },
  'changes.none': { id: 'Tidak ada yang berubah', en: 'Nothing would change' },
  'changes.none.text': {
    id: 'Jawaban di buku kerja sama dengan yang tersimpan.',
    en: 'The workbook’s answers are those that are stored.',
  },
  'changes.blank': {
    id: 'Buku kerja ini belum berisi jawaban, dan sel kosong tidak menghapus jawaban yang tersimpan.',
    en: 'The workbook holds no answers yet, and empty cells erase none that are stored.',
  },
  same: { id: (d: N) => `${d.n} jawaban sama.`, en: (d: N) => `${d.n} answers are the same.` },
  notAllowed: {
    id: (d: N) => `${d.n} perubahan di luar area Anda tidak diambil.`,
    en: (d: N) => `${d.n} changes outside your areas are not taken.`,
  },
  evidence: {
    id: (d: N) =>
      `${d.n} baris menyebut bukti. Nama bukti tidak ikut disimpan; rujuk buktinya dari halaman tiap butir.`,
    en: (d: N) => `${d.n} rows name evidence. Names are not stored; cite the evidence on each item’s page.`,
  },
  assessors: {
    id: (d: N & { heading: string }) =>
      `Kolom "${d.heading}" berisi ${d.n} jawaban tim penilai. Jawaban itu dibaca, tetapi Zona belum dapat mengambil alihnya: yang disimpan hanya jawaban unit.`,
    en: (d: N & { heading: string }) =>
      `The column "${d.heading}" holds ${d.n} assessors’ answers. They were read, but Zona cannot take them over yet: only the unit’s answers are stored.`,
  },
  'assessors.differ': {
    id: (d: N & { heading: string }) => `${d.heading}: ${d.n} berbeda dari jawaban unit di buku kerja ini`,
    en: (d: N & { heading: string }) =>
      `${d.heading}: ${d.n} differ from the unit’s answers in this workbook`,
  },
  'assessors.units': { id: 'Jawaban unit', en: 'The unit’s answer' },
  'assessors.note': { id: 'Catatan penilai', en: 'Assessors’ note' },
  item: { id: 'Butir', en: 'Item' },
  was: { id: 'Sekarang', en: 'Now' },
  becomes: { id: 'Menjadi', en: 'Becomes' },
  none: { id: 'belum dijawab', en: 'not answered' },
  diagnostics: { id: (d: N) => `Catatan pembacaan (${d.n})`, en: (d: N) => `What was met (${d.n})` },
  'diagnostics.note': {
    id: 'Yang salah tidak diambil. Perbaiki selnya lalu unggah lagi, atau lanjutkan dengan sisanya.',
    en: 'What is wrong is not taken. Correct the cells and upload again, or go on with the rest.',
  },
  totals: {
    id: (d: N) => `Nilai di buku kerja yang berbeda dari jawabannya (${d.n})`,
    en: (d: N) => `Figures that do not follow from the answers (${d.n})`,
  },
  where: { id: 'Sel', en: 'Cell' },
  what: { id: 'Temuan', en: 'Finding' },
  weight: { id: 'Jenis', en: 'Kind' },
  'level.error': { id: 'Salah', en: 'Wrong' },
  'level.warning': { id: 'Periksa', en: 'Check' },
  'level.note': { id: 'Catatan', en: 'Note' },
  confirm: { id: (d: N) => `Simpan ${d.n} perubahan`, en: (d: N) => `Store ${d.n} changes` },
  again: { id: 'Unggah berkas lain', en: 'Upload another file' },
  done: { id: (d: N) => `${d.n} jawaban disimpan dari buku kerja.`, en: (d: N) => `${d.n} answers stored.` },
  conflict: {
    id: (d: N) =>
      `${d.n} butir diubah orang lain sejak pratinjau dan tidak ditimpa. Periksa lagi di bawah ini.`,
    en: (d: N) =>
      `${d.n} items were changed by others since the preview and not overwritten. Check again below.`,
  },
  gone: {
    id: 'Pratinjau ini sudah tidak ada. Unggah buku kerjanya lagi.',
    en: 'This preview is gone. Upload the workbook again.',
  },
  wording: { id: 'Kata-kata buku kerja', en: 'The workbook’s wording' },
  'wording.text': {
    id: (d: N) =>
      `Berkas ini membawa ${d.n} teks. Bila dipakai, unit ini dan unit di bawahnya membaca pertanyaan dan kriteria dengan kata-kata itu; nilai tidak berubah.`,
    en: (d: N) =>
      `This file brings ${d.n} texts. If taken over, this unit and those below it read questions and criteria in its words; no value changes.`,
  },
  'wording.go': { id: 'Pakai kata-kata ini', en: 'Take over this wording' },
  'wording.done': { id: 'Kata-kata buku kerja dipakai.', en: 'The wording was taken over.' },
})
