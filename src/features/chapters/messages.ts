import { defineMessages } from '../../ui/messages.ts'

export const messages = defineMessages({
  title: {
    id: (v: { year: number }) => `Naskah rencana kerja ${v.year}`,
    en: (v: { year: number }) => `Work plan document ${v.year}`,
  },
  naskah: { id: 'Naskah rencana kerja', en: 'Work plan document' },
  complete: { id: 'Semua isian naskah sudah diisi', en: 'Every blank in the text is filled in' },
  incomplete: {
    id: (v: { n: number }) => `${v.n} isian naskah belum diisi`,
    en: (v: { n: number }) =>
      v.n === 1 ? '1 blank in the text is not filled in' : `${v.n} blanks in the text are not filled in`,
  },
  draft: { id: 'dicetak sebagai draf', en: 'printed as a draft' },
  approved: { id: 'dicetak dengan pengesahan pimpinan', en: 'printed with the approval of the head' },
  'no-plan': {
    id: (v: { year: number }) => `Belum ada rencana untuk ${v.year}`,
    en: (v: { year: number }) => `There is no plan for ${v.year} yet`,
  },
  'no-plan-text': {
    id: 'Naskah menggabungkan bab, angka unit, dan rencana aksi. Impor rencana aksi lebih dahulu.',
    en: 'The document joins the chapters, the figures of the unit and the action plan. Import the action plan first.',
  },
  import: { id: 'Impor rencana', en: 'Import the plan' },
  'to-plans': { id: 'Lihat rencana', en: 'See the plans' },
  pdf: { id: 'Buka PDF', en: 'Open as PDF' },
  docx: { id: 'Unduh Word', en: 'Download for Word' },
  chapters: { id: 'Bab', en: 'Chapters' },
  chapter: { id: 'Bab', en: 'Chapter' },
  number: { id: 'Nomor', en: 'Number' },
  foreword: { id: 'Depan', en: 'Front' },
  state: { id: 'Keadaan', en: 'State' },
  changed: { id: 'Terakhir diubah', en: 'Last changed' },
  default: { id: 'Teks bawaan', en: 'Default text' },
  gaps: {
    id: (v: { n: number }) => `${v.n} belum diisi`,
    en: (v: { n: number }) => `${v.n} missing`,
  },
  filled: { id: 'Lengkap', en: 'Complete' },
  'missing-title': { id: 'Yang belum diisi', en: 'Not filled in' },
  'missing-note': {
    id: 'Di naskah tercetak sebagai [belum diisi: …].',
    en: 'They are printed as [belum diisi: …] in the document.',
  },
  'see-figures': { id: 'Lihat data unit', en: 'See the facts' },
  'figures-read-only': {
    id: 'Anda dapat membaca data ini, tetapi tidak mengisinya.',
    en: 'You can read these facts but not fill them in.',
  },
  'to-figures': { id: 'Isi data unit', en: 'Fill in the facts' },
  'text-title': { id: 'Judul bab', en: 'Title of the chapter' },
  text: { id: 'Teks bab', en: 'Text of the chapter' },
  'text-hint': {
    id: 'Baris kosong memisahkan paragraf. # Judul, ## subjudul, 1. atau a. atau - untuk daftar, **tebal**, *miring*. {{kunci}} menjadi angka unit.',
    en: 'An empty line separates paragraphs. # heading, ## subheading, 1. or a. or - for lists, **bold**, *italic*. {{key}} becomes a figure of the unit.',
  },
  fields: { id: 'Angka dan tabel yang dapat dipakai', en: 'Figures and tables that may be used' },
  reason: { id: 'Alasan perubahan', en: 'Reason for the change' },
  save: { id: 'Simpan', en: 'Save' },
  preview: { id: 'Pratinjau', en: 'Preview' },
  'preview-unsaved': { id: 'Pratinjau, belum disimpan', en: 'Preview, not saved yet' },
  'preview-note': {
    id: 'Teks sebagaimana tercetak, dengan angka unit di dalamnya.',
    en: 'The text as it is printed, with the figures of the unit in it.',
  },
  'edit-title': { id: 'Ubah bab', en: 'Edit the chapter' },
  'edit-note': {
    id: 'Rencana yang sudah disahkan kembali menjadi draf setelah naskahnya diubah.',
    en: 'An approved plan becomes a draft again after its text is changed.',
  },
  saved: { id: 'Bab disimpan.', en: 'The chapter is saved.' },
  unchanged: { id: 'Tidak ada yang berubah.', en: 'Nothing has changed.' },
  'title-empty': { id: 'Isi judul bab', en: 'Enter the title of the chapter' },
  'title-long': {
    id: 'Judul bab paling banyak 200 huruf',
    en: 'The title of the chapter has at most 200 characters',
  },
  'text-long': {
    id: 'Teks bab paling banyak 200.000 huruf; pindahkan sebagian ke bab lain',
    en: 'The text of a chapter has at most 200,000 characters; move some of it to another chapter',
  },
  'reason-long': { id: 'Alasan paling banyak 1.000 huruf', en: 'The reason has at most 1,000 characters' },
  stale: {
    id: 'Bab ini sudah diubah orang lain sejak Anda membukanya. Gabungkan kedua teks di halaman ini, lalu simpan lagi.',
    en: 'Somebody else has changed this chapter since you opened it. Join the two texts on this page, then save again.',
  },
  yours: { id: 'Teks Anda, belum disimpan', en: 'Your text, not saved' },
  theirs: { id: 'Teks yang tersimpan sekarang', en: 'The text stored now' },
  'save-over': { id: 'Simpan teks saya', en: 'Save my text' },
  'changed-by': {
    id: (v: { name: string; at: string }) => `Diubah ${v.name} pada ${v.at}`,
    en: (v: { name: string; at: string }) => `Changed by ${v.name} on ${v.at}`,
  },
  somebody: { id: 'seseorang', en: 'somebody' },
  'figures-title': {
    id: (v: { year: number }) => `Data unit ${v.year}`,
    en: (v: { year: number }) => `Facts of the unit ${v.year}`,
  },
  'figures-note': {
    id: (v: { filled: number; all: number }) =>
      `${v.filled} dari ${v.all} sudah diisi · persentase dihitung sendiri oleh Zona`,
    en: (v: { filled: number; all: number }) =>
      `${v.filled} of ${v.all} filled in · percentages are computed by Zona`,
  },
  'figures-saved': {
    id: (v: { n: number }) => `${v.n} angka disimpan.`,
    en: (v: { n: number }) => (v.n === 1 ? '1 figure is saved.' : `${v.n} figures are saved.`),
  },
  computed: { id: 'Dihitung', en: 'Computed' },
  'not-computed': { id: 'menunggu angka lain', en: 'waits for other figures' },
  'warnings-title': { id: 'Angka yang saling bertentangan', en: 'Figures that contradict each other' },
  'warning-sum': {
    id: (v: Warning) => `${v.label}: jumlah bagiannya ${v.found}, totalnya ${v.expected}.`,
    en: (v: Warning) => `${v.label}: the parts add up to ${v.found}, the total says ${v.expected}.`,
  },
  'warning-at-most': {
    id: (v: Warning) => `${v.label}: ${v.found}, padahal paling banyak ${v.expected}.`,
    en: (v: Warning) => `${v.label}: ${v.found}, but at most ${v.expected} is possible.`,
  },
  'warning-times': {
    id: (v: Warning) => `${v.label}: tertulis ${v.found}, menurut rumus ${v.expected}.`,
    en: (v: Warning) => `${v.label}: entered as ${v.found}, by the formula it is ${v.expected}.`,
  },
  'warning-same-length': {
    id: (v: Warning) => `${v.label}: ${v.found} baris, seharusnya ${v.expected}.`,
    en: (v: Warning) => `${v.label}: ${v.found} lines, but ${v.expected} are expected.`,
  },
  'warning-not-whole': {
    id: (v: Warning) => `${v.label}: ${v.found} bukan bilangan bulat.`,
    en: (v: Warning) => `${v.label}: ${v.found} is not a whole number.`,
  },
  'not-whole': {
    id: (v: { label: string }) => `Isi ${v.label} dengan bilangan bulat, misalnya 1250`,
    en: (v: { label: string }) => `Enter ${v.label} as a whole number, such as 1250`,
  },
  'not-decimal': {
    id: (v: { label: string }) => `Isi ${v.label} dengan angka; desimalnya dengan koma`,
    en: (v: { label: string }) => `Enter ${v.label} as a number; decimals after a point`,
  },
  'too-long': {
    id: (v: { label: string }) => `Persingkat ${v.label} sampai 10.000 huruf`,
    en: (v: { label: string }) => `Shorten ${v.label} to 10,000 characters`,
  },
})

type Warning = { label: string; found: string; expected: string }
