import { formatNumber } from '../../../ui/format.ts'
import { defineMessages, type Locale, translator } from '../../../ui/messages.ts'
import { describePlace } from './place-messages.ts'
import type { ReadProblem, SniffedKind } from './problem.ts'

type File = { file: string; what: string; formats: string }

/** What a file was expected to hold, and as what it may be saved. */
export type ReadSubject = 'plan' | 'lke' | 'link-list'
const subjects: Readonly<Record<ReadSubject, Readonly<Record<Locale, Omit<File, 'file'>>>>> = {
  plan: {
    id: { what: 'rencana aksi', formats: '.xlsx, .docx, .pdf atau .csv' },
    en: { what: 'the plan', formats: '.xlsx, .docx, .pdf or .csv' },
  },
  lke: { id: { what: 'LKE', formats: '.xlsx' }, en: { what: 'the LKE', formats: '.xlsx' } },
  'link-list': {
    id: { what: 'daftar tautan', formats: '.xlsx atau .csv' },
    en: { what: 'the list of links', formats: '.xlsx or .csv' },
  },
}

const messages = defineMessages({
  'not-found': {
    id: (p: File) =>
      `Berkas '${p.file}' tidak ditemukan atau tidak dapat dibuka; periksa nama dan foldernya lalu ulangi.`,
    en: (p: File) =>
      `The file '${p.file}' was not found or cannot be opened; check its name and folder and try again.`,
  },
  'empty-file': {
    id: (p: File) =>
      `Berkas '${p.file}' kosong (0 byte); simpan ulang ${p.what} dari aplikasi asalnya lalu unggah lagi.`,
    en: (p: File) =>
      `The file '${p.file}' is empty (0 bytes); save ${p.what} again from the application it came from.`,
  },
  'file-too-large': {
    id: (p: File & { size: string; limit: string }) =>
      `Berkas '${p.file}' berukuran ${p.size} MB, melebihi batas ${p.limit} MB; hapus gambar dan lembar yang bukan ${p.what} lalu simpan ulang.`,
    en: (p: File & { size: string; limit: string }) =>
      `The file '${p.file}' is ${p.size} MB, above the limit of ${p.limit} MB; remove pictures and sheets that are not ${p.what} and save it again.`,
  },
  'wrong-name': {
    id: (p: File & { named: string; found: string }) =>
      `Berkas '${p.file}' bernama .${p.named} tetapi isinya ${p.found}; ubah nama belakangnya sesuai isi, atau simpan ulang dari aplikasinya sebagai ${p.formats}.`,
    en: (p: File & { named: string; found: string }) =>
      `The file '${p.file}' is named .${p.named} but holds ${p.found}; give it the right extension, or save it again as ${p.formats}.`,
  },
  unsupported: {
    id: (p: File & { found: string }) =>
      `Berkas '${p.file}' adalah ${p.found}, yang belum dapat dibaca; simpan sebagai ${p.formats} lalu ulangi.`,
    en: (p: File & { found: string }) =>
      `The file '${p.file}' is ${p.found}, which cannot be read; save it as ${p.formats} and try again.`,
  },
  encrypted: {
    id: (p: File) =>
      `Berkas '${p.file}' terkunci kata sandi; buka di aplikasinya, hapus kata sandinya, simpan, lalu ulangi.`,
    en: (p: File) =>
      `The file '${p.file}' is locked with a password; open it, remove the password, save it and try again.`,
  },
  damaged: {
    id: (p: File & { part: string }) =>
      `Berkas '${p.file}' rusak atau terpotong${p.part}; buka di aplikasinya dan simpan ulang, atau minta salinan baru.`,
    en: (p: File & { part: string }) =>
      `The file '${p.file}' is damaged or cut off${p.part}; open it in its application and save it again, or ask for a new copy.`,
  },
  'inflates-too-far': {
    id: (p: File & { part: string; limit: string }) =>
      `Bagian '${p.part}' dari berkas '${p.file}' mengembang melebihi ${p.limit} MB; salin hanya tabel ${p.what} ke berkas baru lalu simpan.`,
    en: (p: File & { part: string; limit: string }) =>
      `The part '${p.part}' of '${p.file}' inflates beyond ${p.limit} MB; copy only the table of ${p.what} into a new file and save that.`,
  },
  'too-many-parts': {
    id: (p: File & { limit: string }) =>
      `Berkas '${p.file}' berisi lebih dari ${p.limit} bagian di dalam paket zip-nya; salin hanya tabel ${p.what} ke berkas baru lalu simpan.`,
    en: (p: File & { limit: string }) =>
      `The file '${p.file}' holds more than ${p.limit} parts in its zip package; copy only the table of ${p.what} into a new file and save that.`,
  },
  'too-many-rows': {
    id: (p: File & { place: string; limit: string }) =>
      `Berkas '${p.file}'${p.place} berisi lebih dari ${p.limit} baris, sel atau halaman; sisakan hanya tabel ${p.what} lalu simpan.`,
    en: (p: File & { place: string; limit: string }) =>
      `The file '${p.file}'${p.place} holds more than ${p.limit} rows, cells or pages; keep only the table of ${p.what} and save it.`,
  },
  'forbidden-xml': {
    id: (p: File & { part: string }) =>
      `Bagian '${p.part}' dari berkas '${p.file}' memuat deklarasi DOCTYPE yang tidak pernah ditulis Office; simpan ulang berkas itu dari Excel, Word atau LibreOffice.`,
    en: (p: File & { part: string }) =>
      `The part '${p.part}' of '${p.file}' holds a DOCTYPE declaration, which no office suite writes; save the file again from Excel, Word or LibreOffice.`,
  },
  'no-text-layer': {
    id: (p: File & { pages: number }) =>
      `Berkas '${p.file}' (${p.pages} halaman) hanya berisi gambar hasil pindai tanpa teks; pakai berkas Word atau Excel aslinya, atau jalankan OCR lebih dahulu.`,
    en: (p: File & { pages: number }) =>
      `The file '${p.file}' (${p.pages} pages) holds only scanned pictures without text; use the original Word or Excel file, or run OCR first.`,
  },
  overprinted: {
    id: (p: File & { place: string }) =>
      `Berkas '${p.file}', ${p.place}, tercetak bertumpuk: baris tabelnya terlalu rendah sehingga tulisan saling menimpa dan sebagian hilang; berikan berkas .xlsx atau .docx aslinya, atau sesuaikan tinggi barisnya (AutoFit Row Height) lalu cetak ulang.`,
    en: (p: File & { place: string }) =>
      `The file '${p.file}', ${p.place}, is printed over itself: the rows of its table are too low, so that text covers other text and some of it is lost; give the original .xlsx or .docx file, or fit the row heights (AutoFit Row Height) and print it again.`,
  },
  'columns-apart': {
    id: (p: File & { place: string; heading: string }) =>
      `Berkas '${p.file}', ${p.place}, mencetak kolom '${p.heading}' di halaman lain daripada kolom yang lain; berikan berkas aslinya, atau cetak ulang dengan semua kolom selebar satu halaman (Fit All Columns on One Page).`,
    en: (p: File & { place: string; heading: string }) =>
      `The file '${p.file}', ${p.place}, has the column '${p.heading}' on other pages than the rest; give the original file, or print it again with all columns on one page (Fit All Columns on One Page).`,
  },
  'no-table': {
    id: (p: File & { places: string }) =>
      `Tidak ada tabel rencana aksi di berkas '${p.file}'${p.places}: baris judul kolom seperti Indikator, Langkah Aksi, Bukti Fisik dan Target Waktu tidak ditemukan; tambahkan baris judul itu di atas tabel.`,
    en: (p: File & { places: string }) =>
      `There is no plan table in '${p.file}'${p.places}: headings such as Indikator, Langkah Aksi, Bukti Fisik and Target Waktu were not found; add a heading row above the table.`,
  },
  'no-rows': {
    id: (p: File & { place: string }) =>
      `Tabel di berkas '${p.file}', ${p.place}, hanya berisi judul kolom; isi baris rencana aksinya lalu ulangi.`,
    en: (p: File & { place: string }) =>
      `The table in '${p.file}', ${p.place}, has headings but no rows; fill in the plan and try again.`,
  },
  'several-tables': {
    id: (p: File & { count: number; places: string }) =>
      `Berkas '${p.file}' berisi ${p.count} tabel yang mungkin rencana aksi (${p.places}); hapus yang bukan, atau pilih nomornya dengan --table.`,
    en: (p: File & { count: number; places: string }) =>
      `The file '${p.file}' holds ${p.count} tables that could be the plan (${p.places}); remove the others, or choose one by its number with --table.`,
  },
  'no-such-table': {
    id: (p: File & { asked: number; count: number }) =>
      `Tabel ke-${p.asked} tidak ada: berkas '${p.file}' hanya berisi ${p.count} tabel rencana aksi; pilih nomor 1 sampai ${p.count}.`,
    en: (p: File & { asked: number; count: number }) =>
      `There is no table ${p.asked}: '${p.file}' holds only ${p.count} plan tables; choose 1 to ${p.count}.`,
  },
  'formula-without-value': {
    id: (p: File & { place: string }) =>
      `Berkas '${p.file}', ${p.place}, berisi rumus yang belum dihitung; buka di Excel lalu simpan ulang, atau ganti rumus itu dengan nilainya.`,
    en: (p: File & { place: string }) =>
      `The file '${p.file}', ${p.place}, holds a formula that was never calculated; open and save it in Excel, or replace the formula with its value.`,
  },
  'open-quote': {
    id: (p: File & { place: string }) =>
      `Berkas '${p.file}', ${p.place}, memuat tanda kutip yang tidak ditutup atau sel yang terlalu panjang; betulkan baris itu, atau simpan ulang dari Excel.`,
    en: (p: File & { place: string }) =>
      `The file '${p.file}', ${p.place}, holds a quotation mark that is never closed, or a cell that is too long; correct that line, or save the file again from Excel.`,
  },
  'too-heavy': {
    id: (p: File) =>
      `Berkas '${p.file}' memerlukan terlalu banyak memori untuk dibaca; salin hanya tabel ${p.what} ke berkas baru lalu simpan.`,
    en: (p: File) =>
      `The file '${p.file}' needs too much memory to be read; copy only the table of ${p.what} into a new file and save that.`,
  },
  'took-too-long': {
    id: (p: File & { seconds: number }) =>
      `Berkas '${p.file}' belum selesai dibaca setelah ${p.seconds} detik; salin hanya tabel ${p.what} ke berkas baru lalu simpan.`,
    en: (p: File & { seconds: number }) =>
      `The file '${p.file}' was not read within ${p.seconds} seconds; copy only the table of ${p.what} into a new file and save that.`,
  },
})

const kinds: Readonly<Record<SniffedKind, { id: string; en: string }>> = {
  xlsx: { id: 'buku kerja Excel (.xlsx)', en: 'an Excel workbook (.xlsx)' },
  docx: { id: 'dokumen Word (.docx)', en: 'a Word document (.docx)' },
  pdf: { id: 'PDF', en: 'a PDF' },
  csv: { id: 'teks CSV', en: 'CSV text' },
  'xls-or-doc': { id: 'berkas Office lama (.xls atau .doc)', en: 'an old Office file (.xls or .doc)' },
  'office-encrypted': { id: 'berkas Office terkunci', en: 'a locked Office file' },
  zip: { id: 'arsip zip', en: 'a zip archive' },
  opendocument: { id: 'berkas OpenDocument (.ods atau .odt)', en: 'an OpenDocument file (.ods or .odt)' },
  presentation: { id: 'presentasi PowerPoint', en: 'a PowerPoint presentation' },
  rtf: { id: 'teks RTF', en: 'RTF text' },
  html: { id: 'halaman web (HTML)', en: 'a web page (HTML)' },
  image: { id: 'gambar', en: 'a picture' },
  text: { id: 'teks biasa', en: 'plain text' },
  binary: { id: 'data biner yang tidak dikenal', en: 'unknown binary data' },
}

const megabytes = (bytes: number, locale: Locale) => formatNumber(Math.ceil(bytes / 1_000_000), locale, 0)

/** One sentence: which file, where in it, and what to do. */
export function describeReadProblem(
  problem: ReadProblem,
  locale: Locale,
  subject: ReadSubject = 'plan',
): string {
  const t = translator(messages, locale)
  const about = { file: problem.file, ...subjects[subject][locale] }
  switch (problem.kind) {
    case 'file-too-large':
      return t('file-too-large', {
        ...about,
        size: megabytes(problem.bytes, locale),
        limit: megabytes(problem.limit, locale),
      })
    case 'wrong-name':
      return t('wrong-name', { ...about, named: problem.named, found: kinds[problem.found][locale] })
    case 'unsupported':
      return t('unsupported', { ...about, found: kinds[problem.found][locale] })
    case 'damaged':
      return t('damaged', {
        ...about,
        part:
          problem.part === null
            ? ''
            : locale === 'id'
              ? ` pada bagian '${problem.part}'`
              : ` in its part '${problem.part}'`,
      })
    case 'inflates-too-far':
      return t('inflates-too-far', { ...about, part: problem.part, limit: megabytes(problem.limit, locale) })
    case 'too-many-parts':
      return t('too-many-parts', { ...about, limit: formatNumber(problem.limit, locale, 0) })
    case 'too-many-rows':
      return t('too-many-rows', {
        ...about,
        place: problem.place === null ? '' : `, ${describePlace(problem.place, locale)},`,
        limit: formatNumber(problem.limit, locale, 0),
      })
    case 'overprinted':
      return t('overprinted', { ...about, place: describePlace(problem.place, locale) })
    case 'columns-apart':
      return t('columns-apart', {
        ...about,
        place: describePlace(problem.place, locale),
        heading: problem.heading,
      })
    case 'no-table':
      return t('no-table', {
        ...about,
        places:
          problem.places.length === 0
            ? ''
            : ` (${problem.places.map(place => describePlace(place, locale)).join('; ')})`,
      })
    case 'no-rows':
      return t('no-rows', { ...about, place: describePlace(problem.place, locale) })
    case 'formula-without-value':
    case 'open-quote':
      return t(problem.kind, { ...about, place: describePlace(problem.place, locale) })
    case 'several-tables':
      return t('several-tables', {
        ...about,
        count: problem.tables.length,
        places: problem.tables
          .map(({ number, place }) => `${number}: ${describePlace(place, locale)}`)
          .join('; '),
      })
    case 'forbidden-xml':
      return t('forbidden-xml', { ...about, ...problem })
    case 'no-text-layer':
      return t('no-text-layer', { ...about, ...problem })
    case 'no-such-table':
      return t('no-such-table', { ...about, ...problem })
    case 'took-too-long':
      return t('took-too-long', { ...about, ...problem })
    case 'not-found':
    case 'empty-file':
    case 'encrypted':
    case 'too-heavy':
      return t(problem.kind, about)
  }
}
