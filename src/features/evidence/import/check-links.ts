import { sql } from 'kysely'
import { ok } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { CheckLink } from '../bring/check-link.ts'

/** Links looked at in one go. */
const atOnce = 25

/**
 * Looks at some of an import's links that nobody has looked at, and notes whether they answered. `checkLink` never
 * reaches into the own network.
 */
export async function checkLinks(
  deps: Deps,
  checkLink: CheckLink,
  unitId: string,
  importId: string,
): Promise<{ readonly looked: number; readonly answered: number }> {
  const rows = await deps.db
    .selectFrom('evidence_import_file as f')
    .innerJoin('evidence_import as i', 'i.id', 'f.import_id')
    .select(['f.id', 'f.url'])
    .where('i.id', '=', importId)
    .where('i.unit_id', '=', unitId)
    .where('f.url', 'is not', null)
    .where('f.checked_on', 'is', null)
    .orderBy('f.position')
    .limit(atOnce)
    .execute()
  const seen = await Promise.all(
    rows.map(async ({ id, url }) => ({ id, answered: url !== null && (await checkLink(url)) !== null })),
  )
  if (seen.length === 0) return { looked: 0, answered: 0 }
  const reached = seen.filter(one => one.answered).map(one => one.id)
  await write<null, never>({ ...deps, requestKey: undefined }, async (tx, record) => {
    await tx
      .updateTable('evidence_import_file')
      .set({ checked_on: deps.today, answered: sql<boolean>`id = any (${reached}::uuid[])` })
      .where(
        'id',
        'in',
        seen.map(one => one.id),
      )
      .execute()
    record({
      action: 'evidence-links-checked',
      subjectType: 'evidence-import',
      subjectId: importId,
      unitId,
      detail: { looked: seen.length, answered: reached.length },
    })
    return ok(null)
  })
  return { looked: seen.length, answered: reached.length }
}
