import type { AreaCode } from '../../../core/access/role.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Tx } from '../../../db/database.ts'
import { type Deps, write } from '../../../db/write.ts'
import { areaName } from '../../../ui/area-names.ts'
import type { Correction } from '../import/correct-document.ts'
import { insertPlanRows } from '../import/insert-plan.ts'
import { indicatorRowsOf } from '../import/plan-rows.ts'
import { contentOf, fold } from '../plan-diff.ts'
import {
  type ChangeInput,
  type ChangeProblem,
  type ContentProblem,
  logChange,
  openPlan,
  readContent,
} from './change-plan.ts'

/** Where a new indicator goes: into a sub-component that stands, or a new one of that area. */
export type AddTo = { readonly subComponentId: string } | { readonly area: AreaCode; readonly name: string }

export type AddProblem =
  | ChangeProblem
  | ContentProblem
  /** No such sub-component in this plan. */
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'name-missing' }

export type AddInput = ChangeInput & { readonly to: AddTo; readonly content: Correction }

/** Adds an indicator behind those of its sub-component; its dates follow its schedules. */
export const addIndicator = (deps: Deps, input: AddInput): Promise<Result<{ id: string }, AddProblem>> =>
  write<{ id: string }, AddProblem>(deps, async (tx, record) => {
    const { planId, to } = input
    const plan = await openPlan(tx, deps, input)
    if (!plan.ok) return plan
    const read = readContent(input.content, plan.value.year)
    if (!read.ok) return read
    if ('name' in to && to.name === '') return err({ kind: 'name-missing' })
    const subComponentId =
      'name' in to
        ? await subComponentOf(tx, deps, planId, to)
        : await standingOne(tx, planId, to.subComponentId)
    if (subComponentId === null) return err({ kind: 'place-missing' })
    const last = await tx
      .selectFrom('indicator')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('sub_component_id', '=', subComponentId)
      .executeTakeFirst()
    const id = deps.newId()
    const place = { id, sub_component_id: subComponentId, position: (last?.position ?? -1) + 1 }
    const rows = indicatorRowsOf(planId, place, read.value, deps.newId)
    await insertPlanRows(tx, rows)
    await logChange(tx, deps, input, { kind: 'added', after: contentOf(rows)(id) })
    record({
      action: 'indicator-added',
      subjectType: 'indicator',
      subjectId: id,
      unitId: input.unitId,
      detail: { reason: input.reason },
    })
    return ok({ id })
  })

async function standingOne(tx: Tx, planId: string, id: string): Promise<string | null> {
  const found = await tx
    .selectFrom('sub_component')
    .select('id')
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.id ?? null
}

/** The area's sub-component of that name, a new one behind the others where there is none. */
async function subComponentOf(
  tx: Tx,
  deps: Deps,
  planId: string,
  { area, name }: { readonly area: AreaCode; readonly name: string },
): Promise<string> {
  const all = await tx
    .selectFrom('sub_component')
    .select(['id', 'area', 'name', 'position'])
    .where('plan_id', '=', planId)
    .execute()
  const own = all.filter(sub => sub.area === area)
  const same = own.find(sub => fold(sub.name) === fold(name))
  if (same) return same.id
  const areas = await tx.selectFrom('plan_area').select('position').where('plan_id', '=', planId).execute()
  await tx
    .insertInto('plan_area')
    .values({ plan_id: planId, code: area, label: areaName(area, 'id'), position: after(areas) })
    .onConflict(conflict => conflict.columns(['plan_id', 'code']).doNothing())
    .execute()
  const id = deps.newId()
  await tx
    .insertInto('sub_component')
    .values({ id, plan_id: planId, area, no: String(own.length + 1), name, position: after(all) })
    .execute()
  return id
}

const after = (rows: readonly { readonly position: number }[]): number =>
  Math.max(-1, ...rows.map(({ position }) => position)) + 1
