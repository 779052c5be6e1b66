import { type Kysely, sql } from 'kysely'

export type Column = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  /** The expression, or null where there is none. */
  readonly preset: string | null
  /** Numbered by the database, and by nobody else. */
  readonly numbered: boolean
}
export type Constraint = {
  readonly name: string
  readonly definition: string
  /** The only column that it speaks of, or null where it speaks of several. */
  readonly column: string | null
}
export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly string[]
  readonly triggers: readonly string[]
}
export type Schema = { readonly tables: readonly Table[]; readonly functions: readonly string[] }

/** The migrations' own list, which the migrations do not make. */
const ownTables = sql`c.relname <> 'schema_migration'`
const here = sql`current_schema()::regnamespace`
/** PostgreSQL 18 counts "not null" among the constraints; before, it was the column's alone. */
const constraintOrder = sql`array_position(array['p', 'u', 'c', 'f', 'x']::"char"[], k.contype)`
const withoutSchema = (definition: string) => definition.replaceAll(' public.', ' ')

/** What the catalogue says of a database: tables in the order in which they were made. */
export async function readSchema(db: Kysely<never>): Promise<Schema> {
  const unknown = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = ${here} and c.relkind not in ('r', 'i', 'S', 't')`.execute(db)
  if (unknown.rows[0]) throw new Error(`${unknown.rows[0].name} is not a table; teach scripts/read-schema.ts`)

  const columns = await sql<Column & { table: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as preset,
      a.attidentity = 'a' or a.attgenerated <> '' as numbered
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = ${here} and c.relkind = 'r' and ${ownTables}
    order by c.oid, a.attnum`.execute(db)
  const constraints = await sql<Constraint & { table: string }>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition,
      case when cardinality(k.conkey) = 1
        then (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) end as column
    from pg_class c join pg_constraint k on k.conrelid = c.oid
    where c.relnamespace = ${here} and ${ownTables} and k.contype in ('p', 'u', 'c', 'f', 'x')
    order by ${constraintOrder}, k.conname`.execute(db)
  const indexes = await sql<{ table: string; definition: string }>`
    select c.relname as table, pg_get_indexdef(i.indexrelid) as definition
    from pg_class c
    join pg_index i on i.indrelid = c.oid
    join pg_class named on named.oid = i.indexrelid
    where c.relnamespace = ${here} and ${ownTables}
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by named.relname`.execute(db)
  const triggers = await sql<{ table: string; definition: string }>`
    select c.relname as table, pg_get_triggerdef(t.oid) as definition
    from pg_class c join pg_trigger t on t.tgrelid = c.oid
    where c.relnamespace = ${here} and ${ownTables} and not t.tgisinternal
    order by t.tgname`.execute(db)
  const functions = await sql<{ definition: string }>`
    select pg_get_functiondef(p.oid) as definition from pg_proc p
    where p.pronamespace = ${here} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.proname, p.oid`.execute(db)

  const names = [...new Set(columns.rows.map(column => column.table))]
  return {
    tables: names.map(name => ({
      name,
      columns: columns.rows.filter(row => row.table === name).map(({ table: _, ...column }) => column),
      constraints: constraints.rows
        .filter(row => row.table === name)
        .map(({ table: _, ...row }) => ({ ...row, definition: withoutSchema(row.definition) })),
      indexes: indexes.rows.filter(row => row.table === name).map(row => withoutSchema(row.definition)),
      triggers: triggers.rows.filter(row => row.table === name).map(row => withoutSchema(row.definition)),
    })),
    functions: functions.rows.map(row => withoutSchema(row.definition.trim())),
  }
}
