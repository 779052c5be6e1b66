import type { Assumption } from './reading.ts'
import { type Meaning, meaningOf, nearestWord, type Token } from './vocabulary.ts'

/** Phrases of several words that mean one thing, and spellings that would otherwise fall apart. */
const phrases: readonly (readonly [RegExp, string])[] = [
  // "5 Juni 2019 (Rabu)" is "Rabu, 5 Juni 2019".
  [
    /(\d{1,2}(?:\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|[\s.-]+[a-z]+\.?(?:\s+\d{4})?))\s*\((senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\)/g,
    '$2, $1',
  ],
  // The time of day moves no date.
  [/\b(senin|selasa|rabu|kamis|jum'?at|sabtu|ahad)\s+(?:pagi|siang|sore|malam)\b/g, '$1'],
  [
    /,? ?(?:\b(?:pukul|pkl|jam)\.?\s*\d{1,2}[.:]\d\d|\b\d{1,2}[.:]\d\d(?=(?:\s*-\s*\d{1,2}[.:]\d\d)?\s*wi(?:b|ta?)\b))(?:\s*wi(?:b|ta?)\b)?(?:\s*(?:-|s[./]?d\.?|sampai(?:\s+dengan)?)\s*(?:\d{1,2}[.:]\d\d(?:\s*wi(?:b|ta?)\b)?|selesai))?/g,
    ' ',
  ],
  [/;\s*$/, ''],
  [/\bs\s*[./]\s*d(?:\s*\.|\b)/g, ' sampai '],
  [/\bs d\b|\bs[./]d(?=[a-z])/g, ' sampai '],
  [/\b(?:sampai|hingga)\s+(?:dengan|dgn|dg|ke|pada)\b/g, ' sampai '],
  [/\bsampai\s*-\s*/g, ' sampai '],
  // "awal s.d. akhir Maret"
  [
    /\b(awal|pertengahan)\s*(?:\bsampai\b|-)\s*(pertengahan|akhir)\s+(?:bulan\s+)?([a-z]+)\b/g,
    '$1 $3 sampai $2 $3',
  ],
  [/\bdan\s+(?:seterusnya|selanjutnya)\b/g, ' dst '],
  [/(?:\bsampai|-)\s*(?:selesai|seterusnya|selanjutnya)\b/g, ' dst '],
  [/\bdan\s+tahun\s+(?:berikutnya|selanjutnya)\b/g, ' dst '],
  [
    /\b(?:paling\s+(?:lambat|lama|akhir|telat)|selambat\s*-?\s*lambat(?:nya)?|selambatnya|maksimal|maksimum|maks|max|batas\s+(?:waktu|akhir)|deadline|tenggat(?:\s+waktu)?)\b/g,
    ' palinglambat ',
  ],
  // A count or a frequency in brackets stands beside what is before it, as behind a comma.
  [/\((?=[^()]*(?:(?:\bkali|\d\s*x)\b|\b(?:setiap|tiap|per)\b))/g, ', '],
  [/\b(?:tiap|setiap)\s*-\s*(?:tiap|setiap)\b/g, ' tiap '],
  [/\b(?:minimum|paling\s+sedikit|sedikitnya|sekurang-?\s*kurangnya|sekurangnya)\b/g, ' minimal '],
  [/\bhari\s*-?\s*kerja\b/g, ' harikerja '],
  [/\bhari\s+kalender\b/g, ' hari '],
  [/\bterhitung\s+(?:mulai|sejak)\b/g, ' mulai '],
  [/\b(?:dalam\s+)?(?:jangka|kurun)\s+waktu\b/g, ' selama '],
  [/\btidak\s+termasuk\b/g, ' kecuali '],
  [/\b(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s+(belas|puluh)\b/g, ' $1$2 '],
  [/\bse(hari|minggu|pekan|bulan|tahun|triwulan|semester)\b/g, ' 1 $1 '],
  [/\bdwi\s*(mingguan|bulanan)\b/g, ' 2 $1 '],
  [/\btri\s*-?\s*(wulan|bulan)/g, ' tri$1'],
  [/\b(per|tiap|setiap)\s*-?\s*(?=(?:hari|minggu|bulan|tahun|triwulan|tribulan|semester)\b)/g, '$1 '],
  [/\bsetengah\s+tahun\b/g, ' 6 bulan '],
  [/\btahun\s+(?:anggaran|berjalan|kalender|ini)\b/g, ' tahun '],
  [/\b(tw|triwulan|smt|semester)(i{1,3}|iv)\b/g, ' $1 $2 '],
  [/\bt\s?\.\s?w\b/g, ' tw '],
  [/\b[mw][\s.-]*([1-5]|i{1,3}|iv|v)\b/g, ' minggu $1 '],
  [/\bt\.?a\.?\s+(?=\d{4}\b)/g, ' tahun '],
]

const dashes = /[\u2010-\u2015\u2212\u2043~]/g
const spaces = /[^\S\n\r\u2028\u2029]+/g
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const quotes = /[\u2018\u2019\u02bc\u00b4`]/g

/** One spelling of signs and blanks, in lower case; line ends stay. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(quotes, "'")
    .replace(spaces, ' ')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .toLowerCase()
    .replace(/[\u0307]/g, '')

const lexemes =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}\s*([-/.])\s*\d{1,2}\s*\1\s*(?:\d{4}|\d{2})(?!\d)|b\s?[-.]?(?:0?[1-9]|1[0-2])\b|'\s*\d{2}\b|\d+|jum'at|tiap2|[a-z]+|\.{3,}|[-/,;&+|@\n]|[^\s.():[\]"']+/gu

export function tokenise(text: string): { tokens: Token[]; assumptions: Assumption[] } {
  let plain = normalise(text)
  for (const [pattern, word] of phrases) plain = plain.replace(pattern, word)
  const printed = [...plain.matchAll(lexemes)].map(match => match[0])
  return joinBroken(printed)
}

/** Reads lexemes one by one; a word broken over two lines ("Tribulana / n") is put together again. */
function joinBroken(printed: readonly string[]): { tokens: Token[]; assumptions: Assumption[] } {
  const tokens: Token[] = []
  const assumptions: Assumption[] = []
  let newline = false
  for (let index = 0; index < printed.length; index++) {
    const word = printed[index] ?? ''
    if (word === '\n') {
      newline = true
      continue
    }
    if (repeatsNumber(tokens.at(-1), word)) continue
    const broken = brokenWord(word, printed.slice(index + 1, index + 4))
    if (broken !== null) {
      tokens.push({ ...broken.meaning, printed: broken.word, newline })
      index += broken.consumed
    } else {
      const known = readLexeme(word)
      const near = known === null ? nearestWord(word) : null
      const read = known ?? (near === null ? undefined : meaningOf(near))
      tokens.push({ ...(read ?? { is: 'word' }), printed: word, newline })
      if (near !== null) assumptions.push({ code: 'spelling', printed: word, read: near })
    }
    newline = false
  }
  return { tokens, assumptions }
}

/** "1 (satu) bulan" */
function repeatsNumber(before: Token | undefined, word: string): boolean {
  const meaning = meaningOf(word)
  return before?.is === 'number' && meaning?.is === 'number' && meaning.value === before.value
}

function brokenWord(word: string, following: readonly string[]) {
  if (!/^[a-z]{2,}$/.test(word)) return null
  let skipped = 0
  while (following[skipped] === '-' || following[skipped] === '\n') skipped++
  const tail = following[skipped] ?? ''
  if (!/^[a-z]+$/.test(tail) || (readLexeme(word) !== null && readLexeme(tail) !== null)) return null
  const meaning = meaningOf(word + tail)
  return meaning === undefined ? null : { word: word + tail, meaning, consumed: skipped + 1 }
}

function readLexeme(word: string): Meaning | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word)
  if (iso) return { is: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), digits: 4 }
  const numeric = /^(\d{1,2})\D+(\d{1,2})\D+(\d+)$/.exec(word)
  if (numeric)
    return {
      is: 'date',
      day: Number(numeric[1]),
      month: Number(numeric[2]),
      year: Number(numeric[3]),
      digits: (numeric[3] ?? '').length,
    }
  const code = /^b\s?[-.]?(\d\d?)$/.exec(word)
  if (code) return { is: 'month-code', month: Number(code[1]) }
  const short = /^'\s*(\d\d)$/.exec(word)
  if (short) return { is: 'short-year', value: Number(short[1]) }
  if (/^\d+$/.test(word)) {
    const value = Number(word)
    if (word.length === 4 && value >= 1900 && value < 2200) return { is: 'year', year: value }
    return { is: 'number', value, digits: word.length }
  }
  return meaningOf(word) ?? null
}
