import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

/** What every recorded action is called. A test looks for each name in the code. */
const actions = defineMessages({
  'account-created': { id: 'Membuat akun', en: 'Created an account' },
  'admin-created': { id: 'Membuat admin instansi', en: 'Created an administrator' },
  'api-token-created': { id: 'Membuat token API', en: 'Created an API token' },
  'api-token-revoked': { id: 'Mencabut token API', en: 'Revoked an API token' },
  'assessment-answer-returned': { id: 'Mengembalikan jawaban LKE', en: 'Returned an assessment answer' },
  'assessment-answered': { id: 'Menjawab butir LKE', en: 'Answered an assessment item' },
  'assessment-closed': { id: 'Menutup penilaian', en: 'Closed the assessment' },
  'assessment-efforts-set': {
    id: 'Menetapkan bobot upaya penilaian',
    en: 'Set the efforts of an assessment',
  },
  'assessment-evidence-cited': { id: 'Merujuk bukti di LKE', en: 'Cited evidence in the assessment' },
  'assessment-evidence-uncited': { id: 'Melepas bukti dari LKE', en: 'Removed evidence from the assessment' },
  'assessment-reopened': { id: 'Membuka kembali penilaian', en: 'Reopened the assessment' },
  'assessment-started': { id: 'Memulai penilaian', en: 'Started the assessment' },
  'assessment-submitted': { id: 'Mengajukan penilaian', en: 'Submitted the assessment' },
  'audit-exported': { id: 'Mengunduh jejak audit', en: 'Downloaded the audit trail' },
  'chapter-saved': { id: 'Menyimpan naskah', en: 'Saved a chapter' },
  'chapters-prepared': { id: 'Menyiapkan naskah', en: 'Prepared the chapters' },
  'employee-changed': { id: 'Mengubah data pegawai', en: 'Changed a person’s data' },
  'employee-created': { id: 'Menambah pegawai', en: 'Added a person' },
  'evidence-accepted': { id: 'Menerima bukti', en: 'Accepted evidence' },
  'evidence-added': { id: 'Menambah bukti', en: 'Added evidence' },
  'evidence-edited': { id: 'Mengubah keterangan bukti', en: 'Edited evidence' },
  'evidence-linked': { id: 'Menautkan bukti', en: 'Linked evidence' },
  'evidence-returned': { id: 'Mengembalikan bukti', en: 'Returned evidence' },
  'evidence-unlinked': { id: 'Melepas tautan bukti', en: 'Unlinked evidence' },
  'evidence-version-added': { id: 'Menambah versi bukti', en: 'Added a version of evidence' },
  'example-assigned': { id: 'Membagi tugas contoh', en: 'Assigned the example’s duties' },
  'example-loaded': { id: 'Memuat data contoh', en: 'Loaded the example' },
  'example-settled': { id: 'Menyelesaikan tugas contoh', en: 'Settled the example’s duties' },
  'feed-created': { id: 'Membuat alamat kalender', en: 'Created a calendar address' },
  'feed-revoked': { id: 'Mencabut alamat kalender', en: 'Revoked a calendar address' },
  'figures-saved': { id: 'Menyimpan angka naskah', en: 'Saved the figures' },
  'file-received': { id: 'Menerima berkas', en: 'Received a file' },
  'frequency-settled': { id: 'Menetapkan frekuensi', en: 'Settled a frequency' },
  'indicator-changed': { id: 'Mengubah indikator', en: 'Changed an indicator' },
  'language-set': { id: 'Mengganti bahasa', en: 'Chose a language' },
  'obligation-assigned': { id: 'Menugaskan tenggat', en: 'Assigned a duty' },
  'obligation-completed': { id: 'Menyelesaikan tugas', en: 'Completed a duty' },
  'obligation-reopened': { id: 'Membuka kembali tugas', en: 'Reopened a duty' },
  'obligation-waived': { id: 'Membebaskan tugas', en: 'Waived a duty' },
  'passkey-added': { id: 'Menambah kunci sandi', en: 'Added a passkey' },
  'passkey-removed': { id: 'Menghapus kunci sandi', en: 'Removed a passkey' },
  'password-changed': { id: 'Mengganti kata sandi', en: 'Changed the password' },
  'password-link-asked': { id: 'Meminta tautan kata sandi', en: 'Asked for a password link' },
  'password-link-made': { id: 'Membuat tautan kata sandi', en: 'Made a password link' },
  'password-set': { id: 'Membuat kata sandi baru', en: 'Set a password' },
  'people-imported': { id: 'Mengimpor daftar pegawai', en: 'Imported a list of people' },
  'people-list-read': { id: 'Membaca daftar pegawai', en: 'Read a list of people' },
  'person-assigned': { id: 'Menetapkan penanggung jawab', en: 'Assigned people' },
  'plan-approved': { id: 'Menyetujui rencana', en: 'Approved the plan' },
  'plan-copied': { id: 'Menyalin rencana ke tahun lain', en: 'Copied the plan to another year' },
  'plan-import-corrected': { id: 'Memperbaiki hasil baca rencana', en: 'Corrected a plan’s reading' },
  'plan-imported': { id: 'Mengimpor rencana', en: 'Imported the plan' },
  'plan-published': { id: 'Menerbitkan rencana', en: 'Published the plan' },
  'plan-read': { id: 'Membaca dokumen rencana', en: 'Read a plan document' },
  'plan-reimported': { id: 'Mengimpor ulang rencana', en: 'Imported the plan again' },
  'plan-returned': { id: 'Mengembalikan rencana', en: 'Returned the plan' },
  'plan-submitted': { id: 'Mengajukan rencana', en: 'Submitted the plan' },
  'reminders-chosen': { id: 'Mengatur pengingat', en: 'Chose reminders' },
  'role-ended': { id: 'Mengakhiri peran', en: 'Ended a role' },
  'role-granted': { id: 'Memberi peran', en: 'Gave a role' },
  'sessions-ended': { id: 'Mengakhiri sesi', en: 'Ended sessions' },
  'sign-in-code-refused': { id: 'Kode verifikasi ditolak', en: 'Verification code refused' },
  'sign-in-locked': { id: 'Masuk dikunci sementara', en: 'Sign-in locked for a while' },
  'sign-in-refused': { id: 'Masuk ditolak', en: 'Sign-in refused' },
  'signed-in': { id: 'Masuk', en: 'Signed in' },
  'totp-off': { id: 'Mematikan verifikasi dua langkah', en: 'Turned two-step verification off' },
  'totp-on': { id: 'Menyalakan verifikasi dua langkah', en: 'Turned two-step verification on' },
  'unused-file-removed': { id: 'Menghapus berkas yang tidak dipakai', en: 'Removed an unused file' },
  'unit-changed': { id: 'Mengubah unit', en: 'Changed a unit' },
  'unit-closed': { id: 'Menutup unit', en: 'Closed a unit' },
  'unit-created': { id: 'Menambah unit', en: 'Added a unit' },
  'unit-reopened': { id: 'Membuka kembali unit', en: 'Reopened a unit' },
})

const subjects = defineMessages({
  account: { id: 'Akun', en: 'Account' },
  'api-token': { id: 'Token API', en: 'API token' },
  assessment: { id: 'Penilaian', en: 'Assessment' },
  audit: { id: 'Jejak audit', en: 'Audit trail' },
  chapter: { id: 'Naskah', en: 'Chapter' },
  employee: { id: 'Pegawai', en: 'Person' },
  evidence: { id: 'Bukti', en: 'Evidence' },
  example: { id: 'Data contoh', en: 'Example' },
  feed: { id: 'Alamat kalender', en: 'Calendar address' },
  file: { id: 'Berkas', en: 'File' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  obligation: { id: 'Tugas', en: 'Duty' },
  'people-list': { id: 'Daftar pegawai', en: 'List of people' },
  plan: { id: 'Rencana', en: 'Plan' },
  'plan-import': { id: 'Dokumen rencana', en: 'Plan document' },
  unit: { id: 'Unit', en: 'Unit' },
  'unit-figure': { id: 'Angka naskah', en: 'Figures' },
})

const isKey = <C extends object>(catalogue: C, key: string): key is Extract<keyof C, string> =>
  Object.hasOwn(catalogue, key)

export const actionNames = Object.keys(actions) as (keyof typeof actions)[]
export const subjectNames = Object.keys(subjects) as (keyof typeof subjects)[]

/** An action as people call it; its own name where an older version recorded something else. */
export const actionName = (action: string, locale: Locale): string =>
  isKey(actions, action) ? translator(actions, locale)(action) : action

export const subjectName = (type: string, locale: Locale): string =>
  isKey(subjects, type) ? translator(subjects, locale)(type) : type
