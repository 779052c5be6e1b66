import type { Tx } from '../../../db/database.ts'
import type { ImportRow } from './import-queries.ts'

/**
 * The piece that already is what a row would bring, so that it is not made twice: the same bytes or address stands where the
 * row would put it, or came from the same path before. The path counts too because a proposal moves with the day, to
 * the date that was due last. What was withdrawn does not count. Null where there is none.
 */
export async function findKnownPiece(
  tx: Tx,
  unitId: string,
  row: Pick<ImportRow, 'path' | 'url' | 'obligationId' | 'slotText'>,
  sha256: string | null,
): Promise<string | null> {
  const found = await tx
    .selectFrom('evidence_version as v')
    .innerJoin('evidence as e', 'e.id', 'v.evidence_id')
    .select('e.id')
    .where('e.unit_id', '=', unitId)
    .where('e.state', '<>', 'withdrawn')
    .where(eb => (sha256 === null ? eb('v.url', '=', row.url) : eb('v.sha256', '=', sha256)))
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('evidence_link as l')
            .select('l.id')
            .whereRef('l.evidence_id', '=', 'e.id')
            .where('l.obligation_id', '=', row.obligationId)
            .where('l.slot_text', '=', row.slotText),
        ),
        eb.exists(
          eb
            .selectFrom('evidence_import_file as f')
            .select('f.id')
            .whereRef('f.evidence_id', '=', 'e.id')
            .where('f.path', '=', row.path),
        ),
      ]),
    )
    .orderBy('e.created_at')
    .orderBy('e.id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
