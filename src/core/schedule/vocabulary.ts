import type { Part, Unit } from './reading.ts'

/** What one word, number or sign of a schedule means. `printed` is how the text has it. */
export type Meaning =
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'month-code'; readonly month: number }
  | {
      readonly is: 'date'
      readonly day: number
      readonly month: number
      readonly year: number
      readonly digits: number
    }
  | { readonly is: 'number'; readonly value: number; readonly digits: number }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'short-year'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number; readonly roman: boolean }
  | { readonly is: 'weekday'; readonly day: number }
  | { readonly is: 'unit'; readonly unit: Unit }
  | { readonly is: 'adverb'; readonly unit: Unit }
  | { readonly is: 'part'; readonly part: Part }
  | { readonly [C in Connector]: { readonly is: C } }[Connector]
  | { readonly is: 'word' }

export type Connector =
  | 'each'
  | 'once'
  | 'times'
  | 'to'
  | 'dash'
  | 'slash'
  | 'comma'
  | 'and'
  | 'break'
  | 'open'
  | 'from'
  | 'during'
  | 'deadline'
  | 'before'
  | 'minimum'
  | 'regular'
  | 'day-word'
  | 'ke'
  | 'next'
  | 'running'
  | 'except'
  | 'filler'

/** `newline`: the first of its line. */
export type Token = Meaning & { readonly printed: string; readonly newline: boolean }

const months = [
  'januari jan january jnr',
  'februari feb pebruari peb february febr pebr',
  'maret mar mrt march',
  'april apr apl',
  'mei may',
  'juni jun june',
  'juli jul july',
  'agustus agt ags agst agts agus agust agu aug august',
  'september sep sept',
  'oktober okt oct october okto',
  'november nov nopember nop',
  'desember des dec december',
]
const weekdays = ['senin monday', 'selasa', 'rabu', 'kamis', "jumat jum'at jumaat", 'sabtu', 'ahad']
const digits = 'satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ')
const numbers = [...digits, 'sepuluh', 'sebelas', ...digits.slice(1).map(digit => `${digit}belas`)]
const ordinals = 'kesatu kedua ketiga keempat kelima keenam'.split(' ')
// Without X, which is “times”.
const romans = 'i ii iii iv v vi vii viii ix - xi xii'.split(' ')

const units: Record<Unit, string> = {
  day: 'hari hr',
  workday: 'harikerja',
  week: 'minggu pekan mgg mggu mg',
  month: 'bulan bln bl',
  quarter: 'q triwulan tribulan tw trw triw kuartal kwartal quartal kw triwlan',
  third: 'caturwulan cawu',
  semester: 'semester smt sem smstr smtr',
  year: 'tahun thn th ta',
}
const adverbs: Partial<Record<Unit, string>> = {
  day: 'harian',
  week: 'mingguan pekanan',
  month: 'bulanan',
  quarter: 'triwulanan tribulanan kuartalan kwartalan',
  third: 'caturwulanan',
  semester: 'semesteran',
  year: 'tahunan',
}
const parts: Record<Part, string> = {
  early: 'awal',
  mid: 'pertengahan tengah medio',
  late: 'akhir ultimo penghujung',
}
const connectors: Record<Connector, string> = {
  each: 'tiap setiap tiaptiap per @',
  once: 'sekali',
  times: 'kali x',
  to: 'sampai hingga sd until to',
  dash: '-',
  slash: '/',
  comma: ', ;',
  and: 'dan & + serta',
  break: '|',
  open: 'dst seterusnya',
  from: 'mulai sejak dari terhitung',
  during: 'selama sepanjang',
  deadline: 'palinglambat',
  before: 'sebelum',
  minimum: 'minimal',
  regular: 'secara rutin berkala periodik reguler dilaksanakan dilakukan sebanyak',
  'day-word': 'tanggal tgl tgl tg',
  ke: 'ke',
  next: 'berikutnya',
  running: 'berjalan',
  except: 'kecuali selain terkecuali',
  filler: 'pada di dalam yaitu target',
}

const vocabulary = new Map<string, Meaning>()
const learn = (words: string, meaning: Meaning) => {
  for (const word of words.split(' ')) vocabulary.set(word, meaning)
}
months.forEach((words, index) => {
  learn(words, { is: 'month', month: index + 1 })
})
weekdays.forEach((words, index) => {
  learn(words, { is: 'weekday', day: index + 1 })
})
numbers.forEach((word, index) => {
  learn(word, { is: 'number', value: index + 1, digits: 0 })
})
digits.slice(1).forEach((digit, index) => {
  learn(`${digit}puluh`, { is: 'number', value: (index + 2) * 10, digits: 0 })
})
ordinals.forEach((word, index) => {
  learn(word, { is: 'ordinal', value: index + 1, roman: false })
})
romans.forEach((word, index) => {
  if (word !== '-') learn(word, { is: 'ordinal', value: index + 1, roman: true })
})
learn('pertama', { is: 'ordinal', value: 1, roman: false })
learn('terakhir', { is: 'ordinal', value: -1, roman: false })
for (const [unit, words] of Object.entries(units)) learn(words, { is: 'unit', unit: unit as Unit })
for (const [unit, words] of Object.entries(adverbs)) learn(words, { is: 'adverb', unit: unit as Unit })
for (const [part, words] of Object.entries(parts)) learn(words, { is: 'part', part: part as Part })
for (const [is, words] of Object.entries(connectors)) learn(words, { is: is as Connector } as Meaning)

export const meaningOf = (word: string): Meaning | undefined =>
  vocabulary.get(word) ?? (word.endsWith('nya') ? unitWithSuffix(word.slice(0, -3)) : undefined)

/** "setiap tahunnya": the possessive changes nothing. */
function unitWithSuffix(word: string): Meaning | undefined {
  const meaning = vocabulary.get(word)
  return meaning?.is === 'unit' ? meaning : undefined
}

const longWords = [...vocabulary.keys()].filter(word => /^[a-z]{5,}$/.test(word))

/** The one long word that a misspelling is a single letter or a swap of two away from; null when none or several. */
export function nearestWord(word: string): string | null {
  if (word.length < 5) return null
  const near = longWords.filter(known => known[0] === word[0] && oneSlipApart(known, word))
  const meanings = new Set(near.map(known => JSON.stringify(vocabulary.get(known))))
  return meanings.size === 1 ? (near[0] ?? null) : null
}

function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  const restA = a.slice(head)
  const restB = b.slice(head)
  if (restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
