import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { type ReadProblem, readTableIsolated } from '../../plan/read/index.ts'
import { type PeopleFile, type PeopleProblem, readPeople } from './read-people.ts'

/** A list of five thousand people takes a tenth of it. */
export const listSizeLimit = 5_000_000

export type ListProblem = ReadProblem | PeopleProblem

const keptMs = 24 * 3_600_000

/** Reads a list and keeps it for its preview. Nobody's data change. */
export async function storeList(
  deps: Deps,
  input: { readonly unitId: string; readonly file: { readonly name: string; readonly bytes: Uint8Array } },
): Promise<Result<{ id: string }, ListProblem>> {
  const { name, bytes } = input.file
  if (bytes.byteLength > listSizeLimit)
    return err({ kind: 'file-too-large', file: name, bytes: bytes.byteLength, limit: listSizeLimit })
  const table = await readTableIsolated({ name, bytes })
  if (!table.ok) return table
  const people = readPeople(table.value)
  if (!people.ok) return people
  return write<{ id: string }, ListProblem>(deps, async (tx, record) => {
    await tx
      .deleteFrom('employee_import')
      .where('created_at', '<', new Date(deps.now.getTime() - keptMs))
      .execute()
    const id = deps.newId()
    await tx
      .insertInto('employee_import')
      .values({
        id,
        unit_id: input.unitId,
        file_name: name.slice(0, 200),
        content: JSON.stringify(people.value),
        created_by: deps.actor?.userId ?? '',
        created_at: deps.now,
      })
      .execute()
    record({
      action: 'people-list-read',
      subjectType: 'people-list',
      subjectId: id,
      unitId: input.unitId,
      detail: {
        file: name.slice(0, 200),
        rows: people.value.rows.length,
        faults: people.value.faults.length,
      },
    })
    return ok({ id })
  })
}

export type StoredList = { readonly id: string; readonly fileName: string; readonly content: PeopleFile }

/** A kept list of the person who sent it; null where there is none. */
export async function findList(
  db: Deps['db'],
  by: { readonly id: string; readonly unitId: string; readonly userId: string },
): Promise<StoredList | null> {
  const row = await db
    .selectFrom('employee_import')
    .select(['id', 'file_name', 'content'])
    .where('id', '=', by.id)
    .where('unit_id', '=', by.unitId)
    .where('created_by', '=', by.userId)
    .executeTakeFirst()
  return row ? { id: row.id, fileName: row.file_name, content: row.content as PeopleFile } : null
}
