import { defineMessages } from '../../../ui/messages.ts'

type Predicate = { predicate: string }
type Code = { code: string }

export const roadMessages = defineMessages({
  'lke.year': {
    id: (d: { year: number }) => `LKE ${d.year}`,
    en: (d: { year: number }) => `Self-assessment ${d.year}`,
  },
  title: { id: 'Jalan menuju predikat', en: 'The road to the predicate' },
  head: {
    id: (d: { predicate: string; n: number; gain: string }) =>
      `${d.n} perbaikan cukup untuk ${d.predicate}, menambah ${d.gain}`,
    en: (d: { predicate: string; n: number; gain: string }) =>
      `${d.n === 1 ? '1 improvement is' : `${d.n} improvements are`} enough for ${d.predicate}, adding ${d.gain}`,
  },
  'head.reached': { id: 'Semua ambang nilai tercapai', en: 'Every threshold is met' },
  note: {
    id: 'dihitung tepat dari jawaban yang tersimpan',
    en: 'computed exactly from the stored answers',
  },
  total: { id: 'Nilai total', en: 'Total score' },
  enabler: { id: 'Pengungkit', en: 'Enablers' },
  result: { id: 'Hasil', en: 'Results' },
  road: {
    id: (d: Predicate) => `Jalan paling ringan ke ${d.predicate}`,
    en: (d: Predicate) => `The easiest road to ${d.predicate}`,
  },
  'road.reached': {
    id: (d: Predicate) => `Semua ambang nilai ${d.predicate} sudah tercapai.`,
    en: (d: Predicate) => `Every threshold of ${d.predicate} is met already.`,
  },
  'road.sum': {
    id: (d: { n: number; effort: number; gain: string }) =>
      `${d.n} butir, upaya ${d.effort}, menambah ${d.gain}.`,
    en: (d: { n: number; effort: number; gain: string }) =>
      `${d.n} ${d.n === 1 ? 'item' : 'items'}, effort ${d.effort}, adding ${d.gain}.`,
  },
  'road.proven': {
    id: 'Terbukti: tidak ada pilihan lain dengan upaya lebih kecil.',
    en: 'Proven: no other choice needs less effort.',
  },
  'road.good': {
    id: 'Pilihan yang baik; upaya terkecil belum dibuktikan.',
    en: 'A good choice; that it is the least was not proven.',
  },
  item: { id: 'Butir', en: 'Item' },
  question: { id: 'Pertanyaan', en: 'Question' },
  change: { id: 'Dari → ke', en: 'From → to' },
  gain: { id: 'Menambah', en: 'Adds' },
  loss: { id: 'Hilang', en: 'Lost' },
  effort: { id: 'Upaya per tingkat', en: 'Effort per step' },
  'effort.of': {
    id: (d: Code) => `Upaya per tingkat untuk ${d.code}`,
    en: (d: Code) => `Effort per step of ${d.code}`,
  },
  'effort.save': { id: 'Hitung ulang dengan upaya ini', en: 'Compute again with these efforts' },
  'effort.saved': {
    id: 'Upaya tersimpan, jalan dihitung ulang',
    en: 'Efforts stored, the road is computed again',
  },
  sum: { id: 'Jumlah', en: 'Sum' },
  blank: { id: 'kosong', en: 'blank' },
  helps: { id: 'Mendekatkan', en: 'Helps' },
  'helps.n': {
    id: (d: { predicate: string; n: number }) => `${d.predicate}: ${d.n} ambang`,
    en: (d: { predicate: string; n: number }) =>
      `${d.predicate}: ${d.n} ${d.n === 1 ? 'threshold' : 'thresholds'}`,
  },
  closes: {
    id: (d: { n: number }) => `Menutup ${d.n} ambang`,
    en: (d: { n: number }) => `Closes ${d.n} ${d.n === 1 ? 'threshold' : 'thresholds'}`,
  },
  try: { id: 'Coba', en: 'Try' },
  'try.of': {
    id: (d: { code: string; to: string }) => `Coba ${d.code} menjadi ${d.to}`,
    en: (d: { code: string; to: string }) => `Try ${d.code} as ${d.to}`,
  },
  'try.counts': {
    id: (d: Code) => `Coba hitungan lain untuk ${d.code}`,
    en: (d: Code) => `Try other counts for ${d.code}`,
  },
  'try.title': {
    id: (d: Code) => `Coba jawaban lain untuk ${d.code}`,
    en: (d: Code) => `Try another answer to ${d.code}`,
  },
  'try.go': { id: 'Hitung pengaruhnya', en: 'Compute its effect' },
  'try.here': { id: 'Coba pengaruh jawaban lain', en: 'Try the effect of another answer' },
  'step.ratio': { id: 'dihitung satu tingkat', en: 'counts as one step' },
  'step.most': { id: 'sampai puncak skala', en: 'to the top of the scale' },
  'step.index': { id: 'sampai ambang berikutnya', en: 'to the next threshold' },
  steps: { id: 'Satu tingkat yang paling berarti', en: 'The single steps that matter most' },
  'steps.note': {
    id: 'Setiap jawaban dinaikkan satu tingkat saja, dari tambahan terbesar.',
    en: 'Each answer raised by one option only, the largest gain first.',
  },
  'steps.none': { id: 'Semua jawaban sudah yang terbaik', en: 'Every answer is the best already' },
  losses: { id: 'Di mana setiap area paling banyak kehilangan', en: 'What each area loses most by' },
  'losses.note': {
    id: 'Selisih ke nilai penuh butir itu.',
    en: 'The distance to the full score of the item.',
  },
  avoided: { id: 'Butir yang Anda nilai berat', en: 'Items that you called hard' },
  'avoided.note': {
    id: 'Jalan di atas menghindarinya karena upayanya.',
    en: 'The roads above go round them because of their effort.',
  },
  help: { id: 'Bagaimana jalan ini dihitung?', en: 'How is the road computed?' },
  'help.effort': {
    id: 'Setiap tingkat yang dinaikkan memakan upaya 1, kecuali Anda menuliskan yang lain di kolom Upaya (1 sampai 100). Zona mencari himpunan butir dengan jumlah upaya terkecil yang membuat semua ambang predikat itu tercapai sekaligus.',
    en: 'Each option climbed takes an effort of 1, unless you write another in the Effort column (1 to 100). Zona looks for the items with the least total effort that meet every threshold of the predicate at once.',
  },
  'help.exact': {
    id: 'Perhitungannya memakai pecahan tepat. Rasio dihitung naik sampai 100% sebagai satu tingkat, seberapa jauh pun naiknya: bila jalannya panjang, tuliskan upaya yang lebih besar. Indeks survei naik sampai ambang berikutnya.',
    en: 'The computation uses exact fractions. A ratio is taken to rise to 100% in one step, however far that is: where it is far, write a larger effort. A survey index rises to its next threshold.',
  },
  'effect.title': {
    id: (d: { code: string; to: string }) => `Bila ${d.code} menjadi ${d.to}`,
    en: (d: { code: string; to: string }) => `If ${d.code} becomes ${d.to}`,
  },
  'effect.total': {
    id: (d: { before: string; after: string; gain: string }) =>
      `Nilai total ${d.before} menjadi ${d.after} (${d.gain}).`,
    en: (d: { before: string; after: string; gain: string }) =>
      `The total goes from ${d.before} to ${d.after} (${d.gain}).`,
  },
  'effect.reached': {
    id: (d: { text: string }) => `Ambang yang tercapai: ${d.text}.`,
    en: (d: { text: string }) => `Thresholds reached: ${d.text}.`,
  },
  'effect.nothing': { id: 'Belum ada ambang baru yang tercapai.', en: 'No further threshold is reached.' },
  'effect.lost': {
    id: (d: { text: string }) => `Ambang yang lepas: ${d.text}.`,
    en: (d: { text: string }) => `Thresholds lost: ${d.text}.`,
  },
  'effect.unsaved': { id: 'Belum ada yang diubah.', en: 'Nothing has been changed.' },
  'effect.open': { id: (d: Code) => `Buka butir ${d.code}`, en: (d: Code) => `Open item ${d.code}` },
  nearest: {
    id: (d: Predicate) => `Paling mendekatkan ke ${d.predicate}`,
    en: (d: Predicate) => `Nearest to ${d.predicate}`,
  },
  'nearest.all': { id: 'Jalan lengkapnya', en: 'The whole road' },
})
