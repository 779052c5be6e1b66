import { readSchedule } from '../../../core/schedule/read-schedule.ts'
import { type AreaCode, areaNamed, areaOf } from './areas.ts'
import type { Role } from './headings.ts'
import { fold } from './items.ts'
import { contentCount, type TableLine } from './table-lines.ts'

const romanNumber = /^\(?[IVX]{1,5}\)?[.)]?$/
const arabicNumber = /^\(?(\d{1,3})\)?[.)]?$/

export const own = (line: TableLine, role: Role): string => fold(line.text[role] ?? '')

/** The number in the NO column, where it is an Arabic one. */
export function printedNumber(text: string): number | null {
  const match = arabicNumber.exec(fold(text))
  return match ? Number(match[1]) : null
}

/** A heading row inside the table: text in the first columns, or merged across, and nothing beside it. */
export function headingText(line: TableLine): string | null {
  if (line.wide !== null && contentCount(line) <= 1) return fold(line.wide)
  // A table without a column for its areas prints them where the work stands.
  const main = own(line, line.lead)
  const named = [main, own(line, 'area'), own(line, 'component')].find(text => areaOf(text) !== null)
  if (named !== undefined && holdsOwnerBeside(line, named)) return named
  if (contentCount(line) === 1 && line.marks.length === 0 && areaOfHeading(line, main) !== null) return main
  if (contentCount(line) > 0) return null
  const text = fold([own(line, 'area'), own(line, 'component')].filter(Boolean).join(' '))
  const number = own(line, 'no')
  const isName = number.length > 5 || (numbering(number) === null && /\p{L}{2}/u.test(number))
  return text !== '' ? text : isName ? number : null
}

/** Whether a row that names an area names its person in charge too, and nothing else. */
const holdsOwnerBeside = (line: TableLine, area: string): boolean =>
  own(line, 'owner') !== '' && contentCount(line) === (own(line, line.lead) === area ? 2 : 1)

/**
 * The area that a heading row names. Its abbreviation is enough, but not behind the Arabic number of a sub-component:
 * `C | SDM` is an area, `1 | SDM` is none.
 */
export const areaOfHeading = (line: TableLine, text: string): AreaCode | null =>
  areaOf(text) ?? (printedNumber(own(line, 'no')) === null ? areaNamed(text) : null)

/**
 * Whether a row with a number and a name alone heads the next one, which counts in another way (1, then a): so
 * tables without a column for sub-components print them.
 */
export function standsAbove(line: TableLine, next: TableLine): boolean {
  const number = numbering(own(line, 'no'))
  const below = numbering(
    own(next, 'no') || (/^(?:\d{1,2}|[a-z])[.)](?=\s)/.exec(own(next, next.lead))?.[0] ?? ''),
  )
  if (contentCount(line) !== 1 || own(line, line.lead) === '' || own(next, next.lead) === '') return false
  return contentCount(next) > 1 && number !== null && below !== null && number !== below
}

function numbering(text: string): 'roman' | 'letter' | 'capital' | number | null {
  const bare = text.replace(/[^\p{L}\p{N}.]|\.$/gu, '')
  if (/^[IVX]+$/.test(bare)) return 'roman'
  if (/^[a-z]$/.test(bare)) return 'letter'
  if (/^[A-Z]$/.test(bare)) return 'capital'
  return /^\d+$|^[\p{L}\d]{1,4}(?:\.[\p{L}\d]{1,4})+$/u.test(bare) ? bare.split('.').length : null
}

/** How a heading row is numbered and whether it is in capitals; areas of one table look alike. */
export function headingStyle(number: string, text: string): string {
  const printed =
    number === '' || number === text ? (/^(?:\d{1,2}|\p{L}|[IVX]+)(?=[.)]\s)/u.exec(text)?.[0] ?? '') : number
  return `${numbering(printed)} ${text === text.toUpperCase()}`
}

/** Whether a heading row that names none of the six areas still stands where an area would. */
export function looksLikeArea(line: TableLine, text: string): boolean {
  const number = own(line, 'no')
  return (
    romanNumber.test(number) ||
    /^(area|pokja)\b/i.test(text) ||
    (/^[IVX]{1,5}[.)\s]\s*\p{Lu}/u.test(text) && number === '') ||
    (/^[A-F]\.?$/.test(number) && text === text.toUpperCase())
  )
}

/** The row of column numbers or letters that official tables print under their headings. */
export function isColumnNumbers(line: TableLine): boolean {
  const texts = Object.values(line.text)
    .map(fold)
    .filter(text => text !== '')
  return (
    texts.length >= 3 &&
    new Set(texts).size === texts.length &&
    (texts.every(text => printedNumber(text) !== null) || texts.every(text => /^\(?[a-z]\)?$/i.test(text)))
  )
}

const heads = ['no', 'area', 'component', 'indicator', 'action'] as const
const headTexts = (line: TableLine) => [fold(line.wide ?? ''), ...heads.map(role => own(line, role))]

/** What says that a row adds up the rows above it, or tells what was done; null where nothing does. */
export const asideText = (line: TableLine): string | null =>
  headTexts(line).find(text => isTotal(line, text) || /^(?:realisasi|capaian)\s*(?::|$)/i.test(text)) ?? null

/** "Jumlah" by itself, "Jumlah kegiatan" beside nothing but figures. */
function isTotal({ text, marks }: TableLine, head: string): boolean {
  if (/^(?:sub ?total|total|jumlah)(?: keseluruhan| seluruhnya)?\s*:?$/i.test(head)) return true
  const beside = [...Object.values(text), ...marks.map(({ said }) => said)]
    .map(fold)
    .filter(other => other !== '' && other !== head)
  const figures = beside.length > 0 && beside.every(other => /^\d[\d.,]*\s*%?$/.test(other))
  return figures && /^(?:sub ?total|total|jumlah)\b/i.test(head)
}

const placeAndDate =
  /^\p{L}[\p{L}. ]{2,30},\s*(?:tgl\.?|tanggal)?\s*(?:\d{1,2}|[.…_\s-]*)\s*(?:\p{L}{3,9})?\s*(?:20\d\d|20[.…_]+)$/u
/** "Mengesahkan SOP" is work; only what stands alone or before who signs is a signature. */
const signing =
  /^(?:(?:mengetahui|menyetujui|mengesahkan)(?:\W*$|\s*[,:/]|\W+(?:dan\W+)?(?:mengetahui|menyetujui|mengesahkan|oleh|kepala|ketua|sekretaris|inspektur|direktur|pimpinan|plt|plh|an|a\.n)\b)|disahkan (?:oleh|di)\b|ditetapkan di\b|nip\b)/i
/** "Mengetahui Rektor", but "Mengetahui hasil survei". */
const knows = /^(?:Mengetahui|MENGETAHUI)\s+\p{Lu}/u
/** Below a gap these belong to who signs, or to a footnote; in a row of the plan they are ordinary words. */
const closing =
  /^(?:pada tanggal|dibuat oleh|disusun oleh|an\.|a\.n\.|plt\.|plh\.|pembina\b|penata\b|kepala\b|ketua\b|sekretaris\b|inspektur\b|direktur\b|catatan\s*:|keterangan\s*:|nb\b|\*+\)?|sumber\s*:)/i

/** The first line of what stands below a plan: place and date, who signs, a footnote. */
export function isSignature(line: TableLine): boolean {
  if (contentCount(line) > 2) return false
  const texts = [line.wide, ...Object.values(line.text), line.rest]
    .map(text => fold(text ?? ''))
    .filter(Boolean)
  return (
    texts.some(text => isPlaceAndDate(text) || signing.test(text) || knows.test(text)) ||
    (line.gap > 0 && texts.length > 0 && texts.every(text => closing.test(text)))
  )
}

/** "Maret, Juni 2027" is a target time; any year reads a text alike as far as its wording goes. */
const isPlaceAndDate = (text: string): boolean =>
  placeAndDate.test(text) && readSchedule(text, { year: 2000 }).kind === 'unresolved'

/** "Keterangan:" at the head of a row begins the notes below a plan, also without a gap. */
export const isNote = (line: TableLine): boolean =>
  contentCount(line) === 0 &&
  [line.wide, line.text.no, line.text.area, line.text.component].some(text =>
    /^(?:catatan|keterangan|ket\.?|legenda|nb|sumber)\s*:/i.test(fold(text ?? '')),
  )

/** A schedule that breaks off: "Januari sd". */
const unfinished = /(?:\b(?:sd|s\.d\.?|s\/d|sampai|hingga|dan|tahun)|[,–-])$/i

/**
 * Whether the first row of a page goes on with the last row of the page before. Its text says so: a cell that
 * begins in lower case, or goes on with a list; and it never brings a number, a component or a second schedule, unless
 * the first breaks off.
 */
export function goesOn(line: TableLine, before: TableLine): boolean {
  if (!line.pageStart || own(line, 'no') !== '') return false
  const date = own(before, 'schedule')
  if (own(line, 'schedule') !== '' && date !== '' && !unfinished.test(date)) return false
  if (line.marks.length > 0 && before.marks.length > 0) return false
  const roles = (['component', 'indicator', 'action', 'evidence', 'schedule', 'owner'] as const).filter(
    role => own(line, role) !== '',
  )
  if (roles.length === 0 || roles.some(role => own(before, role) === '' && role !== 'component')) return false
  const lead = own(line, 'indicator') === '' ? roles : (['indicator'] as const)
  return (
    lead.some(role => /^[\p{Ll}(]/u.test(own(line, role))) ||
    (own(line, 'indicator') === '' && own(before, 'indicator') !== '')
  )
}
