import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { cleanName } from '../bring/clean-name.ts'
import { kindOfExtension } from '../bring/file-kinds.ts'
import type { EvidenceServices, FileProblem } from '../bring/receive-file.ts'
import { uploadWaits } from '../bring/receive-upload.ts'
import { actorId } from '../ids.ts'
import type { PartialUpload } from './partial-upload.ts'

/** Uploads of one person that are under way at a time. */
export const mostUnfinished = 200

export type StartProblem = FileProblem | { readonly kind: 'too-many'; readonly most: number }

/** Announces a file that will come in parts. What its name and size already rule out is refused before a byte. */
export async function startUpload(
  deps: Deps,
  services: Pick<EvidenceServices, 'largest' | 'kinds'>,
  input: { readonly unitId: string; readonly name: string; readonly size: number },
): Promise<Result<PartialUpload, StartProblem>> {
  const { name, extension } = cleanName(input.name)
  if (input.size === 0) return err({ kind: 'empty' })
  if (input.size > services.largest) return err({ kind: 'too-large', largest: services.largest })
  if (extension === '') return err({ kind: 'no-extension' })
  const kind = kindOfExtension(extension)
  if (!kind || !services.kinds.includes(kind)) return err({ kind: 'kind-not-allowed', extension })
  const started = await write<{ readonly id: string }, StartProblem>(deps, async (tx, record) => {
    const unfinished = await tx
      .selectFrom('upload')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('created_by', '=', actorId(deps))
      .where('sha256', 'is', null)
      .where('expires_at', '>', deps.now)
      .executeTakeFirstOrThrow()
    if (Number(unfinished.n) >= mostUnfinished) return err({ kind: 'too-many', most: mostUnfinished })
    const id = deps.newId()
    await tx
      .insertInto('upload')
      .values({
        id,
        unit_id: input.unitId,
        created_by: actorId(deps),
        file_name: name,
        size: input.size,
        created_at: deps.now,
        updated_at: deps.now,
        expires_at: new Date(deps.now.getTime() + uploadWaits),
      })
      .execute()
    record({
      action: 'upload-started',
      subjectType: 'upload',
      subjectId: id,
      unitId: input.unitId,
      detail: { size: input.size },
    })
    return ok({ id })
  })
  if (!started.ok) return started
  const expiresAt = new Date(deps.now.getTime() + uploadWaits)
  return ok({ id: started.value.id, fileName: name, size: input.size, received: false, expiresAt })
}
