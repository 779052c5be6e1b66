import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../db/write.ts'

export type NewDraft = {
  readonly unitId: string
  readonly year: number
  readonly title: string
  /** The document that it was read from. */
  readonly source?: { readonly name: string; readonly sha256: string }
}

/** Makes a draft without content; the id of the plan, or null where the unit has one of that year. */
export async function insertDraft(
  tx: Tx,
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  { unitId, year, title, source }: NewDraft,
): Promise<string | null> {
  const created = await tx
    .insertInto('plan')
    .values({
      id: newId(),
      unit_id: unitId,
      year,
      title,
      status: 'draft',
      source_name: source?.name ?? null,
      source_sha256: source?.sha256 ?? null,
      approved_by: null,
      public_version: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.columns(['unit_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return created?.id ?? null
}
