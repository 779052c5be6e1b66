import { sql } from 'kysely'
import { z } from 'zod'
import type { ScheduleReading } from '../../../core/schedule/reading.ts'
import type { Db, Tx } from '../../../db/database.ts'
import { conflictKey, type GapRows } from './plan-gaps.ts'

const Settled = z.object({ indicatorId: z.string(), phrases: z.array(z.string()), schedule: z.string() })

/** What `planGaps` looks at: five queries whatever the plan's size; of one indicator where it is named. */
export async function gapRows(db: Db | Tx, planId: string, indicatorId?: string): Promise<GapRows> {
  const one = indicatorId !== undefined
  const id = indicatorId ?? ''
  const indicators = await db
    .selectFrom('indicator as i')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan_area as pa', join =>
      join.onRef('pa.plan_id', '=', 's.plan_id').onRef('pa.code', '=', 's.area'),
    )
    .where('i.plan_id', '=', planId)
    .$if(one, query => query.where('i.id', '=', id))
    .select(['i.id', 'i.text'])
    .orderBy('pa.position')
    .orderBy('s.position')
    .orderBy('i.position')
    .execute()
  const actions = await db
    .selectFrom('action as a')
    .leftJoin('obligation as o', 'o.action_id', 'a.id')
    .where('a.plan_id', '=', planId)
    .$if(one, query => query.where('a.indicator_id', '=', id))
    .select([
      'a.id',
      'a.indicator_id as indicatorId',
      'a.text',
      'a.person_id as personId',
      sql<number>`count(o.id)::int`.as('dates'),
      sql<number>`count(o.person_id)::int`.as('assignedDates'),
    ])
    .groupBy('a.id')
    .orderBy('a.position')
    .execute()
  const evidence = await db
    .selectFrom('evidence_slot')
    .where('plan_id', '=', planId)
    .$if(one, query => query.where('indicator_id', '=', id))
    .select(['indicator_id as indicatorId', 'text'])
    .orderBy('position')
    .execute()
  const schedules = await db
    .selectFrom('schedule')
    .where('plan_id', '=', planId)
    .$if(one, query => query.where('indicator_id', '=', id))
    .select(['indicator_id as indicatorId', sql<ScheduleReading>`reading`.as('reading')])
    .orderBy('position')
    .execute()
  const decided = await db
    .selectFrom('plan_change')
    .where('plan_id', '=', planId)
    .where('kind', '=', 'frequency-settled')
    .select('after')
    .execute()
  const settled = new Set(
    decided.map(({ after }) => {
      const { indicatorId, phrases, schedule } = Settled.parse(after)
      return conflictKey(indicatorId, phrases, schedule)
    }),
  )
  return { indicators, actions, evidence, schedules, settled }
}
