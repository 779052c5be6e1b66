import { defineMessages } from '../../../ui/messages.ts'
import { planWords } from '../plan-words.ts'

type N = { readonly n: number }

export const reviewMessages = defineMessages({
  ...planWords,
  'check.submit': { id: 'Periksa dan ajukan', en: 'Check and submit' },
  'check.approve': { id: 'Periksa dan setujui', en: 'Check and approve' },
  title: {
    id: (d: { n: number; year: number }) => `${d.n} kekurangan dalam rencana ${d.year}`,
    en: (d: { n: number; year: number }) => `${d.n} ${d.n === 1 ? 'gap' : 'gaps'} in the plan of ${d.year}`,
  },
  'title.none': {
    id: (d: { year: number }) => `Rencana ${d.year} lengkap`,
    en: (d: { year: number }) => `The plan of ${d.year} is complete`,
  },
  'title.empty': {
    id: (d: { year: number }) => `Rencana ${d.year} masih kosong`,
    en: (d: { year: number }) => `The plan of ${d.year} is empty`,
  },
  'problem.plan-empty': {
    id: 'Rencana kosong belum dapat diajukan. Tambahkan indikatornya lebih dulu.',
    en: 'An empty plan cannot be submitted. Add its indicators first.',
  },
  note: {
    id: 'Tidak ada yang menghalangi pengajuan; pimpinan melihat daftar ini saat menyetujui',
    en: 'Nothing stops the submission; the head sees this list when approving',
  },
  'gap.schedule-missing': { id: 'Tanpa jadwal', en: 'Without a schedule' },
  'gap.schedule-unresolved': { id: 'Jadwal belum jelas', en: 'Unclear schedule' },
  'gap.frequency-conflict': {
    id: 'Frekuensi berbeda dengan jadwalnya',
    en: 'Another frequency than its schedule',
  },
  'gap.action-missing': { id: 'Tanpa langkah aksi', en: 'Without an action' },
  'gap.date-missing': { id: 'Langkah aksi tanpa tanggal tahun ini', en: 'Action without a date this year' },
  'gap.person-missing': { id: 'Langkah aksi tanpa orang', en: 'Action without a person' },
  'gap.evidence-missing': { id: 'Tanpa bukti fisik', en: 'Without evidence' },
  complete: { id: 'Lengkapi', en: 'Complete it' },
  'complete.row': {
    id: (d: { text: string }) => `Lengkapi: ${d.text}`,
    en: (d: { text: string }) => `Complete: ${d.text}`,
  },
  see: { id: 'Lihat', en: 'See' },
  'see.row': {
    id: (d: { text: string }) => `Lihat: ${d.text}`,
    en: (d: { text: string }) => `See: ${d.text}`,
  },
  'unresolved.text': {
    id: (d: { text: string; reason: string }) => `“${d.text}”: ${d.reason}`,
    en: (d: { text: string; reason: string }) => `“${d.text}”: ${d.reason}`,
  },
  'unresolved.start': { id: 'tanggal mulainya belum diisi', en: 'its first day is not known' },
  'conflict.text': {
    id: (d: { phrases: string; schedule: string }) => `Menyebut ${d.phrases}, jadwalnya “${d.schedule}”`,
    en: (d: { phrases: string; schedule: string }) => `Says ${d.phrases}, its schedule is “${d.schedule}”`,
  },
  'none.text': {
    id: 'Setiap langkah aksi punya tanggal, orang, dan bukti.',
    en: 'Every action has dates, a person and evidence.',
  },
  submit: { id: 'Ajukan ke pimpinan', en: 'Submit to the head' },
  'approve.title': { id: 'Persetujuan', en: 'Approval' },
  approve: { id: 'Setujui', en: 'Approve' },
  'approve.note': { id: 'Catatan', en: 'Note' },
  'approve.note.hint': {
    id: 'Wajib diisi bila rencana dikembalikan',
    en: 'Needed when the plan is sent back',
  },
  'approve.confirmation': { id: 'Catatan dan pernyataan', en: 'Note and confirmation' },
  'approve.confirmation.hint': {
    id: (d: N) =>
      `${d.n} jadwal belum menghasilkan tanggal. Untuk menyetujui, tulis mengapa rencana dapat berjalan tanpa itu; untuk mengembalikan, tulis alasannya.`,
    en: (d: N) =>
      `${d.n} schedules give no date. To approve, write why the plan can do without; to send it back, write the reason.`,
  },
  'problem.confirmation-missing': {
    id: (d: N) => `Tulis mengapa rencana dapat disetujui meski ${d.n} jadwal belum jelas`,
    en: (d: N) => `Write why the plan can be approved although ${d.n} schedules are unclear`,
  },
  return: { id: 'Kembalikan', en: 'Send back' },
  'problem.reason-missing': { id: 'Isi alasan pengembalian', en: 'Say why it goes back' },
  publish: { id: 'Terbitkan', en: 'Publish' },
  'done.submitted': { id: 'Rencana diajukan ke pimpinan.', en: 'The plan was submitted to the head.' },
  'done.approved': { id: 'Rencana disetujui.', en: 'The plan is approved.' },
  'done.returned': { id: 'Rencana dikembalikan.', en: 'The plan was sent back.' },
  'done.published': { id: 'Rencana diterbitkan.', en: 'The plan is published.' },
  'problem.wrong-status': {
    id: 'Langkah itu tidak berlaku untuk status rencana sekarang, mungkin karena orang lain baru mengubahnya; keadaannya seperti di bawah.',
    en: 'That step does not fit the plan’s status now, perhaps because somebody just changed it; it stands as below.',
  },
})
