import { sql } from 'kysely'
import type { ManifestPiece, SequencedEntry } from '../../../core/bundle/format.ts'
import { genesis } from '../../../core/ledger/chain.ts'
import type { Db, Tx } from '../../../db/database.ts'

/** The unit's name and that of the agency above it. */
export async function unitNames(tx: Tx, unitId: string): Promise<{ unit: string; agency: string }> {
  const { rows } = await sql<{ name: string; up: number }>`
    with recursive above as (
      select id, parent_id, name, 0 as up from unit where id = ${unitId}
      union all
      select u.id, u.parent_id, u.name, above.up + 1 from unit u join above on u.id = above.parent_id
    )
    select name, up from above order by up`.execute(tx)
  return { unit: rows[0]?.name ?? '', agency: rows.at(-1)?.name ?? '' }
}

/** Each piece that the cycle cites, in its present version; of a restricted one no words leave the agency. */
export async function citedPieces(tx: Tx, cycleId: string): Promise<ManifestPiece[]> {
  const { rows } = await sql<ManifestPiece>`
    select e.id, e.confidentiality, e.state, e.version, coalesce(v.type, '') as type,
      f.size::double precision as size, v.sha256,
      case when e.confidentiality = 'restricted' then '' else e.title end as title,
      case when e.confidentiality = 'restricted' then '' else coalesce(v.file_name, '') end as "fileName",
      case when e.confidentiality = 'restricted' then '' else coalesce(v.url, '') end as url,
      (select jsonb_agg(jsonb_build_object('code', l.item_code, 'page', l.page) order by l.item_code, l.id)
        from evidence_link l where l.cycle_id = ${cycleId} and l.evidence_id = e.id) as cited
    from evidence e
    join evidence_version v on v.evidence_id = e.id and v.no = e.version
    left join file_object f on f.sha256 = v.sha256
    where e.id in (select evidence_id from evidence_link where cycle_id = ${cycleId} and item_code is not null)
    order by e.id`.execute(tx)
  return rows.map(({ size, ...piece }) => ({ ...piece, size: size === null ? null : Number(size) }))
}

/** Every entry about a cycle, and the last of the whole trail. */
export async function ledgerOf(
  tx: Tx,
  cycleId: string,
): Promise<{ entries: SequencedEntry[]; head: { seq: number; hash: string } }> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject_type', '=', 'assessment')
    .where('subject_id', '=', cycleId)
    .orderBy('seq')
    .execute()
  const last = await tx
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    entries: rows.map(row => ({
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actorId: row.actor_id,
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      unitId: row.unit_id,
      detail: row.detail,
      previous: row.previous,
      hash: row.hash,
    })),
    head: { seq: Number(last?.seq ?? 0), hash: last?.hash ?? genesis },
  }
}

/** The instrument as it was brought, of which `storedInstrument` keeps only what is scored. */
export const instrumentContent = async (tx: Tx, hash: string): Promise<unknown> =>
  (await tx.selectFrom('instrument').select('content').where('hash', '=', hash).executeTakeFirstOrThrow())
    .content

export const bundleOf = async (
  db: Db,
  cycleId: string,
): Promise<{ sha256: string; content: Uint8Array<ArrayBuffer> } | null> => {
  const row = await db
    .selectFrom('assessment_bundle')
    .select(['sha256', 'content'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()
  return row ? { sha256: row.sha256, content: new Uint8Array(row.content) } : null
}

export type UsedKey = { readonly fingerprint: string; readonly publicKey: string; readonly since: Date }

/** Every key that signed a bundle, the newest first. */
export const usedKeys = (db: Db): Promise<UsedKey[]> =>
  db
    .selectFrom('signing_key')
    .select(['fingerprint', 'public_key as publicKey', 'first_used_at as since'])
    .orderBy('first_used_at', 'desc')
    .orderBy('fingerprint')
    .execute()
