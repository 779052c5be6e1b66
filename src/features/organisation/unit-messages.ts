import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const unitMessages = defineMessages({
  units: { id: 'Unit', en: 'Units' },
  note: {
    id: (v: { unit: string }) => `${v.unit} dan unit di bawahnya`,
    en: (v: { unit: string }) => `${v.unit} and the units below it`,
  },
  add: { id: 'Tambah unit', en: 'Add a unit' },
  change: { id: 'Ubah', en: 'Change' },
  changeTitle: {
    id: (v: { unit: string }) => `Ubah ${v.unit}`,
    en: (v: { unit: string }) => `Change ${v.unit}`,
  },
  name: { id: 'Nama unit', en: 'Name' },
  shortName: { id: 'Nama pendek', en: 'Short name' },
  shortNameHint: {
    id: 'Dipakai di bagian atas layar ponsel, misalnya DPMPTSP. Kosong berarti sama dengan nama.',
    en: 'Used at the top of a phone’s screen, for instance DPMPTSP. Empty means the name itself.',
  },
  parent: { id: 'Di bawah unit', en: 'Below' },
  zone: { id: 'Zona waktu', en: 'Time zone' },
  people: { id: 'Pegawai aktif', en: 'Active people' },
  state: { id: 'Keadaan', en: 'State' },
  open: { id: 'Aktif', en: 'Open' },
  closed: { id: 'Ditutup', en: 'Closed' },
  save: { id: 'Simpan', en: 'Save' },
  created: { id: 'Unit ditambahkan.', en: 'The unit is added.' },
  saved: { id: 'Perubahan disimpan.', en: 'The change is saved.' },
  close: { id: 'Tutup unit', en: 'Close the unit' },
  closeTitle: {
    id: (v: { unit: string }) => `Tutup ${v.unit}?`,
    en: (v: { unit: string }) => `Close ${v.unit}?`,
  },
  closeText: {
    id: 'Rencana, tugas, dan riwayat unit ini tetap dapat dibaca oleh yang berhak. Tidak ada yang dapat ditambah atau diubah: peran baru dan rencana baru ditolak. Unit dapat dibuka kembali.',
    en: 'Its plans, duties and history stay readable for those who may. Nothing can be added or changed: new roles and plans are refused. The unit can be reopened.',
  },
  closePeople: {
    id: (v: { count: number }) =>
      `Masih ada ${v.count} pegawai aktif di unit ini. Pindahkan mereka ke unit lain lebih dahulu bila mereka tetap bekerja.`,
    en: (v: { count: number }) =>
      `${v.count} active people still belong to this unit. Move them to another unit first if they go on working.`,
  },
  closeYes: { id: 'Ya, tutup unit', en: 'Yes, close it' },
  closedNow: {
    id: 'Unit ditutup. Isinya tetap dapat dibaca.',
    en: 'The unit is closed. What it holds stays readable.',
  },
  reopen: { id: 'Buka kembali', en: 'Reopen' },
  reopened: { id: 'Unit dibuka kembali.', en: 'The unit is open again.' },
  empty: { id: 'Belum ada unit', en: 'No units yet' },
  'not-found': {
    id: 'Unit itu tidak ditemukan di bawah unit ini, atau sudah ditutup.',
    en: 'That unit is not below this one, or it is closed.',
  },
  'name-missing': { id: 'Isi nama unit.', en: 'Enter the unit’s name.' },
  'name-long': {
    id: 'Nama paling panjang 200 karakter, nama pendek 60 karakter. Singkatkan.',
    en: 'A name has at most 200 characters, a short name 60. Shorten it.',
  },
  'name-taken': {
    id: 'Unit lain di tempat yang sama sudah memakai nama itu. Pakai nama yang membedakan.',
    en: 'Another unit in the same place has that name. Use one that tells them apart.',
  },
  'parent-unknown': { id: 'Pilih unit yang masih buka.', en: 'Choose a unit that is open.' },
  'too-deep': {
    id: 'Susunan unit sudah terlalu dalam. Pilih unit yang lebih tinggi.',
    en: 'The tree is too deep there. Choose a higher unit.',
  },
  'zone-unknown': { id: 'Pilih zona waktu.', en: 'Choose a time zone.' },
  'units-below': {
    id: 'Masih ada unit yang buka di bawahnya. Tutup unit itu lebih dahulu.',
    en: 'There are open units below it. Close those first.',
  },
  'above-closed': {
    id: 'Unit di atasnya masih ditutup. Buka unit itu lebih dahulu.',
    en: 'The unit above it is still closed. Reopen that one first.',
  },
})

export const unitText = (locale: Locale) => translator(unitMessages, locale)
