import { err, ok, type Result } from '../../core/shared/result.ts'
import { type Deps, write } from '../../db/write.ts'

/** `drawn` is the stored text that the form was drawn with, `text` what it is to become; empty empties. */
export type FigureChange = { readonly key: string; readonly drawn: string; readonly text: string }

export type FiguresProblem =
  | { readonly kind: 'unchanged' }
  /** Somebody stored other values meanwhile: `now` holds them by key. */
  | { readonly kind: 'stale'; readonly now: Readonly<Record<string, string>> }

/**
 * Stores the figures that differ from what the form was drawn with, all or none. An emptied figure stays
 * as an empty row: it tells when and by whom.
 */
export const saveFigures = (
  deps: Deps,
  input: { readonly unitId: string; readonly year: number; readonly changes: readonly FigureChange[] },
): Promise<Result<{ saved: number }, FiguresProblem>> =>
  write(deps, async (tx, record): Promise<Result<{ saved: number }, FiguresProblem>> => {
    const { unitId, year } = input
    await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('unit_figure')
      .select(['key', 'value'])
      .where('unit_id', '=', unitId)
      .where('year', '=', year)
      .execute()
    const storedNow = new Map(rows.map(row => [row.key, row.value]))
    const stored = (key: string) => storedNow.get(key) ?? ''
    const changes = input.changes.filter(({ key, drawn, text }) => text !== drawn && text !== stored(key))
    if (changes.length === 0) return err({ kind: 'unchanged' })
    const stale = changes.filter(({ key, drawn }) => stored(key) !== drawn)
    if (stale.length > 0)
      return err({ kind: 'stale', now: Object.fromEntries(stale.map(({ key }) => [key, stored(key)])) })

    const stamp = { updated_by: deps.actor?.userId ?? null, updated_at: deps.now }
    await tx
      .insertInto('unit_figure')
      .values(changes.map(({ key, text }) => ({ unit_id: unitId, year, key, value: text, ...stamp })))
      .onConflict(conflict =>
        conflict
          .columns(['unit_id', 'year', 'key'])
          .doUpdateSet(eb => ({ value: eb.ref('excluded.value'), ...stamp })),
      )
      .execute()
    record({
      action: 'figures-saved',
      subjectType: 'unit-figure',
      subjectId: `${unitId}/${year}`,
      unitId,
      detail: Object.fromEntries(changes.map(({ key, text }) => [key, { before: stored(key), after: text }])),
    })
    return ok({ saved: changes.length })
  })
