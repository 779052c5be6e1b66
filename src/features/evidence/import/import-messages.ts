import { defineMessages } from '../../../ui/messages.ts'

type N = { n: number }
type Printed = { printed: string }

export const importMessages = defineMessages({
  evidence: { id: 'Bukti', en: 'Evidence' },
  title: { id: 'Impor bukti', en: 'Import evidence' },
  note: {
    id: 'Pindahkan isi drive bersama ke Zona: setiap berkas dicocokkan dengan rencana, Anda periksa, lalu diimpor.',
    en: 'Move a shared drive into Zona: each file is matched to the plan, you check it, then it is imported.',
  },
  year: { id: 'Tahun rencana', en: 'Year of the plan' },
  noPlan: {
    id: 'Unit ini belum punya rencana. Buat atau impor rencananya dahulu.',
    en: 'This unit has no plan yet. Make or import the plan first.',
  },
  file: { id: 'ZIP drive bersama, atau daftar tautan', en: 'ZIP of the shared drive, or a list of links' },
  fileHint: {
    id: 'Unduh folder dari drive sebagai ZIP. Untuk bukti yang tetap di situs lain, kirim daftarnya sebagai CSV atau Excel dengan kolom area, nama bukti, dan tautan.',
    en: 'Download the folder of the drive as a ZIP. For evidence that stays on other sites, send a CSV or Excel list with columns for area, name and link.',
  },
  kinds: { id: 'ZIP, CSV, atau XLSX', en: 'ZIP, CSV or XLSX' },
  read: { id: 'Baca dan cocokkan', en: 'Read and match' },
  past: { id: 'Impor sebelumnya', en: 'Earlier imports' },
  pastNone: { id: 'Belum ada impor', en: 'No imports yet' },
  source: { id: 'Sumber', en: 'Source' },
  'source.zip': { id: 'ZIP', en: 'ZIP' },
  'source.folder': { id: 'Folder di server', en: 'Folder on the server' },
  'source.links': { id: 'Daftar tautan', en: 'List of links' },
  by: { id: 'Oleh', en: 'By' },
  when: { id: 'Waktu', en: 'When' },
  state: { id: 'Status', en: 'State' },
  'state.ready': { id: 'Menunggu diperiksa', en: 'Waiting to be checked' },
  'state.running': { id: 'Sedang diimpor', en: 'Being imported' },
  'state.stopped': { id: 'Terhenti', en: 'Stopped' },
  'state.done': { id: 'Selesai', en: 'Done' },

  'answer.ready': {
    id: (d: { take: number; all: number }) => `${d.take} dari ${d.all} berkas siap diimpor`,
    en: (d: { take: number; all: number }) => `${d.take} of ${d.all} files are ready to import`,
  },
  'answer.running': {
    id: (d: { taken: number; take: number }) => `${d.taken} sudah diimpor, ${d.take} lagi`,
    en: (d: { taken: number; take: number }) => `${d.taken} imported, ${d.take} to go`,
  },
  'answer.stopped': {
    id: (d: { taken: number; take: number }) => `Terhenti: ${d.taken} sudah diimpor, ${d.take} belum`,
    en: (d: { taken: number; take: number }) => `Stopped: ${d.taken} imported, ${d.take} not yet`,
  },
  'answer.done': {
    id: (d: { taken: number; refused: number }) =>
      d.refused === 0 ? `${d.taken} bukti diimpor` : `${d.taken} bukti diimpor, ${d.refused} ditolak`,
    en: (d: { taken: number; refused: number }) =>
      d.refused === 0 ? `${d.taken} imported` : `${d.taken} imported, ${d.refused} refused`,
  },
  refresh: {
    id: 'Impor berjalan di server: halaman ini boleh ditutup. Kalau server mati di tengah jalan, impor dilanjutkan sendiri.',
    en: 'The import runs on the server: you may close this page. If the server dies on the way, the import goes on by itself.',
  },
  reload: { id: 'Muat ulang sekarang', en: 'Reload now' },
  'stop.store-full': {
    id: 'Tempat penyimpanan penuh. Hubungi admin; sesudah ada ruang, lanjutkan. Yang sudah diimpor aman.',
    en: 'The storage is full. Tell the administrator; go on once there is room. What was imported is safe.',
  },
  'stop.store-unavailable': {
    id: 'Tempat penyimpanan tidak menjawab. Coba lanjutkan nanti. Yang sudah diimpor aman.',
    en: 'The storage does not answer. Go on later. What was imported is safe.',
  },
  'stop.scan-unavailable': {
    id: 'Pemindai virus tidak menjawab. Coba lanjutkan nanti. Yang sudah diimpor aman.',
    en: 'The virus scanner does not answer. Go on later. What was imported is safe.',
  },
  'stop.unit-closed': {
    id: 'Unit ini ditutup selagi impor berjalan. Yang belum diimpor dilanjutkan setelah unit dibuka kembali.',
    en: 'This unit was closed while the import ran. What is left goes on once the unit is reopened.',
  },
  'stop.not-in-source': {
    id: 'ZIP atau folder asalnya tidak ada lagi. Kirim ulang untuk mengimpor sisanya.',
    en: 'The ZIP or folder is gone. Send it again to import the rest.',
  },
  'stop.fault': {
    id: 'Terjadi gangguan pada sistem. Yang sudah diimpor aman; coba lanjutkan.',
    en: 'Something went wrong on our side. What was imported is safe; try to go on.',
  },
  'stop.died-again': {
    id: 'Server mati beberapa kali saat memulai impor ini, jadi tidak dicoba lagi sendiri. Yang sudah diimpor aman. Hubungi admin, lalu lanjutkan.',
    en: 'The server died several times as it began this import, so it no longer tries by itself. What was imported is safe. Tell the administrator, then go on.',
  },
  'stop.not-allowed': {
    id: 'Orang yang menjalankan impor ini tidak lagi berhak mengimpor. Yang sudah diimpor aman; yang berhak dapat melanjutkan.',
    en: 'Whoever ran this import may no longer import. What was imported is safe; somebody who may can go on.',
  },
  'stop.stale': {
    id: 'Server berhenti di tengah impor. Yang sudah diimpor aman, dan sisanya dilanjutkan sendiri sebentar lagi. Anda tidak perlu berbuat apa-apa.',
    en: 'The server stopped in the middle. What was imported is safe, and the rest soon goes on by itself. You need not do anything.',
  },
  start: { id: (d: N) => `Impor ${d.n} berkas`, en: (d: N) => `Import ${d.n} files` },
  resumeNow: { id: 'Lanjutkan sekarang', en: 'Go on now' },
  resume: { id: (d: N) => `Lanjutkan ${d.n} berkas`, en: (d: N) => `Go on with ${d.n} files` },
  startText: {
    id: 'Setiap berkas diperiksa seperti unggahan biasa, lalu menjadi bukti yang menunggu pemeriksaan. Yang ditolak tetap tercantum di sini dengan alasannya.',
    en: 'Each file is checked like an upload and becomes evidence that waits for review. What is refused stays here with its reason.',
  },
  choices: { id: 'Berkas', en: 'Files' },
  'view.all': { id: 'Semua', en: 'All' },
  'view.take': { id: 'Akan diimpor', en: 'To import' },
  'view.skip': { id: 'Dilewati', en: 'Skipped' },
  'view.taken': { id: 'Sudah diimpor', en: 'Imported' },
  'view.refused': { id: 'Ditolak', en: 'Refused' },
  path: { id: 'Berkas', en: 'File' },
  place: { id: 'Tempat dalam rencana', en: 'Place in the plan' },
  placeOf: {
    id: (d: { path: string }) => `Tempat untuk ${d.path}`,
    en: (d: { path: string }) => `Place for ${d.path}`,
  },
  why: { id: 'Alasan', en: 'Reason' },
  skip: { id: 'Lewati, jangan diimpor', en: 'Skip, do not import' },
  none: { id: 'Impor tanpa kaitan', en: 'Import without a link' },
  wholeObligation: { id: 'Kewajiban ini', en: 'This obligation' },
  further: { id: 'Pilih tempat lain', en: 'Choose another place' },
  furtherAria: {
    id: (d: { path: string }) => `Pilih tempat lain untuk ${d.path}`,
    en: (d: { path: string }) => `Choose another place for ${d.path}`,
  },
  save: { id: 'Simpan pilihan halaman ini', en: 'Save the choices of this page' },
  saveOne: { id: 'Simpan tempat', en: 'Save the place' },
  saved: {
    id: (d: N) => (d.n === 0 ? 'Tidak ada pilihan yang berubah.' : `${d.n} pilihan tersimpan.`),
    en: (d: N) => (d.n === 0 ? 'No choice changed.' : `${d.n} choices saved.`),
  },
  openPiece: { id: 'Lihat bukti', en: 'See the evidence' },
  openPieceAria: {
    id: (d: { path: string }) => `Lihat bukti ${d.path}`,
    en: (d: { path: string }) => `See the evidence ${d.path}`,
  },
  empty: { id: 'Tidak ada berkas di sini', en: 'No files here' },
  'certainty.sure': { id: 'Yakin', en: 'Sure' },
  'certainty.likely': { id: 'Mungkin', en: 'Likely' },
  'certainty.unsure': { id: 'Ragu', en: 'Unsure' },
  certainty: {
    id: (d: { word: string; n: number }) => `${d.word}, kecocokan ${d.n}%`,
    en: (d: { word: string; n: number }) => `${d.word}, a match of ${d.n}%`,
  },
  unmatched: { id: 'Tidak cocok dengan butir mana pun', en: 'Fits no item' },
  'reason.area-name': {
    id: (d: Printed) => `folder area “${d.printed}”`,
    en: (d: Printed) => `area folder “${d.printed}”`,
  },
  'reason.area-number': {
    id: (d: Printed) => `nomor area “${d.printed}”`,
    en: (d: Printed) => `area number “${d.printed}”`,
  },
  'reason.sub-name': {
    id: (d: Printed) => `folder subkomponen “${d.printed}”`,
    en: (d: Printed) => `sub-component folder “${d.printed}”`,
  },
  'reason.sub-number': {
    id: (d: Printed) => `nomor subkomponen “${d.printed}”`,
    en: (d: Printed) => `sub-component number “${d.printed}”`,
  },
  'reason.indicator-name': {
    id: (d: Printed) => `folder indikator “${d.printed}”`,
    en: (d: Printed) => `indicator folder “${d.printed}”`,
  },
  'reason.indicator-number': {
    id: (d: Printed) => `nomor indikator “${d.printed}”`,
    en: (d: Printed) => `indicator number “${d.printed}”`,
  },
  'reason.plan-number': {
    id: (d: Printed) => `nomor rencana ${d.printed}`,
    en: (d: Printed) => `plan number ${d.printed}`,
  },
  'reason.words-of-name': {
    id: (d: Printed) => `nama berkas “${d.printed}”`,
    en: (d: Printed) => `file name “${d.printed}”`,
  },
  'reason.words-of-title': {
    id: (d: Printed) => `judul “${d.printed}”`,
    en: (d: Printed) => `title “${d.printed}”`,
  },
  'reason.other-year': {
    id: (d: Printed) => `menyebut tahun ${d.printed}`,
    en: (d: Printed) => `speaks of ${d.printed}`,
  },

  'link.unchecked': { id: 'belum diperiksa', en: 'not checked yet' },
  'link.answered': {
    id: (d: { date: string }) => `menjawab pada ${d.date}`,
    en: (d: { date: string }) => `answered on ${d.date}`,
  },
  'link.silent': {
    id: (d: { date: string }) => `tidak menjawab pada ${d.date}`,
    en: (d: { date: string }) => `did not answer on ${d.date}`,
  },
  'link.check': { id: 'Periksa tautan', en: 'Check the links' },
  'link.checked': {
    id: (d: { looked: number; answered: number }) =>
      d.looked === 0
        ? 'Semua tautan sudah diperiksa.'
        : `${d.looked} tautan diperiksa, ${d.answered} menjawab.`,
    en: (d: { looked: number; answered: number }) =>
      d.looked === 0 ? 'All links were checked.' : `${d.looked} links checked, ${d.answered} answered.`,
  },
  'row.no-link': { id: (d: N) => `Baris ${d.n}: tidak ada tautan`, en: (d: N) => `Row ${d.n}: no link` },
  'row.not-an-address': {
    id: (d: N) => `Baris ${d.n}: bukan alamat`,
    en: (d: N) => `Row ${d.n}: not an address`,
  },
  'row.not-on-the-web': {
    id: (d: N) => `Baris ${d.n}: bukan alamat web (http atau https)`,
    en: (d: N) => `Row ${d.n}: not an address of the web`,
  },
  'row.same-link': {
    id: (d: N) => `Baris ${d.n}: tautan yang sama sudah ada di atas`,
    en: (d: N) => `Row ${d.n}: the same link stands above`,
  },
  known: {
    id: 'sudah ada sebagai bukti sebelum impor ini; tidak ditambahkan lagi',
    en: 'was evidence before this import; not added again',
  },
  'refused.died-with-it': {
    id: 'server mati setiap kali berkas ini dibaca; periksa berkasnya, lalu pilih tempatnya lagi untuk mencoba',
    en: 'the server died each time it read this file; check the file, then choose its place again to retry',
  },
  'refused.not-in-source': { id: 'tidak ada lagi di sumbernya', en: 'no longer in its source' },

  'problem.no-file': { id: 'Pilih ZIP atau daftar tautan', en: 'Choose a ZIP or a list of links' },
  'problem.wrong-kind': {
    id: 'Pilih berkas .zip, .csv, atau .xlsx',
    en: 'Choose a .zip, .csv or .xlsx file',
  },
  'problem.broken-form': {
    id: 'Kiriman terputus sebelum lengkap. Tidak ada yang tersimpan; kirim sekali lagi',
    en: 'The upload broke off. Nothing was stored; please send it again',
  },
  'problem.no-plan': {
    id: (d: { year: number }) => `Unit ini belum punya rencana tahun ${d.year}`,
    en: (d: { year: number }) => `This unit has no plan for ${d.year}`,
  },
  'problem.nothing-inside': {
    id: 'Di dalamnya tidak ada berkas atau tautan yang dapat diimpor',
    en: 'It holds no file or link that can be imported',
  },
  'problem.too-large': {
    id: (d: { size: string }) => `Lebih besar dari batas ${d.size}. Bagi per area lalu impor satu per satu`,
    en: (d: { size: string }) => `Larger than the limit of ${d.size}. Split it by area`,
  },
  'problem.store-full': {
    id: 'Tempat penyimpanan penuh, tidak ada yang tersimpan; hubungi admin',
    en: 'The storage is full, nothing was stored; tell the administrator',
  },
  'problem.store-unavailable': {
    id: 'Tempat penyimpanan tidak menjawab, tidak ada yang tersimpan; coba lagi nanti',
    en: 'The storage does not answer, nothing was stored; try again later',
  },
  'problem.no-link-column': {
    id: 'Tidak ada kolom tautan yang dikenali di daftar itu',
    en: 'No column of links was found in that list',
  },
  'problem.running-elsewhere': {
    id: 'Impor folder ini masih tercatat berjalan. Kalau prosesnya mati, ulangi dua menit lagi, atau biarkan server melanjutkannya',
    en: 'This import is still said to run. If its process died, try again in two minutes, or leave it to the server',
  },
  'problem.running-already': { id: 'Impor ini sedang berjalan', en: 'This import is running already' },
  'problem.no-such-obligation': {
    id: 'Kewajiban itu tidak ada dalam rencana tahun ini',
    en: 'There is no such obligation in this year’s plan',
  },
  'problem.no-such-slot': {
    id: 'Bukti itu tidak diminta oleh kewajiban ini',
    en: 'The obligation does not ask for that item',
  },
  'problem.not-found': { id: 'Pilih tempatnya', en: 'Choose the place' },
})
