import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const peopleMessages = defineMessages({
  people: { id: 'Pegawai', en: 'People' },
  count: {
    id: (v: { n: number }) => `${v.n} pegawai`,
    en: (v: { n: number }) => `${v.n} ${v.n === 1 ? 'person' : 'people'}`,
  },
  search: { id: 'Cari nama, NIP, atau surel', en: 'Search name, NIP or e-mail' },
  add: { id: 'Tambah pegawai', en: 'Add a person' },
  import: { id: 'Impor daftar', en: 'Import a list' },
  edit: { id: 'Ubah', en: 'Edit' },
  name: { id: 'Nama lengkap', en: 'Full name' },
  email: { id: 'Alamat surel', en: 'E-mail address' },
  position: { id: 'Jabatan', en: 'Position' },
  account: { id: 'Akun', en: 'Account' },
  has: { id: 'Ada', en: 'Yes' },
  none: { id: 'Belum ada', en: 'None yet' },
  unit: { id: 'Unit', en: 'Unit' },
  activePerson: { id: 'Aktif', en: 'Active' },
  lockedPerson: { id: 'Dikunci', en: 'Locked' },
  active: { id: 'Aktif; hilangkan tanda untuk mengunci', en: 'Active; clear to lock the person out' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Perubahan disimpan.', en: 'The change is saved.' },
  empty: { id: 'Tidak ada pegawai yang cocok', en: 'No one matches' },
  inviteText: {
    id: 'Tautan membuat akun bila belum ada, dan mengatur kata sandi. Tautan berlaku tujuh hari dan hanya sekali.',
    en: 'The link makes the account where there is none, and sets the password. It works once, within seven days.',
  },
  invite: { id: 'Buat tautan kata sandi', en: 'Make a password link' },
  link: { id: 'Tautan kata sandi', en: 'Password link' },
  linkText: {
    id: (v: { name: string }) =>
      `Berikan tautan ini kepada ${v.name} saja. Tautan berlaku tujuh hari, sekali pakai, dan tidak ditampilkan lagi.`,
    en: (v: { name: string }) =>
      `Give this link to ${v.name} only. It works once, within seven days, and is not shown again.`,
  },
  mailed: {
    id: (v: { email: string }) => `Tautan juga sudah dikirim ke ${v.email}.`,
    en: (v: { email: string }) => `The link has also been sent to ${v.email}.`,
  },
  mailFailed: {
    id: (v: { email: string }) =>
      `Surel ke ${v.email} gagal dikirim. Tautan di atas tetap berlaku; sampaikan sendiri, lalu periksa alamat dan pengaturan surel.`,
    en: (v: { email: string }) =>
      `The mail to ${v.email} could not be sent. The link above still works: hand it over yourself, then check the address and the mail settings.`,
  },
  mailOff: {
    id: 'Surel belum diatur di server ini, jadi sampaikan tautan ini sendiri.',
    en: 'E-mail is not set up on this server, so hand the link over yourself.',
  },
  'link-protected': {
    id: 'Orang ini memegang peran di luar unit Anda. Hanya admin unit di atasnya yang dapat membuat tautan kata sandinya.',
    en: 'This person holds a role beyond your unit. Only an administrator above can make their password link.',
  },
  'email-protected': {
    id: 'Orang ini memegang peran di luar unit Anda. Hanya admin unit di atasnya yang dapat mengubah surelnya.',
    en: 'This person holds a role beyond your unit. Only an administrator above can change their address.',
  },
  'lock-protected': {
    id: 'Orang ini memegang peran di luar unit Anda. Hanya admin unit di atasnya yang dapat mengunci atau membukanya.',
    en: 'This person holds a role beyond your unit. Only an administrator above can lock or unlock them.',
  },
  rank: { id: 'Pangkat/golongan', en: 'Rank' },
  'not-found': { id: 'Orang itu tidak ditemukan di unit ini.', en: 'That person is not in this unit.' },
  'email-missing': {
    id: 'Isi alamat surel orang ini dulu, lalu buat tautannya.',
    en: 'Enter this person’s e-mail address first, then make the link.',
  },
  'name-missing': { id: 'Isi nama lengkap.', en: 'Enter the full name.' },
  'nip-form': { id: 'NIP terdiri dari 18 angka. Periksa kembali.', en: 'A NIP has 18 digits. Check it.' },
  'nip-taken': { id: 'NIP itu sudah dipakai pegawai lain.', en: 'Another person has that NIP.' },
  'email-form': {
    id: 'Tulis alamat surel seperti nama@contoh.go.id.',
    en: 'Write the address like name@example.go.id.',
  },
  'email-taken': { id: 'Alamat surel itu sudah dipakai orang lain.', en: 'Someone else has that address.' },
  'unit-unknown': { id: 'Pilih unit di bawah unit ini.', en: 'Choose a unit below this one.' },
  'unit-closed': {
    id: 'Unit itu sudah ditutup. Pilih unit yang masih buka.',
    en: 'That unit is closed. Choose one that is open.',
  },
  'own-lock': { id: 'Anda tidak dapat mengunci diri sendiri.', en: 'You cannot lock yourself out.' },
  roles: { id: 'Peran', en: 'Roles' },
  rolesInForce: {
    id: (v: { n: number }) => `${v.n} peran berlaku`,
    en: (v: { n: number }) => `${v.n} ${v.n === 1 ? 'role' : 'roles'} in force`,
  },
  rolesNote: {
    id: 'Siapa boleh apa: sebuah peran berlaku di unitnya dan semua unit di bawahnya.',
    en: 'Who may do what: a role holds in its unit and in every unit below it.',
  },
  roleArea: { id: 'Area perubahan', en: 'Areas of change' },
  role: { id: 'Peran', en: 'Role' },
  person: { id: 'Pegawai', en: 'Person' },
  areas: { id: 'Area (kosong berarti semua)', en: 'Areas (none means all)' },
  from: { id: 'Mulai', en: 'From' },
  to: { id: 'Berakhir (hari pertama tanpa peran)', en: 'Ends (first day without it)' },
  period: { id: 'Masa berlaku', en: 'Period' },
  since: { id: (v: { date: string }) => `sejak ${v.date}`, en: (v: { date: string }) => `since ${v.date}` },
  give: { id: 'Beri peran', en: 'Give the role' },
  given: { id: 'Peran diberikan.', en: 'The role is given.' },
  end: { id: 'Akhiri', en: 'End' },
  ended: { id: 'Peran diakhiri hari ini.', en: 'The role ends today.' },
  noRoles: { id: 'Belum ada peran di unit ini', en: 'No roles on this unit yet' },
  'role-unknown': { id: 'Pilih peran.', en: 'Choose a role.' },
  'person-unknown': { id: 'Pilih pegawai di unit ini.', en: 'Choose a person of this unit.' },
  'own-role': {
    id: 'Anda tidak dapat memberi peran kepada diri sendiri. Minta admin lain melakukannya.',
    en: 'You cannot give yourself a role. Ask another administrator.',
  },
  'period-reversed': {
    id: 'Tanggal berakhir harus sesudah tanggal mulai.',
    en: 'The end must come after the start.',
  },
  'areas-missing': { id: 'Pilih area untuk koordinator area.', en: 'Choose the coordinator’s areas.' },
  'already-held': {
    id: 'Orang itu sudah memegang peran ini pada masa tersebut.',
    en: 'That person holds this role in that period already.',
  },
  'already-ended': { id: 'Peran itu sudah berakhir.', en: 'That role has ended already.' },
  'last-admin': {
    id: 'Ini admin terakhir. Beri peran admin kepada orang lain dulu.',
    en: 'This is the last administrator. Give someone else the role first.',
  },
  'date-form': { id: 'Isi tanggal mulai dengan benar.', en: 'Enter a valid start date.' },
})

export const peopleText = (locale: Locale) => translator(peopleMessages, locale)
