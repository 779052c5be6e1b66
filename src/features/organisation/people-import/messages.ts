import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import type { Column } from './columns.ts'
import type { Field, MatchFault } from './compare-people.ts'
import type { ConfirmProblem } from './confirm-list.ts'
import type { RowFault } from './read-people.ts'
import type { ListProblem } from './store-list.ts'

const messages = defineMessages({
  title: { id: 'Impor pegawai', en: 'Import people' },
  note: {
    id: 'Dari daftar Excel atau CSV. Tidak ada yang berubah sebelum Anda memeriksa dan menyetujui pratinjau.',
    en: 'From an Excel or CSV list. Nothing changes before you have seen and confirmed the preview.',
  },
  'step.file': { id: 'Berkas', en: 'File' },
  'step.check': { id: 'Periksa', en: 'Check' },
  'step.done': { id: 'Selesai', en: 'Done' },
  file: { id: 'Daftar pegawai', en: 'List of people' },
  fileHint: {
    id: 'Baris judul berisi Nama dan sedikitnya satu dari NIP, Jabatan, Pangkat/Golongan, Surel, Unit.',
    en: 'A heading row with Nama and at least one of NIP, Jabatan, Pangkat/Golongan, Surel, Unit.',
  },
  kinds: { id: 'Excel (.xlsx) atau CSV', en: 'Excel (.xlsx) or CSV' },
  read: { id: 'Baca dan tampilkan pratinjau', en: 'Read and preview' },
  templates: { id: 'Templat', en: 'Templates' },
  templateText: {
    id: 'Di templat Excel, kolom sudah berbentuk teks sehingga 18 angka NIP tersimpan utuh.',
    en: 'In the Excel template the columns are text, so that all 18 digits of a NIP are kept.',
  },
  templateXlsx: { id: 'Unduh templat Excel', en: 'Download the Excel template' },
  templateCsv: { id: 'Unduh templat CSV', en: 'Download the CSV template' },
  rules: { id: 'Bagaimana daftar dibaca', en: 'How the list is read' },
  'rule.match': {
    id: 'Pegawai dikenali dari NIP; tanpa NIP dari surel; tanpa keduanya dari nama yang hanya dimiliki satu orang.',
    en: 'A person is known by the NIP, without one by the e-mail, without both by a name that only one person has.',
  },
  'rule.empty': {
    id: 'Sel kosong tidak menghapus apa pun. Pegawai baru tanpa unit masuk ke unit ini.',
    en: 'An empty cell erases nothing. A new person without a unit comes into this unit.',
  },
  'rule.account': {
    id: 'Pegawai baru belum punya akun; buat tautan kata sandi dari halaman pegawai itu.',
    en: 'New people have no account yet; make a password link from the person’s page.',
  },
  missingFile: { id: 'Pilih berkas daftar pegawai.', en: 'Choose the file with the list.' },
  previewTitle: { id: 'Periksa perubahan', en: 'Check the changes' },
  previewNote: {
    id: (v: { file: string; rows: string }) => `${v.file} · ${v.rows} orang terbaca`,
    en: (v: { file: string; rows: string }) => `${v.file} · ${v.rows} people read`,
  },
  faults: {
    id: (v: { count: string }) => `Baris yang salah (${v.count})`,
    en: (v: { count: string }) => `Faulty rows (${v.count})`,
  },
  faultsText: {
    id: 'Perbaiki baris ini di berkas, lalu unggah lagi. Selama ada baris yang salah, tidak ada yang diimpor.',
    en: 'Correct these rows in the file and send it again. While a row is faulty nothing is imported.',
  },
  added: {
    id: (v: { count: string }) => `Baru (${v.count})`,
    en: (v: { count: string }) => `New (${v.count})`,
  },
  changed: {
    id: (v: { count: string }) => `Berubah (${v.count})`,
    en: (v: { count: string }) => `Changed (${v.count})`,
  },
  unchanged: {
    id: (v: { count: string }) => `${v.count} orang tidak berubah.`,
    en: (v: { count: string }) => `${v.count} people stay as they are.`,
  },
  missing: {
    id: (v: { count: string }) => `Tidak ada di berkas (${v.count})`,
    en: (v: { count: string }) => `Not in the file (${v.count})`,
  },
  missingChoice: { id: 'Pegawai yang tidak ada di berkas', en: 'People who are not in the file' },
  leave: { id: 'Biarkan seperti sekarang', en: 'Leave them as they are' },
  lock: {
    id: (v: { count: string }) => `Kunci ${v.count} orang: mereka tidak dapat masuk lagi`,
    en: (v: { count: string }) => `Lock ${v.count} people out: they can no longer sign in`,
  },
  notLocked: {
    id: 'Anda sendiri dan orang yang memegang peran di luar unit ini tidak dikunci lewat impor.',
    en: 'You yourself and people with a role beyond this unit are not locked by an import.',
  },
  andMore: {
    id: (v: { count: string }) => `… dan ${v.count} lagi`,
    en: (v: { count: string }) => `… and ${v.count} more`,
  },
  row: { id: 'Baris', en: 'Row' },
  fault: { id: 'Kesalahan dan perbaikannya', en: 'What is wrong and what to do' },
  changes: { id: 'Perubahan', en: 'Changes' },
  was: { id: 'sebelumnya', en: 'before' },
  becomes: { id: 'menjadi', en: 'becomes' },
  empty: { id: '(kosong)', en: '(empty)' },
  nothingNew: { id: 'Tidak ada yang baru atau berubah.', en: 'Nothing is new or changed.' },
  confirm: { id: 'Impor sekarang', en: 'Import now' },
  again: { id: 'Unggah berkas lain', en: 'Send another file' },
  done: {
    id: (v: { added: number; changed: number; locked: number }) =>
      `Impor selesai: ${v.added} baru, ${v.changed} berubah, ${v.locked} dikunci.`,
    en: (v: { added: number; changed: number; locked: number }) =>
      `Import done: ${v.added} new, ${v.changed} changed, ${v.locked} locked.`,
  },
  gone: {
    id: 'Daftar ini sudah diimpor atau sudah dihapus. Unggah lagi bila perlu.',
    en: 'This list has been imported or removed. Send it again if needed.',
  },
  faulty: {
    id: 'Masih ada baris yang salah. Perbaiki, lalu unggah lagi.',
    en: 'There are faulty rows. Correct them and send the file again.',
  },
  nothing: { id: 'Tidak ada yang perlu diimpor.', en: 'There is nothing to import.' },
  stale: {
    id: 'Data pegawai berubah sejak pratinjau dibuat. Periksa pratinjau yang baru, lalu impor.',
    en: 'People’s data changed since the preview was made. Check the new one, then import.',
  },
  'column.name': { id: 'Nama', en: 'Name' },
  'column.nip': { id: 'NIP', en: 'NIP' },
  'column.position': { id: 'Jabatan', en: 'Position' },
  'column.rank': { id: 'Pangkat/golongan', en: 'Rank' },
  'column.email': { id: 'Surel', en: 'E-mail' },
  'column.unit': { id: 'Unit', en: 'Unit' },
  'file-too-large': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' melebihi batas 5 MB. Sisakan hanya daftar pegawai, lalu simpan ulang.`,
    en: (v: { file: string }) =>
      `The file '${v.file}' is above the limit of 5 MB. Keep only the list and save it again.`,
  },
  'file-empty': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' kosong. Simpan ulang dari aplikasinya, lalu unggah lagi.`,
    en: (v: { file: string }) => `The file '${v.file}' is empty. Save it again and send that.`,
  },
  'file-kind': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' bukan daftar Excel (.xlsx) atau CSV, atau namanya tidak sesuai isinya. Simpan sebagai .xlsx atau .csv dari aplikasinya.`,
    en: (v: { file: string }) =>
      `The file '${v.file}' is no Excel (.xlsx) or CSV list, or its name does not say what it is. Save it as .xlsx or .csv.`,
  },
  'file-locked': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' terkunci kata sandi. Hapus kata sandinya, simpan, lalu unggah lagi.`,
    en: (v: { file: string }) =>
      `The file '${v.file}' is locked with a password. Remove it, save and send it again.`,
  },
  'file-damaged': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' rusak atau terpotong. Buka di aplikasinya, simpan ulang, lalu unggah lagi.`,
    en: (v: { file: string }) =>
      `The file '${v.file}' is damaged or cut off. Open it, save it again and send that.`,
  },
  'file-heavy': {
    id: (v: { file: string }) =>
      `Berkas '${v.file}' terlalu besar untuk dibaca. Salin hanya daftar pegawai ke berkas baru, lalu simpan.`,
    en: (v: { file: string }) =>
      `The file '${v.file}' is too much to read. Copy only the list into a new file.`,
  },
  'no-headings': {
    id: 'Baris judul tidak ditemukan di 30 baris pertama. Tambahkan judul Nama dan, misalnya, NIP, Jabatan, Surel di atas daftar, atau pakai templat.',
    en: 'No heading row was found in the first 30 rows. Put Nama and, for instance, NIP, Jabatan, Surel above the list, or use the template.',
  },
  'heading-twice': {
    id: (v: { column: string }) =>
      `Ada dua kolom yang terbaca sebagai ${v.column}. Hapus atau ganti judul salah satunya.`,
    en: (v: { column: string }) => `Two columns read as ${v.column}. Remove one or change its heading.`,
  },
  'no-rows': {
    id: 'Tidak ada orang di bawah baris judul. Isi daftarnya, lalu unggah lagi.',
    en: 'There is nobody below the heading row. Fill in the list and send it again.',
  },
  'too-many-people': {
    id: (v: { limit: number }) => `Daftar berisi lebih dari ${v.limit} orang. Bagi menjadi beberapa berkas.`,
    en: (v: { limit: number }) => `The list has more than ${v.limit} people. Split it into several files.`,
  },
  'name-missing': { id: 'Nama kosong. Isi nama lengkap.', en: 'The name is empty. Enter the full name.' },
  'text-long': {
    id: (v: { column: string; limit: number }) => `${v.column} lebih dari ${v.limit} karakter. Singkatkan.`,
    en: (v: { column: string; limit: number }) =>
      `${v.column} has more than ${v.limit} characters. Shorten it.`,
  },
  'nip-form': {
    id: (v: { nip: string }) =>
      `NIP '${v.nip}' tidak terdiri dari 18 angka. Periksa angkanya, atau kosongkan bila belum punya NIP.`,
    en: (v: { nip: string }) =>
      `The NIP '${v.nip}' does not have 18 digits. Check it, or leave it empty where there is none.`,
  },
  'nip-number': {
    id: (v: { nip: string }) =>
      `NIP '${v.nip}' tersimpan sebagai bilangan. Excel hanya menyimpan 15 angka pertama, tiga angka terakhir sudah hilang. Ubah format kolom NIP menjadi Teks, ketik ulang NIP-nya (atau pakai templat).`,
    en: (v: { nip: string }) =>
      `The NIP '${v.nip}' is stored as a number. Excel keeps only the first 15 digits; the last three are lost. Format the NIP column as Text and type it again (or use the template).`,
  },
  'nip-twice': {
    id: (v: { nip: string; first: number }) =>
      `NIP ${v.nip} sudah ada di baris ${v.first}. Hapus salah satu baris atau perbaiki NIP-nya.`,
    en: (v: { nip: string; first: number }) =>
      `The NIP ${v.nip} stands in row ${v.first} already. Remove one of the rows or correct it.`,
  },
  'email-form': {
    id: (v: { email: string }) =>
      `Surel '${v.email}' tidak berbentuk nama@contoh.go.id. Perbaiki atau kosongkan.`,
    en: (v: { email: string }) =>
      `The address '${v.email}' is not like name@example.go.id. Correct it or leave it empty.`,
  },
  'email-twice': {
    id: (v: { email: string; first: number }) =>
      `Surel ${v.email} sudah ada di baris ${v.first}. Tiap orang memerlukan surel sendiri.`,
    en: (v: { email: string; first: number }) =>
      `The address ${v.email} stands in row ${v.first} already. Each person needs their own.`,
  },
  'formula-error': {
    id: (v: { column: string }) =>
      `Rumus di kolom ${v.column} menghasilkan kesalahan. Ganti dengan nilainya.`,
    en: (v: { column: string }) => `The formula in ${v.column} gives an error. Replace it with the value.`,
  },
  'unit-unknown': {
    id: (v: { unit: string }) =>
      `Unit '${v.unit}' tidak ada di bawah unit ini. Tulis namanya seperti di halaman Unit, atau tambahkan unit itu lebih dahulu.`,
    en: (v: { unit: string }) =>
      `There is no unit '${v.unit}' below this one. Write its name as on the Units page, or add it first.`,
  },
  'unit-ambiguous': {
    id: (v: { unit: string }) =>
      `Lebih dari satu unit bernama '${v.unit}'. Tulis nama lengkap yang membedakan.`,
    en: (v: { unit: string }) =>
      `More than one unit is called '${v.unit}'. Write the full name that tells them apart.`,
  },
  'nip-elsewhere': {
    id: (v: { nip: string }) =>
      `NIP ${v.nip} dipakai pegawai di luar unit ini. Minta admin instansi memindahkannya.`,
    en: (v: { nip: string }) =>
      `The NIP ${v.nip} belongs to someone outside this unit. Ask the agency’s administrator to move them.`,
  },
  'email-elsewhere': {
    id: (v: { email: string }) =>
      `Surel ${v.email} dipakai orang di luar unit ini. Periksa surelnya atau hubungi admin instansi.`,
    en: (v: { email: string }) =>
      `The address ${v.email} belongs to someone outside this unit. Check it or ask the agency’s administrator.`,
  },
  'two-people': {
    id: (v: { other: string }) =>
      `NIP dan surel di baris ini milik dua orang; surel itu milik ${v.other}. Perbaiki salah satunya.`,
    en: (v: { other: string }) =>
      `The NIP and the address of this row are two people’s; the address is ${v.other}’s. Correct one of them.`,
  },
  'same-person': {
    id: (v: { first: number }) => `Orang ini sama dengan baris ${v.first}. Hapus salah satu baris.`,
    en: (v: { first: number }) => `This is the same person as in row ${v.first}. Remove one of the rows.`,
  },
  'email-protected': {
    id: 'Orang ini memegang peran di luar unit ini, jadi surelnya hanya dapat diubah admin di atasnya. Kosongkan surel di baris ini.',
    en: 'This person holds a role beyond this unit, so only an administrator above can change the address. Leave it empty in this row.',
  },
})

export const importText = (locale: Locale) => translator(messages, locale)

const columnText = (column: Column | Field, locale: Locale) =>
  importText(locale)(`column.${column === 'unitId' ? 'unit' : column}`)

export { columnText }

/** One sentence: what is wrong with the file and what to do. */
export function describeListProblem(problem: ListProblem, file: string, locale: Locale): string {
  const t = importText(locale)
  switch (problem.kind) {
    case 'no-headings':
    case 'no-rows':
      return problem.kind === 'no-rows' ? t('no-rows') : t('no-headings')
    case 'heading-twice':
      return t('heading-twice', { column: columnText(problem.column, locale) })
    case 'too-many-people':
      return t('too-many-people', problem)
    case 'file-too-large':
      return t('file-too-large', { file })
    case 'empty-file':
      return t('file-empty', { file })
    case 'wrong-name':
    case 'unsupported':
      return t('file-kind', { file })
    case 'encrypted':
      return t('file-locked', { file })
    case 'damaged':
    case 'forbidden-xml':
      return t('file-damaged', { file })
    default:
      return t('file-heavy', { file })
  }
}

/** One sentence: what is wrong with the row and what to do. */
export function describeFault(fault: RowFault | MatchFault, locale: Locale): string {
  const t = importText(locale)
  switch (fault.kind) {
    case 'name-missing':
    case 'email-protected':
      return t(fault.kind)
    case 'text-long':
      return t('text-long', { column: columnText(fault.column, locale), limit: fault.limit })
    case 'formula-error':
      return t('formula-error', { column: columnText(fault.column, locale) })
    case 'nip-form':
      return t('nip-form', fault)
    case 'nip-number':
      return t('nip-number', fault)
    case 'nip-elsewhere':
      return t('nip-elsewhere', fault)
    case 'nip-twice':
      return t('nip-twice', fault)
    case 'email-form':
      return t('email-form', fault)
    case 'email-elsewhere':
      return t('email-elsewhere', fault)
    case 'email-twice':
      return t('email-twice', fault)
    case 'unit-unknown':
      return t('unit-unknown', fault)
    case 'unit-ambiguous':
      return t('unit-ambiguous', fault)
    case 'two-people':
      return t('two-people', fault)
    case 'same-person':
      return t('same-person', fault)
  }
}

export const describeConfirmProblem = (problem: ConfirmProblem, locale: Locale): string =>
  importText(locale)(problem.kind)
