import type { Actor } from '../../../core/access/may.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import type { Deps } from '../../../db/write.ts'
import type { Behind } from '../bring/behind.ts'
import type { EvidenceServices } from '../bring/receive-file.ts'
import { standsStill } from './import-queries.ts'
import { runImport } from './run-import.ts'
import { finishImport, startImport } from './take-import.ts'

/** Deaths in a row, without a file between them, after which a person must look. */
const mostDeaths = 2

export type ResumeDeps = {
  readonly db: Db
  readonly clock: () => Date
  readonly today: LocalDate
  readonly newId: () => string
  /** The person of that account as an actor, where they may still import in the unit. */
  readonly findImporter: (userId: string, unitId: string) => Promise<Actor | null>
}
type Services = EvidenceServices & { readonly behind: Behind }

/**
 * Takes up the imports whose process died, in the name of whoever started each; of several servers one gets it. It
 * goes on behind this call. One that stopped for a cause waits for a person.
 */
export const resumeImports = (deps: ResumeDeps, services: Services): void =>
  // One after another: what kills the process then has no innocent file beside it.
  services.behind.runOnce('imports', async closing => {
    for (const one of await leftRunning(deps.db))
      if (!closing.aborted) await resume(deps, services, one, closing)
  })

const leftRunning = (db: Db) =>
  db
    .selectFrom('evidence_import')
    .select(['id', 'unit_id', 'source', 'name', 'sha256', 'run', 'deaths', 'alive_at', 'started_by'])
    .where('state', '=', 'running')
    .where(standsStill)
    .orderBy('created_at')
    .execute()
type Left = Awaited<ReturnType<typeof leftRunning>>[number]

async function resume(
  { clock, findImporter, ...rest }: ResumeDeps,
  services: Services,
  one: Left,
  closing: AbortSignal,
): Promise<void> {
  const deps: Deps = { ...rest, now: clock(), actor: null }
  const { id, unit_id: unitId } = one
  const held = { unitId, importId: id, run: one.run }
  if (one.alive_at !== null && one.deaths >= mostDeaths)
    return void (await finishImport(deps, held, 'died-again'))
  const actor = one.started_by === null ? null : await findImporter(one.started_by, unitId)
  if (!actor) return void (await finishImport(deps, held, 'not-allowed'))
  const started = await startImport({ ...deps, actor }, unitId, id)
  if (!started.ok) return
  // It is noted as stopped; the next import is not to wait for it.
  await runImport({ ...deps, actor }, services, started.value, one, closing).catch(error =>
    process.emitWarning(error),
  )
}
