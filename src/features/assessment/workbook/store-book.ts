import type { Instrument } from '../../../core/instrument/instrument.ts'
import { ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { type ReadProblem, readWorkbookIsolated, type WorkbookFile } from '../../plan/read/index.ts'
import { type AnswersProblem, readAnswers, type WorkbookAnswers } from './read-answers.ts'
import { readWording } from './stored-wording.ts'
import { wordingFrom } from './wording.ts'
import type { Wording } from './words.ts'

/** A filled workbook with pictures in it takes a tenth of it. */
export const bookSizeLimit = 10_000_000
const keptMs = 24 * 3_600_000

export type BookProblem = ReadProblem | AnswersProblem

/** What was read out of a workbook and waits for a person. */
export type StoredBook = {
  readonly id: string
  readonly fileName: string
  readonly found: WorkbookAnswers
  readonly wording: Wording
}

/** Reads a stranger's workbook within limits. */
export async function readBook(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<Result<WorkbookFile, ReadProblem>> {
  if (file.bytes.byteLength > bookSizeLimit)
    return {
      ok: false,
      problem: {
        kind: 'file-too-large',
        file: file.name,
        bytes: file.bytes.byteLength,
        limit: bookSizeLimit,
      },
    }
  return readWorkbookIsolated(file)
}

/** Reads a workbook and keeps what it says for its preview. No answer changes. */
export async function storeBook(
  deps: Deps,
  input: {
    readonly unitId: string
    readonly cycleId: string
    readonly instrument: Instrument
    /** The words that the unit has, by which rows may be found. */
    readonly wording: Wording
    readonly file: { readonly name: string; readonly bytes: Uint8Array }
  },
): Promise<Result<{ readonly id: string }, BookProblem>> {
  const { name } = input.file
  const file = await readBook(input.file)
  if (!file.ok) return file
  const found = readAnswers(file.value, input.instrument, input.wording)
  if (!found.ok) return found
  const wording = wordingFrom(file.value, input.instrument)
  return write<{ readonly id: string }, BookProblem>(deps, async (tx, record) => {
    await tx
      .deleteFrom('assessment_workbook')
      .where('created_at', '<', new Date(deps.now.getTime() - keptMs))
      .execute()
    const id = deps.newId()
    await tx
      .insertInto('assessment_workbook')
      .values({
        id,
        cycle_id: input.cycleId,
        file_name: name.slice(0, 200),
        content: JSON.stringify({ found: found.value, wording }),
        created_by: deps.actor?.userId ?? '',
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'assessment-workbook-read',
      subjectType: 'assessment',
      subjectId: input.cycleId,
      unitId: input.unitId,
      detail: {
        file: name.slice(0, 200),
        answers: Object.keys(found.value.answers).length,
        diagnostics: found.value.diagnostics.length,
      },
    })
    return ok({ id })
  })
}

/** A kept workbook of the person who sent it; null where there is none. */
export async function findBook(
  db: Deps['db'],
  by: { readonly id: string; readonly cycleId: string; readonly userId: string },
): Promise<StoredBook | null> {
  const row = await db
    .selectFrom('assessment_workbook')
    .select(['id', 'file_name', 'content'])
    .where('id', '=', by.id)
    .where('cycle_id', '=', by.cycleId)
    .where('created_by', '=', by.userId)
    .executeTakeFirst()
  if (!row) return null
  const content = row.content as {
    found: Omit<WorkbookAnswers, 'assessors'> & Partial<Pick<WorkbookAnswers, 'assessors'>>
    wording: Record<string, unknown>
  }
  return {
    id: row.id,
    fileName: row.file_name,
    // A book that was read before assessors' columns were has none.
    found: { ...content.found, assessors: content.found.assessors ?? [] },
    wording: readWording(content.wording),
  }
}
