import { defineMessages } from '../../../ui/messages.ts'

export const messages = defineMessages({
  'problem.gone': {
    id: 'Unggahan ini tidak ada lagi. Pilih kembali berkasnya',
    en: 'This upload is gone. Choose the file again',
  },
  'problem.too-many': {
    id: (d: { n: number }) =>
      `Sudah ada ${d.n} unggahan Anda yang belum selesai. Lanjutkan atau batalkan dulu sebagian`,
    en: (d: { n: number }) => `You already have ${d.n} unfinished uploads. Finish or cancel some first`,
  },
  'problem.offset': {
    id: 'Kiriman tidak menyambung pada bagian yang sudah diterima',
    en: 'This does not continue what was received',
  },
  'problem.past-end': {
    id: 'Kiriman lebih panjang daripada ukuran berkas yang disebutkan',
    en: 'More arrived than the size that was announced',
  },
  'problem.checksum': {
    id: 'Kiriman rusak di jalan; kirim ulang bagian ini',
    en: 'This part was damaged on its way; send it again',
  },
  'problem.broken': { id: 'Kiriman terputus', en: 'The upload broke off' },
  'problem.request': {
    id: 'Permintaan unggah tidak lengkap atau memakai cara yang tidak didukung',
    en: 'The upload request is incomplete or uses what is not supported',
  },

  drop: {
    id: 'Seret berkas ke sini, tempel dari papan klip, atau pilih di atas. Unggahan dapat dijeda dan menyambung sendiri setelah sambungan terputus.',
    en: 'Drag files here, paste them from the clipboard, or choose them above. Uploads can be paused and go on by themselves after the connection was lost.',
  },
  touch: {
    id: 'Unggahan dapat dijeda dan menyambung sendiri setelah sambungan terputus.',
    en: 'Uploads can be paused and go on by themselves after the connection was lost.',
  },
  camera: { id: 'Ambil foto', en: 'Take a photo' },
  scale: {
    id: 'Perkecil foto sebelum dikirim',
    en: 'Make photos smaller before they are sent',
  },
  scaleHint: {
    id: 'Sisi terpanjang 2.000 piksel. Waktu dan lokasi yang dicatat kamera ikut hilang.',
    en: 'The longest side becomes 2,000 pixels. The time and place that the camera noted are lost.',
  },
  list: { id: 'Unggahan', en: 'Uploads' },
  sending: { id: '{done} dari {size}', en: '{done} of {size}' },
  checking: { id: 'Memeriksa isi berkas', en: 'Checking the content' },
  paused: { id: 'Dijeda pada {done} dari {size}', en: 'Paused at {done} of {size}' },
  waiting: {
    id: 'Sambungan terputus pada {done} dari {size}; menyambung sendiri',
    en: 'The connection was lost at {done} of {size}; it goes on by itself',
  },
  received: {
    id: 'Sudah diterima ({size}). Kirim formulir ini agar dihitung.',
    en: 'Received ({size}). Send this form so that it counts.',
  },
  scaled: {
    id: 'Sudah diterima, diperkecil dari {was} ke {size}. Kirim formulir ini agar dihitung.',
    en: 'Received, from {was} down to {size}. Send this form so that it counts.',
  },
  failed: {
    id: 'Tidak dapat dikirim. Muat ulang halaman lalu coba lagi',
    en: 'It could not be sent. Reload the page and try again',
  },
  pause: { id: 'Jeda', en: 'Pause' },
  resume: { id: 'Lanjutkan', en: 'Resume' },
  remove: { id: 'Batalkan', en: 'Cancel' },
  ofFile: { id: '{action}: {name}', en: '{action}: {name}' },
  pending: {
    id: 'Formulir dikirim begitu semua berkas diterima.',
    en: 'The form is sent as soon as every file is received.',
  },
  pasted: { id: 'tempelan', en: 'pasted' },
})
