import { withoutMark } from './list-marks.ts'
import { readSchedule } from './read-schedule.ts'
import { normalise, tokenise } from './tokenise.ts'

/**
 * The expressions of a schedule cell. Lines, strokes, semicolons and bullets part them; an expression that merely
 * wraps onto the next line ("Mei 2019, Okt / 2019") stays whole.
 */
export function splitScheduleCell(text: string): string[] {
  return text
    .split('|')
    .flatMap(bulletItems)
    .flatMap(joinWraps)
    .flatMap(splitSemicolons)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '')
}

/** Bulleted lines begin an item; the lines below, up to the next bullet, belong to it. */
function bulletItems(text: string): string[][] {
  const items: string[][] = [[]]
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue
    const unmarked = withoutMark(line)
    if (unmarked !== null) items.push([unmarked])
    else items.at(-1)?.push(line)
  }
  return items.filter(lines => lines.length > 0)
}

function joinWraps(lines: readonly string[]): string[] {
  const parts: string[] = []
  for (const line of lines) {
    const before = parts.at(-1)
    if (before !== undefined && continues(before, line)) parts[parts.length - 1] = `${before}\n${line}`
    else parts.push(line)
  }
  return parts
}

/** In the narrowest column an expression takes a line a word. */
const longestWrap = 12

const unfinished =
  /(?:[,&/+(-]|\b(?:dan|serta|sd|s\/d|s\.d\.?|sampai|dengan|hingga|tiap|setiap|per|bulan|minggu|tanggal|tgl|hari|tahun|semester|triwulan|tribulan|tw|ke|mulai|sejak|dari|pada|paling|lambat|maksimal|awal|akhir|pertengahan|selama|sepanjang|kecuali|selain))\.?\s*$/
const continuing =
  /^\s*(?:[,&/+)-]|\((?!\d\))|(?:dan|serta|sd|s\/d|s\.d|sampai|hingga|dst|seterusnya|kecuali|selain|sekali|kali|x|ke-?\d?|(?:tahun|thn)\s+\d{4}|\d{4})(?![a-z\d]))/

/** Whether a line goes on with the expression above it, rather than beginning another. */
function continues(before: string, line: string): boolean {
  const head = normalise(before)
  const tail = normalise(line)
  if (before.split('\n').length >= longestWrap) return false
  if (continuing.test(tail)) return true
  if (unfinished.test(head) && (standsFor(head) === null || opensWithOrdinal(tail))) return true
  if (readable(before) && readable(line)) return false
  return readable(`${before}\n${line}`) || (!readable(before) && !readable(line))
}

/** "Semester" and "Triwulan" can stand alone, "Setiap" cannot. */
const standsFor = (text: string) => (readable(text) ? text : null)

const opensWithOrdinal = (line: string) => {
  const [first] = tokenise(line).tokens
  return first !== undefined && ['ordinal', 'part', 'ke', 'number'].includes(first.is) && !startsDate(line)
}

const startsDate = (line: string) => /^\s*\d{1,2}\s*[-/. ]?\s*[a-z]/.test(line)

// Any year reads a text alike as far as its wording goes.
const readable = (text: string) => readSchedule(text, { year: 2000 }).kind !== 'unresolved'

function splitSemicolons(text: string): string[] {
  const parts = text.split(';').filter(part => part.trim() !== '')
  return parts.every(readable) ? parts : [text]
}
