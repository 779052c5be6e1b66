import { sql } from 'kysely'
import type { Actor } from '../core/access/may.ts'
import { genesis, type LedgerFacts, link } from '../core/ledger/chain.ts'
import type { LocalDate } from '../core/shared/local-date.ts'
import type { Result } from '../core/shared/result.ts'
import type { Db, Tx } from './database.ts'
import { UnitClosed } from './unit-closed.ts'

/** What an operation needs from outside: nothing else reaches the clock, randomness or the database. */
export type Deps = {
  readonly db: Db
  readonly now: Date
  /** The civil date at the agency. */
  readonly today: LocalDate
  readonly newId: () => string
  readonly actor: Actor | null
  /** The form's or call's idempotency key; the same key of the same person has one effect. */
  readonly requestKey?: string | undefined
}

export type AuditFacts = Pick<LedgerFacts, 'action' | 'subjectType' | 'subjectId'> & {
  readonly unitId?: string | null
  readonly detail?: Readonly<Record<string, unknown>>
  /**
   * True for what changes nothing that a closed unit holds: reading that leaves a trace, a person's own sign-in and
   * language, access that is taken away, and the end of what was under way when the unit closed.
   */
  readonly whileClosed?: boolean
}

class Refused extends Error {
  readonly outcome: Result<never, unknown>
  constructor(outcome: Result<never, unknown>) {
    super('refused')
    this.outcome = outcome
  }
}

/**
 * One write, whole or not at all: the work, its audit entries and the answer to a repeated request are
 * one transaction. A refused result undoes everything. Work that records no audit entry throws.
 * The value must survive JSON, for it is what a repeated request gets. Throws `UnitClosed`, and undoes everything,
 * where an entry belongs to a closed unit and is not one that such a unit takes.
 */
export async function write<T, P>(
  deps: Deps,
  work: (tx: Tx, record: (facts: AuditFacts) => void) => Promise<Result<T, P>>,
): Promise<Result<T, P>> {
  try {
    return await deps.db.transaction().execute(async tx => {
      const actorId = deps.actor?.userId ?? null
      const key = deps.requestKey && { actor_id: actorId ?? '', key: deps.requestKey }
      if (key) {
        const fresh = await tx
          .insertInto('request_key')
          .values({ ...key, at: deps.now })
          .onConflict(conflict => conflict.doNothing())
          .returning('key')
          .executeTakeFirst()
        if (!fresh) return await earlierOutcome<T>(tx, key)
      }
      const entries: AuditFacts[] = []
      const result = await work(tx, facts => entries.push(facts))
      if (!result.ok) throw new Refused(result as Result<never, unknown>)
      if (entries.length === 0) throw new Error('a write must record what it did')
      await append(tx, deps, entries)
      if (key) {
        const outcome = JSON.stringify({ value: result.value ?? null })
        await tx
          .updateTable('request_key')
          .set({ outcome })
          .where('actor_id', '=', key.actor_id)
          .where('key', '=', key.key)
          .execute()
      }
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome as Result<T, P>
    throw error
  }
}

async function earlierOutcome<T>(tx: Tx, key: { actor_id: string; key: string }): Promise<Result<T, never>> {
  const row = await tx
    .selectFrom('request_key')
    .select('outcome')
    .where('actor_id', '=', key.actor_id)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
  return { ok: true, value: (row.outcome as { value: T }).value }
}

/** Until the transaction ends nobody else appends to the hash chain. */
export const lockLedger = (tx: Tx) => sql`select pg_advisory_xact_lock(727001)`.execute(tx)

/**
 * The hash that the next entry follows, and whether an entry belongs to a closed unit. Asked under the ledger's lock,
 * under which units are closed too: none closes between this look and the commit.
 */
function beforeAppending(tx: Tx, entries: readonly AuditFacts[]) {
  const units = entries.flatMap(({ unitId, whileClosed }) => (unitId && !whileClosed ? [unitId] : []))
  return tx
    .selectNoFrom(of => [
      of.selectFrom('audit_entry').select('hash').orderBy('seq', 'desc').limit(1).as('hash'),
      units.length === 0
        ? of.lit(false).as('closed')
        : of
            .exists(
              of.selectFrom('unit').select('id').where('id', 'in', units).where('closed_at', 'is not', null),
            )
            .as('closed'),
    ])
    .executeTakeFirstOrThrow()
}

/** JSON of the database holds no half of a sign that a cut left behind; the hash is of what it holds. */
const wellFormed = (detail: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(detail, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value)),
  )

/** Appends to the hash chain. The lock keeps two writers from following the same entry. */
async function append(tx: Tx, deps: Deps, entries: readonly AuditFacts[]): Promise<void> {
  await lockLedger(tx)
  const { hash, closed } = await beforeAppending(tx, entries)
  if (closed) throw new UnitClosed()
  let previous = hash ?? genesis
  for (const { action, subjectType, subjectId, unitId = null, detail: said = {} } of entries) {
    const detail = wellFormed(said)
    const facts = {
      at: deps.now.toISOString(),
      actorId: deps.actor?.userId ?? null,
      action,
      subjectType,
      subjectId,
      unitId,
      detail,
    }
    const entry = link(previous, facts)
    await tx
      .insertInto('audit_entry')
      .values({
        at: deps.now,
        actor_id: entry.actorId,
        action,
        subject_type: subjectType,
        subject_id: subjectId,
        unit_id: unitId,
        detail: JSON.stringify(detail),
        previous: entry.previous,
        hash: entry.hash,
      })
      .execute()
    previous = entry.hash
  }
}
