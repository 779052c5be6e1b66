import { defineMessages } from '../../../ui/messages.ts'

export const pageMessages = defineMessages({
  verify: { id: 'Periksa hasil penilaian', en: 'Verify an assessment' },
  'verify.note': {
    id: 'Pilih bundel (.zip) dari LKE yang sudah ditutup. Semua isinya dihitung ulang dan dicocokkan.',
    en: 'Choose the bundle (.zip) of a closed assessment. Everything in it is recomputed and compared.',
  },
  'verify.local': {
    id: 'Pemeriksaan berjalan di peramban Anda; berkas tidak dikirim ke mana pun.',
    en: 'The check runs in your browser; the file is sent nowhere.',
  },
  'verify.sent': {
    id: 'Berkas diperiksa oleh server ini dan tidak disimpan.',
    en: 'This server checks the file and keeps nothing.',
  },
  file: { id: 'Bundel', en: 'Bundle' },
  files: { id: 'Berkas bukti, bila ada', en: 'Evidence files, if you have them' },
  'files.note': {
    id: 'Dicocokkan dengan yang dirujuk bundel, apa pun nama berkasnya. Tidak ada yang dikirim.',
    en: 'Compared with what the bundle cites, whatever the files are called. Nothing is sent.',
  },
  'files.unreadable': {
    id: 'Sebuah berkas bukti tidak dapat dibaca oleh peramban.',
    en: 'The browser cannot read one of the evidence files.',
  },
  go: { id: 'Periksa', en: 'Verify' },
  checking: { id: 'Memeriksa …', en: 'Checking …' },
  'no-file': { id: 'Pilih berkas bundel.', en: 'Choose the bundle’s file.' },
  'no-keys': {
    id: 'Instansi ini belum menandatangani apa pun, jadi belum ada kunci pembanding.',
    en: 'This agency has signed nothing yet, so there is no key to compare with.',
  },
  keys: { id: 'Kunci instansi', en: 'The agency’s keys' },
  'keys.note': {
    id: 'Bundel LKE yang sudah ditutup ditandatangani dengan salah satu kunci ini (Ed25519). Kunci lama tetap berlaku untuk bundel lama.',
    en: 'Bundles of closed assessments are signed with one of these keys (Ed25519). Old keys stay valid for old bundles.',
  },
  'keys.empty': { id: 'Belum ada kunci', en: 'No key yet' },
  'keys.empty.text': {
    id: 'Kunci dibuat saat LKE pertama ditutup.',
    en: 'A key is made when the first assessment is closed.',
  },
  'keys.verify': { id: 'Periksa sebuah bundel', en: 'Verify a bundle' },
  'key.current': { id: 'Sedang dipakai', en: 'In use' },
  'key.before': { id: 'Kunci lama', en: 'Earlier key' },
  fingerprint: { id: 'Sidik (SHA-256)', en: 'Fingerprint (SHA-256)' },
  since: { id: 'Dipakai sejak', en: 'Used since' },
  pem: { id: 'Kunci publik', en: 'Public key' },
  'ledger.broken': {
    id: (d: { fault: string }) =>
      `LKE tidak dapat ditutup karena jejak auditnya tidak cocok: ${d.fault}. Hubungi pemeriksa dan bandingkan dengan cadangan.`,
    en: (d: { fault: string }) =>
      `The assessment cannot be closed because its audit trail does not hold: ${d.fault}. Tell the auditor and compare with a backup.`,
  },
  'ledger.back': { id: 'Kembali ke LKE', en: 'Back to the assessment' },
  download: { id: 'Unduh bundel bertanda tangan', en: 'Download the signed bundle' },
  'close.refused': { id: 'LKE belum ditutup', en: 'The assessment is not closed' },
})
