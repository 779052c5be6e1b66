import { createHash } from 'node:crypto'
import { err, ok } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { claimRemoval, endRemoval } from './claim-object.ts'
import type { ObjectStore } from './object-store.ts'

/** Younger than this may be on its way to a row; milliseconds. */
export const youngest = 60 * 60 * 1000

export type SweepFinding =
  /** Bytes that no row names, and rows of files that nothing uses: rests of broken or abandoned uploads. */
  | { readonly kind: 'object-without-row'; readonly sha256: string; readonly size: number }
  | { readonly kind: 'unused-file'; readonly sha256: string; readonly size: number }
  | { readonly kind: 'staged'; readonly id: string }
  /** Lost bytes. A sweep only says so. */
  | { readonly kind: 'row-without-object'; readonly sha256: string; readonly titles: readonly string[] }

export type SweepDeps = Omit<Deps, 'actor' | 'requestKey'> & { readonly store: ObjectStore }

export type Sweep = { readonly findings: readonly SweepFinding[]; readonly removed: number }

/** Compares store and rows both ways, and removes the rests where that is asked for. */
export async function sweepStore(deps: SweepDeps, options: { readonly remove: boolean }): Promise<Sweep> {
  const { db, store, now } = deps
  const old = new Date(now.getTime() - youngest)
  const rows = new Map(
    (await db.selectFrom('file_object').select(['sha256', 'size']).execute()).map(row => [row.sha256, row]),
  )
  const findings: SweepFinding[] = []
  const there = new Set<string>()
  for await (const object of store.list()) {
    there.add(object.sha256)
    if (!rows.has(object.sha256) && object.modifiedAt < old)
      findings.push({ kind: 'object-without-row', sha256: object.sha256, size: object.size })
  }
  const coming = await unfinishedUploads(db, now)
  for await (const staged of store.listStaged())
    if (staged.modifiedAt < old && !coming.has(staged.id)) findings.push({ kind: 'staged', id: staged.id })
  for (const row of await unusedFiles(db, now, old))
    if (there.has(row.sha256)) findings.push({ kind: 'unused-file', ...row })
  const lost = [...rows.keys()].filter(sha256 => !there.has(sha256))
  const titles = await titlesOf(db, lost)
  for (const sha256 of lost)
    findings.push({ kind: 'row-without-object', sha256, titles: titles.get(sha256) ?? [] })
  if (!options.remove) return { findings, removed: 0 }
  let removed = 0
  for (const finding of findings) if (await remove(deps, finding, old)) removed++
  return { findings, removed }
}

/** Uploads whose sender may still come back. */
const unfinishedUploads = async (db: Db, now: Date) => {
  const waiting = db.selectFrom('upload').select('id').where('sha256', 'is', null)
  return new Set((await waiting.where('expires_at', '>', now).execute()).map(row => row.id))
}

/** Rows that no version names and whose uploads have waited too long. */
const unusedFiles = (db: Db, now: Date, old: Date) =>
  db
    .selectFrom('file_object as f')
    .select(['f.sha256', 'f.size'])
    .where('f.stored_at', '<', old)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence_version as v').select('v.no').whereRef('v.sha256', '=', 'f.sha256'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('upload as u')
            .select('u.id')
            .whereRef('u.sha256', '=', 'f.sha256')
            .where('u.expires_at', '>=', now),
        ),
      ),
    )
    // A ZIP stays as long as its import is not done.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence_import as i')
            .select('i.id')
            .whereRef('i.sha256', '=', 'f.sha256')
            .where('i.state', '<>', 'done'),
        ),
      ),
    )
    .execute()

/** Looks once more, alone, before anything goes: in between somebody may have brought the same bytes. */
async function remove(deps: SweepDeps, finding: SweepFinding, old: Date): Promise<boolean> {
  if (finding.kind === 'row-without-object') return false
  if (finding.kind === 'staged') {
    await deps.store.dropStaged(finding.id)
    return true
  }
  const { sha256 } = finding
  const no = finding.kind === 'unused-file' ? await forget(deps, sha256, old) : await claimRest(deps, sha256)
  if (no === null) return false
  // Where the store fails here, the claim stands for its hour: it may still do what it was told.
  const object = await deps.store.find(sha256)
  const rest = object !== null && object.modifiedAt < old
  if (rest) await deps.store.remove(sha256)
  await endRemoval(deps.db, sha256, no)
  return rest
}

const claimRest = (deps: SweepDeps, sha256: string): Promise<number | null> =>
  deps.db.transaction().execute(tx =>
    claimRemoval(tx, sha256, async () => {
      const named = tx.selectFrom('file_object').select('sha256').where('sha256', '=', sha256)
      return (await named.executeTakeFirst()) === undefined
    }),
  )

/** The row goes first: what dies in between leaves bytes without a row, never the reverse. */
async function forget(deps: SweepDeps, sha256: string, old: Date): Promise<number | null> {
  const done = await write<{ readonly no: number }, 'in-use'>(
    { ...deps, actor: null },
    async (tx, record) => {
      const no = await claimRemoval(tx, sha256, async () =>
        (await unusedFiles(tx, deps.now, old)).some(row => row.sha256 === sha256),
      )
      if (no === null) return err('in-use')
      await tx.deleteFrom('upload').where('sha256', '=', sha256).execute()
      await tx.deleteFrom('file_object').where('sha256', '=', sha256).execute()
      record({ action: 'unused-file-removed', subjectType: 'file', subjectId: sha256 })
      return ok({ no })
    },
  )
  return done.ok ? done.value.no : null
}

export type Mismatch = {
  readonly kind: 'missing' | 'changed'
  readonly sha256: string
  /** "title (version 2)", every one that rests on these bytes. */
  readonly titles: readonly string[]
}

/** Reads every file again and compares. Yields what is not as it was brought; the last value is the count. */
export async function* verifyStore(db: Db, store: ObjectStore): AsyncGenerator<Mismatch, number> {
  const rows = await db.selectFrom('file_object').select(['sha256']).orderBy('sha256').execute()
  for (const { sha256 } of rows) {
    const found = await store.find(sha256)
    const kind = found === null ? 'missing' : (await hashOf(store, sha256)) === sha256 ? null : 'changed'
    if (kind) yield { kind, sha256, titles: (await titlesOf(db, [sha256])).get(sha256) ?? [] }
  }
  return rows.length
}

async function hashOf(store: ObjectStore, sha256: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of await store.read(sha256)) hash.update(bytes)
  return hash.digest('hex')
}

async function titlesOf(db: Db, hashes: readonly string[]): Promise<Map<string, string[]>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('evidence_version as v')
    .innerJoin('evidence as e', 'e.id', 'v.evidence_id')
    .innerJoin('unit as u', 'u.id', 'e.unit_id')
    .select(['v.sha256', 'v.no', 'e.title', 'u.short_name as unit'])
    .where('v.sha256', 'in', [...hashes])
    .orderBy('e.title')
    .orderBy('v.no')
    .execute()
  const titles = new Map<string, string[]>()
  for (const { sha256, no, title, unit } of rows)
    if (sha256 !== null)
      titles.set(sha256, [...(titles.get(sha256) ?? []), `${unit}: ${title} (versi ${no})`])
  return titles
}
