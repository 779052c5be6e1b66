import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { dropPasswordLinks } from '../set-password.ts'
import { type Comparison, comparePeople } from './compare-people.ts'
import { loadKnown } from './load-known.ts'
import type { PeopleFile } from './read-people.ts'

export type ConfirmProblem =
  | { readonly kind: 'gone' }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'nothing' }
  /** Someone's data changed after the preview was drawn. */
  | { readonly kind: 'stale' }

export type Confirmed = { readonly added: number; readonly changed: number; readonly locked: number }

/** What a preview showed, in a few letters: the confirmation carries it back. */
export const fingerprint = ({ added, changed, missing }: Comparison): string =>
  createHash('sha256')
    .update(JSON.stringify([added, changed, missing.map(person => person.id)]))
    .digest('hex')
    .slice(0, 32)

/** Whom a list may lock: not oneself, and nobody who works beyond these units. */
export const lockable = (missing: Comparison['missing'], ownId: string | null) =>
  missing.filter(person => person.id !== ownId && !person.beyond)

/** Applies a list as its preview showed it: all of it or nothing. */
export const confirmList = (
  deps: Deps,
  input: {
    readonly id: string
    readonly unitId: string
    readonly seen: string
    readonly lockMissing: boolean
  },
): Promise<Result<Confirmed, ConfirmProblem>> =>
  write<Confirmed, ConfirmProblem>(deps, async (tx, record) => {
    const list = await tx
      .deleteFrom('employee_import')
      .where('id', '=', input.id)
      .where('unit_id', '=', input.unitId)
      .where('created_by', '=', deps.actor?.userId ?? '')
      .returning(['content', 'file_name'])
      .executeTakeFirst()
    if (!list) return err({ kind: 'gone' })
    const content = list.content as PeopleFile
    // Two lists at once must not both believe that a person is new.
    await tx.selectFrom('unit').select('id').where('id', '=', input.unitId).forUpdate().execute()
    const { known } = await loadKnown(tx, input.unitId, content.rows, deps.today)
    const comparison = comparePeople(content.rows, known)
    if (content.faults.length > 0 || comparison.faults.length > 0) return err({ kind: 'faulty' })
    if (fingerprint(comparison) !== input.seen) return err({ kind: 'stale' })
    const locked = input.lockMissing ? lockable(comparison.missing, deps.actor?.employeeId ?? null) : []
    if (comparison.added.length + comparison.changed.length + locked.length === 0)
      return err({ kind: 'nothing' })
    const added = await addPeople(tx, deps, comparison)
    await changePeople(tx, deps, comparison)
    await lockPeople(
      tx,
      deps,
      locked.map(person => person.id),
    )
    await dropLinksOf(tx, [
      ...comparison.changed.flatMap(({ id, changes }) =>
        changes.some(({ field }) => field === 'email') ? [id] : [],
      ),
      ...locked.map(person => person.id),
    ])
    record({
      action: 'people-imported',
      subjectType: 'people-list',
      subjectId: input.id,
      unitId: input.unitId,
      detail: {
        file: list.file_name,
        added,
        changed: comparison.changed.map(({ id, changes }) => ({
          id,
          fields: changes.map(({ field }) => field),
        })),
        locked: locked.map(person => person.id),
      },
    })
    return ok({ added: added.length, changed: comparison.changed.length, locked: locked.length })
  })

async function addPeople(tx: Tx, deps: Deps, { added }: Comparison): Promise<string[]> {
  if (added.length === 0) return []
  const rows = added.map(({ facts: { unitId, ...facts } }) => ({
    id: deps.newId(),
    unit_id: unitId,
    ...facts,
  }))
  await sql`
    insert into employee (id, unit_id, name, nip, position, rank, email, created_at, updated_at)
    select id, unit_id, name, nip, position, rank, email, ${deps.now}, ${deps.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, unit_id uuid, name text, nip text, position text, rank text, email text)`.execute(tx)
  return rows.map(row => row.id)
}

async function changePeople(tx: Tx, deps: Deps, { changed }: Comparison): Promise<void> {
  if (changed.length === 0) return
  const rows = JSON.stringify(
    changed.map(({ id, facts: { unitId, ...facts } }) => ({ id, unit_id: unitId, ...facts })),
  )
  const x = sql`jsonb_to_recordset(${rows}::jsonb)
    as x(id uuid, unit_id uuid, name text, nip text, position text, rank text, email text)`
  // Two people may have swapped their NIPs or addresses: first all are let go, then all are taken.
  await sql`update employee e set nip = null, email = null from ${x} where e.id = x.id`.execute(tx)
  await sql`update auth_user u set email = 'changing:' || u.id from employee e, ${x}
    where e.id = x.id and u.id = e.user_id and x.email is not null`.execute(tx)
  await sql`update employee e set name = x.name, nip = x.nip, position = x.position, rank = x.rank,
      email = x.email, unit_id = x.unit_id, updated_at = ${deps.now}
    from ${x} where e.id = x.id`.execute(tx)
  await sql`update auth_user u set name = x.name, email = coalesce(x.email, u.email), updated_at = ${deps.now}
    from employee e, ${x} where e.id = x.id and u.id = e.user_id`.execute(tx)
}

/** A link that was sent to the old address, or before the lock, must not set a password any more. */
async function dropLinksOf(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const accounts = await tx.selectFrom('employee').select('user_id').where('id', 'in', ids).execute()
  await dropPasswordLinks(
    tx,
    accounts.flatMap(({ user_id }) => user_id ?? []),
  )
}

async function lockPeople(tx: Tx, deps: Deps, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('employee')
    .set({ active: false, updated_at: deps.now })
    .where('id', 'in', ids)
    .execute()
  await tx
    .deleteFrom('auth_session')
    .where('user_id', 'in', query =>
      query.selectFrom('employee').select('user_id').where('id', 'in', ids).$castTo<{ user_id: string }>(),
    )
    .execute()
}
