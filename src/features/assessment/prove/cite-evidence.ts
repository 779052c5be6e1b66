import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { storedInstrument } from '../instruments.ts'
import type { CycleState } from '../queries.ts'
import { areaOfCode, mayEditArea } from '../sheet.ts'

export type CiteProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly codes: readonly string[] }
  | { readonly kind: 'not-open'; readonly state: CycleState }
  | { readonly kind: 'no-evidence-chosen' }
  | { readonly kind: 'cited-already' }

type Where = {
  readonly unit: { readonly id: string; readonly path: readonly string[] }
  readonly cycleId: string
  readonly code: string
}

const longestPage = 60

/** Lets a piece of the unit's own store prove an item in this cycle, with the page where the proof stands. */
export const citeEvidence = (
  deps: Deps,
  input: Where & { readonly evidenceId: string; readonly page: string },
): Promise<Result<null, CiteProblem>> =>
  write<null, CiteProblem>(deps, async (tx, record) => {
    const place = await openPlace(deps, tx, input)
    if (!place.ok) return place
    if (input.evidenceId === '') return err({ kind: 'no-evidence-chosen' })
    const piece = await tx
      .selectFrom('evidence')
      .select('id')
      .where('id', '=', input.evidenceId)
      .where('unit_id', '=', input.unit.id)
      .where('state', '<>', 'withdrawn')
      .forShare()
      .executeTakeFirst()
    if (!piece) return err({ kind: 'no-evidence-chosen' })
    const linked = await tx
      .insertInto('evidence_link')
      .values({
        id: deps.newId(),
        evidence_id: piece.id,
        obligation_id: null,
        item_code: input.code,
        cycle_id: input.cycleId,
        subject: place.value,
        page: input.page.trim().slice(0, longestPage),
        created_by: deps.actor?.userId ?? '',
        created_at: deps.now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!linked) return err({ kind: 'cited-already' })
    record({
      action: 'assessment-evidence-cited',
      subjectType: 'assessment',
      subjectId: input.cycleId,
      unitId: input.unit.id,
      detail: { code: input.code, evidence: piece.id },
    })
    return ok(null)
  })

export const uncite = (
  deps: Deps,
  input: Where & { readonly linkId: string },
): Promise<Result<null, CiteProblem>> =>
  write<null, CiteProblem>(deps, async (tx, record) => {
    const place = await openPlace(deps, tx, input)
    if (!place.ok) return place
    const gone = await tx
      .deleteFrom('evidence_link')
      .where('id', '=', input.linkId)
      .where('cycle_id', '=', input.cycleId)
      .where('item_code', '=', input.code)
      .returning('evidence_id')
      .executeTakeFirst()
    if (!gone) return err({ kind: 'not-found' })
    record({
      action: 'assessment-evidence-uncited',
      subjectType: 'assessment',
      subjectId: input.cycleId,
      unitId: input.unit.id,
      detail: { code: input.code, evidence: gone.evidence_id },
    })
    return ok(null)
  })

/** The words that say what is proven, where the cycle is open and the item the person's to fill in. */
async function openPlace(
  deps: Deps,
  tx: Parameters<typeof storedInstrument>[0],
  { unit, cycleId, code }: Where,
): Promise<Result<string, CiteProblem>> {
  const cycle = await tx
    .selectFrom('assessment_cycle')
    .select(['year', 'state', 'instrument_hash'])
    .where('id', '=', cycleId)
    .where('unit_id', '=', unit.id)
    .forShare()
    .executeTakeFirst()
  if (!cycle) return err({ kind: 'not-found' })
  if (cycle.state !== 'open' && cycle.state !== 'reopened')
    return err({ kind: 'not-open', state: cycle.state })
  const area = areaOfCode(await storedInstrument(tx, cycle.instrument_hash), code)
  if (area === null) return err({ kind: 'not-found' })
  if (!mayEditArea(deps.actor, unit.path, area, deps.today)) return err({ kind: 'forbidden', codes: [code] })
  return ok(`LKE ${cycle.year}: ${code}`)
}
