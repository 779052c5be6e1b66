import { defineMessages } from '../../ui/messages.ts'

/** What several pages of a plan say alike. */
export const planWords = defineMessages({
  plan: {
    id: (d: { year: number }) => `Rencana aksi ${d.year}`,
    en: (d: { year: number }) => `Action plan ${d.year}`,
  },
  plans: { id: 'Rencana aksi', en: 'Action plans' },
  import: { id: 'Impor dokumen', en: 'Import a document' },
  'plan.year': { id: 'Tahun rencana', en: 'Plan year' },
  'year.wrong': {
    id: 'Isi tahun rencana antara 2000 dan 2099 dengan empat angka, misalnya 2026.',
    en: 'Enter the plan year between 2000 and 2099 in four digits, such as 2026.',
  },
  year: { id: 'Tahun', en: 'Year' },
  back: { id: 'Kembali ke rencana', en: 'Back to the plan' },
  cancel: { id: 'Batal', en: 'Cancel' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  'indicator.action': { id: 'Indikator dan langkah aksi', en: 'Indicator and actions' },
  actions: { id: 'Langkah aksi', en: 'Actions' },
  evidence: { id: 'Bukti fisik', en: 'Evidence' },
  schedule: { id: 'Target waktu', en: 'Schedule' },
  'schedule.none': { id: 'Jadwal kosong', en: 'No schedule' },
  owner: { id: 'Penanggung jawab', en: 'Responsible' },
  'plan.empty': { id: 'Rencana ini belum berisi indikator', en: 'This plan has no indicator yet' },
  'add.title': { id: 'Tambah indikator', en: 'Add an indicator' },
  notes: { id: 'Catatan', en: 'Notes' },
  dates: { id: (d: { n: number }) => `${d.n} tanggal`, en: (d: { n: number }) => `${d.n} dates` },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Oleh', en: 'By' },
  'diff.before': { id: 'Sebelum', en: 'Before' },
  'diff.after': { id: 'Sesudah', en: 'After' },
  'diff.added': { id: 'Ditambah', en: 'Added' },
  'diff.changed': { id: 'Diubah', en: 'Changed' },
  'diff.removed': { id: 'Dihapus', en: 'Removed' },
  'diff.stays': {
    id: 'Tetap ada, karena tanggalnya sudah selesai atau terlambat',
    en: 'Stay, for dates that are settled or late',
  },
  'diff.none': { id: 'Tidak ada perbedaan', en: 'No difference' },
  'problem.text-missing': { id: 'Isi indikatornya.', en: 'Enter the indicator.' },
  'problem.start': {
    id: 'Tanggal mulai tidak dikenali; pilih tanggal yang ada.',
    en: 'The start date is not a date.',
  },
})
