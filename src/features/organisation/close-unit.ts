import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import { subtree } from './subtree.ts'

export type CloseProblem =
  /** Also the unit that the admin works from: it is closed from the one above it. */
  { readonly kind: 'not-found' } | { readonly kind: 'units-below' } | { readonly kind: 'above-closed' }

type Input = { readonly id: string; readonly rootId: string }

/** Closes a unit below `rootId`. Everything it holds stays as it is and can be read. */
export const closeUnit = (deps: Deps, { id, rootId }: Input): Promise<Result<null, CloseProblem>> =>
  write<null, CloseProblem>(deps, async (tx, record) => {
    await tx.selectFrom('unit').select('id').where('id', '=', id).forUpdate().execute()
    const units = await subtree(tx, rootId)
    const unit = units.find(unit => unit.id === id && unit.depth > 0)
    if (!unit) return err({ kind: 'not-found' })
    if (units.some(other => other.parentId === id)) return err({ kind: 'units-below' })
    await tx.updateTable('unit').set({ closed_at: deps.now }).where('id', '=', id).execute()
    record({
      action: 'unit-closed',
      subjectType: 'unit',
      subjectId: id,
      unitId: id,
      whileClosed: true,
      detail: { name: unit.name },
    })
    return ok(null)
  })

/** Opens a closed unit again, with the roles and plans that it had. */
export const reopenUnit = (deps: Deps, { id, rootId }: Input): Promise<Result<null, CloseProblem>> =>
  write<null, CloseProblem>(deps, async (tx, record) => {
    const units = await subtree(tx, rootId, { closed: true })
    const unit = units.find(unit => unit.id === id && unit.closed)
    if (!unit) return err({ kind: 'not-found' })
    if (units.some(other => other.id === unit.parentId && other.closed)) return err({ kind: 'above-closed' })
    await tx.updateTable('unit').set({ closed_at: null }).where('id', '=', id).execute()
    record({
      action: 'unit-reopened',
      subjectType: 'unit',
      subjectId: id,
      unitId: id,
      detail: { name: unit.name },
    })
    return ok(null)
  })
