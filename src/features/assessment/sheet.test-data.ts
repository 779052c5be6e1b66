import { randomUUID } from 'node:crypto'
import type { Actor } from '../../core/access/may.ts'
import type { Role } from '../../core/access/role.ts'
import type { Db } from '../../db/database.ts'
import { seedUnit } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import type { Unit } from '../context.ts'
import { startCycle } from './cycle/start-cycle.ts'
import { shippedInstruments } from './instruments.ts'

export const now = new Date('2026-11-24T03:42:00Z')
export const lke = 'permenpanrb-90-2021'

/** A unit with people of several roles and an open cycle of 2026. */
export async function seedAssessment(db: Db) {
  const place = await seedUnit(db)
  const person = async (role: Role, areas: Actor['grants'][number]['areas'] = []): Promise<Actor> => {
    const userId = randomUUID()
    const name = `Orang ${userId.slice(0, 4)}`
    await db
      .insertInto('auth_user')
      .values({ id: userId, name, email: `${userId}@contoh.go.id`, email_verified: true })
      .execute()
    const grant = { role, unitId: place.unitId, areas, validFrom: '2026-01-01', validTo: null } as const
    return { userId, employeeId: null, name, grants: [grant] }
  }
  const people = {
    leader: await person('team-leader'),
    coordinator: await person('area-coordinator', ['MP']),
    other: await person('area-coordinator', ['PW']),
    head: await person('head'),
    staff: await person('staff'),
  }
  const as = (actor: Actor, at: Date = now): Deps => ({
    db,
    now: at,
    today: '2026-11-24',
    newId: randomUUID,
    actor,
  })
  const chosen = shippedInstruments().find(({ instrument }) => instrument.id === lke)
  if (!chosen) throw new Error('the official instrument is not shipped')
  const started = await startCycle(as(people.leader), {
    unitId: place.unitId,
    year: 2026,
    chosen,
    carried: [],
    readAgain: '',
  })
  if (!started.ok) throw new Error(started.problem.kind)
  const { slug } = await db
    .selectFrom('unit')
    .select('slug')
    .where('id', '=', place.unitId)
    .executeTakeFirstOrThrow()
  const unit: Unit = {
    ...{ id: place.unitId, slug, name: '=Unit', shortName: 'Unit', zone: 'Asia/Jakarta' },
    path: place.unitPath,
  }
  return { ...place, unit, slug, people, as, chosen, cycleId: started.value.cycleId }
}
