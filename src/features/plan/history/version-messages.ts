import { defineMessages } from '../../../ui/messages.ts'
import { planWords } from '../plan-words.ts'

type Version = { readonly version: number; readonly year: number }

export const versionMessages = defineMessages({
  ...planWords,
  title: {
    id: (d: { year: number }) => `Versi rencana ${d.year} yang disetujui`,
    en: (d: { year: number }) => `Approved versions of the plan of ${d.year}`,
  },
  note: {
    id: 'Setiap persetujuan disimpan apa adanya dan tidak berubah lagi',
    en: 'Every approval is kept as it was and does not change any more',
  },
  empty: { id: 'Belum ada versi yang disetujui', en: 'No approved version yet' },
  'empty.text': {
    id: 'Versi pertama tersimpan saat pimpinan menyetujui rencana.',
    en: 'The first version is kept when the head approves the plan.',
  },
  version: { id: 'Versi', en: 'Version' },
  one: {
    id: (d: Version) => `Rencana ${d.year}, versi ${d.version}`,
    en: (d: Version) => `Plan of ${d.year}, version ${d.version}`,
  },
  'approved.by': {
    id: (d: { when: string; by: string }) => `Disetujui ${d.by} pada ${d.when}`,
    en: (d: { when: string; by: string }) => `Approved by ${d.by} on ${d.when}`,
  },
  'all.versions': { id: 'Semua versi', en: 'All versions' },
  views: { id: 'Tampilan versi', en: 'Views of the version' },
  'as.approved': { id: 'Seperti disetujui', en: 'As approved' },
  'difference.tab': { id: 'Beda dengan hari ini', en: 'Difference to today' },
  difference: {
    id: (d: Version) => `Perubahan sejak versi ${d.version} rencana ${d.year}`,
    en: (d: Version) => `Changes since version ${d.version} of the plan of ${d.year}`,
  },
  'difference.note': {
    id: (d: { added: number; removed: number; changed: number; same: number }) =>
      `${d.added} ditambah, ${d.changed} diubah, ${d.removed} dihapus, ${d.same} tetap`,
    en: (d: { added: number; removed: number; changed: number; same: number }) =>
      `${d.added} added, ${d.changed} changed, ${d.removed} removed, ${d.same} as before`,
  },
  'no.rows': { id: 'Versi ini tidak berisi indikator', en: 'This version holds no indicator' },
})
