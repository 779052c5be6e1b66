import { err, ok, type Result } from '../../core/shared/result.ts'
import type { Tx } from '../../db/database.ts'
import { type Deps, write } from '../../db/write.ts'
import type { Zone } from '../../ui/format.ts'
import { drawnFrom } from './drawn-from.ts'
import { freeSlug } from './free-slug.ts'
import { subtree } from './subtree.ts'

export type UnitInput = {
  readonly name: string
  /** Empty: the name stands for it. */
  readonly shortName: string
  readonly zone: Zone
}

/** As many levels as any search through the tree follows. */
const deepest = 15

export type UnitProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-long' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'parent-unknown' }
  | { readonly kind: 'too-deep' }
  /** Somebody else changed the unit since the form was drawn. */
  | { readonly kind: 'stale' }

function checkNames({ name, shortName }: UnitInput): UnitProblem | null {
  if (name === '') return { kind: 'name-missing' }
  return name.length > 200 || shortName.length > 60 ? { kind: 'name-long' } : null
}

/** Creates a unit below another one that lies within `rootId`'s open subtree. */
export const createUnit = (
  deps: Deps,
  input: UnitInput & { readonly parentId: string; readonly rootId: string },
): Promise<Result<{ id: string; slug: string }, UnitProblem>> =>
  write<{ id: string; slug: string }, UnitProblem>(deps, async (tx, record) => {
    const problem = checkNames(input)
    if (problem) return err(problem)
    const { name, parentId } = input
    const parent = (await subtree(tx, input.rootId)).find(unit => unit.id === parentId && !unit.closed)
    if (!parent) return err({ kind: 'parent-unknown' })
    if (parent.depth >= deepest) return err({ kind: 'too-deep' })
    // The lock makes two of the same name wait for each other, and a closing of the parent.
    await tx.selectFrom('unit').select('id').where('id', '=', parentId).forUpdate().execute()
    if (await sibling(tx, parentId, name, null)) return err({ kind: 'name-taken' })
    const id = deps.newId()
    const slug = await freeSlug(tx, name)
    await tx
      .insertInto('unit')
      .values({
        id,
        parent_id: parentId,
        slug,
        name,
        short_name: input.shortName || name,
        zone: input.zone,
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'unit-created',
      subjectType: 'unit',
      subjectId: id,
      unitId: id,
      detail: { name, slug, parentId },
    })
    return ok({ id, slug })
  })

export const unitState = (row: { name: string; short_name: string; zone: string }): string =>
  drawnFrom([row.name, row.short_name, row.zone])

/** Renames a unit or moves it to another zone. Its address stays: links to it are in letters and calendars. */
export const renameUnit = (
  deps: Deps,
  input: UnitInput & {
    readonly id: string
    readonly rootId: string
    /** What the form was drawn from, as `unitState` says it; without it, or empty, nothing is compared. */
    readonly drawn?: string
  },
): Promise<Result<null, UnitProblem>> =>
  write<null, UnitProblem>(deps, async (tx, record) => {
    const problem = checkNames(input)
    if (problem) return err(problem)
    const unit = (await subtree(tx, input.rootId)).find(unit => unit.id === input.id && !unit.closed)
    if (!unit) return err({ kind: 'not-found' })
    const { id, name, zone } = input
    const facts = { name, short_name: input.shortName || name, zone }
    const stored = await tx
      .selectFrom('unit')
      .select(['name', 'short_name', 'zone'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (input.drawn && ![input.drawn, unitState(facts)].includes(unitState(stored)))
      return err({ kind: 'stale' })
    if (unit.parentId !== null && (await sibling(tx, unit.parentId, name, id)))
      return err({ kind: 'name-taken' })
    await tx.updateTable('unit').set(facts).where('id', '=', id).execute()
    record({
      action: 'unit-changed',
      subjectType: 'unit',
      subjectId: id,
      unitId: id,
      detail: { before: stored.name, name, shortName: facts.short_name, zone },
    })
    return ok(null)
  })

const sibling = (tx: Tx, parentId: string, name: string, except: string | null) =>
  tx
    .selectFrom('unit')
    .select('id')
    .where('parent_id', '=', parentId)
    .where('closed_at', 'is', null)
    .where(({ fn }) => fn('lower', ['name']), '=', name.toLowerCase())
    .$if(except !== null, query => query.where('id', '!=', except ?? ''))
    .executeTakeFirst()
