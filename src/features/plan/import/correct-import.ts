import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { findImport } from '../queries.ts'
import type { AreaCode, PlanDocument, RowIndex } from '../read/index.ts'
import { type Correction, correctRow, indicatorAt, nameArea } from './correct-document.ts'

export type CorrectProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-confirmed' }
  /** Someone corrected the same import since the form was drawn. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'text-missing' }

export type CorrectInput = {
  readonly importId: string
  readonly unitId: string
  readonly revision: number
  readonly change:
    | { readonly kind: 'row'; readonly row: RowIndex; readonly correction: Correction }
    | { readonly kind: 'area'; readonly area: number; readonly code: AreaCode }
}

/** One correction of a reading that is not confirmed yet. */
export const correctImport = (deps: Deps, input: CorrectInput): Promise<Result<null, CorrectProblem>> =>
  write<null, CorrectProblem>(deps, async (tx, record) => {
    const stored = await findImport(tx, input.unitId, input.importId)
    if (!stored) return err({ kind: 'not-found' })
    if (stored.status !== 'preview') return err({ kind: 'already-confirmed' })
    const { change } = input
    let document: PlanDocument
    if (change.kind === 'row') {
      if (!indicatorAt(stored.document, change.row)) return err({ kind: 'not-found' })
      if (change.correction.text === '') return err({ kind: 'text-missing' })
      document = correctRow(stored.document, change.row, change.correction, stored.year)
    } else {
      if (!stored.document.areas[change.area]) return err({ kind: 'not-found' })
      document = nameArea(stored.document, change.area, change.code)
    }
    const saved = await tx
      .updateTable('plan_import')
      .set({ document: JSON.stringify(document), revision: input.revision + 1 })
      .where('id', '=', input.importId)
      .where('status', '=', 'preview')
      .where('revision', '=', input.revision)
      .returning('id')
      .executeTakeFirst()
    if (!saved) return err({ kind: 'stale' })
    record({
      action: 'plan-import-corrected',
      subjectType: 'plan-import',
      subjectId: input.importId,
      unitId: input.unitId,
      detail: change.kind === 'row' ? { row: change.row } : { area: change.area, code: change.code },
    })
    return ok(null)
  })
