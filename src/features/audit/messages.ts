import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const auditMessages = defineMessages({
  title: { id: 'Jejak audit', en: 'Audit trail' },
  note: {
    id: (v: { zone: string }) =>
      `Siapa melakukan apa dan kapan, yang terbaru di atas. Waktu ${v.zone}. Setiap catatan dirantai ke yang sebelumnya, jadi perubahan di luar Zona terlihat.`,
    en: (v: { zone: string }) =>
      `Who did what and when, the newest first. Times in ${v.zone}. Each entry is chained to the one before it, so that a change outside Zona shows.`,
  },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Oleh', en: 'By' },
  what: { id: 'Tindakan', en: 'Action' },
  subject: { id: 'Mengenai', en: 'About' },
  detail: { id: 'Rincian', en: 'Detail' },
  raw: { id: 'Rincian asli (JSON)', en: 'Detail as stored (JSON)' },
  unit: { id: 'Unit', en: 'Unit' },
  entry: { id: 'Nomor', en: 'Number' },
  hash: { id: 'Hash', en: 'Hash' },
  confidential: {
    id: 'Bukti rahasia: rinciannya hanya untuk yang berhak membacanya',
    en: 'Confidential evidence: its details are for those who may read it',
  },
  code: { id: 'Kode tindakan', en: 'Action code' },
  system: { id: 'Tanpa akun', en: 'No account' },
  anyone: { id: 'Siapa pun', en: 'Anyone' },
  anyAction: { id: 'Semua tindakan', en: 'All actions' },
  anySubject: { id: 'Semua hal', en: 'Everything' },
  from: { id: 'Dari tanggal', en: 'From' },
  to: { id: 'Sampai tanggal', en: 'To' },
  export: { id: 'Unduh CSV', en: 'Download CSV' },
  sameSubject: { id: 'Semua catatan tentang ini', en: 'All entries about this' },
  empty: { id: 'Tidak ada catatan yang cocok', en: 'No entries match' },
  emptyText: {
    id: 'Ubah saringan, atau hapus untuk melihat semua catatan unit ini.',
    en: 'Change the filter, or clear it to see all entries of this unit.',
  },
  check: { id: 'Periksa keutuhan', en: 'Check that it is whole' },
  intact: {
    id: (v: { count: string }) => `Jejak utuh: ${v.count} catatan diperiksa, tidak ada yang diubah.`,
    en: (v: { count: string }) => `The trail is whole: ${v.count} entries checked, none altered.`,
  },
  broken: {
    id: (v: { seq: string }) =>
      `Jejak putus pada catatan nomor ${v.seq}. Catatan itu atau yang sebelumnya diubah di luar Zona; bandingkan dengan cadangan.`,
    en: (v: { seq: string }) =>
      `The trail breaks at entry ${v.seq}. That entry or one before it was altered outside Zona; compare with a backup.`,
  },
})

export const auditText = (locale: Locale) => translator(auditMessages, locale)
