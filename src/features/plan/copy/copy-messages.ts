import { defineMessages } from '../../../ui/messages.ts'
import { planWords } from '../plan-words.ts'

type N = { readonly n: number }
type Years = { readonly from: number; readonly to: number }

export const copyMessages = defineMessages({
  ...planWords,
  title: {
    id: (d: { from: number }) => `Salin rencana ${d.from} ke tahun lain`,
    en: (d: { from: number }) => `Copy the plan of ${d.from} to another year`,
  },
  note: {
    id: 'Lihat dulu tanggalnya; tidak ada yang dibuat sebelum Anda menyalin',
    en: 'Look at the dates first; nothing is made before you copy',
  },
  'to.year': { id: 'Tahun tujuan', en: 'Year of the copy' },
  look: { id: 'Lihat tanggalnya', en: 'Look at the dates' },
  copy: { id: (d: Years) => `Salin ke ${d.to}`, en: (d: Years) => `Copy to ${d.to}` },
  preview: {
    id: (d: Years) => `Jadwal ${d.from} di tahun ${d.to}`,
    en: (d: Years) => `The schedules of ${d.from} in ${d.to}`,
  },
  summary: {
    id: (d: { indicators: number; dates: number; doubts: number }) =>
      `${d.indicators} indikator, ${d.dates} kewajiban bertanggal, ${d.doubts} baris perlu dilihat.`,
    en: (d: { indicators: number; dates: number; doubts: number }) =>
      `${d.indicators} indicators, ${d.dates} dated obligations, ${d.doubts} rows to look at.`,
  },
  'left.behind': {
    id: 'Yang sudah selesai, alasan, dan persetujuan tidak ikut. Naskah rencana kerja tahun baru ditulis tersendiri.',
    en: 'What is done, its reasons and approvals are not copied. The text of the new year’s work plan is written anew.',
  },
  attention: { id: 'Perlu dilihat', en: 'To look at' },
  others: { id: 'Berpindah tanpa catatan', en: 'Moved without a note' },
  none: { id: 'Rencana ini tidak berisi indikator', en: 'This plan holds no indicator' },
  before: { id: (d: Years) => `Di ${d.from}`, en: (d: Years) => `In ${d.from}` },
  after: { id: (d: Years) => `Di ${d.to}`, en: (d: Years) => `In ${d.to}` },
  'doubt.unresolved': {
    id: 'Tidak dapat dibaca di tahun baru; isi sesudah disalin.',
    en: 'Cannot be read in the new year; fill it in after copying.',
  },
  'doubt.no-dates': {
    id: 'Tidak menghasilkan tanggal di tahun baru; isi sesudah disalin.',
    en: 'Gives no date in the new year; fill it in after copying.',
  },
  'doubt.leap-day': { id: '29 Februari menjadi 28 Februari.', en: '29 February becomes the 28th.' },
  'doubt.ambiguous': {
    id: 'Dapat dibaca lebih dari satu cara; periksa tanggalnya.',
    en: 'Can be read in more than one way; check the dates.',
  },
  'doubt.fewer-dates': { id: 'Sebagian tanggal hilang; periksa.', en: 'Some dates are gone; check.' },
  'doubt.no-schedule': { id: 'Jadwalnya memang kosong.', en: 'It has no schedule.' },
  'names.year': {
    id: (d: Years) => `Kata-kata baris ini menyebut ${d.from} dan disalin apa adanya.`,
    en: (d: Years) => `The words of this row name ${d.from} and are copied as they are.`,
  },
  'lost.people': {
    id: (d: { names: string }) => `Tidak lagi dapat diberi tugas: ${d.names}.`,
    en: (d: { names: string }) => `Can be given no duty any more: ${d.names}.`,
  },
  done: {
    id: (d: N) => `Rencana disalin sebagai konsep dengan ${d.n} kewajiban bertanggal.`,
    en: (d: N) => `The plan was copied as a draft with ${d.n} dated obligations.`,
  },
  'problem.year-wrong': {
    id: 'Isi tahun lain antara 2000 dan 2100, dengan empat angka.',
    en: 'Enter another year between 2000 and 2100, in four digits.',
  },
  'problem.plan-exists': {
    id: (d: { to: number }) => `Rencana ${d.to} sudah ada. Pilih tahun lain.`,
    en: (d: { to: number }) => `There is a plan of ${d.to} already. Choose another year.`,
  },
  'problem.stale': {
    id: 'Rencana asal berubah sesudah Anda membuka halaman ini. Periksa lagi, lalu salin.',
    en: 'The plan changed after you opened this page. Look again, then copy.',
  },
})
