import type { Db } from '../../db/database.ts'
import type { PlanForDocument } from '../documents/index.ts'

/** The plan's rows in their order, in the shape that documents are built from. */
export async function findPlanRows(db: Db, planId: string): Promise<PlanForDocument> {
  const of = (table: 'action' | 'evidence_slot' | 'schedule') =>
    db
      .selectFrom(table)
      .select(['indicator_id', 'text'])
      .where('plan_id', '=', planId)
      .orderBy('position')
      .execute()
  const [areas, subComponents, indicators, actions, evidence, schedules] = await Promise.all([
    db.selectFrom('plan_area').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    db.selectFrom('sub_component').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    db.selectFrom('indicator').selectAll().where('plan_id', '=', planId).orderBy('position').execute(),
    of('action'),
    of('evidence_slot'),
    of('schedule'),
  ])
  const groups = [actions, evidence, schedules].map(rows => Map.groupBy(rows, row => row.indicator_id))
  const texts = (group: number, id: string) => groups[group]?.get(id)?.map(row => row.text) ?? []
  return {
    areas: areas.map(area => ({
      code: area.code,
      label: area.label,
      subComponents: subComponents
        .filter(sub => sub.area === area.code)
        .map(sub => ({
          no: sub.no,
          name: sub.name,
          indicators: indicators
            .filter(indicator => indicator.sub_component_id === sub.id)
            .map(({ id, text, owner_text }) => ({
              text,
              actions: texts(0, id),
              evidence: texts(1, id),
              schedules: texts(2, id).map(schedule => ({ text: schedule })),
              owner: owner_text,
            })),
        })),
    })),
  }
}
