import { sql } from 'kysely'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { UnitClosed } from '../../../db/unit-closed.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { EvidenceServices } from '../receive-file.ts'
import type { FileTree, SharedFile } from './file-tree.ts'
import { importFile, type StopProblem } from './import-file.ts'
import { type ImportHead, standsStill, waitingRows } from './import-queries.ts'
import { openFolder } from './open-folder.ts'
import { openZip } from './open-zip.ts'

export type StartProblem = { readonly kind: 'running-already' }

/** Takes the import for this process; one that stands still is taken from whoever died with it. */
export const startImport = (
  deps: Deps,
  unitId: string,
  importId: string,
): Promise<Result<null, StartProblem>> =>
  write<null, StartProblem>({ ...deps, requestKey: undefined }, async (tx, record) => {
    const own = await tx
      .updateTable('evidence_import')
      .set({ state: 'running', problem: null, alive_at: sql<Date>`now()` })
      .where('id', '=', importId)
      .where('unit_id', '=', unitId)
      .where(eb => eb.or([eb('state', '<>', 'running'), standsStill]))
      .returning('id')
      .executeTakeFirst()
    if (!own) return err({ kind: 'running-already' })
    record({
      action: 'evidence-import-started',
      subjectType: 'evidence-import',
      subjectId: importId,
      unitId,
    })
    return ok(null)
  })

type Stop = StopProblem | 'not-in-source' | 'unit-closed' | 'fault'

/**
 * Works through what was chosen, file by file, until nothing waits. Whatever ends it in the middle, the same call goes
 * on with what is left. Throws what nobody expected, after noting that it stopped.
 */
export async function runImport(
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  head: ImportHead,
): Promise<Stop | null> {
  let stop: Stop | null = 'fault'
  try {
    stop = await work(deps, services, unitId, head)
  } catch (error) {
    if (!(error instanceof UnitClosed)) throw error
    stop = 'unit-closed'
  } finally {
    await finish(deps, unitId, head.id, stop)
  }
  return stop
}

async function work(
  deps: Deps,
  services: EvidenceServices,
  unitId: string,
  head: ImportHead,
): Promise<Stop | null> {
  const tree = await openSource(services, head)
  if (tree === 'not-in-source') return tree
  try {
    const files = new Map<string, SharedFile>(tree?.files.map(file => [file.path, file]))
    for (;;) {
      const waiting = await waitingRows(deps.db, head.id, 20)
      if (waiting.length === 0) return null
      for (const row of waiting) {
        const done = await importFile(deps, services, unitId, row, files.get(row.path))
        if (done.kind === 'stop') return done.why
      }
      // No fact of the agency, only a sign of life; the trail has an entry for each file.
      await deps.db
        .updateTable('evidence_import')
        .set({ alive_at: sql<Date>`now()` })
        .where('id', '=', head.id)
        .execute()
    }
  } finally {
    await tree?.close()
  }
}

async function openSource(
  { store }: EvidenceServices,
  head: ImportHead,
): Promise<FileTree | null | 'not-in-source'> {
  if (head.source === 'links') return null
  if (head.source === 'folder') {
    const tree = await openFolder(head.name)
    return tree.ok ? tree.value : 'not-in-source'
  }
  const { sha256 } = head
  const found = sha256 === null ? null : await store.find(sha256)
  if (sha256 === null || found === null) return 'not-in-source'
  const tree = await openZip({ size: found.size, read: range => store.read(sha256, range) })
  return tree.ok ? tree.value : 'not-in-source'
}

const finish = (deps: Deps, unitId: string, importId: string, stop: Stop | null) =>
  write<null, never>({ ...deps, requestKey: undefined }, async (tx, record) => {
    await tx
      .updateTable('evidence_import')
      .set({ state: stop === null ? 'done' : 'stopped', problem: stop, finished_at: deps.now })
      .where('id', '=', importId)
      .execute()
    record({
      action: stop === null ? 'evidence-import-done' : 'evidence-import-stopped',
      subjectType: 'evidence-import',
      subjectId: importId,
      unitId,
      whileClosed: true,
      detail: stop === null ? {} : { why: stop },
    })
    return ok(null)
  })
