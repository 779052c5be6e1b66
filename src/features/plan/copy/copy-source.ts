import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { ScheduleReading } from '../../../core/schedule/reading.ts'
import type { Db, Tx } from '../../../db/database.ts'
import { unitPeople } from '../queries.ts'

export type CopySource = Awaited<ReturnType<typeof copySource>>

/** Everything of a plan that a copy takes over, in the plan's order, and who can still be given a duty. */
export async function copySource(db: Db | Tx, planId: string, unitPath: readonly string[]) {
  const areas = await db
    .selectFrom('plan_area')
    .where('plan_id', '=', planId)
    .select(['code', 'label', 'position'])
    .orderBy('position')
    .execute()
  const subComponents = await db
    .selectFrom('sub_component')
    .where('plan_id', '=', planId)
    .select(['id', sql<AreaCode>`area`.as('area'), 'no', 'name', 'position'])
    .orderBy('position')
    .execute()
  const indicators = await db
    .selectFrom('indicator')
    .where('plan_id', '=', planId)
    .select(['id', 'sub_component_id as subId', 'text', 'owner_text as owner', 'position'])
    .orderBy('position')
    .execute()
  const actions = await db
    .selectFrom('action as a')
    .leftJoin('employee as e', 'e.id', 'a.person_id')
    .where('a.plan_id', '=', planId)
    .select(['a.indicator_id as indicatorId', 'a.text', 'a.person_id as personId', 'e.name as person'])
    .orderBy('a.position')
    .execute()
  const evidence = await db
    .selectFrom('evidence_slot')
    .where('plan_id', '=', planId)
    .select(['indicator_id as indicatorId', 'text'])
    .orderBy('position')
    .execute()
  const schedules = await db
    .selectFrom('schedule')
    .where('plan_id', '=', planId)
    .select([
      'indicator_id as indicatorId',
      'text',
      'start_date as start',
      sql<ScheduleReading>`reading`.as('reading'),
    ])
    .orderBy('position')
    .execute()
  const available = new Set((await unitPeople(db, unitPath)).map(({ id }) => id))
  return { areas, subComponents, indicators, actions, evidence, schedules, available }
}
