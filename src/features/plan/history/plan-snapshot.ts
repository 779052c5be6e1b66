import { z } from 'zod'
import { areaCodes } from '../../../core/access/role.ts'
import type { Tx } from '../../../db/database.ts'

/** A plan's rows as an approval keeps them for ever, with the names that people had then. */
export async function planSnapshot(tx: Tx, planId: string): Promise<Record<string, unknown>> {
  const of = (table: 'plan_area' | 'sub_component' | 'indicator' | 'action' | 'evidence_slot' | 'schedule') =>
    tx.selectFrom(table).selectAll().where('plan_id', '=', planId).orderBy('position').execute()
  const obligations = await tx
    .selectFrom('obligation')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('due')
    .execute()
  const actions = await of('action')
  const ids = [...actions, ...obligations].flatMap(row => (row.person_id === null ? [] : [row.person_id]))
  return {
    areas: await of('plan_area'),
    subComponents: await of('sub_component'),
    indicators: await of('indicator'),
    actions,
    evidence: await of('evidence_slot'),
    schedules: await of('schedule'),
    obligations,
    people:
      ids.length === 0
        ? []
        : await tx.selectFrom('employee').select(['id', 'name']).where('id', 'in', ids).execute(),
  }
}

const text = z.string()
const position = z.number()
const date = z.templateLiteral([z.number(), '-', z.number(), '-', z.number()])
const ofIndicator = z.object({ indicator_id: text, text, position })

/** A version as it is stored. Versions outlive this code: what a later one adds must have a default here. */
const Snapshot = z.object({
  areas: z.array(z.object({ code: z.enum(areaCodes), position })),
  subComponents: z.array(z.object({ id: text, area: z.enum(areaCodes), no: text, name: text, position })),
  indicators: z.array(
    z.object({ id: text, sub_component_id: text, text, owner_text: text.nullable(), position }),
  ),
  actions: z.array(ofIndicator.extend({ id: text, person_id: text.nullable() })),
  evidence: z.array(ofIndicator),
  schedules: z.array(ofIndicator.extend({ start_date: date.nullable() })),
  obligations: z.array(z.object({ action_id: text, due: date })),
  people: z.array(z.object({ id: text, name: text })).default([]),
})
export type PlanSnapshot = z.infer<typeof Snapshot>

/** The stored content, its rows in their order. */
export function readSnapshot(content: unknown): PlanSnapshot {
  const read = Snapshot.parse(content)
  const ordered = <T extends { position: number }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => a.position - b.position)
  return {
    ...read,
    areas: ordered(read.areas),
    subComponents: ordered(read.subComponents),
    indicators: ordered(read.indicators),
    actions: ordered(read.actions),
    evidence: ordered(read.evidence),
    schedules: ordered(read.schedules),
  }
}
