import type { Db, Tx } from '../../../db/database.ts'
import type { StandingRows } from '../plan-diff.ts'

/** A plan's rows as a comparison needs them; of one indicator where it is named. */
export async function standingRows(db: Db | Tx, planId: string, indicatorId?: string): Promise<StandingRows> {
  const one = indicatorId !== undefined
  const [subComponents, indicators, actions, evidence, schedules, obligations] = [
    await db
      .selectFrom('sub_component')
      .select(['id', 'area', 'name'])
      .where('plan_id', '=', planId)
      .execute(),
    await db
      .selectFrom('indicator as i')
      .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
      .select(['i.id', 'i.sub_component_id', 'i.text', 'i.owner_text', 'i.position'])
      .where('i.plan_id', '=', planId)
      .$if(one, query => query.where('i.id', '=', indicatorId ?? ''))
      .orderBy('s.position')
      .orderBy('i.position')
      .execute(),
    await db
      .selectFrom('action')
      .select(['id', 'indicator_id', 'text'])
      .where('plan_id', '=', planId)
      .$if(one, query => query.where('indicator_id', '=', indicatorId ?? ''))
      .orderBy('position')
      .execute(),
    await db
      .selectFrom('evidence_slot')
      .select(['indicator_id', 'text'])
      .where('plan_id', '=', planId)
      .$if(one, query => query.where('indicator_id', '=', indicatorId ?? ''))
      .orderBy('position')
      .execute(),
    await db
      .selectFrom('schedule')
      .select(['indicator_id', 'text', 'start_date'])
      .where('plan_id', '=', planId)
      .$if(one, query => query.where('indicator_id', '=', indicatorId ?? ''))
      .orderBy('position')
      .execute(),
    await db
      .selectFrom('obligation')
      .innerJoin('action', 'action.id', 'obligation.action_id')
      .select(['obligation.id', 'obligation.action_id', 'obligation.due', 'obligation.state'])
      .where('obligation.plan_id', '=', planId)
      .$if(one, query => query.where('action.indicator_id', '=', indicatorId ?? ''))
      .execute(),
  ]
  return { subComponents, indicators, actions, evidence, schedules, obligations }
}
