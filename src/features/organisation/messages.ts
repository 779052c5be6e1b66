import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const accountMessages = defineMessages({
  signIn: { id: 'Masuk', en: 'Sign in' },
  signInNote: {
    id: 'Zona: rencana, bukti, dan penilaian Zona Integritas instansi Anda.',
    en: 'Zona: your agency’s integrity-zone plan, evidence and assessment.',
  },
  signInOidc: { id: 'Masuk dengan akun instansi', en: 'Sign in with the agency account' },
  email: { id: 'Alamat surel', en: 'E-mail address' },
  password: { id: 'Kata sandi', en: 'Password' },
  forgot: { id: 'Lupa kata sandi?', en: 'Forgot your password?' },
  refused: {
    id: 'Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
    en: 'The e-mail address or the password does not match. Check both and try again.',
  },
  locked: {
    id: (v: { until: string }) =>
      `Terlalu banyak percobaan yang gagal. Alamat ini dikunci sampai ${v.until}. Coba lagi sesudahnya, atau atur ulang kata sandi.`,
    en: (v: { until: string }) =>
      `Too many failed tries. This address is locked until ${v.until}. Try again after that, or reset the password.`,
  },
  oidcFailed: {
    id: 'Masuk dengan akun instansi tidak berhasil. Ulangi dari halaman ini; bila tetap gagal, hubungi admin instansi.',
    en: 'Signing in with the agency account failed. Start again from this page; if it still fails, ask the agency’s administrator.',
  },
  oidcUnknown: {
    id: 'Alamat surel akun instansi Anda belum terdaftar di Zona. Minta admin instansi mendaftarkannya dan membuatkan akun.',
    en: 'The e-mail address of your agency account is not registered in Zona. Ask the agency’s administrator to register it and make an account.',
  },
  oidcUnverified: {
    id: 'Penyedia akun instansi belum memastikan alamat surel Anda. Minta pengelolanya memverifikasi alamat itu, lalu masuk lagi.',
    en: 'The agency’s account provider has not verified your e-mail address. Ask its administrator to verify it, then sign in again.',
  },
  oidcNoEmail: {
    id: 'Akun instansi Anda tidak mempunyai alamat surel. Minta pengelolanya mengisi, lalu masuk lagi.',
    en: 'Your agency account has no e-mail address. Ask its administrator to add one, then sign in again.',
  },
  oidcCancelled: {
    id: 'Masuk dengan akun instansi dibatalkan.',
    en: 'Signing in with the agency account was cancelled.',
  },
  oidcLocked: {
    id: 'Akun Anda di Zona sedang dikunci. Hubungi admin instansi.',
    en: 'Your account in Zona is locked. Ask the agency’s administrator.',
  },
  codeTitle: { id: 'Kode verifikasi', en: 'Verification code' },
  codeHint: {
    id: 'Enam angka dari aplikasi autentikator Anda',
    en: 'Six digits from your authenticator app',
  },
  backupCode: { id: 'Kode cadangan', en: 'Backup code' },
  backupHint: {
    id: 'Salah satu kode yang Anda simpan saat menyalakan verifikasi; tiap kode berlaku sekali',
    en: 'One of the codes that you kept when you turned verification on; each works once',
  },
  useBackup: { id: 'Pakai kode cadangan', en: 'Use a backup code' },
  useApp: { id: 'Pakai aplikasi autentikator', en: 'Use the authenticator app' },
  wrongCode: {
    id: 'Kode itu tidak cocok. Masukkan kode terbaru yang tampil di aplikasi.',
    en: 'That code does not match. Enter the newest code that the app shows.',
  },
  wrongBackup: {
    id: 'Kode cadangan itu tidak cocok atau sudah dipakai.',
    en: 'That backup code does not match or has been used.',
  },
  codeExpired: {
    id: 'Waktu untuk memasukkan kode sudah habis. Masuk lagi dari awal.',
    en: 'The time to enter the code has passed. Sign in again from the start.',
  },
  codeTooMany: {
    id: 'Terlalu banyak kode yang salah. Tunggu 15 menit, lalu masuk lagi dari awal.',
    en: 'Too many wrong codes. Wait 15 minutes, then sign in again from the start.',
  },
  continue: { id: 'Lanjutkan', en: 'Continue' },
  signedOut: { id: 'Anda sudah keluar.', en: 'You are signed out.' },
  forgotTitle: { id: 'Atur ulang kata sandi', en: 'Reset your password' },
  forgotText: {
    id: 'Tulis alamat surel akun Anda. Kami mengirim tautan untuk membuat kata sandi baru.',
    en: 'Enter your account’s e-mail address. We send a link with which you set a new password.',
  },
  forgotSend: { id: 'Kirim tautan', en: 'Send the link' },
  forgotSent: {
    id: 'Bila alamat itu terdaftar, tautan sudah dikirim dan berlaku satu jam. Periksa juga folder spam.',
    en: 'If that address is registered, a link is on its way and works for one hour. Check the spam folder too.',
  },
  noMail: {
    id: 'Surel belum diatur di server ini. Minta admin instansi membuatkan tautan kata sandi untuk Anda.',
    en: 'E-mail is not set up on this server. Ask the agency administrator to make a password link for you.',
  },
  mailSubject: { id: 'Tautan kata sandi Zona', en: 'Your Zona password link' },
  mailText: {
    id: (v: { link: string }) =>
      `Seseorang, semoga Anda, meminta tautan untuk membuat kata sandi Zona.\n\nBuka tautan ini dalam satu jam:\n${v.link}\n\nBila bukan Anda, abaikan surel ini; kata sandi Anda tidak berubah.`,
    en: (v: { link: string }) =>
      `Someone, we hope you, asked for a link to set a Zona password.\n\nOpen this link within one hour:\n${v.link}\n\nIf it was not you, ignore this mail; your password stays as it is.`,
  },
  inviteText: {
    id: (v: { link: string; name: string }) =>
      `Yth. ${v.name},\n\nAkun Zona Anda sudah dibuat. Buka tautan ini dalam tujuh hari untuk membuat kata sandi:\n${v.link}`,
    en: (v: { link: string; name: string }) =>
      `Dear ${v.name},\n\nYour Zona account is ready. Open this link within seven days to set a password:\n${v.link}`,
  },
  newPasswordTitle: { id: 'Buat kata sandi baru', en: 'Set a new password' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  newPasswordHint: {
    id: 'Paling sedikit 12 karakter; beberapa kata acak mudah diingat dan kuat',
    en: 'At least 12 characters; a few random words are strong and easy to remember',
  },
  again: { id: 'Ulangi kata sandi baru', en: 'Repeat the new password' },
  savePassword: { id: 'Simpan kata sandi', en: 'Save the password' },
  passwordSet: {
    id: 'Kata sandi baru disimpan. Silakan masuk.',
    en: 'The new password is saved. Please sign in.',
  },
  passwordChanged: {
    id: 'Kata sandi diganti. Sesi lain sudah diakhiri; token API dan alamat kalender tetap berlaku sampai dicabut.',
    en: 'The password is changed. Other sessions have ended; API tokens and calendar addresses hold until they are revoked.',
  },
  'password.too-short': {
    id: 'Kata sandi terlalu pendek. Pakai paling sedikit 12 karakter.',
    en: 'The password is too short. Use at least 12 characters.',
  },
  'password.too-long': {
    id: 'Kata sandi terlalu panjang. Pakai paling banyak 128 karakter.',
    en: 'The password is too long. Use at most 128 characters.',
  },
  'password.not-alike': {
    id: 'Kedua kata sandi tidak sama. Ketik ulang yang kedua.',
    en: 'The two passwords differ. Type the second one again.',
  },
  'password.link-spent': {
    id: 'Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru.',
    en: 'This link has been used or has expired. Ask for a new one.',
  },
  'password.wrong-password': {
    id: 'Kata sandi saat ini tidak cocok.',
    en: 'The current password does not match.',
  },
  account: { id: 'Akun saya', en: 'My account' },
  name: { id: 'Nama', en: 'Name' },
  language: { id: 'Bahasa', en: 'Language' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Perubahan disimpan.', en: 'The change is saved.' },
  myRoles: { id: 'Peran saya', en: 'My roles' },
  role: { id: 'Peran', en: 'Role' },
  noRoles: { id: 'Belum ada peran', en: 'No roles yet' },
  security: { id: 'Keamanan', en: 'Security' },
  verification: { id: 'Verifikasi dua langkah', en: 'Two-step verification' },
  on: { id: 'Menyala', en: 'On' },
  off: { id: 'Mati', en: 'Off' },
  manageVerification: { id: 'Atur verifikasi', en: 'Manage verification' },
  manageSessions: { id: 'Lihat sesi', en: 'See sessions' },
  validity: { id: 'Masa berlaku', en: 'Period' },
  sessions: { id: 'Sesi', en: 'Sessions' },
  sessionsWhat: {
    id: 'Perangkat yang sedang masuk dengan akun ini.',
    en: 'Devices signed in to this account.',
  },
  tokensWhat: {
    id: 'Untuk program yang membaca atau mengisi Zona atas nama Anda.',
    en: 'For programs that read or fill in Zona on your behalf.',
  },
  tokens: { id: 'Token API', en: 'API tokens' },
  manageTokens: { id: 'Atur token', en: 'Manage tokens' },
  currentPassword: { id: 'Kata sandi saat ini', en: 'Current password' },
  changePassword: { id: 'Ganti kata sandi', en: 'Change the password' },
  totpIntro: {
    id: 'Dengan verifikasi dua langkah, masuk memerlukan kata sandi dan kode dari ponsel Anda.',
    en: 'With two-step verification, signing in takes your password and a code from your phone.',
  },
  totpStart: { id: 'Nyalakan', en: 'Turn on' },
  totpStop: { id: 'Matikan', en: 'Turn off' },
  totpScan: {
    id: 'Pindai gambar ini dengan aplikasi autentikator, atau ketik kunci di bawahnya.',
    en: 'Scan this picture with an authenticator app, or type the key below it.',
  },
  totpQr: { id: 'Kode QR untuk aplikasi autentikator', en: 'QR code for the authenticator app' },
  totpKey: { id: 'Kunci', en: 'Key' },
  totpCodes: { id: 'Kode cadangan Anda', en: 'Your backup codes' },
  totpCodesText: {
    id: 'Simpan kode ini di tempat aman sekarang: kode ini tidak ditampilkan lagi. Tiap kode dapat dipakai sekali bila ponsel tidak ada.',
    en: 'Keep these somewhere safe now: they are not shown again. Each works once when the phone is not at hand.',
  },
  totpOn: { id: 'Verifikasi dua langkah menyala.', en: 'Two-step verification is on.' },
  totpOff: { id: 'Verifikasi dua langkah mati.', en: 'Two-step verification is off.' },
  totpAgain: {
    id: 'Kode itu tidak cocok. Masukkan kode terbaru, atau mulai lagi untuk mendapat gambar baru.',
    en: 'That code does not match. Enter the newest one, or start over for a new picture.',
  },
  startOver: { id: 'Mulai lagi', en: 'Start over' },
  confirmCode: { id: 'Konfirmasi kode', en: 'Confirm the code' },
  device: { id: 'Perangkat', en: 'Device' },
  address: { id: 'Alamat', en: 'Address' },
  lastUsed: { id: 'Terakhir dipakai', en: 'Last used' },
  thisSession: { id: 'sesi ini', en: 'this session' },
  endSession: { id: 'Akhiri', en: 'End' },
  endOthers: { id: 'Akhiri semua sesi lain', en: 'End all other sessions' },
  sessionEnded: { id: 'Sesi diakhiri.', en: 'The session has ended.' },
  unknown: { id: 'Tidak diketahui', en: 'Unknown' },
  until: { id: (v: { date: string }) => `sampai ${v.date}`, en: (v: { date: string }) => `until ${v.date}` },
  from: { id: (v: { date: string }) => `sejak ${v.date}`, en: (v: { date: string }) => `since ${v.date}` },
})

export const accountText = (locale: Locale) => translator(accountMessages, locale)
