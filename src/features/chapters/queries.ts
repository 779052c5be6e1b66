import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import type { Unit } from '../context.ts'
import {
  agencyLine,
  type Chapter,
  type DocumentUnit,
  defaultChapters,
  type Signature,
} from '../documents/index.ts'

export type StoredChapter = Chapter & {
  readonly revision: number
  /** Null while the text is the default one. */
  readonly changed: { readonly by: string | null; readonly at: Date } | null
}

export const findPlan = (db: Db, unitId: string, year: number) =>
  db
    .selectFrom('plan')
    .select(['id', 'year', 'status', 'approved_by', 'approved_at'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst()

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** The plan's chapters in their order; a chapter nobody has touched is the default one. */
export async function listChapters(db: Db, planId: string): Promise<readonly StoredChapter[]> {
  const rows = await db
    .selectFrom('chapter')
    .leftJoin('auth_user', 'auth_user.id', 'chapter.updated_by')
    .select(['key', 'title', 'body', 'position', 'revision', 'chapter.updated_at', 'auth_user.name'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const numberOf = (key: string) => defaultChapters.find(chapter => chapter.key === key)?.number ?? null
  const stored = rows.map(row => ({
    key: row.key,
    number: numberOf(row.key),
    title: row.title,
    text: row.body,
    position: row.position,
    revision: row.revision,
    changed: row.revision > 1 ? { by: row.name, at: row.updated_at } : null,
  }))
  const untouched = defaultChapters
    .map((chapter, position) => ({ ...chapter, position, revision: 1, changed: null }))
    .filter(({ key }) => !rows.some(row => row.key === key))
  return [...stored, ...untouched].sort((a, b) => a.position - b.position)
}

/** What the unit has entered for the year, as stored, and when that last changed. */
export async function findFigures(
  db: Db,
  unitId: string,
  year: number,
): Promise<{ readonly stored: Readonly<Record<string, string>>; readonly changedAt: Date | null }> {
  const rows = await db
    .selectFrom('unit_figure')
    .select(['key', 'value', 'updated_at'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .execute()
  const latest = Math.max(0, ...rows.map(row => row.updated_at.getTime()))
  return {
    stored: Object.fromEntries(rows.map(row => [row.key, row.value])),
    changedAt: latest > 0 ? new Date(latest) : null,
  }
}

/** The unit as the document names it. A place nobody has entered stays a dotted line. */
export async function findDocumentUnit(db: Db, unit: Unit): Promise<DocumentUnit> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name', 'region', 'address'])
    .where('id', 'in', [...unit.path])
    .execute()
  const own = rows.find(row => row.id === unit.id)
  const agency = rows.find(row => row.id === unit.path[0])
  return {
    name: unit.name,
    shortName: unit.shortName,
    agency: agencyLine(unit, agency ?? { name: unit.name, region: null }),
    address: own?.address || null,
    place: own?.region || agency?.region || '…………',
  }
}

/** Whoever approved the plan signs it; where that account has no employee, the unit's head of that day. */
export async function findSignature(
  db: Db,
  plan: PlanRow,
  unit: Unit,
  place: string,
): Promise<Signature | null> {
  if (!plan.approved_at || (plan.status !== 'approved' && plan.status !== 'published')) return null
  const date = Temporal.Instant.fromEpochMilliseconds(plan.approved_at.getTime())
    .toZonedDateTimeISO(unit.zone)
    .toPlainDate()
    .toString() as LocalDate
  const columns = ['employee.name', 'employee.nip', 'employee.position'] as const
  const approver = plan.approved_by
    ? await db
        .selectFrom('employee')
        .select(columns)
        .where('user_id', '=', plan.approved_by)
        .executeTakeFirst()
    : undefined
  const signer =
    approver ??
    (await db
      .selectFrom('role_grant')
      .innerJoin('employee', 'employee.id', 'role_grant.employee_id')
      .select(columns)
      .where('role_grant.unit_id', '=', unit.id)
      .where('role', '=', 'head')
      .where('valid_from', '<=', date)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', date)]))
      .orderBy('valid_from', 'desc')
      .executeTakeFirst())
  if (!signer) return null
  return { place, date, role: signer.position || 'Kepala', name: signer.name, nip: signer.nip }
}
