import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const passkeyMessages = defineMessages({
  title: { id: 'Kunci sandi', en: 'Passkeys' },
  note: {
    id: 'Masuk dengan sidik jari, wajah, atau PIN perangkat, tanpa kata sandi.',
    en: 'Sign in with the device’s fingerprint, face or PIN, without a password.',
  },
  name: { id: 'Nama kunci', en: 'Name' },
  nameHint: {
    id: 'Misalnya "Ponsel pribadi" atau "Laptop kantor"',
    en: 'For instance “My phone” or “Office laptop”',
  },
  created: { id: 'Dibuat', en: 'Made' },
  lastUsed: { id: 'Terakhir dipakai', en: 'Last used' },
  never: { id: 'Belum pernah', en: 'Never' },
  remove: { id: 'Hapus', en: 'Remove' },
  removed: {
    id: 'Kunci dihapus dan tidak berlaku lagi.',
    en: 'The passkey is removed and opens nothing any more.',
  },
  empty: { id: 'Belum ada kunci sandi', en: 'No passkeys yet' },
  add: { id: 'Tambah kunci sandi', en: 'Add a passkey' },
  added: {
    id: 'Kunci sandi ditambahkan. Anda dapat memakainya saat masuk.',
    en: 'The passkey is added. You can sign in with it.',
  },
  password: { id: 'Kata sandi saat ini', en: 'Current password' },
  passwordHint: {
    id: 'Kosongkan bila akun Anda tidak memakai kata sandi',
    en: 'Leave it empty if your account has none',
  },
  manage: { id: 'Atur kunci sandi', en: 'Manage passkeys' },
  signIn: { id: 'Masuk dengan kunci sandi', en: 'Sign in with a passkey' },
  needsScript: {
    id: 'Kunci sandi memerlukan JavaScript dan browser yang mendukungnya. Tanpa itu, pakai kata sandi seperti biasa.',
    en: 'Passkeys need JavaScript and a browser that supports them. Without, use your password as usual.',
  },
  needsName: {
    id: 'Server ini dibuka lewat alamat IP. Kunci sandi hanya dapat dipakai pada nama host, misalnya zona.contoh.go.id.',
    en: 'This server is opened by an IP address. Passkeys work only on a host name, for instance zona.example.go.id.',
  },
  failed: {
    id: 'Perangkat tidak memberikan kunci, atau Anda membatalkannya. Coba lagi.',
    en: 'The device gave no passkey, or you cancelled. Try again.',
  },
  refused: {
    id: 'Kunci sandi itu tidak dikenal atau tidak berlaku lagi. Masuk dengan kata sandi, lalu periksa kunci Anda di halaman akun.',
    en: 'That passkey is unknown or no longer valid. Sign in with your password and look at your passkeys on the account page.',
  },
  'wrong-password': { id: 'Kata sandi saat ini tidak cocok.', en: 'The current password does not match.' },
  'name-missing': { id: 'Isi nama kunci.', en: 'Enter a name.' },
  'not-verified': {
    id: 'Jawaban perangkat tidak dapat dipastikan atau sudah lewat waktunya. Coba lagi.',
    en: 'The device’s answer could not be verified or came too late. Try again.',
  },
  'already-known': { id: 'Kunci itu sudah terdaftar.', en: 'That passkey is registered already.' },
})

export const passkeyText = (locale: Locale) => translator(passkeyMessages, locale)
