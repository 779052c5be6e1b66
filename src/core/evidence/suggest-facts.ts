import { type LocalDate, localDate } from '../shared/local-date.ts'
import { type EvidenceKind, kindsNamed } from './kind.ts'
import { withinEdits } from './words.ts'

/** What a document's words seem to say about it. Suggestions for a form: a person decides. */
export interface SuggestedFacts {
  readonly title: string | null
  readonly number: string | null
  readonly date: LocalDate | null
  readonly kind: EvidenceKind | null
}

/** Numbers and dates of a letter or decree stand on its first pages, or on the page with the signature. */
const headLines = 120
/** What matters stands at the beginning of a line; some files are one line. */
const longestLine = 400
/** What a decree is based on cites other decrees' numbers and dates. */
const basis = /^\W*(?:menimbang|mengingat|memperhatikan|dasar)\b/i

export function suggestFacts(text: string): SuggestedFacts {
  const lines = text
    .slice(0, 400_000)
    .split('\n')
    .map(line => line.slice(0, longestLine).replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
  const head = lines.slice(0, headLines)
  const cited = head.findIndex(line => basis.test(line))
  const own = cited < 0 ? head : head.slice(0, cited)
  const title = titleIn(own)
  return {
    title,
    number: numberIn(own),
    date: dateIn(own, lines),
    kind: kindsNamed(own.slice(0, 8).join(' ').slice(0, 400))[0] ?? null,
  }
}

const numberLine = /^(?:nomor|nomer|no\.?)\s*(?:[:;.]|surat\b|sk\b)?\s*:?\s*(.*)$/i

function numberIn(lines: readonly string[]): string | null {
  for (const [at, line] of lines.entries()) {
    const found = numberLine.exec(line)
    if (!found) continue
    const rest =
      found[1] || (/^:/.test(lines[at + 1] ?? '') ? (lines[at + 1] ?? '').replace(/^:\s*/, '') : '')
    const number =
      /^([A-Za-z0-9][A-Za-z0-9.,&()_/\\ –-]*?)(?=\s{2,}|\s+(?:tanggal|lampiran|sifat|tentang|hal)\b|$)/i
        .exec(rest)?.[1]
        ?.replace(/\s*([/–-])\s*/g, '$1')
        .replace(/[.,]$/, '')
    // A number of a letter has digits and parts; "No. 3" heads a list and "No. Telp" an address.
    if (
      number &&
      number.length <= 80 &&
      /\d/.test(number) &&
      /[/.–-]|\btahun \d{4}/i.test(number) &&
      !/telp|hp/i.test(number)
    )
      return number
  }
  return null
}

const monthNames =
  'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ')
const monthForms: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  agt: 8,
  ags: 8,
  agu: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  nop: 11,
  des: 12,
  pebruari: 2,
  nopember: 11,
}

/** A date in words or digits, as people write it in a document: day first. */
const written = String.raw`(\d{1,2})(?:\s+|[-/.])([a-z]{3,10}|\d{1,2})\.?(?:\s+|[-/.])((?:19|20)\d{2})`
const place = /^(?!senin|selasa|rabu|kamis|jum|sabtu|minggu)[A-Z][\p{L}. ]{2,30},\s*(?:tanggal\s+)?$/iu

/** By where it stands: where the document was made final, then beside a place, then after the word for date. */
function dateIn(own: readonly string[], all: readonly string[]): LocalDate | null {
  return (
    dateAfter(all, /\bpada\s+tanggal\s*:?\s*$/i) ??
    dateAfter(own, place) ??
    dateAfter(all, place) ??
    dateAfter(
      own,
      /^(?:hari\s*[/,&]?\s*)?(?:tanggal|tgl\.?)\s*(?:surat|:|;|$)\s*:?\s*(?:[a-z']{4,6}\s*[,/]\s*)?$/i,
    )
  )
}

function dateAfter(lines: readonly string[], before: RegExp): LocalDate | null {
  for (const line of lines) {
    for (const match of line.matchAll(new RegExp(written, 'gi'))) {
      const [, day = '', month = '', year = ''] = match
      if (!before.test(line.slice(0, match.index))) continue
      const date = localDate(Number(year), monthOf(month), Number(day))
      if (date !== null) return date
    }
  }
  return null
}

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const name = text.toLowerCase()
  const exact = monthForms[name] ?? monthNames.indexOf(name) + 1
  if (exact > 0) return exact
  return name.length < 4 ? 0 : monthNames.findIndex(month => withinEdits(name, month, 1)) + 1
}

function titleIn(lines: readonly string[]): string | null {
  const about = lines.findIndex(line => /^tentang\s*:?$/i.test(line))
  const after = about < 0 ? undefined : capitals(lines.slice(about + 1))
  if (after) return after
  for (const line of lines) {
    const subject = /^(?:perihal|hal)\s*:\s*(.{4,})$/i.exec(line)?.[1]
    if (subject) return cut(subject)
  }
  const first = lines.findIndex(line =>
    /^(?:laporan|notulen|notula|daftar hadir|berita acara|standar|sop|surat|nota|pedoman|rencana|undangan|lakip|formulir|maklumat|pakta|rekapitulasi|hasil)\b/i.test(
      line,
    ),
  )
  return first < 0 || first > 15 ? null : (capitals(lines.slice(first)) ?? cut(lines[first] ?? ''))
}

/** A heading in capitals runs on over lines that are all capitals. */
function capitals(lines: readonly string[]): string | undefined {
  const run: string[] = []
  for (const line of lines) {
    if (
      run.length === 5 ||
      line !== line.toUpperCase() ||
      !/[A-Z]/.test(line) ||
      /,$/.test(line) ||
      numberLine.test(line)
    )
      break
    run.push(line)
  }
  return run.length === 0 ? undefined : cut(run.join(' '))
}

const cut = (text: string) => (text.length <= 200 ? text : `${text.slice(0, 199).trimEnd()}…`)
