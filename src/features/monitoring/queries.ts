import { type SqlBool, sql } from 'kysely'
import type { AreaCode } from '../../core/access/role.ts'
import { isId } from '../../core/shared/id.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'

/** One dated obligation with what it belongs to and who owes it. */
export type Obligation = {
  readonly id: string
  readonly due: LocalDate
  readonly from: LocalDate | null
  readonly stored: 'open' | 'done' | 'waived'
  readonly doneOn: LocalDate | null
  readonly note: string
  readonly actionId: string
  readonly action: string
  readonly indicatorId: string
  readonly indicator: string
  readonly subComponent: string
  readonly area: AreaCode
  readonly personId: string | null
  readonly person: string | null
  readonly position: string | null
  readonly unitId: string
  readonly unitSlug: string
  readonly unitName: string
  readonly unitShortName: string
  /** The time zone of its unit: whether it is late depends on the day there. */
  readonly zone: string
  readonly year: number
  /** The plan was approved at least once: its dates are binding. */
  readonly binding: boolean
}

export const obligations = (db: Db) =>
  db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .innerJoin('indicator as i', 'i.id', 'a.indicator_id')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan_area as pa', join =>
      join.onRef('pa.plan_id', '=', 's.plan_id').onRef('pa.code', '=', 's.area'),
    )
    .innerJoin('plan as p', 'p.id', 'o.plan_id')
    .innerJoin('unit as u', 'u.id', 'p.unit_id')
    .leftJoin('employee as e', join => join.on('e.id', '=', sql<string>`coalesce(o.person_id, a.person_id)`))
    .select([
      'o.id',
      'o.due',
      'o.from_date as from',
      'o.state as stored',
      'o.done_on as doneOn',
      'o.note',
      'a.id as actionId',
      'a.text as action',
      'i.id as indicatorId',
      'i.text as indicator',
      's.name as subComponent',
      sql<AreaCode>`s.area`.as('area'),
      'e.id as personId',
      'e.name as person',
      'e.position',
      'u.id as unitId',
      'u.slug as unitSlug',
      'u.name as unitName',
      'u.short_name as unitShortName',
      'u.zone',
      'p.year',
      sql<boolean>`(p.version > 0 or p.status in ('approved', 'published'))`.as('binding'),
    ])
    .orderBy('o.due')
    .orderBy('pa.position')
    .orderBy('s.position')
    .orderBy('i.position')
    .orderBy('a.position')
    .orderBy('o.id')

/** Every obligation of a unit's plan of that year, by date and then in the plan's order. */
export const unitObligations = (db: Db, unitId: string, year: number): Promise<Obligation[]> =>
  obligations(db).where('p.unit_id', '=', unitId).where('p.year', '=', year).execute()

/** Every obligation of a unit in a span of dates, whatever the plan's year. */
export const unitObligationsBetween = (
  db: Db,
  unitId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Obligation[]> =>
  obligations(db)
    .where('p.unit_id', '=', unitId)
    .where('o.due', '>=', from)
    .where('o.due', '<=', to)
    .execute()

/** Every obligation of a unit, of every year. */
export const allUnitObligations = (db: Db, unitId: string): Promise<Obligation[]> =>
  obligations(db).where('p.unit_id', '=', unitId).execute()

/** Nobody owes anything in a closed unit. Its own pages still show what was owed. */
export const inOpenUnit = sql<SqlBool>`u.closed_at is null`

/** What one person owes in every open unit: their own obligations and those of actions that are theirs. */
export const personObligations = (db: Db, employeeId: string): Promise<Obligation[]> =>
  obligations(db)
    .where(sql<SqlBool>`coalesce(o.person_id, a.person_id) = ${employeeId}`)
    .where(inOpenUnit)
    .execute()

/** The binding obligations that are still open, of each of these people. */
export async function openObligationsOf(
  db: Db,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string | null, readonly Obligation[]>> {
  const rows = await obligations(db)
    .where('o.state', '=', 'open')
    .where(inOpenUnit)
    .where(sql<SqlBool>`coalesce(o.person_id, a.person_id) = any(${[...employeeIds]}::uuid[])`)
    .execute()
  return Map.groupBy(
    rows.filter(row => row.binding),
    row => row.personId,
  )
}

/** One obligation and the ids of the units above its own, root first. */
export type ObligationDetail = Obligation & {
  readonly schedule: string | null
  readonly unitPath: readonly string[]
}

export async function oneObligation(db: Db, id: string): Promise<ObligationDetail | null> {
  if (!isId(id)) return null
  const row = await obligations(db).where('o.id', '=', id).executeTakeFirst()
  if (!row) return null
  const schedule = await db
    .selectFrom('schedule')
    .innerJoin('obligation', 'obligation.schedule_id', 'schedule.id')
    .select('schedule.text')
    .where('obligation.id', '=', id)
    .executeTakeFirst()
  return {
    ...row,
    schedule: schedule?.text ?? null,
    unitPath: await unitPath(db, row.unitId),
  }
}

async function unitPath(db: Db, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, 0 as depth from unit where id = ${unitId}
      union all
      select unit.id, unit.parent_id, up.depth + 1 from unit join up on unit.id = up.parent_id where up.depth < 20
    )
    select id from up order by depth desc`.execute(db)
  return rows.map(row => row.id)
}

/** The time zone of the unit in which a person works. */
export async function zoneOf(db: Db, employeeId: string): Promise<string> {
  const row = await db
    .selectFrom('employee')
    .innerJoin('unit', 'unit.id', 'employee.unit_id')
    .select('unit.zone')
    .where('employee.id', '=', employeeId)
    .executeTakeFirstOrThrow()
  return row.zone
}

export type Person = { readonly id: string; readonly name: string }

/** Active people of a unit, of those above and of those below it, to whom something can be assigned. */
export async function assignablePeople(db: Db, unitPath: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    with recursive branch as (
      select id from unit where id = ${unitPath.at(-1) ?? null}
      union
      select unit.id from unit join branch on unit.parent_id = branch.id
    )
    select id, name from employee
    where active and (unit_id in (select id from branch) or unit_id = any(${[...unitPath]}::uuid[]))
    order by name, id`.execute(db)
  return rows
}
