import { defineMessages } from '../../ui/messages.ts'

type N = { n: number }
export const planMessages = defineMessages({
  plan: {
    id: (d: { year: number }) => `Rencana aksi ${d.year}`,
    en: (d: { year: number }) => `Action plan ${d.year}`,
  },
  plans: { id: 'Rencana aksi', en: 'Action plans' },
  'plans.note': { id: 'Satu rencana setiap tahun', en: 'One plan a year' },
  'plans.empty': { id: 'Belum ada rencana aksi', en: 'No action plan yet' },
  'plans.empty.text': {
    id: 'Unggah rencana kerja yang sudah Anda punya (Excel, Word, PDF atau CSV). Zona membaca setiap langkah, bukti dan jadwalnya, lalu memperlihatkannya untuk diperiksa.',
    en: 'Upload the work plan you already have (Excel, Word, PDF or CSV). Zona reads every action, evidence and date, and shows them for checking.',
  },
  import: { id: 'Impor dokumen', en: 'Import a document' },
  'import.title': { id: 'Impor rencana aksi', en: 'Import an action plan' },
  'import.note': {
    id: 'Tidak ada yang disimpan sebagai rencana sebelum Anda mengonfirmasi',
    en: 'Nothing becomes the plan before you confirm',
  },
  'import.file': { id: 'Dokumen rencana kerja', en: 'Work plan document' },
  'import.year': { id: 'Tahun rencana', en: 'Plan year' },
  'import.year.hint': {
    id: 'Kosongkan bila tertulis di judul dokumen',
    en: 'Leave empty when the title names it',
  },
  'import.read': { id: 'Baca dokumen', en: 'Read the document' },
  'import.missing': { id: 'Pilih berkas rencana kerja', en: 'Choose a work plan file' },
  'import.year.missing': {
    id: 'Tahun tidak tertulis di dokumen: isi tahun rencana',
    en: 'The document names no year: fill in the plan year',
  },
  'step.file': { id: 'Pilih dokumen', en: 'Choose the document' },
  'step.check': { id: 'Periksa', en: 'Check' },
  'step.confirm': { id: 'Konfirmasi', en: 'Confirm' },
  'preview.note': {
    id: (d: { file: string; indicators: number; actions: number; evidence: number; warnings: number }) =>
      `${d.file} · ${d.indicators} indikator · ${d.actions} langkah aksi · ${d.evidence} bukti · ${d.warnings} catatan`,
    en: (d: { file: string; indicators: number; actions: number; evidence: number; warnings: number }) =>
      `${d.file} · ${d.indicators} indicators · ${d.actions} actions · ${d.evidence} pieces of evidence · ${d.warnings} notes`,
  },
  'preview.confirm': { id: 'Simpan sebagai rencana', en: 'Save as the plan' },
  'preview.discard': { id: 'Buang', en: 'Discard' },
  'preview.general': { id: 'Catatan untuk seluruh dokumen', en: 'Notes on the whole document' },
  'preview.correct': { id: 'Perbaiki', en: 'Correct' },
  'preview.stale': {
    id: 'Orang lain mengubah pratinjau ini sesudah Anda membukanya. Isian Anda ada di bawah; periksa lalu simpan lagi.',
    en: 'Somebody changed this preview after you opened it. Your text is below; check it and save again.',
  },
  'preview.saved': { id: 'Baris diperbaiki.', en: 'Row corrected.' },
  'preview.gone': {
    id: 'Impor ini sudah selesai atau dibuang.',
    en: 'This import was confirmed or discarded.',
  },
  'preview.exists': {
    id: (d: { year: number }) =>
      `Rencana ${d.year} sudah ada. Ubah lewat halaman rencana, atau buang impor ini.`,
    en: (d: { year: number }) =>
      `There is a plan for ${d.year} already. Change it on its page, or discard this import.`,
  },
  'preview.unknown-area': {
    id: (d: { labels: string }) =>
      `Area ini bukan salah satu dari enam area perubahan: ${d.labels}. Perbaiki nama area di dokumen lalu unggah lagi.`,
    en: (d: { labels: string }) =>
      `Not one of the six areas of change: ${d.labels}. Correct the name in the document and upload it again.`,
  },
  'preview.empty': { id: 'Tidak ada langkah aksi yang terbaca.', en: 'No action could be read.' },
  'one-per-line': { id: 'Satu butir setiap baris', en: 'One item a line' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  'indicator.action': { id: 'Indikator dan langkah aksi', en: 'Indicator and actions' },
  actions: { id: 'Langkah aksi', en: 'Actions' },
  evidence: { id: 'Bukti fisik', en: 'Evidence' },
  schedule: { id: 'Target waktu', en: 'Schedule' },
  'schedule.hint': {
    id: 'Satu jadwal setiap baris, misalnya "Mei 2026, Okt 2026", "Tiap akhir bulan" atau "Triwulan I-IV"',
    en: 'One schedule a line, such as "Mei 2026, Okt 2026", "Tiap akhir bulan" or "Triwulan I-IV"',
  },
  owner: { id: 'Penanggung jawab', en: 'Responsible' },
  months: { id: 'Jan–Des', en: 'Jan–Dec' },
  state: { id: 'Status', en: 'State' },
  notes: { id: 'Catatan', en: 'Notes' },
  save: { id: 'Simpan', en: 'Save' },
  cancel: { id: 'Batal', en: 'Cancel' },
  imported: {
    id: (d: N) => `Rencana tersimpan. ${d.n} kewajiban bertanggal dibuat.`,
    en: (d: N) => `Plan saved. ${d.n} dated obligations were made.`,
  },
  dates: { id: (d: N) => `${d.n} tanggal`, en: (d: N) => `${d.n} dates` },
  'no-dates': { id: 'belum ada tanggal', en: 'no date yet' },
  counts: {
    id: (d: { indicators: number; actions: number; evidence: number }) =>
      `${d.indicators} indikator · ${d.actions} langkah aksi · ${d.evidence} bukti`,
    en: (d: { indicators: number; actions: number; evidence: number }) =>
      `${d.indicators} indicators · ${d.actions} actions · ${d.evidence} pieces of evidence`,
  },
  'status.draft': { id: 'konsep, belum diajukan', en: 'draft, not submitted' },
  'status.submitted': { id: 'menunggu persetujuan pimpinan', en: 'waiting for the head’s approval' },
  'status.approved': {
    id: (d: { version: number }) => `disetujui, versi ${d.version}`,
    en: (d: { version: number }) => `approved, version ${d.version}`,
  },
  'status.published': {
    id: (d: { version: number }) => `terbit, versi ${d.version}`,
    en: (d: { version: number }) => `published, version ${d.version}`,
  },
  submit: { id: 'Ajukan ke pimpinan', en: 'Submit to the head' },
  approve: { id: 'Setujui', en: 'Approve' },
  'approve.note': { id: 'Catatan persetujuan', en: 'Note on the approval' },
  'approve.gaps': {
    id: 'Saya menyetujui meski masih ada jadwal yang kosong atau belum jelas',
    en: 'I approve although some schedules are empty or unclear',
  },
  'approve.refused': {
    id: (d: N) =>
      `${d.n} jadwal kosong atau belum jelas. Lengkapi dulu, atau centang persetujuan dengan kekurangan itu.`,
    en: (d: N) =>
      `${d.n} schedules are empty or unclear. Complete them first, or tick that you approve with those gaps.`,
  },
  return: { id: 'Kembalikan', en: 'Send back' },
  'return.reason': { id: 'Alasan pengembalian', en: 'Why it goes back' },
  'return.missing': { id: 'Isi alasan pengembalian', en: 'Say why it goes back' },
  publish: { id: 'Terbitkan', en: 'Publish' },
  moved: { id: 'Status rencana diperbarui.', en: 'The plan moved on.' },
  'moved.late': {
    id: 'Orang lain sudah mengubah status rencana ini. Muat ulang halaman.',
    en: 'Somebody moved this plan already. Reload the page.',
  },
  changes: { id: 'Catatan perubahan', en: 'Change log' },
  'changes.empty': { id: 'Belum ada perubahan', en: 'No change yet' },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Oleh', en: 'By' },
  what: { id: 'Perubahan', en: 'Change' },
  why: { id: 'Alasan', en: 'Reason' },
  'kind.imported': { id: 'Diimpor dari dokumen', en: 'Imported from a document' },
  'kind.submitted': { id: 'Diajukan', en: 'Submitted' },
  'kind.returned': { id: 'Dikembalikan', en: 'Sent back' },
  'kind.approved': { id: 'Disetujui', en: 'Approved' },
  'kind.published': { id: 'Diterbitkan', en: 'Published' },
  'kind.added': { id: 'Ditambah', en: 'Added' },
  'kind.changed': { id: 'Diubah', en: 'Changed' },
  'kind.removed': { id: 'Dihapus', en: 'Removed' },
  'kind.assigned': { id: 'Penanggung jawab ditetapkan', en: 'Person assigned' },
  search: { id: 'Cari langkah atau bukti', en: 'Search actions or evidence' },
  'all.areas': { id: 'Semua area', en: 'All areas' },
  'all.states': { id: 'Semua status', en: 'All states' },
  'table.empty': { id: 'Tidak ada indikator yang cocok', en: 'No indicator matches' },
  'table.empty.text': { id: 'Ubah atau hapus saringan di atas.', en: 'Change or clear the filters above.' },
  'schedule.empty': { id: 'Jadwal kosong atau belum jelas.', en: 'The schedule is empty or unclear.' },
  'schedule.fill': { id: 'Isi jadwal', en: 'Fill it in' },
  'owner.set': { id: 'Tetapkan orang', en: 'Assign a person' },
  'owner.none': { id: 'Belum ditetapkan', en: 'Nobody yet' },
  'area.note': {
    id: (d: { indicators: number; done: number; all: number }) =>
      `${d.indicators} indikator · ${d.done} dari ${d.all} kewajiban selesai`,
    en: (d: { indicators: number; done: number; all: number }) =>
      `${d.indicators} indicators · ${d.done} of ${d.all} obligations done`,
  },
  'state.incomplete': { id: 'Perlu dilengkapi', en: 'Incomplete' },
  'indicator.back': { id: 'Kembali ke rencana', en: 'Back to the plan' },
  'obligations.of': { id: 'Kewajiban bertanggal', en: 'Dated obligations' },
  'reason.change': { id: 'Alasan perubahan', en: 'Reason for the change' },
  'reason.missing': {
    id: 'Rencana ini sudah pernah disetujui: isi alasan perubahan',
    en: 'This plan was approved before: say why it changes',
  },
  'schedule.unread': {
    id: (d: { text: string; reason: string }) => `"${d.text}" belum dapat dibaca: ${d.reason}`,
    en: (d: { text: string; reason: string }) => `"${d.text}" could not be read: ${d.reason}`,
  },
  rescheduled: {
    id: 'Jadwal disimpan dan tanggal kewajiban diperbarui.',
    en: 'Schedule saved, obligation dates updated.',
  },
  assigned: { id: 'Penanggung jawab disimpan.', en: 'Person saved.' },
  status: { id: 'Status', en: 'Status' },
  year: { id: 'Tahun', en: 'Year' },
})
