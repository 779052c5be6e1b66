import { defineMessages } from '../../../ui/messages.ts'

type N = { n: string }

export const searchMessages = defineMessages({
  none: { id: 'Belum ada bukti', en: 'No evidence yet' },
  count: { id: (d: N) => `${d.n} bukti`, en: (d: N) => `${d.n} pieces of evidence` },
  countMore: { id: (d: N) => `Lebih dari ${d.n} bukti`, en: (d: N) => `More than ${d.n} pieces of evidence` },
  moreNote: {
    id: (d: N) => `Jumlah pada pilihan dihitung dari ${d.n} bukti. Persempit dengan kata atau pilihan lain.`,
    en: (d: N) => `The counts in the choices are of ${d.n} pieces. Narrow it with more words or choices.`,
  },
  label: { id: 'Cari judul, nomor, nama berkas, isi', en: 'Search title, number, file name, content' },
  like: {
    id: 'Tidak ada yang persis memuat kata itu. Yang tampil memuat kata yang mirip.',
    en: 'Nothing holds exactly those words. What is shown holds similar ones.',
  },
  allYears: { id: 'Semua tahun', en: 'All years' },
  year: { id: 'Tahun', en: 'Year' },
  option: {
    id: (d: { text: string; n: string }) => `${d.text} (${d.n})`,
    en: (d: { text: string; n: string }) => `${d.text} (${d.n})`,
  },
  notFound: { id: 'Tidak ada bukti yang cocok', en: 'No evidence fits' },
  tryElse: { id: 'Coba kata lain atau lebih sedikit pilihan', en: 'Try other words or fewer choices' },
  tryElseText: {
    id: 'Isi foto dan hasil pindaian tidak dapat dicari; yang dicari adalah judul, nomor, nama berkas, dan kata kuncinya.',
    en: 'What photos and scans show cannot be searched; their titles, numbers, file names and keywords are.',
  },
  clear: { id: 'Tampilkan semua bukti', en: 'Show all evidence' },
})
