import { type SqlBool, sql } from 'kysely'
import type { MatchReason } from '../../../core/evidence/match-folders.ts'
import { isId } from '../../../core/shared/id.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'
import type { SuggestedPlace } from './propose.ts'

export type ImportState = 'ready' | 'running' | 'stopped' | 'done'

export type ImportHead = {
  readonly id: string
  readonly year: number
  readonly source: 'zip' | 'folder' | 'links'
  readonly name: string
  readonly sha256: string | null
  readonly state: ImportState
  readonly problem: string | null
  readonly createdAt: Date
  readonly person: string
  /** Said to run, but nobody has worked on it for a while. */
  readonly stale: boolean
}

export type ImportRow = {
  readonly id: string
  readonly importId: string
  readonly path: string
  readonly url: string | null
  readonly size: number | null
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
  readonly suggested: readonly SuggestedPlace[]
  readonly choice: 'take' | 'skip'
  readonly obligationId: string | null
  readonly slotText: string
  readonly state: 'listed' | 'taken' | 'refused'
  readonly problem: Readonly<Record<string, unknown>> | null
  readonly evidenceId: string | null
  readonly checkedOn: LocalDate | null
  readonly answered: boolean | null
  /** Times it was taken in hand without an end. */
  readonly tries: number
  /** The chosen place in words, where it is none of the suggested. */
  readonly place: string | null
}

/** An import without a sign of life for that long, or one that was let go, may be taken up by somebody else. */
export const standsStill = sql<SqlBool>`coalesce(alive_at < now() - interval '2 minutes', true)`

const heads = (db: Db, unitId: string) =>
  db
    .selectFrom('evidence_import as i')
    .innerJoin('auth_user as a', 'a.id', 'i.created_by')
    .where('i.unit_id', '=', unitId)
    .select([
      'i.id',
      'i.year',
      'i.source',
      'i.name',
      'i.sha256',
      'i.state',
      'i.problem',
      'i.created_at as createdAt',
      'a.name as person',
      sql<boolean>`i.state = 'running' and ${standsStill}`.as('stale'),
    ])

export const unitImports = (db: Db, unitId: string): Promise<ImportHead[]> =>
  heads(db, unitId).orderBy('i.created_at', 'desc').orderBy('i.id').limit(50).execute()

export const oneImport = async (db: Db, unitId: string, id: string): Promise<ImportHead | null> =>
  isId(id) ? ((await heads(db, unitId).where('i.id', '=', id).executeTakeFirst()) ?? null) : null

export const views = ['all', 'take', 'skip', 'taken', 'refused'] as const
export type View = (typeof views)[number]
export const rowsPerPage = 50

const rows = (db: Db, importId: string) =>
  db
    .selectFrom('evidence_import_file as f')
    .leftJoin('obligation as o', 'o.id', 'f.obligation_id')
    .leftJoin('action as c', 'c.id', 'o.action_id')
    .where('f.import_id', '=', importId)
    .select([
      'f.id',
      'f.import_id as importId',
      'f.path',
      'f.url',
      'f.size',
      'f.confidence',
      sql<MatchReason[]>`f.reasons`.as('reasons'),
      sql<SuggestedPlace[]>`f.suggested`.as('suggested'),
      'f.choice',
      'f.obligation_id as obligationId',
      'f.slot_text as slotText',
      'f.state',
      sql<Record<string, unknown> | null>`f.problem`.as('problem'),
      'f.evidence_id as evidenceId',
      'f.checked_on as checkedOn',
      'f.answered',
      'f.tries',
      sql<string | null>`o.due || ' ' || c.text`.as('place'),
    ])

export function importRows(db: Db, importId: string, view: View, page: number): Promise<ImportRow[]> {
  const all = rows(db, importId)
  const wanted =
    view === 'all'
      ? all
      : view === 'taken' || view === 'refused'
        ? all.where('f.state', '=', view)
        : all.where('f.state', '=', 'listed').where('f.choice', '=', view)
  return wanted
    .orderBy('f.position')
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute()
}

export const importRow = async (db: Db, importId: string, id: string): Promise<ImportRow | null> =>
  isId(id) ? ((await rows(db, importId).where('f.id', '=', id).executeTakeFirst()) ?? null) : null

/** What is still to be taken, in the order of the source. */
export const waitingRows = (db: Db, importId: string, limit: number): Promise<ImportRow[]> =>
  rows(db, importId)
    .where('f.state', '=', 'listed')
    .where('f.choice', '=', 'take')
    .orderBy('f.position')
    .limit(limit)
    .execute()

/** Noted at a taken row that made nothing, because its piece stood there before. */
export const knownAlready = { kind: 'known-already' }

/** `known`: of the taken ones, those that made nothing. */
export type Counts = Readonly<Record<View | 'known', number>>

export async function importCounts(db: Db, importId: string): Promise<Counts> {
  const found = await db
    .selectFrom('evidence_import_file')
    .where('import_id', '=', importId)
    .select(({ fn }) => [
      'state',
      'choice',
      sql<boolean>`coalesce(problem ->> 'kind' = ${knownAlready.kind}, false)`.as('known'),
      fn.countAll<string>().as('n'),
    ])
    .groupBy(['state', 'choice', 'known'])
    .execute()
  const count = (test: (row: (typeof found)[number]) => boolean) =>
    found.filter(test).reduce((sum, row) => sum + Number(row.n), 0)
  return {
    all: count(() => true),
    take: count(row => row.state === 'listed' && row.choice === 'take'),
    skip: count(row => row.state === 'listed' && row.choice === 'skip'),
    taken: count(row => row.state === 'taken'),
    refused: count(row => row.state === 'refused'),
    known: count(row => row.state === 'taken' && row.known),
  }
}
