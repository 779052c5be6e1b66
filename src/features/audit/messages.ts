import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const auditMessages = defineMessages({
  title: { id: 'Jejak audit', en: 'Audit trail' },
  note: {
    id: 'Siapa melakukan apa dan kapan, yang terbaru di atas',
    en: 'Who did what and when, the newest first',
  },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Siapa', en: 'Who' },
  what: { id: 'Apa', en: 'What' },
  detail: { id: 'Rincian', en: 'Detail' },
  system: { id: 'Sistem atau tanpa akun', en: 'System or without an account' },
  empty: { id: 'Belum ada catatan untuk unit ini', en: 'No entries for this unit yet' },
  check: { id: 'Periksa rantai', en: 'Check the chain' },
  intact: {
    id: (v: { count: string }) => `Rantai utuh: ${v.count} catatan diperiksa, tidak ada yang diubah.`,
    en: (v: { count: string }) => `The chain is intact: ${v.count} entries checked, none altered.`,
  },
  broken: {
    id: (v: { seq: string }) =>
      `Rantai putus pada catatan nomor ${v.seq}. Catatan itu atau yang sebelumnya diubah di luar Zona; bandingkan dengan cadangan.`,
    en: (v: { seq: string }) =>
      `The chain breaks at entry ${v.seq}. That entry or one before it was altered outside Zona; compare with a backup.`,
  },
})

export const auditText = (locale: Locale) => translator(auditMessages, locale)
