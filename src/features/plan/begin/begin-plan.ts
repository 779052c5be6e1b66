import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { insertDraft } from '../insert-draft.ts'

export type BeginInput = {
  readonly unit: { readonly id: string; readonly name: string }
  readonly year: number
}

/** Makes an empty draft, to be filled indicator by indicator, for a unit that has no document yet. */
export const beginPlan = (deps: Deps, { unit, year }: BeginInput): Promise<Result<null, 'plan-exists'>> =>
  write<null, 'plan-exists'>(deps, async (tx, record) => {
    const title = `Rencana Aksi Pembangunan Zona Integritas ${unit.name} Tahun ${year}`
    const id = await insertDraft(tx, deps, { unitId: unit.id, year, title })
    if (id === null) return err('plan-exists')
    await tx
      .insertInto('plan_change')
      .values({
        id: deps.newId(),
        plan_id: id,
        at: deps.now,
        actor_id: deps.actor?.userId ?? null,
        kind: 'begun',
        subject: '',
      })
      .execute()
    record({ action: 'plan-begun', subjectType: 'plan', subjectId: id, unitId: unit.id, detail: { year } })
    return ok(null)
  })
