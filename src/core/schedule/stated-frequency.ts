import { normalise } from './tokenise.ts'

/** How often a sentence says that something happens. `times` is a count without dates, in a year or in each week. */
export type Frequency =
  | { readonly is: 'every'; readonly count: number; readonly unit: 'day' | 'week' | 'month' }
  | { readonly is: 'times'; readonly times: number; readonly each?: 'week' }
  | { readonly is: 'on-event' }
  | { readonly is: 'periodic' }

export type StatedFrequency = { readonly phrase: string; readonly frequency: Frequency }

const numbers = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
]
const months: Record<string, number> = {
  bulan: 1,
  bln: 1,
  triwulan: 3,
  tribulan: 3,
  kuartal: 3,
  kwartal: 3,
  tw: 3,
  caturwulan: 4,
  cawu: 4,
  semester: 6,
  smt: 6,
  tahun: 12,
  thn: 12,
  th: 12,
}
const word = `${numbers.slice(1).join('|')}|dua belas`
// "3 (tiga)"
const number = `(?:\\d+|${word})(?: ?\\((?:${word})(?: (?:belas|puluh)(?: (?:${word}))?)?\\))?`
const unit =
  'hari kerja|hari|minggu|mgg|pekan|bulan|bln|tri ?wulan|tribulan|kuartal|kwartal|tw|catur ?wulan|cawu|semester|smt|tahun|thn|th'
const block = 'bulan|tri ?wulan|tribulan|catur ?wulan|semester'
const weekday = "senin|selasa|rabu|kamis|jumat|jum'at|sabtu"
const each = '(?:(?:setiap|tiap(?:-tiap)?) |per[ -]?)'
const nya = '(?:nya)?'
const monthName =
  'jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?'
// "Setiap bulan Maret" and "setiap 10 Maret" come once a year; "setiap bulan Januari s.d. Desember" does not.
const oneMonth = `(?:${monthName})\\b(?!\\.? ?(?:-|s[./]?d\\b|sampai|hingga))`
const report =
  'laporan|pelaporan|rekap\\w*|rapat|evaluasi|monev|monitoring|pemantauan|penilaian|survei|survey|pertemuan|reviu|review|kaji ulang|apel|pemutakhiran|pengukuran|pembinaan|briefing'
const adverb = 'harian|mingguan|bulanan|tri ?wulanan|tribulanan|kuartalan|catur ?wulanan|semesteran|tahunan'
const and = '(?:,|,? dan|,? serta| &| ?/) ?'

const amount = (text: string | undefined, otherwise = 1): number => {
  if (text === undefined) return otherwise
  const first = text.replace(/ ?\(.*/, '')
  if (first === 'dua belas') return 12
  if (first === 'dwi') return 2
  const named = numbers.indexOf(first)
  return named >= 0 ? named : Number(first)
}

function every(count: number, name: string): Frequency {
  const plain = name
    .replace(/^(tri|catur) /, '$1')
    .replace(/(?<=^(?:hari|minggu|bulan|\w+wulan|tribulan|kuartal|semester|tahun))an$/, '')
  if (plain.startsWith('hari')) return { is: 'every', count, unit: 'day' }
  if (plain === 'minggu' || plain === 'mgg' || plain === 'pekan') return { is: 'every', count, unit: 'week' }
  return { is: 'every', count: count * (months[plain] ?? 1), unit: 'month' }
}

/** So many times in a period: `2 kali setahun` is every six months, `2 kali sebulan` 24 times a year. */
function times(count: number, spans: number, name: string): Frequency {
  const period = every(spans, name)
  if (period.is !== 'every' || count === 1 || period.unit === 'day') return period
  const apart = period.count / count
  if (Number.isInteger(apart)) return { ...period, count: apart }
  if (period.unit === 'week') return { is: 'times', times: count, each: 'week' }
  const yearly = (count * 12) / period.count
  return { is: 'times', times: Number.isInteger(yearly) ? yearly : count }
}

type Pattern = readonly [RegExp, (found: RegExpExecArray) => Frequency]

/** In order: what an earlier pattern has found, a later one does not see. */
const patterns: readonly Pattern[] = [
  [
    /(?:\bdi\w+ )?\b(?:setiap kali|tiap kali|setiap|apabila|jika|bila|bilamana|kalau) (?:ada|terdapat|terjadi|diperlukan|dibutuhkan)\b(?: \w+){0,2}|\bsewaktu ?-? ?waktu\b|\binsident[ai]l\b|\bsesuai (?:kebutuhan|keperluan)\b/g,
    () => ({ is: 'on-event' }),
  ],
  [
    new RegExp(`\\b${each}(?:(${number}) )?(${unit})${nya} \\(?(${number}) ?(?:kali|x)\\b\\)?`, 'g'),
    found => times(amount(found[3]), amount(found[1]), found[2] ?? ''),
  ],
  [
    new RegExp(
      `\\b(${number}) ?(?:kali|x) ?(?:dalam |per ?|/ ?|setiap |tiap )?(?:(${number}) |se)?(${unit})\\b`,
      'g',
    ),
    found => times(amount(found[1]), amount(found[2]), found[3] ?? ''),
  ],
  [
    new RegExp(`\\bsekali (?:dalam |per |setiap |tiap )?(?:(${number}) |se)?(${unit})\\b`, 'g'),
    found => every(amount(found[1]), found[2] ?? ''),
  ],
  [
    new RegExp(
      `\\b${each}(?:(?:hari )?(?:${weekday}) (?:(?:pada )?(?:minggu|pekan) )?|(?:minggu|pekan) )(?:pertama|kedua|ketiga|keempat|terakhir|ke-?\\d|i{1,3}v?)\\b`,
      'g',
    ),
    () => every(1, 'bulan'),
  ],
  [new RegExp(`\\b${each}(?:hari )?(?:${weekday})\\b`, 'g'), () => every(1, 'minggu')],
  [
    new RegExp(
      `\\b(${block})\\b(?<=\\b(?:setiap|tiap) (?:${block})(?:${and}(?:${block}))*${and}(?:${block}))(?! i{1,3}v?\\b)`,
      'g',
    ),
    found => every(1, found[1] ?? ''),
  ],
  [
    new RegExp(
      `\\b${each}(?:awal |pertengahan |akhir )?(?!(?:bulan|bln) ${oneMonth})(?:(${number}) )?(${unit})(?:nya|an)?\\b(?! (?:i{1,3}v?|ke-? ?\\d)\\b)(?: sekali)?`,
      'g',
    ),
    found => every(amount(found[1]), found[2] ?? ''),
  ],
  [
    new RegExp(`\\b(?:setiap|tiap) (?:tanggal|tgl) \\d+\\b(?! (?:bulan )?${oneMonth})`, 'g'),
    () => every(1, 'bulan'),
  ],
  [
    new RegExp(`\\b(?:(${number}) |se)(${unit}) sekali\\b`, 'g'),
    found => every(amount(found[1]), found[2] ?? ''),
  ],
  [
    new RegExp(
      `\\b(${adverb})\\b(?<=\\b(?:${report})(?: \\w+){0,2}? (?:${adverb})(?:${and}(?:${adverb}))*${and}(?:${adverb}))`,
      'g',
    ),
    found => every(1, found[1] ?? ''),
  ],
  [
    new RegExp(`\\b(?:secara|(?:${report})(?: \\w+){0,2}?) (${number}|dwi)[ -]?(${adverb})\\b`, 'g'),
    found => every(amount(found[1]), found[2] ?? ''),
  ],
  [new RegExp(`\\b(?:${report})(?: \\w+){0,2}? (${adverb})\\b`, 'g'), found => every(1, found[1] ?? '')],
  [new RegExp(`\\bsecara (${adverb})\\b`, 'g'), found => every(1, found[1] ?? '')],
  [new RegExp(`\\b(${number}) ?(?:kali|x)\\b`, 'g'), found => ({ is: 'times', times: amount(found[1]) })],
  [/\b(?:secara )?(?:berkala|periodik|rutin|reguler)\b/g, () => ({ is: 'periodic' })],
]

/** Every frequency that a sentence states, in the order of the sentence, with the words that state it. */
export function statedFrequencies(text: string): StatedFrequency[] {
  const folded = text.replace(/\s+/g, ' ').trim()
  let plain = normalise(folded)
  // Offsets into the printed text hold only while folding changed no lengths.
  const printed = plain.length === folded.length ? folded : plain
  const found: { at: number; stated: StatedFrequency }[] = []
  for (const [pattern, meaning] of patterns)
    for (const match of [...plain.matchAll(pattern)]) {
      const at = match.index
      const phrase = printed.slice(at, at + match[0].length)
      found.push({ at, stated: { phrase, frequency: meaning(match) } })
      plain = plain.slice(0, at) + '\u0000'.repeat(match[0].length) + plain.slice(at + match[0].length)
    }
  return found.sort((a, b) => a.at - b.at).map(({ stated }) => stated)
}
