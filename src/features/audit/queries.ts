import { sql } from 'kysely'
import { isId } from '../../core/shared/id.ts'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import type { Db } from '../../db/database.ts'
import type { Zone } from '../../ui/format.ts'

/** What is asked of the trail; an empty text asks for everything. */
export type AuditFilter = {
  /** The id of an account, or `-` for entries without one. */
  readonly person: string
  readonly action: string
  readonly subject: string
  readonly subjectId: string
  /** Civil dates in the unit's zone, both included. */
  readonly from: string
  readonly to: string
}

/** Who reads: what is said of confidential evidence is for those who may read it, and for whoever brought it. */
export type AuditReader = { readonly userId: string; readonly restricted: boolean }

export type AuditScope = {
  readonly unitId: string
  readonly zone: Zone
  readonly filter: AuditFilter
  readonly reader: AuditReader
}

export type AuditRow = {
  readonly seq: string
  readonly at: Date
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  /** Null where it is about evidence that the reader may not read. */
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly actor: string | null
  readonly unit: string | null
  readonly hash: string
}

const inUnit = (unitId: string) => sql<boolean>`a.unit_id in (
  with recursive down as (
    select id from unit where id = ${unitId}
    union all select u.id from unit u join down on u.parent_id = down.id
  ) select id from down)`

function filtered(db: Db, { unitId, zone, filter }: AuditScope) {
  let query = db.selectFrom('audit_entry as a').where(inUnit(unitId))
  if (filter.person === '-') query = query.where('a.actor_id', 'is', null)
  else if (filter.person) query = query.where('a.actor_id', '=', filter.person)
  if (filter.action) query = query.where('a.action', '=', filter.action)
  if (filter.subject) query = query.where('a.subject_type', '=', filter.subject)
  if (filter.subjectId) query = query.where('a.subject_id', '=', filter.subjectId)
  if (parseLocalDate(filter.from))
    query = query.where(sql<boolean>`a.at >= (${filter.from}::date)::timestamp at time zone ${zone}`)
  if (parseLocalDate(filter.to))
    query = query.where(sql<boolean>`a.at < (${filter.to}::date + 1)::timestamp at time zone ${zone}`)
  return query
}

const kept = ({ userId }: AuditReader) =>
  sql<boolean>`e.confidentiality = 'restricted' and e.created_by <> ${userId}`

/** An entry's detail; a text becomes an id only where the kind of its subject says that it is one. */
const detailFor = (reader: AuditReader) =>
  reader.restricted
    ? sql<AuditRow['detail']>`a.detail`
    : sql<AuditRow['detail']>`case
        when a.subject_type = 'evidence' then case when exists (
          select 1 from evidence e where e.id = a.subject_id::uuid and ${kept(reader)}) then null else a.detail end
        when a.subject_type = 'evidence-finding' then case when exists (
          select 1 from jsonb_array_elements_text(a.detail -> 'evidenceIds') as named (id)
          join evidence e on e.id = named.id::uuid where ${kept(reader)}) then null else a.detail end
        else a.detail end`

const withNames = (db: Db, scope: AuditScope) =>
  filtered(db, scope)
    .leftJoin('auth_user', 'auth_user.id', 'a.actor_id')
    .leftJoin('unit', 'unit.id', 'a.unit_id')
    .select(({ cast }) => [
      cast<string>('a.seq', 'text').as('seq'),
      'a.at',
      'a.action',
      'a.subject_type as subjectType',
      'a.subject_id as subjectId',
      detailFor(scope.reader).as('detail'),
      'a.hash',
      'auth_user.name as actor',
      'unit.name as unit',
    ])
    .orderBy('a.seq', 'desc')

export async function auditPage(
  db: Db,
  scope: AuditScope,
  page: number,
  pageSize: number,
): Promise<{ rows: readonly AuditRow[]; total: number }> {
  const { total } = await filtered(db, scope)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await withNames(db, scope)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows, total: Number(total) }
}

/** All entries that match, newest first, a few hundred at a time. What is written meanwhile is not among them. */
export async function* auditChunks(db: Db, scope: AuditScope): AsyncGenerator<readonly AuditRow[]> {
  let before: string | null = null
  for (;;) {
    const rows: AuditRow[] = await withNames(db, scope)
      .$if(before !== null, query => query.where(sql<boolean>`a.seq < ${before}::bigint`))
      .limit(500)
      .execute()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < 500 || !last) return
    before = last.seq
  }
}

/** Everyone who did something on record in the unit, for the filter. */
export const auditPeople = (db: Db, unitId: string) =>
  db
    .selectFrom('auth_user')
    .select(['id', 'name'])
    .where(sql<boolean>`id in (select a.actor_id from audit_entry a where ${inUnit(unitId)})`)
    .orderBy('name')
    .execute()

/** Where a detail holds ids that the code wrote; what people typed may look like one, and is not looked up. */
const idKeys: readonly string[] = [
  ...['actionId', 'employeeId', 'evidence', 'evidenceIds', 'id', 'parentId', 'personId', 'unitId'],
  ...['added', 'changed', 'from', 'locked', 'people', 'to'],
]

const idsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value].filter(isId)
    : Array.isArray(value)
      ? value.flatMap(idsIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => (idKeys.includes(key) ? idsIn(inner) : []))
        : []

/**
 * Names for the subjects of some entries and for what their details speak of, by their ids, where they are things with
 * a name; a plan's is its year.
 */
export async function subjectTitles(
  db: Db,
  rows: readonly AuditRow[],
  reader: AuditReader,
): Promise<ReadonlyMap<string, string>> {
  const named = ['employee', 'unit', 'plan', 'evidence']
  const accounts = rows.filter(row => row.subjectType === 'account').map(row => row.subjectId)
  const ids = rows.flatMap(row => [
    ...idsIn(named.includes(row.subjectType) ? row.subjectId : null),
    ...idsIn(row.detail),
  ])
  const { rows: found } = await sql<{ id: string; name: string }>`
    with wanted as (select distinct unnest(${[...new Set(ids)]}::uuid[]) as id)
    select id::text, name from wanted join employee using (id)
    union all select id::text, name from wanted join unit using (id)
    union all select id::text, year::text from wanted join plan using (id)
    union all select id::text, text from wanted join action using (id)
    union all select id::text, e.title from wanted join evidence e using (id)
      where ${reader.restricted} or not (${kept(reader)})
    union all select id, name from auth_user where id = any(${[...new Set(accounts)]}::text[])`.execute(db)
  return new Map(found.map(({ id, name }) => [id, name]))
}
