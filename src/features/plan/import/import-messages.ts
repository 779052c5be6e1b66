import { defineMessages } from '../../../ui/messages.ts'
import { planWords } from '../plan-words.ts'

type N = { readonly n: number }
type Year = { readonly year: number }

export const importMessages = defineMessages({
  ...planWords,
  how: { id: 'Bagaimana dokumen dibaca', en: 'How the document is read' },
  'how.table': {
    id: 'Zona mencari tabel rencana aksi di dalamnya: indikator, langkah aksi, bukti, target waktu, penanggung jawab.',
    en: 'Zona looks for the action plan’s table in it: indicators, actions, evidence, schedules, people.',
  },
  'how.schedule': {
    id: 'Target waktu seperti “Triwulan I s.d. III” atau “Per semester” menjadi tanggal.',
    en: 'Schedules such as “Triwulan I s.d. III” (first to third quarter) become dates.',
  },
  'how.doubt': {
    id: 'Yang meragukan tidak ditebak: ditandai di barisnya dan dapat Anda perbaiki sebelum konfirmasi.',
    en: 'What is doubtful is not guessed: it is marked in its row, and you can correct it before confirming.',
  },
  'how.none': { id: 'Belum punya dokumen? Mulai rencana kosong', en: 'No document yet? Begin an empty plan' },
  'step.file': { id: 'Pilih dokumen', en: 'Choose the document' },
  'step.check': { id: 'Periksa', en: 'Check' },
  'step.confirm': { id: 'Konfirmasi', en: 'Confirm' },
  title: { id: 'Impor rencana aksi', en: 'Import an action plan' },
  note: {
    id: 'Tidak ada yang menjadi rencana sebelum Anda mengonfirmasi',
    en: 'Nothing becomes the plan before you confirm',
  },
  file: { id: 'Dokumen rencana kerja', en: 'Work plan document' },
  read: { id: 'Baca dokumen', en: 'Read the document' },
  'file.missing': { id: 'Pilih berkas rencana kerja.', en: 'Choose a work plan file.' },
  preview: { id: (d: Year) => `Periksa rencana ${d.year}`, en: (d: Year) => `Check the plan of ${d.year}` },
  'preview.note': {
    id: (d: { file: string; indicators: number; actions: number; evidence: number }) =>
      `${d.file} · ${d.indicators} indikator · ${d.actions} langkah aksi · ${d.evidence} bukti`,
    en: (d: { file: string; indicators: number; actions: number; evidence: number }) =>
      `${d.file} · ${d.indicators} indicators · ${d.actions} actions · ${d.evidence} pieces of evidence`,
  },
  'preview.doubts': {
    id: (d: Year & { n: number }) => `Periksa ${d.n} catatan sebelum rencana ${d.year} disimpan`,
    en: (d: Year & { n: number }) =>
      `Check ${d.n} ${d.n === 1 ? 'note' : 'notes'} before the plan of ${d.year} is saved`,
  },
  'preview.clean': {
    id: (d: Year) => `Rencana ${d.year} terbaca tanpa catatan`,
    en: (d: Year) => `The plan of ${d.year} was read without a doubt`,
  },
  general: { id: 'Catatan untuk seluruh dokumen', en: 'Notes on the whole document' },
  correct: { id: 'Perbaiki', en: 'Correct' },
  'correct.row': {
    id: (d: { row: string }) => `Perbaiki baris ${d.row}`,
    en: (d: { row: string }) => `Correct row ${d.row}`,
  },
  confirm: { id: 'Simpan sebagai rencana', en: 'Save as the plan' },
  'confirm.again': { id: 'Terapkan perubahan pada rencana', en: 'Apply the changes to the plan' },
  saved: {
    id: 'Baris diperbaiki dan jadwalnya dibaca ulang.',
    en: 'The row was corrected and its schedule read again.',
  },
  confirmed: {
    id: (d: N) => `Rencana tersimpan dengan ${d.n} kewajiban bertanggal.`,
    en: (d: N) => `The plan is saved with ${d.n} dated obligations.`,
  },
  'problem.stale': {
    id: 'Orang lain mengubah impor ini sesudah Anda membukanya. Periksa isian Anda lalu simpan lagi.',
    en: 'Somebody changed this import after you opened it. Check what you typed and save again.',
  },
  'problem.already-confirmed': {
    id: 'Impor ini sudah disimpan sebagai rencana.',
    en: 'This import is the plan already.',
  },
  'problem.unknown-areas': {
    id: (d: { labels: string }) => `Pilih area perubahan untuk: ${d.labels}.`,
    en: (d: { labels: string }) => `Choose the area of change for: ${d.labels}.`,
  },
  'problem.nothing-to-import': {
    id: 'Tidak ada langkah aksi yang terbaca, jadi belum ada yang dapat disimpan.',
    en: 'No action was read, so there is nothing to save yet.',
  },
  'problem.plan-exists': {
    id: 'Rencana tahun itu baru saja dibuat orang lain. Muat ulang halaman ini.',
    en: 'Somebody just made the plan of that year. Reload this page.',
  },
  'read.title': { id: 'Yang terbaca dari dokumen', en: 'What was read from the document' },
  common: {
    id: (d: Year) =>
      `Jadwal tanpa tanggal jatuh tempo pada hari terakhir masanya; jadwal tanpa tahun memakai ${d.year}. Anggapan lain tertulis di barisnya.`,
    en: (d: Year) =>
      `A schedule without a day is due on the last day of its period; one without a year is of ${d.year}. Anything else that was taken for granted stands in its row.`,
  },
  'area.unknown': {
    id: (d: { label: string }) => `Area “${d.label}”`,
    en: (d: { label: string }) => `The area “${d.label}”`,
  },
  'area.choose': { id: 'Tetapkan area', en: 'Set the area' },
  'area.set': { id: 'Area ditetapkan.', en: 'The area is set.' },
  'one-per-line': { id: 'Satu butir setiap baris', en: 'One item a line' },
  start: { id: 'Tanggal mulai', en: 'Start date' },
  'start.hint': {
    id: 'Untuk jadwal berupa lama waktu, misalnya “1 bulan”',
    en: 'For a length of time, such as “1 bulan”',
  },
  save: { id: 'Simpan perbaikan', en: 'Save the correction' },
  'diff.title': {
    id: (d: Year) => `Perubahan terhadap rencana ${d.year}`,
    en: (d: Year) => `Changes to the plan of ${d.year}`,
  },
  'diff.counts': {
    id: (d: { added: number; removed: number; changed: number; same: number }) =>
      `${d.added} indikator ditambah, ${d.changed} diubah, ${d.removed} dihapus, ${d.same} tetap`,
    en: (d: { added: number; removed: number; changed: number; same: number }) =>
      `${d.added} indicators added, ${d.changed} changed, ${d.removed} removed, ${d.same} as before`,
  },
  'diff.same': {
    id: 'Dokumen ini sama dengan rencana yang tersimpan',
    en: 'This document says what the stored plan says',
  },
  'diff.same.note': {
    id: 'Tidak ada yang perlu diterapkan. Perbaiki baris di bawah bila ada yang memang harus berbeda.',
    en: 'There is nothing to apply. Correct a row below if it should be different.',
  },
  'diff.stay': {
    id: (d: { n: number }) =>
      `${d.n} indikator tidak ada lagi di dokumen, tetapi tetap tersimpan karena tanggalnya sudah selesai atau terlambat; jadwal dan buktinya yang lain dihapus.`,
    en: (d: { n: number }) =>
      `${d.n} indicators are no longer in the document but stay, for some of their dates are settled or late; their schedules and other dates go.`,
  },
  'diff.note': {
    id: 'Kewajiban yang sudah selesai dan orangnya tidak hilang; rencana kembali menjadi konsep.',
    en: 'What is done and who does it stays; the plan becomes a draft again.',
  },
})
