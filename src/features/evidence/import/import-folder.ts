import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Db } from '../../../db/database.ts'
import type { Deps } from '../../../db/write.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import type { EvidenceServices } from '../bring/receive-file.ts'
import { beginFolder } from './begin-import.ts'
import { describeBegin } from './describe-row.ts'
import { importMessages } from './import-messages.ts'
import { type Counts, importCounts, oneImport } from './import-queries.ts'
import { runImport } from './run-import.ts'
import { startImport } from './take-import.ts'

type Input = {
  readonly unitId: string
  readonly year: number
  readonly name: string
  readonly take: boolean
  readonly locale: Locale
}

/**
 * Lists a folder of this machine, and takes at once what found its place where that is asked for. Asked so again after
 * it broke off, it goes on with the same import. When `closing` is aborted it leaves off.
 */
export async function importFolder(
  deps: Deps,
  services: EvidenceServices,
  input: Input,
  closing?: AbortSignal,
): Promise<Result<{ readonly id: string; readonly counts: Counts; readonly stopped: boolean }, string>> {
  const left = input.take ? await unfinished(deps.db, input) : null
  const begun = left ? ok(left) : await beginFolder(deps, input)
  if (!begun.ok) return err(describeBegin(begun.problem, input.locale))
  const { id } = begun.value
  const head = await oneImport(deps.db, input.unitId, id)
  let stopped = false
  if (input.take && head) {
    const started = await startImport(deps, input.unitId, id)
    if (!started.ok) return err(translator(importMessages, input.locale)('problem.running-elsewhere'))
    stopped = (await runImport(deps, services, started.value, head, closing)) !== null
  }
  return ok({ id, counts: await importCounts(deps.db, id), stopped })
}

const unfinished = async (db: Db, { unitId, year, name }: Input) =>
  (await db
    .selectFrom('evidence_import')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('source', '=', 'folder')
    .where('name', '=', name)
    .where('state', 'in', ['running', 'stopped'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst()) ?? null
