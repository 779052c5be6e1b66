import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Deps } from '../../../db/write.ts'
import type { Locale } from '../../../ui/messages.ts'
import type { EvidenceServices } from '../receive-file.ts'
import { beginFolder } from './begin-import.ts'
import { describeBegin } from './describe-row.ts'
import { type Counts, importCounts, oneImport } from './import-queries.ts'
import { runImport, startImport } from './run-import.ts'

/** Lists a folder of this machine, and takes at once what found its place where that is asked for. */
export async function importFolder(
  deps: Deps,
  services: EvidenceServices,
  input: {
    readonly unitId: string
    readonly year: number
    readonly name: string
    readonly take: boolean
    readonly locale: Locale
  },
): Promise<Result<{ readonly id: string; readonly counts: Counts; readonly stopped: boolean }, string>> {
  const begun = await beginFolder(deps, input)
  if (!begun.ok) return err(describeBegin(begun.problem, input.locale))
  const { id } = begun.value
  const head = await oneImport(deps.db, input.unitId, id)
  let stopped = false
  if (input.take && head && (await startImport(deps, input.unitId, id)).ok)
    stopped = (await runImport(deps, services, input.unitId, head)) !== null
  return ok({ id, counts: await importCounts(deps.db, id), stopped })
}
