import { type EvidenceKind, kindFits, kindsNamed } from '../../../core/evidence/kind.ts'
import type { PlacedQuestion } from '../../../core/instrument/instrument.ts'

/** What an item wants to be proven by. */
export type Asked = {
  readonly words: ReadonlySet<string>
  /** The kinds that its required evidence names; none where it names none. */
  readonly kinds: readonly EvidenceKind[]
  readonly area: string
  readonly year: number
}

/** What a piece of the store offers. Dates are `YYYY-MM-DD`. */
export type Offered = {
  readonly title: string
  /** The duties that it proves already. */
  readonly subjects: string
  readonly kind: EvidenceKind
  /** The areas of those duties in the year. */
  readonly areas: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly validUntil: string | null
}

// An instrument's questions stay the same objects from page to page, and so do their words.
const read = new WeakMap<PlacedQuestion['question'], Pick<Asked, 'words' | 'kinds'>>()

export function askedBy({ question, subItem, area }: PlacedQuestion, year: number): Asked {
  let known = read.get(question)
  if (!known) {
    const named = question.evidence.map(({ id }) => id)
    known = {
      words: wordsOf([question.text.id, subItem.title.id, ...named].join(' ')),
      kinds: kindsNamed(named.join(', ')),
    }
    read.set(question, known)
  }
  return { ...known, area, year }
}

/** Reads a piece once for every item that it is held against; the higher the answer the better it fits, 0 not at all. */
export function fitOf(offered: Offered): (asked: Asked) => number {
  const words = wordsOf(`${offered.title} ${offered.subjects}`)
  return asked => {
    if (!kindFits(offered.kind, asked.kinds) || !isOfYear(offered, asked.year)) return 0
    let shared = 0
    for (const word of asked.words) if (words.has(word)) shared += 1
    const same = offered.areas.includes(asked.area)
    const named = asked.kinds.includes(offered.kind)
    // One telling word is enough from a duty of the area and of the kind asked for; another area's need more.
    const least = same ? (named ? 1 : 2) : offered.areas.length > 0 ? 3 : 2
    return shared < least ? 0 : shared + (same ? 3 : 0) + (named ? 2 : 0)
  }
}

/** Kinds that hold from their date on, until they end or are replaced; others speak of their own time only. */
const lasting: ReadonlySet<EvidenceKind> = new Set(['decree', 'sop', 'guideline', 'planning', 'pledge'])

function isOfYear({ kind, from, to, validUntil }: Offered, year: number): boolean {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (validUntil !== null && validUntil < first) return false
  if (from !== null && from > last) return false
  return lasting.has(kind) || to === null || to >= first
}

// Words that stand in nearly every question and title, and tell nothing apart.
const common = new Set(
  'yang dan atau dari untuk pada dengan sudah telah unit dalam oleh secara kerja tahun laporan dokumen hasil pelaksanaan kegiatan'.split(
    ' ',
  ),
)

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      // The same word with and without its possessive or its plural.
      .map(word => word.replace(/(nya|kah|lah)$/, ''))
      .filter(word => !common.has(word)),
  )
