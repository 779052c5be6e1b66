import { setImmediate as breathe } from 'node:timers/promises'
import { certaintyOf, type FileMatch, matchFiles } from '../../../core/evidence/match-files.ts'
import type { MatchReason } from '../../../core/evidence/match-folders.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { byLikelihood } from './place-in-time.ts'
import type { UnitPlan } from './plan-of-unit.ts'

export type SuggestedPlace = { readonly obligationId: string; readonly slot: string; readonly label: string }

export type Proposal = {
  readonly path: string
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
  /** Best first. */
  readonly suggested: readonly SuggestedPlace[]
  readonly choice: 'take' | 'skip'
}

const mostPlaces = 8
/** Files matched before the server answers others. */
const atOnce = 50

/** Where each path belongs in the plan. What is unsure is proposed but left out until somebody takes it. */
export async function propose(
  unitPlan: UnitPlan,
  paths: readonly string[],
  today: LocalDate,
): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = []
  for (let from = 0; from < paths.length; from += atOnce) {
    const part = paths.slice(from, from + atOnce)
    const { matched } = matchFiles(
      unitPlan.plan,
      part.map(path => ({ path, title: null })),
    )
    const byPath = new Map(matched.map(match => [match.path, match]))
    for (const path of part) proposals.push(proposalOf(unitPlan, path, byPath.get(path), today))
    await breathe()
  }
  return proposals
}

function proposalOf(
  unitPlan: UnitPlan,
  path: string,
  match: FileMatch | undefined,
  today: LocalDate,
): Proposal {
  if (!match) return { path, confidence: 0, reasons: [], suggested: [], choice: 'skip' }
  const suggested = placesOf(unitPlan, match, path, today)
  const { confidence, reasons } = match
  const take = suggested.length > 0 && certaintyOf(confidence) !== 'unsure'
  return { path, confidence, reasons, suggested, choice: take ? 'take' : 'skip' }
}

function placesOf(
  { plan, owed, slots }: UnitPlan,
  match: FileMatch,
  path: string,
  today: LocalDate,
): SuggestedPlace[] {
  const ofIndicator = plan.areas
    .flatMap(area => area.subComponents.flatMap(sub => sub.indicators))
    .find(indicator => indicator.id === match.indicatorId)
  const wanted = [
    ...match.slotIds.flatMap(id => slots.get(id) ?? []),
    ...(ofIndicator?.slots ?? []).map(slot => ({ indicatorId: ofIndicator?.id ?? '', text: slot.text })),
    ...(ofIndicator ? [{ indicatorId: ofIndicator.id, text: '' }] : []),
  ]
  const dated = wanted.map(({ indicatorId, text }) =>
    byLikelihood(owed.get(indicatorId) ?? [], path, today).map(({ id, due, action }) => ({
      obligationId: id,
      slot: text,
      label: `${due} ${action}`,
    })),
  )
  // Every item at its likeliest date first, then the further dates of the best item.
  const places = [...dated.flatMap(dates => dates.slice(0, 1)), ...(dated[0] ?? []).slice(1)]
  const seen = new Set<string>()
  return places
    .filter(({ obligationId, slot }) => {
      const key = `${obligationId} ${slot}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, mostPlaces)
}
