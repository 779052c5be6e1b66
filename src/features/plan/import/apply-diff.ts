import { sql } from 'kysely'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import type { Tx } from '../../../db/database.ts'
import type { PlanDiff, StandingRows } from '../plan-diff.ts'
import { insertPlanRows } from './insert-plan.ts'
import type { PlanRows } from './plan-rows.ts'

/**
 * Puts new rows in the place of the standing ones. What is settled stays with its action, and so does its
 * person; open dates that the new rows no longer name go when they still lie ahead (`from` and later).
 */
export async function applyDiff(
  tx: Tx,
  planId: string,
  fresh: PlanRows,
  standing: StandingRows,
  { kept }: Pick<PlanDiff, 'kept'>,
  from: LocalDate,
): Promise<void> {
  const sub = (id: string) => kept.subComponents.get(id) ?? id
  const indicator = (id: string) => kept.indicators.get(id) ?? id
  const action = (id: string) => kept.actions.get(id) ?? id
  const moved: PlanRows = {
    areas: fresh.areas,
    subComponents: fresh.subComponents.map(row => ({ ...row, id: sub(row.id) })),
    indicators: fresh.indicators.map(row => ({
      ...row,
      id: indicator(row.id),
      sub_component_id: sub(row.sub_component_id),
    })),
    actions: fresh.actions.map(row => ({
      ...row,
      id: action(row.id),
      indicator_id: indicator(row.indicator_id),
    })),
    evidence: fresh.evidence.map(row => ({ ...row, indicator_id: indicator(row.indicator_id) })),
    schedules: fresh.schedules.map(row => ({ ...row, indicator_id: indicator(row.indicator_id) })),
    obligations: fresh.obligations.map(row => ({ ...row, action_id: action(row.action_id) })),
  }
  const there = {
    subComponents: new Set(standing.subComponents.map(({ id }) => id)),
    indicators: new Set(standing.indicators.map(({ id }) => id)),
    actions: new Set(standing.actions.map(({ id }) => id)),
  }
  const dateOf = (row: { action_id: string; due: string }) => `${row.action_id} ${row.due}`
  const wanted = new Map(moved.obligations.map(row => [dateOf(row), row]))
  const standingDates = new Set(standing.obligations.map(dateOf))
  const gone = standing.obligations.filter(
    row => row.state === 'open' && row.due >= from && !wanted.has(dateOf(row)),
  )
  const goneIds = gone.map(({ id }) => id)
  if (goneIds.length > 0) await tx.deleteFrom('obligation').where('id', 'in', goneIds).execute()
  const affected = [...there.indicators]
  if (affected.length > 0) {
    await tx
      .updateTable('obligation')
      .set({ schedule_id: null })
      .where('plan_id', '=', planId)
      .where('action_id', 'in', eb =>
        eb.selectFrom('action').select('id').where('indicator_id', 'in', affected),
      )
      .execute()
    await tx.deleteFrom('schedule').where('indicator_id', 'in', affected).execute()
    await tx.deleteFrom('evidence_slot').where('indicator_id', 'in', affected).execute()
  }
  await upsertFrame(tx, moved, there)
  await insertPlanRows(tx, {
    areas: [],
    subComponents: [],
    indicators: moved.indicators.filter(({ id }) => !there.indicators.has(id)),
    actions: moved.actions.filter(({ id }) => !there.actions.has(id)),
    evidence: moved.evidence,
    schedules: moved.schedules,
    obligations: moved.obligations.filter(row => !standingDates.has(dateOf(row))),
  })
  const links = standing.obligations.flatMap(row => {
    const now = wanted.get(dateOf(row))
    return now ? [{ id: row.id, schedule_id: now.schedule_id, from_date: now.from_date }] : []
  })
  await sql`update obligation o set schedule_id = v.schedule_id, from_date = v.from_date
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as v(id uuid, schedule_id uuid, from_date date)
    where o.id = v.id`.execute(tx)
  await removeLeftovers(tx, planId, moved, there)
}

type There = {
  readonly subComponents: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  readonly actions: ReadonlySet<string>
}

async function upsertFrame(tx: Tx, rows: PlanRows, there: There): Promise<void> {
  if (rows.areas.length > 0)
    await tx
      .insertInto('plan_area')
      .values(rows.areas)
      .onConflict(conflict =>
        conflict.columns(['plan_id', 'code']).doUpdateSet(eb => ({
          label: eb.ref('excluded.label'),
          position: eb.ref('excluded.position'),
        })),
      )
      .execute()
  const json = (list: readonly { readonly id: string }[], ids: ReadonlySet<string>) =>
    JSON.stringify(list.filter(({ id }) => ids.has(id)))
  await sql`update sub_component s set no = v.no, name = v.name, position = v.position
    from jsonb_to_recordset(${json(rows.subComponents, there.subComponents)}::jsonb)
      as v(id uuid, no text, name text, position integer) where s.id = v.id`.execute(tx)
  // New sub-components must stand before an indicator can move into them.
  await insertPlanRows(tx, {
    ...{ areas: [], indicators: [], actions: [], evidence: [], schedules: [], obligations: [] },
    subComponents: rows.subComponents.filter(({ id }) => !there.subComponents.has(id)),
  })
  await sql`update indicator i set text = v.text, owner_text = v.owner_text, position = v.position,
      sub_component_id = v.sub_component_id
    from jsonb_to_recordset(${json(rows.indicators, there.indicators)}::jsonb)
      as v(id uuid, text text, owner_text text, position integer, sub_component_id uuid)
    where i.id = v.id`.execute(tx)
  await sql`update action a set text = v.text, position = v.position
    from jsonb_to_recordset(${json(rows.actions, there.actions)}::jsonb)
      as v(id uuid, text text, position integer) where a.id = v.id`.execute(tx)
}

/** Removed rows go, except where a settled or overdue date still hangs on them; what is empty then goes too. */
async function removeLeftovers(tx: Tx, planId: string, rows: PlanRows, there: There): Promise<void> {
  const left = (list: readonly { readonly id: string }[], ids: ReadonlySet<string>) => {
    const wanted = new Set(list.map(({ id }) => id))
    return [...ids].filter(id => !wanted.has(id))
  }
  const actions = left(rows.actions, there.actions)
  if (actions.length > 0)
    await tx
      .deleteFrom('action')
      .where('id', 'in', actions)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('obligation').select('obligation.id').whereRef('action_id', '=', 'action.id'))),
      )
      .execute()
  const indicators = left(rows.indicators, there.indicators)
  if (indicators.length > 0)
    await tx
      .deleteFrom('indicator')
      .where('id', 'in', indicators)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('action').select('action.id').whereRef('indicator_id', '=', 'indicator.id'))),
      )
      .execute()
  const subComponents = left(rows.subComponents, there.subComponents)
  if (subComponents.length > 0)
    await tx
      .deleteFrom('sub_component')
      .where('id', 'in', subComponents)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('indicator')
              .select('indicator.id')
              .whereRef('sub_component_id', '=', 'sub_component.id'),
          ),
        ),
      )
      .execute()
  await tx
    .deleteFrom('plan_area')
    .where('plan_id', '=', planId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sub_component')
            .select('sub_component.id')
            .whereRef('sub_component.plan_id', '=', 'plan_area.plan_id')
            .whereRef('sub_component.area', '=', 'plan_area.code'),
        ),
      ),
    )
    .execute()
}
