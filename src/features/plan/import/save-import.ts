import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { type PlanDocument, type ReadProblem, readPlanIsolated } from '../read/index.ts'

export type SaveInput = {
  readonly unit: { readonly id: string }
  readonly year: number
  readonly document: PlanDocument
  readonly fileName: string
  readonly sha256: string
  readonly size: number
}

/** Keeps what was read for a person to look at; the plan itself is not touched. */
export const saveImport = (deps: Deps, input: SaveInput): Promise<Result<{ importId: string }, never>> =>
  write<{ importId: string }, never>(deps, async (tx, record) => {
    const importId = deps.newId()
    await tx
      .insertInto('plan_import')
      .values({
        id: importId,
        unit_id: input.unit.id,
        year: input.year,
        file_name: input.fileName,
        sha256: input.sha256,
        size: input.size,
        document: JSON.stringify(input.document),
        status: 'preview',
        created_by: deps.actor?.userId ?? '',
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'plan-read',
      subjectType: 'plan-import',
      subjectId: importId,
      unitId: input.unit.id,
      detail: {
        year: input.year,
        fileName: input.fileName,
        sha256: input.sha256,
        counts: input.document.counts,
      },
    })
    return ok({ importId })
  })

/** Reads a file in a thread of its own and keeps the reading. */
export async function readAndSaveImport(
  deps: Deps,
  input: {
    readonly unit: { readonly id: string }
    readonly year: number
    readonly file: { readonly name: string; readonly bytes: Uint8Array }
    readonly table?: number | undefined
  },
): Promise<Result<{ importId: string }, ReadProblem>> {
  const { unit, year, file, table } = input
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const size = file.bytes.byteLength
  const read = await readPlanIsolated(file, table === undefined ? { year } : { year, table })
  if (!read.ok) return err(read.problem)
  return saveImport(deps, { unit, year, document: read.value, fileName: file.name, sha256, size })
}
