import type { PlacedQuestion } from '../../core/instrument/instrument.ts'
import { type Request, unitOf } from '../context.ts'
import { type StoreEvidence, storeEvidence } from './evidence-queries.ts'
import type { Sheet } from './sheet.ts'

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

/** Whether a piece speaks of the same things as a question: two telling words in common. */
export function fits(
  question: PlacedQuestion['question'],
  subItem: PlacedQuestion['subItem'],
  piece: StoreEvidence,
): boolean {
  const asked = wordsOf(
    [question.text.id, subItem.title.id, ...question.evidence.map(label => label.id)].join(' '),
  )
  const offered = wordsOf(`${piece.title} ${piece.subjects}`)
  let shared = 0
  for (const word of asked) if (offered.has(word)) shared += 1
  return shared >= 2
}

/** How many pieces of the store, not cited yet, fit each item of a page. */
export async function suggestionCounts(
  request: Request,
  sheet: Sheet,
  page: { readonly areas: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const pieces = await storeEvidence(request.db, unitOf(request).id, {
    year: sheet.cycle.year,
    area: page.areas[0] ?? '',
    search: '',
    mayReadRestricted: request.may('evidence.read-restricted'),
    limit: 200,
  })
  return new Map(
    sheet.questions
      .filter(({ area }) => page.areas.includes(area))
      .map(({ question, subItem }) => {
        const cited = new Set(sheet.evidence.get(question.code)?.map(({ evidenceId }) => evidenceId))
        return [
          question.code,
          pieces.filter(piece => !cited.has(piece.id) && fits(question, subItem, piece)).length,
        ]
      }),
  )
}
