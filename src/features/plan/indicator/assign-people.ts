import { sql } from 'kysely'
import { type Actor, may } from '../../../core/access/may.ts'
import type { AreaCode } from '../../../core/access/role.ts'
import type { LocalDate } from '../../../core/shared/local-date.ts'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import { findIndicator, unitPeople } from '../queries.ts'

export type AssignProblem =
  | { readonly kind: 'not-found' }
  /** A coordinator assigns in the own areas only. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-such-person' }

export type AssignInput = {
  readonly planId: string
  readonly unitId: string
  readonly unitPath: readonly string[]
  readonly indicatorId: string
  /** Whom each action goes to; null is nobody, and an action that is not named stays as it is. */
  readonly people: ReadonlyMap<string, string | null>
}

export const mayAssign = (
  actor: Actor | null,
  place: { readonly unitPath: readonly string[]; readonly area: AreaCode },
  today: LocalDate,
): boolean => may(actor, 'plan.assign', place, today)

/** Gives actions of one indicator to responsible people. */
export const assignPeople = (deps: Deps, input: AssignInput): Promise<Result<null, AssignProblem>> =>
  write<null, AssignProblem>(deps, async (tx, record) => {
    const { planId, unitId, unitPath, indicatorId } = input
    const found = await findIndicator(tx, planId, indicatorId)
    if (!found) return err({ kind: 'not-found' })
    const { indicator, actions } = found
    if (!mayAssign(deps.actor, { unitPath, area: indicator.area }, deps.today))
      return err({ kind: 'forbidden' })
    const names = new Map((await unitPeople(tx, unitPath)).map(({ id, name }) => [id, name]))
    const wanted = actions.flatMap(({ id, text, personId }) => {
      const to = input.people.get(id)
      return to === undefined || to === personId ? [] : [{ id, text, to }]
    })
    if (wanted.some(({ to }) => to !== null && !names.has(to))) return err({ kind: 'no-such-person' })
    await sql`update action a set person_id = v.person
      from jsonb_to_recordset(${JSON.stringify(wanted.map(({ id, to }) => ({ id, person: to })))}::jsonb) as v(id uuid, person uuid)
      where a.id = v.id`.execute(tx)
    if (wanted.length > 0)
      await tx
        .insertInto('plan_change')
        .values(
          wanted.map(({ text, to }) => ({
            id: deps.newId(),
            plan_id: planId,
            at: deps.now,
            actor_id: deps.actor?.userId ?? null,
            kind: 'assigned',
            subject: text,
            after: JSON.stringify(to === null ? null : (names.get(to) ?? null)),
          })),
        )
        .execute()
    record({
      action: 'person-assigned',
      subjectType: 'indicator',
      subjectId: indicatorId,
      unitId,
      detail: { people: wanted.map(({ id, to }) => ({ actionId: id, personId: to })) },
    })
    return ok(null)
  })
