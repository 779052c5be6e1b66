import { defineMessages } from '../../../ui/messages.ts'

type Name = { name: string }

export const previewMessages = defineMessages({
  title: { id: 'Isi bukti', en: 'What it shows' },
  frame: { id: (p: Name) => `Isi berkas ${p.name}`, en: (p: Name) => `Contents of ${p.name}` },
  video: { id: (p: Name) => `Video ${p.name}`, en: (p: Name) => `Video ${p.name}` },
  videoElse: {
    id: 'Bila video ini tidak dapat diputar di sini, misalnya karena direkam dengan HEVC, buka berkasnya dan simpan untuk diputar di perangkat Anda.',
    en: 'If this video does not play here, for instance because it was recorded in HEVC, open the file and save it to play it on your device.',
  },
  heic: {
    id: 'Foto HEIC tidak dapat ditampilkan oleh sebagian besar peramban. Unduh untuk melihatnya.',
    en: 'Most browsers cannot show HEIC photos. Download it to see it.',
  },
  heicElse: {
    id: 'Supaya pemeriksa dan penilai langsung melihatnya: buka fotonya, simpan ulang sebagai JPEG, lalu unggah sebagai versi baru. Di iPhone, foto berikutnya menjadi JPEG lewat Pengaturan > Kamera > Format > Paling Kompatibel.',
    en: 'So that reviewers and assessors see it at once: open the photo, save it again as JPEG, and upload that as a new version. On an iPhone, later photos become JPEG under Settings > Camera > Formats > Most Compatible.',
  },
  open: { id: 'Buka berkas', en: 'Open the file' },
  save: { id: 'Unduh berkas', en: 'Download the file' },
  read: { id: 'Baca seluruh isinya', en: 'Read all of it' },
  beginning: { id: 'Awal isi berkas', en: 'The beginning of the file' },
  whole: { id: 'Teks di dalam berkas', en: 'The text of the file' },
  pages: {
    id: (p: { n: number }) => `${p.n} halaman`,
    en: (p: { n: number }) => `${p.n} ${p.n === 1 ? 'page' : 'pages'}`,
  },
  waiting: {
    id: 'Isi berkas sedang dibaca di latar belakang. Muat ulang halaman ini sebentar lagi.',
    en: 'The file is being read in the background. Reload this page in a moment.',
  },
  elsewhere: {
    id: 'Bukti ini berada di situs lain. Buka alamatnya untuk melihatnya.',
    en: 'This evidence stands on another site. Open its address to see it.',
  },
  says: { id: 'Tertulis di dalam dokumen', en: 'Written in the document' },
  'says.number': { id: (p: Name) => `Nomor ${p.name}`, en: (p: Name) => `Number ${p.name}` },
  'says.date': { id: (p: Name) => `Tanggal ${p.name}`, en: (p: Name) => `Date ${p.name}` },
  'says.fill': { id: 'Isikan ke keterangan', en: 'Fill in the facts' },
  thumbnail: { id: (p: Name) => `Gambar kecil ${p.name}`, en: (p: Name) => `Small picture of ${p.name}` },
})
