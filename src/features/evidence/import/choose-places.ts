import { sql } from 'kysely'
import { isId } from '../../../core/shared/id.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { TargetProblem } from '../link/link-evidence.ts'
import { linkableObligations } from '../queries.ts'
import type { ImportRow } from './import-queries.ts'

/** What a person decided for one file. */
export type Place =
  | { readonly choice: 'skip' }
  /** Evidence of the unit that proves nothing yet, or an obligation and an item. */
  | { readonly choice: 'take'; readonly obligationId: string | null; readonly slot: string }

/** As a form writes it: `skip`, `none`, or the obligation's id and the item. */
export const placeValue = (row: Pick<ImportRow, 'choice' | 'obligationId' | 'slotText'>): string =>
  row.choice === 'skip'
    ? 'skip'
    : row.obligationId === null
      ? 'none'
      : `${row.obligationId} ${row.slotText}`.trim()

export function readPlace(value: string): Place | null {
  if (value === 'skip') return { choice: 'skip' }
  if (value === 'none') return { choice: 'take', obligationId: null, slot: '' }
  const obligationId = value.slice(0, 36)
  return isId(obligationId) ? { choice: 'take', obligationId, slot: value.slice(36).trim() } : null
}

export type ChooseProblem = TargetProblem | { readonly kind: 'not-found' }

/** Keeps what was decided for files that are not evidence yet; a refused one is tried again. */
export const choosePlaces = (
  deps: Deps,
  input: {
    readonly unitId: string
    readonly importId: string
    readonly year: number
    readonly places: ReadonlyMap<string, Place>
  },
): Promise<Result<{ readonly changed: number }, ChooseProblem>> =>
  write<{ readonly changed: number }, ChooseProblem>(deps, async (tx, record) => {
    if (input.places.size === 0) return err({ kind: 'not-found' })
    const wanted = [...input.places].map(([id, place]) =>
      place.choice === 'skip'
        ? { id, choice: 'skip', obligation: null, slot: '' }
        : { id, choice: 'take', obligation: place.obligationId, slot: place.slot },
    )
    const owed = new Map(
      (await linkableObligations(tx, input.unitId, input.year)).map(one => [one.id, one.slots]),
    )
    for (const { obligation, slot } of wanted) {
      if (obligation === null) continue
      const slots = owed.get(obligation)
      if (!slots) return err({ kind: 'no-such-obligation' })
      if (slot !== '' && !slots.includes(slot)) return err({ kind: 'no-such-slot' })
    }
    const changed = await sql<{ id: string }>`
      update evidence_import_file f
      set choice = v.choice, obligation_id = v.obligation, slot_text = v.slot, state = 'listed', problem = null,
        tries = 0
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as v(id uuid, choice text, obligation uuid, slot text), evidence_import i
      where f.id = v.id and f.import_id = ${input.importId} and i.id = f.import_id and i.unit_id = ${input.unitId}
        and f.state <> 'taken' and coalesce(f.problem->>'kind', '') not in ('skip', 'row')
        and (f.choice, f.obligation_id, f.slot_text, f.state)
          is distinct from (v.choice, v.obligation, v.slot, 'listed')
      returning f.id`.execute(tx)
    record({
      action: 'evidence-import-chosen',
      subjectType: 'evidence-import',
      subjectId: input.importId,
      unitId: input.unitId,
      detail: { files: changed.rows.length },
    })
    return ok({ changed: changed.rows.length })
  })
