import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Locale } from '../../ui/messages.ts'

/** The language of the own screens and mails. */
export const setLanguage = (
  deps: Deps,
  input: { readonly locale: Locale },
): Promise<Result<null, { kind: 'not-found' }>> =>
  write<null, { kind: 'not-found' }>(deps, async (tx, record) => {
    const employeeId = deps.actor?.employeeId
    if (!employeeId) return err({ kind: 'not-found' })
    const changed = await tx
      .updateTable('employee')
      .set({ locale: input.locale, updated_at: deps.now })
      .where('id', '=', employeeId)
      .returning('unit_id')
      .executeTakeFirst()
    if (!changed) return err({ kind: 'not-found' })
    record({
      action: 'language-set',
      subjectType: 'employee',
      subjectId: employeeId,
      unitId: changed.unit_id,
      whileClosed: true,
      detail: { locale: input.locale },
    })
    return ok(null)
  })
