import { defineMessages } from '../../ui/messages.ts'
import { planWords } from './plan-words.ts'

export const planMessages = defineMessages({
  ...planWords,
  'plans.note': { id: 'Satu rencana setiap tahun', en: 'One plan a year' },
  'plans.empty': { id: 'Belum ada rencana aksi', en: 'No action plan yet' },
  'plan.empty.text': {
    id: 'Tambahkan indikator satu per satu, atau impor dokumen rencana kerja yang sudah Anda punya.',
    en: 'Add indicators one by one, or import the work plan you already have.',
  },
  'plans.empty.text': {
    id: 'Unggah rencana kerja yang sudah Anda punya (Excel, Word, PDF atau CSV). Zona membaca setiap langkah, bukti dan jadwalnya, lalu memperlihatkannya untuk diperiksa.',
    en: 'Upload the work plan you already have (Excel, Word, PDF or CSV). Zona reads every action, evidence and date, and shows them for checking.',
  },
  'plan.one': { id: 'Rencana', en: 'Plan' },
  'begin.title': { id: 'Mulai tanpa dokumen', en: 'Begin without a document' },
  copy: { id: 'Salin ke tahun lain', en: 'Copy to another year' },
  versions: { id: 'Versi disetujui', en: 'Approved versions' },
  gaps: { id: 'Kekurangan', en: 'Gaps' },
  'export.xlsx': { id: 'Unduh Excel', en: 'Download Excel' },
  'export.csv': { id: 'Unduh CSV', en: 'Download CSV' },
  years: { id: 'Semua tahun', en: 'All years' },
  more: { id: 'Riwayat, unduhan, dan tahun lain', en: 'History, downloads and other years' },
  months: { id: 'Jan–Des', en: 'Jan–Dec' },
  state: { id: 'Status', en: 'State' },
  save: { id: 'Simpan', en: 'Save' },
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
  status: { id: 'Status', en: 'Status' },
  'evidence.proven': {
    id: (d: { proven: number; dates: number }) => `${d.proven} dari ${d.dates} ada`,
    en: (d: { proven: number; dates: number }) => `${d.proven} of ${d.dates} there`,
  },
  search: { id: 'Cari langkah atau bukti', en: 'Search actions or evidence' },
  'all.areas': { id: 'Semua area', en: 'All areas' },
  'all.states': { id: 'Semua status', en: 'All states' },
  'all.people': { id: 'Semua orang', en: 'Everyone' },
  'all.months': { id: 'Semua bulan', en: 'All months' },
  shown: {
    id: (d: { n: number; all: number }) => `${d.n} dari ${d.all} indikator cocok`,
    en: (d: { n: number; all: number }) => `${d.n} of ${d.all} indicators match`,
  },
  'table.empty': { id: 'Tidak ada indikator yang cocok', en: 'No indicator matches' },
  'table.empty.text': { id: 'Ubah atau hapus saringan di atas.', en: 'Change or clear the filters above.' },
  'schedule.empty': { id: 'Jadwal kosong atau belum jelas.', en: 'The schedule is empty or unclear.' },
  'schedule.fill': { id: 'Isi jadwal', en: 'Fill it in' },
  'owner.set': { id: 'Tetapkan orang', en: 'Assign a person' },
  'owner.none': { id: 'Belum ditetapkan', en: 'Nobody yet' },
  'owner.save': { id: 'Simpan penanggung jawab', en: 'Save who is responsible' },
  'owner.everything': { id: 'Semua langkah aksi', en: 'All actions' },
  'owner.mixed': { id: 'Biarkan seperti di bawah', en: 'Leave as below' },
  'owner.forbidden': {
    id: 'Anda menetapkan orang di area Anda sendiri saja.',
    en: 'You assign people in your own areas only.',
  },
  'owner.gone': {
    id: 'Orang itu tidak dapat diberi tugas di unit ini; pilih orang lain.',
    en: 'That person cannot be given a duty in this unit; choose another.',
  },
  'area.note': {
    id: (d: { indicators: number; done: number; all: number }) =>
      `${d.indicators} indikator · ${d.done} dari ${d.all} kewajiban selesai`,
    en: (d: { indicators: number; done: number; all: number }) =>
      `${d.indicators} indicators · ${d.done} of ${d.all} obligations done`,
  },
  'state.incomplete': { id: 'Perlu dilengkapi', en: 'Incomplete' },
  'obligations.of': { id: 'Kewajiban bertanggal', en: 'Dated obligations' },
  'obligations.none': { id: 'Belum ada tanggal.', en: 'No dates yet.' },
  add: { id: 'Tambahkan', en: 'Add' },
  added: {
    id: 'Indikator ditambahkan; tanggal kewajibannya mengikuti jadwalnya.',
    en: 'Indicator added; its dates follow the schedule.',
  },
  'add.stale': {
    id: 'Orang lain mengubah rencana ini sesudah Anda membukanya. Isian Anda masih ada; tambahkan lagi bila masih perlu.',
    en: 'Somebody changed this plan after you opened it. What you typed is still there; add it again if it is still needed.',
  },
  component: { id: 'Area dan komponen', en: 'Area and component' },
  'component.new': {
    id: (d: { area: string }) => `Komponen baru di ${d.area}`,
    en: (d: { area: string }) => `A new component of ${d.area}`,
  },
  'component.name': { id: 'Nama komponen baru', en: 'Name of the new component' },
  'component.name.hint': {
    id: 'Hanya bila Anda memilih “Komponen baru”.',
    en: 'Only if you chose “A new component”.',
  },
  'problem.place-missing': {
    id: 'Pilih area dan komponen tempat indikator ini.',
    en: 'Choose the area and component of this indicator.',
  },
  'problem.name-missing': { id: 'Isi nama komponen barunya.', en: 'Enter the new component’s name.' },
  'remove.title': { id: 'Hapus indikator', en: 'Remove the indicator' },
  remove: { id: 'Hapus dari rencana', en: 'Remove from the plan' },
  'remove.text': {
    id: (d: { n: number }) =>
      `Langkah aksi, bukti yang diminta, dan ${d.n} tanggal kewajibannya hilang dari rencana. Berkas bukti yang sudah diunggah tetap tersimpan, dan penghapusan ini tercatat.`,
    en: (d: { n: number }) =>
      `Its actions, the evidence it asks for and its ${d.n} dates leave the plan. Uploaded evidence stays, and the removal is logged.`,
  },
  'remove.stays': {
    id: (d: { n: number }) => `${d.n} tanggal sudah selesai, ditiadakan, atau terlambat`,
    en: (d: { n: number }) => `${d.n} dates are done, waived or late`,
  },
  'remove.stays.text': {
    id: 'Tanggal itu bagian dari catatan tahun ini, jadi indikatornya tidak dapat dihapus. Ubah jadwalnya supaya tidak ada tanggal baru, atau tiadakan tanggal yang belum selesai dengan alasan.',
    en: 'Those dates are part of the year’s record, so the indicator cannot be removed. Change its schedule so that no new dates come, or waive the open dates with a reason.',
  },
  'remove.back': { id: 'Kembali ke indikator', en: 'Back to the indicator' },
  'remove.stale': {
    id: 'Orang lain mengubah rencana ini sesudah Anda membukanya. Periksa lagi, lalu hapus bila masih perlu.',
    en: 'Somebody changed this plan after you opened it. Look again, and remove it if that is still right.',
  },
  removed: { id: 'Indikator dihapus dari rencana.', en: 'Indicator removed from the plan.' },
  'edit.title': { id: 'Ubah indikator', en: 'Change the indicator' },
  'reason.change': { id: 'Alasan perubahan', en: 'Reason for the change' },
  'reason.missing': {
    id: 'Rencana ini sudah pernah disetujui: isi alasan perubahan',
    en: 'This plan was approved before: say why it changes',
  },
  'problem.stale': {
    id: 'Orang lain mengubah rencana ini sesudah Anda membukanya. Isian Anda masih ada; bandingkan dengan yang tersimpan, lalu simpan lagi.',
    en: 'Somebody changed this plan after you opened it. What you typed is still there; compare it with what is stored and save again.',
  },
  'problem.schedule': {
    id: (d: { schedule: string; reason: string }) => `“${d.schedule}”: ${d.reason}`,
    en: (d: { schedule: string; reason: string }) => `“${d.schedule}”: ${d.reason}`,
  },
  'stale.title': { id: 'Yang tersimpan sekarang', en: 'What is stored now' },
  unclear: { id: 'Jadwal belum jelas', en: 'Unclear schedule' },
  'unclear.text': {
    id: 'Selama belum jelas, jadwal ini tidak menghasilkan tanggal kewajiban.',
    en: 'While it is unclear, this schedule gives no dates.',
  },
  rescheduled: {
    id: 'Perubahan disimpan; tanggal kewajiban mengikuti jadwalnya.',
    en: 'Changes saved; the dates follow the schedule.',
  },
  assigned: { id: 'Penanggung jawab disimpan.', en: 'Person saved.' },
  'conflict.title': { id: 'Frekuensi berbeda', en: 'Different frequency' },
  'conflict.reason': { id: 'Alasan jadwal ini tetap berlaku', en: 'Why this schedule holds' },
  'conflict.hint': {
    id: 'Samakan jadwal atau kata-kata baris ini di bawah, atau nyatakan mengapa jadwalnya tetap berlaku.',
    en: 'Make the schedule or the words of this row agree below, or say why the schedule holds.',
  },
  'conflict.settle': { id: 'Jadwal ini benar', en: 'The schedule is right' },
  'conflict.missing': {
    id: 'Isi alasan mengapa jadwal ini tetap berlaku.',
    en: 'Say why this schedule holds.',
  },
  'conflict.settled': { id: 'Alasan dicatat.', en: 'The reason is noted.' },
  changes: { id: 'Catatan perubahan', en: 'Change log' },
  'changes.empty': { id: 'Belum ada perubahan', en: 'No change yet' },
  what: { id: 'Perubahan', en: 'Change' },
  why: { id: 'Alasan', en: 'Reason' },
  'kind.imported': { id: 'Diimpor dari dokumen', en: 'Imported from a document' },
  'kind.begun': { id: 'Dimulai tanpa dokumen', en: 'Begun without a document' },
  'kind.copied': { id: 'Disalin', en: 'Copied' },
  'kind.submitted': { id: 'Diajukan', en: 'Submitted' },
  'kind.returned': { id: 'Dikembalikan', en: 'Sent back' },
  'kind.approved': { id: 'Disetujui', en: 'Approved' },
  'kind.published': { id: 'Diterbitkan', en: 'Published' },
  'kind.added': { id: 'Ditambah', en: 'Added' },
  'kind.changed': { id: 'Diubah', en: 'Changed' },
  'kind.removed': { id: 'Dihapus', en: 'Removed' },
  'kind.assigned': { id: 'Penanggung jawab ditetapkan', en: 'Person assigned' },
  'kind.frequency-settled': { id: 'Jadwal dinyatakan benar', en: 'Schedule confirmed' },
})
