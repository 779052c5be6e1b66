import { type Request, unitOf } from '../../context.ts'
import type { Sheet } from '../sheet.ts'
import { storeEvidence } from './evidence-queries.ts'
import { askedBy, fitOf } from './fit-evidence.ts'

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
  const offers = pieces.map(piece => ({ id: piece.id, fits: fitOf(piece) }))
  return new Map(
    sheet.questions
      .filter(({ area }) => page.areas.includes(area))
      .map(placed => {
        const { code } = placed.question
        const asked = askedBy(placed, sheet.cycle.year)
        const cited = new Set(sheet.evidence.get(code)?.map(({ evidenceId }) => evidenceId))
        return [code, offers.filter(({ id, fits }) => !cited.has(id) && fits(asked) > 0).length]
      }),
  )
}
