import { sql } from 'kysely'
import type { AreaCode } from '../../core/access/role.ts'
import type { Db, Tx } from '../../db/database.ts'

/** A plan's content as a tree in the plan's order, for programs that read it; six queries whatever its size. */
export async function planTree(db: Db | Tx, planId: string) {
  const areas = await db
    .selectFrom('plan_area')
    .select(['code', 'label'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const subComponents = await db
    .selectFrom('sub_component')
    .select(['id', sql<AreaCode>`area`.as('area'), 'no', 'name'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'sub_component_id', 'text', 'owner_text as owner'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const actions = await db
    .selectFrom('action as a')
    .leftJoin('employee as e', 'e.id', 'a.person_id')
    .select(['a.id', 'a.indicator_id', 'a.text', 'e.id as personId', 'e.name as personName'])
    .where('a.plan_id', '=', planId)
    .orderBy('a.position')
    .execute()
  const evidence = await db
    .selectFrom('evidence_slot')
    .select(['indicator_id', 'text'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const schedules = await db
    .selectFrom('schedule')
    .select(['indicator_id', 'action_id', 'text', 'kind', 'start_date'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()

  const inArea = Map.groupBy(subComponents, row => row.area)
  const inSubComponent = Map.groupBy(indicators, row => row.sub_component_id)
  const [actionsOf, evidenceOf, schedulesOf] = [
    Map.groupBy(actions, row => row.indicator_id),
    Map.groupBy(evidence, row => row.indicator_id),
    Map.groupBy(schedules, row => row.indicator_id),
  ]
  return areas.map(({ code, label }) => ({
    code,
    label,
    subComponents: (inArea.get(code) ?? []).map(({ id: subId, no, name }) => ({
      no,
      name,
      indicators: (inSubComponent.get(subId) ?? []).map(({ id, text, owner }) => ({
        id,
        text,
        owner,
        actions: (actionsOf.get(id) ?? []).map(({ id, text, personId, personName }) => ({
          id,
          text,
          person: personId === null || personName === null ? null : { id: personId, name: personName },
        })),
        evidence: (evidenceOf.get(id) ?? []).map(({ text }) => text),
        schedules: (schedulesOf.get(id) ?? []).map(({ action_id, text, kind, start_date }) => ({
          text,
          kind,
          start: start_date,
          actionId: action_id,
        })),
      })),
    })),
  }))
}
