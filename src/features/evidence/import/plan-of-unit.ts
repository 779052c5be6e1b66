import { sql } from 'kysely'
import type { AreaCode } from '../../../core/access/role.ts'
import type { PlanToMatch } from '../../../core/evidence/plan-to-match.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Db } from '../../../db/database.ts'

export type Owed = { readonly id: string; readonly due: LocalDate; readonly action: string }

export type UnitPlan = {
  readonly plan: PlanToMatch
  /** By indicator. */
  readonly owed: ReadonlyMap<string, readonly Owed[]>
  /** By slot. */
  readonly slots: ReadonlyMap<string, { readonly indicatorId: string; readonly text: string }>
}

/** A unit's plan of a year as files are matched to it; null where there is none. */
export async function planOfUnit(db: Db, unitId: string, year: number): Promise<UnitPlan | null> {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!plan) return null
  const rows = await db
    .selectFrom('indicator as i')
    .innerJoin('sub_component as s', 's.id', 'i.sub_component_id')
    .innerJoin('plan_area as a', join =>
      join.onRef('a.plan_id', '=', 's.plan_id').onRef('a.code', '=', 's.area'),
    )
    .leftJoin('evidence_slot as e', 'e.indicator_id', 'i.id')
    .where('i.plan_id', '=', plan.id)
    .select([
      sql<AreaCode>`a.code`.as('area'),
      'a.label',
      's.id as subId',
      's.no',
      's.name',
      'i.id',
      'i.text',
      'e.id as slotId',
      'e.text as slot',
    ])
    .orderBy('a.position')
    .orderBy('s.position')
    .orderBy('i.position')
    .orderBy('i.id')
    .orderBy('e.position')
    .execute()
  const owed = await db
    .selectFrom('obligation as o')
    .innerJoin('action as c', 'c.id', 'o.action_id')
    .where('o.plan_id', '=', plan.id)
    .where('o.state', '<>', 'waived')
    .select(['o.id', 'o.due', 'c.text as action', 'c.indicator_id as indicatorId'])
    .orderBy('o.due')
    .orderBy('o.id')
    .execute()
  const areas = [...Map.groupBy(rows, row => row.area)].map(([code, inArea]) => ({
    id: code,
    code,
    label: inArea[0]?.label ?? '',
    subComponents: [...Map.groupBy(inArea, row => row.subId)].map(([id, inSub]) => ({
      id,
      no: Number(inSub[0]?.no),
      name: inSub[0]?.name ?? '',
      indicators: [...Map.groupBy(inSub, row => row.id)].map(([indicatorId, asked], at) => ({
        id: indicatorId,
        no: String(at + 1),
        text: asked[0]?.text ?? '',
        slots: asked.flatMap(row =>
          row.slotId === null || row.slot === null ? [] : [{ id: row.slotId, text: row.slot }],
        ),
      })),
    })),
  }))
  return {
    plan: { year, areas },
    owed: Map.groupBy(owed, one => one.indicatorId),
    slots: new Map(
      rows.flatMap(row =>
        row.slotId === null || row.slot === null
          ? []
          : [[row.slotId, { indicatorId: row.id, text: row.slot }] as const],
      ),
    ),
  }
}
