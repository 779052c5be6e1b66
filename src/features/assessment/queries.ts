import { sql } from 'kysely'
import type { ScoreSettings } from '../../core/score/answers.ts'
import type { Db, Tx } from '../../db/database.ts'

export type CycleKind = 'scored' | 'checklist'
export type CycleState = 'open' | 'submitted' | 'reopened' | 'closed'

export type Cycle = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly kind: CycleKind
  readonly instrumentHash: string
  readonly instrumentId: string
  readonly state: CycleState
  readonly version: number
  readonly settings: ScoreSettings
}

const cycles = (db: Db | Tx) =>
  db
    .selectFrom('assessment_cycle as c')
    .innerJoin('instrument as i', 'i.hash', 'c.instrument_hash')
    .select([
      'c.id',
      'c.unit_id as unitId',
      'c.year',
      'c.kind',
      'c.instrument_hash as instrumentHash',
      'i.id as instrumentId',
      'c.state',
      'c.version',
      sql<ScoreSettings>`c.settings`.as('settings'),
    ])

export const findCycle = async (
  db: Db | Tx,
  unitId: string,
  year: number,
  kind: CycleKind = 'scored',
): Promise<Cycle | null> =>
  (await cycles(db)
    .where('c.unit_id', '=', unitId)
    .where('c.year', '=', year)
    .where('c.kind', '=', kind)
    .executeTakeFirst()) ?? null

export const unitCycles = (db: Db, unitId: string): Promise<Cycle[]> =>
  cycles(db).where('c.unit_id', '=', unitId).orderBy('c.year', 'desc').orderBy('c.kind', 'desc').execute()

/** The cycles of several units in one year. */
export const cyclesOf = (db: Db, unitIds: readonly string[], year: number): Promise<Cycle[]> =>
  cycles(db)
    .where('c.unit_id', 'in', [...unitIds])
    .where('c.year', '=', year)
    .where('c.kind', '=', 'scored')
    .execute()

/** The cycle of the same kind before a year, the latest of them. */
export const cycleBefore = async (
  db: Db | Tx,
  unitId: string,
  year: number,
  kind: CycleKind,
): Promise<Cycle | null> =>
  (await cycles(db)
    .where('c.unit_id', '=', unitId)
    .where('c.year', '<', year)
    .where('c.kind', '=', kind)
    .orderBy('c.year', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

export type StoredAnswer = {
  readonly cycleId: string
  readonly code: string
  /** Null while only an explanation was written. */
  readonly value: unknown
  readonly explanation: string
  readonly returnedReason: string
  readonly version: number
  readonly updatedAt: Date
  readonly updatedBy: string
}

const answers = (db: Db | Tx) =>
  db
    .selectFrom('assessment_answer as a')
    .innerJoin('auth_user as u', 'u.id', 'a.updated_by')
    .select([
      'a.cycle_id as cycleId',
      'a.code',
      'a.value',
      'a.explanation',
      'a.returned_reason as returnedReason',
      'a.version',
      'a.updated_at as updatedAt',
      'u.name as updatedBy',
    ])

export const answersOf = (db: Db | Tx, cycleIds: readonly string[]): Promise<StoredAnswer[]> =>
  cycleIds.length === 0
    ? Promise.resolve([])
    : answers(db)
        .where('a.cycle_id', 'in', [...cycleIds])
        .execute()

export type HistoryEntry = {
  readonly code: string
  readonly version: number
  readonly change: 'saved' | 'returned' | 'carried'
  readonly value: unknown
  readonly explanation: string
  readonly returnedReason: string
  readonly at: Date
  readonly by: string
}

const history = (db: Db | Tx, cycleId: string) =>
  db
    .selectFrom('assessment_answer_history as h')
    .innerJoin('auth_user as u', 'u.id', 'h.changed_by')
    .select([
      'h.code',
      'h.version',
      'h.change',
      'h.value',
      'h.explanation',
      'h.returned_reason as returnedReason',
      'h.changed_at as at',
      'u.name as by',
    ])
    .where('h.cycle_id', '=', cycleId)

/** What an answer was, the newest first. */
export const answerHistory = (db: Db, cycleId: string, code: string): Promise<HistoryEntry[]> =>
  history(db, cycleId).where('h.code', '=', code).orderBy('h.version', 'desc').execute()

/** The answers as they stood in the named versions. */
export const answersAt = (
  db: Db | Tx,
  cycleId: string,
  versions: readonly { readonly code: string; readonly version: number }[],
): Promise<HistoryEntry[]> =>
  versions.length === 0
    ? Promise.resolve([])
    : history(db, cycleId)
        .where(
          sql<boolean>`(h.code, h.version) in (select * from unnest(
            ${versions.map(one => one.code)}::text[], ${versions.map(one => one.version)}::integer[]))`,
        )
        .execute()

export type Move = {
  readonly version: number
  readonly state: 'submitted' | 'reopened' | 'closed'
  readonly reason: string
  readonly total: string
  /** The version that each answer had, by its code. */
  readonly versions: Readonly<Record<string, number>>
  /** The links to evidence that each code had; null in a move of a time that did not note them. */
  readonly evidence: Readonly<Record<string, readonly string[]>> | null
  readonly at: Date
  readonly by: string
}

/** How a cycle moved, the newest first. */
export const movesOf = (db: Db, cycleId: string): Promise<Move[]> =>
  db
    .selectFrom('assessment_move as m')
    .innerJoin('auth_user as u', 'u.id', 'm.moved_by')
    .select([
      'm.version',
      'm.state',
      'm.reason',
      sql<string>`m.content ->> 'total'`.as('total'),
      sql<Record<string, number>>`m.content -> 'versions'`.as('versions'),
      sql<Move['evidence']>`m.content -> 'evidence'`.as('evidence'),
      'm.moved_at as at',
      'u.name as by',
    ])
    .where('m.cycle_id', '=', cycleId)
    .orderBy('m.version', 'desc')
    .execute()

export const effortsOf = async (db: Db, cycleId: string): Promise<ReadonlyMap<string, number>> =>
  new Map(
    (
      await db
        .selectFrom('assessment_effort')
        .select(['code', 'effort'])
        .where('cycle_id', '=', cycleId)
        .execute()
    ).map(row => [row.code, row.effort]),
  )
