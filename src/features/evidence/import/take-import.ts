import { sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { actorId } from '../ids.ts'
import type { StopProblem } from './import-file.ts'
import { standsStill } from './import-queries.ts'

export type StartProblem = { readonly kind: 'running-already' }

/** An import in the hands of this process, as long as nobody took it with a higher number. */
export type Held = { readonly unitId: string; readonly importId: string; readonly run: number }

/** Takes the import for this process; one that stands still is taken from whoever died with it. */
export const startImport = (
  deps: Deps,
  unitId: string,
  importId: string,
): Promise<Result<Held, StartProblem>> =>
  write<Held, StartProblem>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const own = await tx
      .updateTable('evidence_import')
      .set({
        state: 'running',
        problem: null,
        started_by: actorId(deps),
        run: sql`run + 1`,
        // One that was let go, without a sign of life, is no death.
        deaths: sql`case when state <> 'running' then 0 when alive_at is null then deaths else deaths + 1 end`,
        alive_at: sql<Date>`now()`,
      })
      .where('id', '=', importId)
      .where('unit_id', '=', unitId)
      .where(eb => eb.or([eb('state', '<>', 'running'), standsStill]))
      .returning('run')
      .executeTakeFirst()
    if (!own) return err({ kind: 'running-already' })
    record({
      action: 'evidence-import-started',
      subjectType: 'evidence-import',
      subjectId: importId,
      unitId,
    })
    return ok({ unitId, importId, run: own.run })
  })

/** Gives a sign of life; false where somebody else has the import now. `through`: a file is behind this run. */
export async function beat(db: Db, { importId, run }: Held, through: boolean): Promise<boolean> {
  // No fact of the agency; the trail has an entry for each file.
  const own = await db
    .updateTable('evidence_import')
    .set({ alive_at: sql<Date>`now()`, ...(through ? { deaths: 0 } : {}) })
    .where('id', '=', importId)
    .where('run', '=', run)
    .returning('id')
    .executeTakeFirst()
  return own !== undefined
}

/** Leaves the import to the next process, which need not wait. */
export const letGo = (db: Db, { importId, run }: Held) =>
  db
    .updateTable('evidence_import')
    .set({ alive_at: null })
    .where('id', '=', importId)
    .where('run', '=', run)
    .execute()

/** Why an import rests until a person goes on with it. */
export type Stop =
  | StopProblem
  | 'not-in-source'
  | 'fault'
  | 'unit-closed'
  /** Several processes died with it, and no file can be named for that. */
  | 'died-again'
  /** Whoever started it may not import any more. */
  | 'not-allowed'

export const finishImport = (deps: Deps, held: Held, stop: Stop | null): Promise<Result<null, 'lost'>> =>
  write<null, 'lost'>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const own = await tx
      .updateTable('evidence_import')
      .set({ state: stop === null ? 'done' : 'stopped', problem: stop, finished_at: deps.now })
      .where('id', '=', held.importId)
      .where('run', '=', held.run)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst()
    if (!own) return err('lost')
    record({
      action: stop === null ? 'evidence-import-done' : 'evidence-import-stopped',
      subjectType: 'evidence-import',
      subjectId: held.importId,
      unitId: held.unitId,
      whileClosed: true,
      detail: stop === null ? {} : { why: stop },
    })
    return ok(null)
  })
