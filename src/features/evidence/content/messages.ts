import { formatBytes, formatNumber } from '../../../ui/format.ts'
import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import type { ContentWarning } from './block.ts'
import type { ContentProblem } from './problem.ts'

type Picture = { width: string; height: string; limit: string }

const messages = defineMessages({
  unsupported: {
    id: 'Isi jenis berkas ini tidak dapat ditampilkan; unduh untuk membukanya.',
    en: 'What this kind of file holds cannot be shown; download it to open it.',
  },
  empty: { id: 'Berkas ini kosong (0 byte).', en: 'This file is empty (0 bytes).' },
  encrypted: {
    id: 'Berkas ini terkunci kata sandi, sehingga penilai pun tidak dapat membacanya. Hapus kata sandinya lalu unggah lagi.',
    en: 'This file is locked with a password, so an assessor cannot read it either. Remove the password and upload it again.',
  },
  damaged: {
    id: 'Berkas ini rusak atau terpotong. Buka di aplikasinya, simpan ulang, lalu unggah lagi.',
    en: 'This file is damaged or cut off. Open it in its application, save it again and upload it anew.',
  },
  'unpacks-too-far': {
    id: 'Isi berkas ini mengembang jauh melebihi batas yang aman, sehingga tidak dibuka.',
    en: 'This file unpacks far beyond what is safe, so it was not opened.',
  },
  'too-large': {
    id: (p: { size: string; limit: string }) =>
      `Berkas ini berukuran ${p.size}; isinya hanya ditampilkan sampai ${p.limit}. Unduh untuk membukanya.`,
    en: (p: { size: string; limit: string }) =>
      `This file is ${p.size}; contents are shown up to ${p.limit}. Download it to open it.`,
  },
  'picture-too-large': {
    id: (p: Picture) =>
      `Gambar ini berukuran ${p.width} × ${p.height} piksel, melebihi batas ${p.limit} juta piksel. Perkecil lalu unggah lagi.`,
    en: (p: Picture) =>
      `This picture is ${p.width} × ${p.height} pixels, above the limit of ${p.limit} million pixels. Make it smaller and upload it again.`,
  },
  'too-heavy': {
    id: 'Isi berkas ini terlalu besar untuk ditampilkan; unduh untuk membukanya.',
    en: 'This file holds too much to be shown; download it to open it.',
  },
  'took-too-long': {
    id: (p: { seconds: number }) =>
      `Isi berkas ini belum selesai dibaca setelah ${p.seconds} detik; unduh untuk membukanya.`,
    en: (p: { seconds: number }) =>
      `This file was not read within ${p.seconds} seconds; download it to open it.`,
  },
  'warning.cut': {
    id: 'Hanya bagian awal yang ditampilkan; unduh untuk melihat seluruhnya.',
    en: 'Only the beginning is shown; download it to see all of it.',
  },
  'warning.no-text': {
    id: 'Berkas ini hasil pindai tanpa teks, sehingga isinya tidak ditemukan oleh pencarian.',
    en: 'This file is a scan without text, so that search does not find what it says.',
  },
  'warning.macros': {
    id: 'Berkas ini memuat makro, yang tidak dijalankan di sini.',
    en: 'This file holds macros, which are not run here.',
  },
  'warning.hidden-parts': {
    id: 'Berkas ini memuat lembar, baris atau kolom tersembunyi, yang tidak ditampilkan.',
    en: 'This file holds hidden sheets, rows or columns, which are not shown.',
  },
  'readable.page': { id: (p: { n: number }) => `Halaman ${p.n}`, en: (p: { n: number }) => `Page ${p.n}` },
  'readable.slide': { id: (p: { n: number }) => `Salindia ${p.n}`, en: (p: { n: number }) => `Slide ${p.n}` },
  'readable.table': { id: (p: { n: number }) => `Tabel ${p.n}`, en: (p: { n: number }) => `Table ${p.n}` },
  'readable.empty': {
    id: 'Tidak ada teks di dalam berkas ini.',
    en: 'There is no text in this file.',
  },
  'letter.from': { id: 'Dari', en: 'From' },
  'letter.to': { id: 'Kepada', en: 'To' },
  'letter.cc': { id: 'Tembusan', en: 'Copy to' },
  'letter.date': { id: 'Tanggal', en: 'Date' },
  'letter.attachments': { id: 'Lampiran', en: 'Attached' },
})

export const contentText = (locale: Locale) => translator(messages, locale)

/** One sentence: what hinders, and what to do. */
export function describeContentProblem(problem: ContentProblem, locale: Locale): string {
  const t = contentText(locale)
  switch (problem.kind) {
    case 'too-large':
      return t('too-large', {
        size: formatBytes(problem.bytes, locale),
        limit: formatBytes(problem.limit, locale),
      })
    case 'picture-too-large':
      return t('picture-too-large', {
        width: formatNumber(problem.width, locale),
        height: formatNumber(problem.height, locale),
        limit: formatNumber(problem.limit / 1_000_000, locale),
      })
    case 'took-too-long':
      return t('took-too-long', problem)
    default:
      return t(problem.kind)
  }
}

export const describeContentWarning = (warning: ContentWarning, locale: Locale): string =>
  contentText(locale)(`warning.${warning}`)
