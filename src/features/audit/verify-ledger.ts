import { firstBreak, genesis, type LedgerEntry } from '../../core/ledger/chain.ts'
import type { Db } from '../../db/database.ts'

/** `brokenAt` is the number of the first entry that does not follow from the ones before; null when all do. */
export type LedgerCheck = { readonly entries: number; readonly brokenAt: number | null }

const chunk = 1000

/** Recomputes the whole chain of audit entries, a thousand at a time. */
export async function verifyLedger(db: Db): Promise<LedgerCheck> {
  let entries = 0
  let last = '0'
  let previous = genesis
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', last as unknown as number)
      .orderBy('seq')
      .limit(chunk)
      .execute()
    const links: LedgerEntry[] = rows.map(row => ({
      at: row.at.toISOString(),
      actorId: row.actor_id,
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      unitId: row.unit_id,
      detail: row.detail,
      previous: row.previous,
      hash: row.hash,
    }))
    const broken = firstBreak(links, previous)
    if (broken !== null) return { entries: entries + broken, brokenAt: Number(rows[broken]?.seq) }
    const end = rows.at(-1)
    if (!end) return { entries, brokenAt: null }
    entries += rows.length
    previous = end.hash
    last = String(end.seq)
  }
}
