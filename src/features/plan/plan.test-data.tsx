import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { Actor } from '../../core/access/may.ts'
import { type AreaCode, areaCodes, type Role } from '../../core/access/role.ts'
import { readRow } from '../../core/schedule/row-schedule.ts'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import { seedUnit } from '../../db/testing.ts'
import type { Deps } from '../../db/write.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import type { Unit } from '../context.ts'
import { importDocument } from './import/import-document.ts'
import type { PlanDocument } from './read/index.ts'
import { planRoutes } from './routes.ts'

export const today: LocalDate = '2028-06-15'
export const now = new Date('2028-06-15T01:00:00Z')

export type RowText = {
  readonly text: string
  readonly actions: readonly string[]
  readonly evidence?: readonly string[]
  readonly schedules: readonly string[]
  readonly owner?: string
}

/** A document as if it had been read: areas with one sub-component each. */
export function documentOf(
  year: number,
  areas: Readonly<Partial<Record<AreaCode, readonly RowText[]>>>,
): PlanDocument {
  const named = areaCodes.flatMap(code => (areas[code] ? [{ code, rows: areas[code] }] : []))
  const read = named.map(({ code, rows }) => ({
    code,
    label: `AREA ${code}`,
    subComponents: [
      {
        no: 1,
        name: `Bagian ${code}`,
        indicators: rows.map(({ text, actions, evidence = ['Laporan'], schedules, owner = null }, at) => ({
          id: `${code}.1.${at + 1}`,
          text,
          actions,
          evidence,
          owner,
          schedules: readRow(
            { indicator: text, actions, evidence, schedule: schedules.join('|') },
            { year },
          ).schedules.map(reading => ({ ...reading, fromMarks: false })),
          place: { kind: 'line' as const, line: at + 2 },
        })),
      },
    ],
  }))
  const indicators = read.flatMap(area => area.subComponents.flatMap(sub => sub.indicators))
  const sum = (of: 'actions' | 'evidence' | 'schedules') =>
    indicators.reduce((total, each) => total + each[of].length, 0)
  return {
    title: `Rencana Aksi ${year}`,
    year,
    areas: read,
    counts: {
      areas: read.length,
      subComponents: read.length,
      indicators: indicators.length,
      actions: sum('actions'),
      evidence: sum('evidence'),
      schedules: sum('schedules'),
    },
    warnings: [],
  }
}

export type Seed = Awaited<ReturnType<typeof seedPeople>>

/** A unit with a team leader, a head, a coordinator of PP, a member of staff and one who has left. */
export async function seedPeople(db: Db) {
  const { unitId, unitPath } = await seedUnit(db)
  const tail = unitId.slice(0, 8)
  const person = async (name: string, role: Role, areas: AreaCode[] = [], active = true): Promise<Actor> => {
    const [userId, employeeId] = [randomUUID(), randomUUID()]
    const email = `${userId}@contoh.go.id`
    await db.insertInto('auth_user').values({ id: userId, name, email, email_verified: true }).execute()
    await db
      .insertInto('employee')
      .values({
        ...{ id: employeeId, unit_id: unitId, user_id: userId, nip: null, name, email: null, active },
        ...{ created_at: now, updated_at: now },
      })
      .execute()
    const grants = [{ role, unitId, areas, validFrom: '2026-01-01' as const, validTo: null }]
    return { userId, employeeId, name, grants }
  }
  const people = {
    leader: await person('Ketua', 'team-leader'),
    head: await person('Kepala', 'head'),
    coordinator: await person('Koordinator', 'area-coordinator', ['PP']),
    staff: await person('Sari', 'staff'),
    gone: await person('Budi', 'staff', [], false),
  }
  const unit: Unit = {
    id: unitId,
    slug: `unit-${tail}`,
    name: 'Unit Contoh',
    shortName: 'Unit',
    zone: 'Asia/Makassar',
    path: unitPath,
  }
  const deps = (who: keyof typeof people = 'leader'): Deps => ({
    db,
    now,
    today,
    newId: randomUUID,
    actor: people[who],
  })
  const importPlan = async (document: PlanDocument, year: number): Promise<string> => {
    const file = { fileName: 'rencana.xlsx', sha256: 'ab' }
    const done = await importDocument(deps(), { unit, year, document, ...file })
    if (!done.ok) throw new Error(done.problem.kind)
    return done.value.planId
  }
  return { db, unit, people, deps, importPlan }
}

export const appFor = ({ unit, deps }: Seed, who: keyof Seed['people']): Hono =>
  bareShell(planRoutes, () => ({
    deps: deps(who),
    unit,
    go: (c, path, notice) =>
      c.body(null, 303, { location: path, 'x-notice': encodeURIComponent(notice ?? '') }),
  }))
