import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AreaCode } from '../../core/access/role.ts'
import { isId } from '../../core/shared/id.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { PlanDocument } from './read/index.ts'

export type Plan = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly title: string
  readonly status: 'draft' | 'submitted' | 'approved' | 'published'
  readonly version: number
  readonly revision: number
  readonly approvedAt: Date | null
  readonly publishedAt: Date | null
  readonly sourceName: string | null
}

const plans = (db: Db | Tx) =>
  db
    .selectFrom('plan')
    .select([
      'id',
      'unit_id as unitId',
      'year',
      'title',
      'status',
      'version',
      'revision',
      'approved_at as approvedAt',
      'published_at as publishedAt',
      'source_name as sourceName',
    ])

export const findPlan = (db: Db | Tx, unitId: string, year: number): Promise<Plan | undefined> =>
  plans(db).where('unit_id', '=', unitId).where('year', '=', year).executeTakeFirst()

export const unitPlans = (db: Db, unitId: string): Promise<Plan[]> =>
  plans(db).where('unit_id', '=', unitId).orderBy('year', 'desc').execute()

export type PlanContent = Awaited<ReturnType<typeof planContent>>

/**
 * A plan's rows, flat and in the plan's order, in one statement: a row each would cost the driver more than
 * the database.
 */
export const planContent = (db: Db | Tx, planId: string) =>
  db
    .selectNoFrom([
      jsonArrayFrom(
        indicatorRows(db, planId).orderBy('pa.position').orderBy('s.position').orderBy('i.position'),
      ).as('indicators'),
      jsonArrayFrom(
        db
          .selectFrom('action as a')
          .leftJoin('employee as e', 'e.id', 'a.person_id')
          .where('a.plan_id', '=', planId)
          .select([
            'a.id',
            'a.indicator_id as indicatorId',
            'a.text',
            'a.person_id as personId',
            'e.name as person',
          ])
          .orderBy('a.position'),
      ).as('actions'),
      jsonArrayFrom(
        db
          .selectFrom('evidence_slot')
          .where('plan_id', '=', planId)
          .select(['indicator_id as indicatorId', 'text'])
          .orderBy('position'),
      ).as('evidence'),
      jsonArrayFrom(
        db
          .selectFrom('obligation as o')
          .leftJoin('employee as e', 'e.id', 'o.person_id')
          .where('o.plan_id', '=', planId)
          .select(({ eb, selectFrom }) => [
            'o.action_id as actionId',
            'o.due',
            'o.state as stored',
            'o.person_id as personId',
            'e.name as person',
            // Of the whole plan at once: asked for each obligation, this took most of the statement's time.
            eb(
              'o.id',
              'in',
              selectFrom('evidence_link as l')
                .innerJoin('obligation as proven', 'proven.id', 'l.obligation_id')
                .innerJoin('evidence as piece', 'piece.id', 'l.evidence_id')
                .where('proven.plan_id', '=', planId)
                .where('piece.state', 'in', ['submitted', 'accepted'])
                .select('proven.id'),
            ).as('proven'),
          ]),
      ).as('obligations'),
    ])
    .executeTakeFirstOrThrow()

const indicatorRows = (db: Db | Tx, planId: string) =>
  db
    .selectFrom('indicator as i')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan_area as pa', join =>
      join.onRef('pa.plan_id', '=', 's.plan_id').onRef('pa.code', '=', 's.area'),
    )
    .where('i.plan_id', '=', planId)
    .select([
      'i.id',
      'i.text',
      'i.owner_text as owner',
      sql<AreaCode>`s.area`.as('area'),
      's.no as subNo',
      's.name as subName',
    ])

export const planSubComponents = (db: Db | Tx, planId: string) =>
  db
    .selectFrom('sub_component')
    .where('plan_id', '=', planId)
    .select(['id', sql<AreaCode>`area`.as('area'), 'no', 'name'])
    .orderBy('position')
    .execute()

/** One indicator of that plan with everything that belongs to it; null where there is none. */
export async function findIndicator(db: Db | Tx, planId: string, id: string) {
  if (!isId(id)) return null
  const indicator = await indicatorRows(db, planId).where('i.id', '=', id).executeTakeFirst()
  if (!indicator) return null
  const actions = await db
    .selectFrom('action as a')
    .leftJoin('employee as e', 'e.id', 'a.person_id')
    .where('a.indicator_id', '=', id)
    .select(['a.id', 'a.text', 'a.person_id as personId', 'e.name as person'])
    .orderBy('a.position')
    .execute()
  const evidence = await db
    .selectFrom('evidence_slot')
    .where('indicator_id', '=', id)
    .select(['id', 'text'])
    .orderBy('position')
    .execute()
  const schedules = await db
    .selectFrom('schedule')
    .where('indicator_id', '=', id)
    .select(['id', 'text', 'kind', 'reading', 'start_date as start'])
    .orderBy('position')
    .execute()
  const obligations = await db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .where('a.indicator_id', '=', id)
    .select(['o.id', 'o.due', 'o.state', 'a.text as action'])
    .orderBy('o.due')
    .execute()
  return { indicator, actions, evidence, schedules, obligations }
}

export type StoredImport = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly fileName: string
  readonly sha256: string
  readonly document: PlanDocument
  readonly revision: number
  readonly status: 'preview' | 'confirmed' | 'discarded'
}

const imports = (db: Db | Tx) =>
  db
    .selectFrom('plan_import')
    .select([
      'id',
      'unit_id as unitId',
      'year',
      'file_name as fileName',
      'sha256',
      'document',
      'revision',
      'status',
    ])

/** An import of that unit, as read and corrected so far. */
export async function findImport(db: Db | Tx, unitId: string, id: string): Promise<StoredImport | null> {
  if (!isId(id)) return null
  const row = await imports(db).where('unit_id', '=', unitId).where('id', '=', id).executeTakeFirst()
  return row ? { ...row, document: row.document as unknown as PlanDocument } : null
}

/** The units above, the unit itself and everything below it. */
const unitsAround = (unitPath: readonly string[]) => sql<string>`(
  with recursive below as (
    select id from unit where id = ${unitPath.at(-1) ?? null}
    union all
    select unit.id from unit join below on unit.parent_id = below.id
  )
  select id from below union select unnest(${[...unitPath]}::uuid[]))`

/** The people of the unit, of those below and above it, who can be given a duty. */
export const unitPeople = (db: Db | Tx, unitPath: readonly string[]) =>
  db
    .selectFrom('employee')
    .where('unit_id', 'in', unitsAround(unitPath))
    .where('active', '=', true)
    .select(['id', 'name', 'position'])
    .orderBy('name')
    .execute()
