import { defineMessages } from '../../../ui/messages.ts'

type N = { n: number }

export const exportMessages = defineMessages({
  evidence: { id: 'Bukti', en: 'Evidence' },

  share: { id: 'Bagikan', en: 'Share' },
  'share.title': { id: 'Bagikan ke luar', en: 'Share outside' },
  'share.note': {
    id: 'Untuk ditempel di portal kementerian. Siapa pun yang memegang tautannya dapat mengunduh versi ini tanpa akun.',
    en: 'To paste into the ministry’s portal. Whoever holds the link can download this version without an account.',
  },
  'share.days': { id: 'Berlaku selama', en: 'Valid for' },
  'share.day': { id: (d: N) => `${d.n} hari`, en: (d: N) => `${d.n} days` },
  'share.make': { id: 'Buat tautan', en: 'Make a link' },
  'share.made': { id: 'Tautan siap ditempel', en: 'The link is ready to paste' },
  'share.once': {
    id: 'Salin sekarang. Tautan ini hanya ditampilkan sekali dan tidak disimpan di Zona.',
    en: 'Copy it now. It is shown only once and Zona does not keep it.',
  },
  'share.shown': {
    id: 'Tautan itu sudah dibuat dan sudah ditampilkan. Bila belum tersalin, cabut lalu buat yang baru.',
    en: 'That link was made and shown already. If you did not copy it, revoke it and make another.',
  },
  'share.list': { id: 'Tautan yang pernah dibuat', en: 'Links made so far' },
  'share.none': { id: 'Belum ada tautan', en: 'No links yet' },
  'share.version': { id: 'Versi', en: 'Version' },
  'share.by': { id: 'Dibuat', en: 'Made' },
  'share.until': { id: 'Berlaku sampai', en: 'Valid until' },
  'share.opened': { id: 'Dibuka', en: 'Opened' },
  'share.times': { id: (d: N) => `${d.n} kali`, en: (d: N) => `${d.n} times` },
  'share.state': { id: 'Status', en: 'State' },
  'share.open': { id: 'Berlaku', en: 'Valid' },
  'share.revoked': { id: 'Dicabut', en: 'Revoked' },
  'share.expired': { id: 'Kedaluwarsa', en: 'Expired' },
  'share.revoke': { id: 'Cabut', en: 'Revoke' },
  'share.revokeAria': {
    id: (d: { date: string }) => `Cabut tautan yang dibuat ${d.date}`,
    en: (d: { date: string }) => `Revoke the link made ${d.date}`,
  },
  'share.done': {
    id: 'Tautan dicabut. Alamatnya tidak menampilkan apa pun lagi.',
    en: 'The link is revoked. Its address shows nothing any more.',
  },
  'share.photo': {
    id: 'Catatan lokasi, waktu, dan perangkat dari kamera dibuang dari salinan yang dibagikan.',
    en: 'The camera’s notes of place, time and device are removed from the shared copy.',
  },
  'share.video': {
    id: 'Catatan lokasi, waktu, dan perangkat dari kamera dibuang dari salinan yang dibagikan, begitu pula teks terjemahan (subtitle) dan bab. Apa yang terlihat dan terdengar di dalam video tetap ada.',
    en: 'The camera’s notes of place, time and device are removed from the shared copy, and so are subtitles and chapters. What is seen and heard in the video stays.',
  },
  'share.document': {
    id: 'Dokumen dibagikan apa adanya: nama penyusun di properti dokumen tetap ada, dan foto di dalamnya mungkin masih mencatat lokasi. Bila itu tidak boleh keluar, buang lokasi dari fotonya sebelum dimasukkan ke dokumen, lalu unggah versi baru.',
    en: 'Documents are shared as they are: the author’s name in their properties stays, and photos inside may still note where they were taken. If that must not go out, remove the place from the photos before they go into the document, then upload a new version.',
  },
  'share.problem.not-found': { id: 'Bukti itu tidak ada lagi', en: 'That evidence is gone' },
  'share.problem.days': { id: 'Pilih masa berlakunya', en: 'Choose how long it is valid' },
  'share.problem.confidential': {
    id: 'Bukti terbatas tidak dapat dibagikan ke luar',
    en: 'Restricted evidence cannot be shared outside',
  },
  'share.problem.returned': {
    id: 'Bukti yang dikembalikan tidak dapat dibagikan. Perbaiki dahulu, lalu bagikan versi barunya',
    en: 'Returned evidence cannot be shared. Correct it first, then share the new version',
  },
  'share.problem.withdrawn': {
    id: 'Bukti yang ditarik tidak dapat dibagikan',
    en: 'Evidence that was taken back cannot be shared',
  },
  'share.problem.elsewhere': {
    id: 'Bukti ini sudah berupa alamat di situs lain. Tempel alamat itu di portal',
    en: 'This evidence is an address on another site already. Paste that address into the portal',
  },
  'share.problem.changed': {
    id: 'Versi baru baru saja masuk. Periksa dahulu, lalu buat tautannya sekali lagi',
    en: 'A new version has just come in. Look at it, then make the link once more',
  },
  'share.problem.photo': {
    id: (d: { format: string }) =>
      `Catatan lokasi di dalam ${d.format} ini tidak dapat dipastikan hilang, jadi fotonya tidak dibagikan. Buka fotonya, simpan ulang sebagai JPEG, lalu unggah sebagai versi baru`,
    en: (d: { format: string }) =>
      `The place inside this ${d.format} cannot be removed for certain, so the photo is not shared. Open it, save it again as JPEG, and upload that as a new version`,
  },
  'share.problem.video': {
    id: (d: { format: string }) =>
      `Catatan lokasi di dalam ${d.format} ini tidak dapat dipastikan hilang, jadi videonya tidak dibagikan. Ekspor ulang sebagai ${d.format} biasa dengan aplikasi penyunting video, lalu unggah sebagai versi baru`,
    en: (d: { format: string }) =>
      `The place inside this ${d.format} cannot be removed for certain, so the video is not shared. Export it again as an ordinary ${d.format} with a video editor, and upload that as a new version`,
  },

  'public.note': {
    id: (d: { unit: string }) => `Bukti pembangunan Zona Integritas, dari ${d.unit}`,
    en: (d: { unit: string }) => `Evidence of building the Integrity Zone, by ${d.unit}`,
  },
  'public.number': { id: 'Nomor dokumen', en: 'Document number' },
  'public.date': { id: 'Tanggal dokumen', en: 'Date of the document' },
  'public.file': { id: 'Berkas', en: 'File' },
  'public.hash': { id: 'Sidik SHA-256', en: 'SHA-256' },
  'public.hashNote': {
    id: 'Sidik ini berubah bila satu huruf saja di dalam berkas diubah. Cocokkan untuk memastikan berkasnya asli.',
    en: 'It changes when a single letter of the file is changed. Compare it to be sure that the file is the original.',
  },
  'public.photo': {
    id: 'Yang diunduh adalah salinan foto tanpa catatan lokasi, waktu, dan perangkat; sidik di atas milik foto aslinya.',
    en: 'The download is a copy of the photo without its notes of place, time and device; the hash is the original’s.',
  },
  'public.video': {
    id: 'Yang diunduh adalah salinan video tanpa catatan lokasi, waktu, dan perangkat; sidik di atas milik video aslinya.',
    en: 'The download is a copy of the video without its notes of place, time and device; the hash is the original’s.',
  },
  'public.until': { id: 'Tautan berlaku sampai', en: 'The link is valid until' },
  'public.download': { id: 'Unduh berkas', en: 'Download the file' },
  'public.gone': { id: 'Tautan ini tidak berlaku', en: 'This link is not valid' },
  'public.goneText': {
    id: 'Mungkin salah salin, sudah kedaluwarsa, atau dicabut. Mintalah tautan baru kepada unit yang memberikannya.',
    en: 'It may be miscopied, expired or revoked. Ask the unit that gave it to you for a new one.',
  },
  'public.many': { id: 'Terlalu banyak percobaan', en: 'Too many attempts' },
  'public.manyText': {
    id: 'Dari alamat Anda terlalu banyak tautan salah yang dicoba. Coba lagi dalam 10 menit.',
    en: 'Too many wrong links were tried from your address. Try again in 10 minutes.',
  },
  'public.noCopy': { id: 'Salinannya belum dapat dibuat', en: 'The copy could not be made' },
  'public.noCopyText': {
    id: 'Berkas ini tidak dapat dibersihkan dari catatan lokasinya, jadi tidak ditampilkan. Mintalah bukti dalam bentuk lain kepada unitnya.',
    en: 'This file could not be rid of its notes of place, so it is not shown. Ask the unit for it in another form.',
  },

  'export.title': { id: 'Ekspor bukti', en: 'Export the evidence' },
  'export.note': {
    id: 'Semua berkas bukti satu tahun rencana, tersusun menurut area, subkomponen, dan bukti yang diminta.',
    en: 'All files of a plan’s year, in folders by area, sub-component and item asked for.',
  },
  'export.year': { id: 'Tahun rencana', en: 'Year of the plan' },
  'export.choice': { id: 'Bukti yang ikut', en: 'Which evidence' },
  'export.accepted': { id: 'Hanya yang diterima', en: 'Accepted only' },
  'export.all': { id: 'Semua, termasuk yang belum diterima', en: 'All, accepted or not' },
  'export.zip': { id: 'Unduh ZIP', en: 'Download the ZIP' },
  'export.book': { id: 'Buku bukti (PDF)', en: 'Evidence book (PDF)' },
  'export.noPlan': {
    id: 'Unit ini belum punya rencana, jadi belum ada yang dapat diekspor.',
    en: 'This unit has no plan yet, so there is nothing to export.',
  },
  'export.inside': { id: 'Yang ada di dalam ZIP', en: 'What the ZIP holds' },
  'export.inside.originals': {
    id: 'Berkas asli, tersusun dalam folder. Foto dan video masih memuat catatan lokasinya; untuk memperlihatkan satu bukti ke luar, pakai Bagikan pada buktinya.',
    en: 'The original files, in folders. Photos and videos still note their place; to show one piece outside, use Share on its page.',
  },
  'export.inside.lists': {
    id: 'Daftar isi (index.html dan index.xlsx), semua versi dan kaitannya (manifest.json), dan sidik setiap berkas untuk memeriksa keutuhannya (SHA256SUMS).',
    en: 'A list (index.html and index.xlsx), every version and link (manifest.json), and the hash of each file to check that all is whole (SHA256SUMS).',
  },
  'export.inside.elsewhere': {
    id: 'Bukti yang berada di situs lain tercantum di daftar dengan alamatnya.',
    en: 'Evidence on other sites stands in the list with its address.',
  },
  'export.inside.lost': {
    id: 'Berkas yang hilang atau berubah di penyimpanan disebut di daftar. Bila unduhan terputus, ZIP tidak dapat dibuka: unduh sekali lagi.',
    en: 'A file that the store lost or that changed is named in the list. A download that breaks off cannot be opened: take it again.',
  },

  'index.filled': {
    id: (d: { asked: number; filled: number }) => `${d.filled} dari ${d.asked} terisi`,
    en: (d: { asked: number; filled: number }) => `${d.filled} of ${d.asked} filled`,
  },
  'index.title': {
    id: (d: { unit: string; year: number }) => `Bukti Zona Integritas ${d.unit} ${d.year}`,
    en: (d: { unit: string; year: number }) => `Integrity Zone evidence, ${d.unit}, ${d.year}`,
  },
  'index.answer': {
    id: (d: { filled: number; asked: number; pieces: number }) =>
      `${d.filled} dari ${d.asked} bukti yang diminta terisi, dengan ${d.pieces} bukti.`,
    en: (d: { filled: number; asked: number; pieces: number }) =>
      `${d.filled} of ${d.asked} items filled by ${d.pieces} pieces of evidence.`,
  },
  'index.made': {
    id: (d: { when: string; choice: string }) => `Dibuat ${d.when}. Isi: ${d.choice}.`,
    en: (d: { when: string; choice: string }) => `Made ${d.when}. Content: ${d.choice}.`,
  },
  'index.item': { id: 'Bukti yang diminta', en: 'Item asked for' },
  'index.piece': { id: 'Bukti', en: 'Evidence' },
  'index.area': { id: 'Area', en: 'Area' },
  'index.sub': { id: 'Subkomponen', en: 'Sub-component' },
  'index.indicator': { id: 'Indikator', en: 'Indicator' },
  'index.state': { id: 'Status', en: 'State' },
  'index.number': { id: 'Nomor', en: 'Number' },
  'index.date': { id: 'Tanggal dokumen', en: 'Document date' },
  'index.person': { id: 'Pengunggah', en: 'Uploaded by' },
  'index.size': { id: 'Ukuran (bita)', en: 'Size (bytes)' },
  'index.file': { id: 'Berkas atau alamat', en: 'File or address' },
  'index.problem': { id: 'Masalah', en: 'Problem' },
  'index.none': { id: 'Belum ada bukti', en: 'No evidence yet' },
  'index.other': { id: 'Bukti lain', en: 'Other evidence' },
  'index.missing': { id: 'HILANG dari penyimpanan', en: 'MISSING from the store' },
  'index.changed': { id: 'BERUBAH dari saat diunggah', en: 'CHANGED since it was uploaded' },
  'index.broken': {
    id: (d: N) => `Ekspor ini tidak lengkap: ${d.n} berkas hilang atau berubah`,
    en: (d: N) => `This export is incomplete: ${d.n} files are missing or changed`,
  },

  'book.accepted': {
    id: 'Memuat bukti yang sudah diterima pemeriksa',
    en: 'Holds the evidence that reviewers accepted',
  },
  'book.all': {
    id: 'Memuat semua bukti, termasuk yang belum diperiksa',
    en: 'Holds all evidence, also what was not reviewed yet',
  },
  'book.kind': { id: 'Jenis', en: 'Kind' },
  'book.number': { id: 'Nomor', en: 'Number' },
  'book.date': { id: 'Tanggal', en: 'Date' },
  'book.serves': { id: 'Membuktikan', en: 'Proves' },
  'book.page': { id: (d: { page: string }) => `(${d.page})`, en: (d: { page: string }) => `(${d.page})` },
  'book.brought': { id: 'Diunggah', en: 'Uploaded' },
  'book.by': {
    id: (d: { person: string; when: string }) => `${d.person}, ${d.when}`,
    en: (d: { person: string; when: string }) => `${d.person}, ${d.when}`,
  },
  'book.review': { id: 'Pemeriksaan', en: 'Review' },
  'book.reviewed': {
    id: (d: { state: string; person: string; when: string }) => `${d.state} oleh ${d.person}, ${d.when}`,
    en: (d: { state: string; person: string; when: string }) => `${d.state} by ${d.person}, ${d.when}`,
  },
  'book.file': { id: 'Berkas', en: 'File' },
  'book.address': { id: 'Alamat', en: 'Address' },
  'book.version': { id: (d: N) => `versi ${d.n}`, en: (d: N) => `version ${d.n}` },
})
