import { foldPhrases, meaningfulWords, yearsIn } from './words.ts'

/** A folder's or file's name as people number and name them: `II. Penataan Tatalaksana`, `1 SOP`, `Area 3`. */
export interface PathPart {
  readonly printed: string
  /** The number in front, or behind a word such as "Area"; null for none. */
  readonly number: number | null
  /** How the number was written: Roman numerals stand for areas more often than for anything below. */
  readonly roman: boolean
  /** What the number counts, where a word says so. */
  readonly counts: 'area' | 'sub-component' | 'indicator' | null
  /** Without the number and the words that say nothing. */
  readonly words: readonly string[]
}

export interface ReadPath {
  readonly folders: readonly PathPart[]
  /** The file's name without its extension. */
  readonly file: PathPart
  readonly years: readonly number[]
  /** Numbers with two or three parts anywhere in the path, the innermost first: `II.1.1a` is [2, 1, '1a']. */
  readonly codes: readonly (readonly [area: number, sub: number, indicator: string | null])[]
}

const numerals: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
}

/** Reads a path with `/` or `\`; empty parts and `.` are nothing. */
export function readPath(path: string): ReadPath {
  const parts = path.split(/[/\\]+/).filter(part => part !== '' && part !== '.')
  const name = (parts.at(-1) ?? '').replace(/\.[a-z0-9]{1,5}$/i, '')
  const folders = parts.slice(0, -1)
  return {
    folders: folders.map(readPart),
    file: readPart(name),
    years: [...new Set([...folders, name].flatMap(yearsIn))],
    codes: [name, ...folders.toReversed()].flatMap(codesIn),
  }
}

const counted =
  /^(area(?: perubahan)?|pokja|komponen|bab|sub ?komponen|sub|indikator|poin|point)?\s*([ivx]{1,4}|\d{1,2})(?![\w])(?!\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b)/

function readPart(printed: string): PathPart {
  const folded = foldPhrases(printed)
  const found = counted.exec(folded)
  const roman = found !== null && !/\d/.test(found[2] ?? '')
  const number = found === null ? null : roman ? (numerals[found[2] ?? ''] ?? null) : Number(found[2])
  const word = found?.[1] ?? ''
  const counts = /^(?:area|pokja|komponen|bab)/.test(word)
    ? 'area'
    : /^sub/.test(word)
      ? 'sub-component'
      : /^(?:indikator|poi)/.test(word)
        ? 'indicator'
        : null
  const words = meaningfulWords(foldPhrases(printed).replace(/\barea perubahan\b/g, '')).filter(
    word => !/^(?:area|pokja|komponen|bab|sub|subkomponen|indikator|poin|point)$/.test(word),
  )
  return { printed, number, roman, counts, words }
}

function codesIn(text: string): [number, number, string | null][] {
  const found = [
    ...text.matchAll(
      /(?<![\w.])(VI|IV|III|II|I|V|[1-6])\.\s?(\d{1,2})(?:\.\s?(\d{1,2}[a-z]?))?(?![\w]|\.\d)/g,
    ),
  ]
  return found.map(([, area = '', sub = '', indicator]) => [
    numerals[area.toLowerCase()] ?? Number(area),
    Number(sub),
    indicator ?? null,
  ])
}
