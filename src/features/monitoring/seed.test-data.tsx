import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { Actor } from '../../core/access/may.ts'
import type { AreaCode, Role } from '../../core/access/role.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { seedUnit } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import type { Unit } from '../context.ts'
import { monitoringRoutes } from './routes.ts'

export const today: LocalDate = '2026-11-24'
export const now = new Date('2026-11-24T01:00:00Z')
export const origin = 'https://zona.contoh.go.id'

export type Seed = Awaited<ReturnType<typeof seedProgramme>>

/** A unit with an approved plan of two areas, and people who hold different roles in it. */
export async function seedProgramme(db: Db) {
  const { agencyId, unitId, unitPath } = await seedUnit(db)
  const tail = unitId.slice(0, 8)
  const person = async (name: string, role: Role | null, areas: AreaCode[] = []): Promise<Actor> => {
    const [userId, employeeId] = [randomUUID(), randomUUID()]
    const email = `${name.toLowerCase()}-${tail}@contoh.go.id`
    await db.insertInto('auth_user').values({ id: userId, name, email, email_verified: true }).execute()
    await db
      .insertInto('employee')
      .values({
        id: employeeId,
        unit_id: unitId,
        user_id: userId,
        nip: null,
        name,
        email: null,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const grant = role && { role, unitId, areas, validFrom: '2026-01-01' as LocalDate, validTo: null }
    if (grant)
      await db
        .insertInto('role_grant')
        .values({
          id: randomUUID(),
          employee_id: employeeId,
          unit_id: unitId,
          role: grant.role,
          areas,
          valid_from: grant.validFrom,
          valid_to: null,
          granted_by: null,
          created_at: now,
        })
        .execute()
    return { userId, employeeId, name, grants: grant ? [grant] : [] }
  }
  const people = {
    leader: await person('Ketua', 'team-leader'),
    head: await person('Kepala', 'head'),
    coordinator: await person('Koordinator', 'area-coordinator', ['PP']),
    staff: await person('Sari', 'staff'),
    other: await person('Budi', 'staff'),
    stranger: await person('Luar', null),
  }
  const planId = randomUUID()
  await db
    .insertInto('plan')
    .values({
      id: planId,
      unit_id: unitId,
      year: 2026,
      title: 'Rencana aksi 2026',
      status: 'published',
      version: 1,
      source_name: null,
      source_sha256: null,
      approved_by: null,
      public_version: null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  const addAction = async (area: AreaCode, text: string, personId: string | null, dues: LocalDate[]) => {
    const label = area === 'PP' ? 'Pelayanan Publik' : 'Manajemen Perubahan'
    await db
      .insertInto('plan_area')
      .values({ plan_id: planId, code: area, label, position: area === 'MP' ? 0 : 5 })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const [subId, indicatorId, actionId] = [randomUUID(), randomUUID(), randomUUID()]
    await db
      .insertInto('sub_component')
      .values({ id: subId, plan_id: planId, area, no: '1', name: 'Tim kerja', position: 0 })
      .execute()
    await db
      .insertInto('indicator')
      .values({
        id: indicatorId,
        plan_id: planId,
        sub_component_id: subId,
        text: 'Tim terbentuk',
        owner_text: null,
        position: 0,
      })
      .execute()
    await db
      .insertInto('action')
      .values({
        id: actionId,
        plan_id: planId,
        indicator_id: indicatorId,
        text,
        position: 0,
        person_id: null,
      })
      .execute()
    await db
      .insertInto('evidence_slot')
      .values({
        id: randomUUID(),
        plan_id: planId,
        indicator_id: indicatorId,
        text: 'Notula rapat',
        position: 0,
      })
      .execute()
    const ids = dues.map(() => randomUUID())
    await db
      .insertInto('obligation')
      .values(
        dues.map((due, i) => ({
          id: ids[i] ?? '',
          plan_id: planId,
          action_id: actionId,
          schedule_id: null,
          from_date: null,
          due,
          person_id: personId,
          done_on: null,
          settled_by: null,
        })),
      )
      .execute()
    return ids
  }
  const staffId = people.staff.employeeId
  const [late = '', soon = ''] = await addAction('MP', 'Rapat <tim>', staffId, ['2026-11-10', '2026-11-27'])
  const [service = ''] = await addAction('PP', 'Survei layanan', null, ['2026-12-20'])
  const unit: Unit = {
    id: unitId,
    slug: `unit-${tail}`,
    name: 'Unit Contoh',
    shortName: 'Unit',
    zone: 'Asia/Jakarta',
    path: unitPath,
  }
  return { db, agencyId, unit, people, planId, late, soon, service, addAction }
}

export const depsOf = (db: Db, actor: Actor | null, requestKey?: string): Deps => ({
  db,
  now,
  today,
  newId: randomUUID,
  actor,
  requestKey,
})

export const appFor = (seed: Seed, actor: Actor | null, at = now): Hono =>
  bareShell(monitoringRoutes, c => ({
    deps: { ...depsOf(seed.db, actor), now: at },
    unit: c.req.param('unit') === seed.unit.slug ? seed.unit : null,
  }))
