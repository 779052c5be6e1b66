import type { Column, Schema, Table } from './read-schema.ts'

const note = 'Made by `npm run schema` from src/db/migrations. Change a migration, never this file.'

/** The schema as one reads it. `madeBy` names the migration that first made a table. */
export function printSchema(schema: Schema, madeBy: ReadonlyMap<string, string>): string {
  const parts = [`-- ${note}`]
  let file: string | undefined
  for (const table of schema.tables) {
    const maker = madeBy.get(table.name)
    if (maker !== file) parts.push(`-- ${maker}`)
    file = maker
    parts.push(printTable(table))
  }
  if (schema.functions.length > 0) parts.push('-- Functions', ...schema.functions.map(body => `${body};`))
  return `${parts.join('\n\n')}\n`
}

function printTable(table: Table): string {
  const lines = [
    ...table.columns.map(printColumn),
    ...table.constraints.map(({ name, definition }) => `CONSTRAINT ${name} ${definition}`),
  ]
  const after = [...table.indexes, ...table.triggers].map(definition => `\n${definition};`)
  return `CREATE TABLE ${table.name} (\n${lines.map(line => `  ${line}`).join(',\n')}\n);${after.join('')}`
}

const printColumn = (column: Column): string =>
  [
    column.name,
    column.type,
    column.required ? 'NOT NULL' : '',
    column.preset === null ? '' : `DEFAULT ${column.preset}`,
    column.numbered ? 'GENERATED ALWAYS' : '',
  ]
    .filter(part => part !== '')
    .join(' ')

const header = `// ${note}
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { LocalDate } from '../core/shared/local-date.ts'

/** A moment: read as a Date, written as one. A date is a civil date; a bigint is read as a number. */
type Moment = ColumnType<Date, Date, Date>
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>
/** JSON that the database parses; written as text. */
type Json = ColumnType<Record<string, unknown>, string, string>
type JsonList = ColumnType<readonly unknown[], string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type Preset<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Generated<T>
`

/** The tables as Kysely wants them. A column that a check holds to a few words has those words as its type. */
export function printTableTypes(schema: Schema): string {
  const tables = schema.tables.map(table => {
    const columns = table.columns.map(column => `    ${column.name}: ${columnType(table, column)}\n`)
    return `  ${table.name}: {\n${columns.join('')}  }\n`
  })
  const body = `export type Tables = {\n${tables.join('')}}\n`
  const helpers = header.split('\n').filter(line => {
    const name = /^type (\w+)/.exec(line)?.[1]
    return name === undefined || new RegExp(`\\b${name}\\b`).test(body)
  })
  return `${helpers.join('\n')}\n${body}`
}

const plainTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  numeric: 'string',
  boolean: 'boolean',
  date: 'LocalDate',
  bytea: 'Uint8Array',
  tsvector: 'string',
}

function columnType(table: Table, column: Column): string {
  const type = bareType(table, column)
  if (column.numbered) return `GeneratedAlways<${type}>`
  return column.preset === null ? type : `Preset<${type}>`
}

function bareType(table: Table, column: Column): string {
  const checks = table.constraints
    .filter(constraint => constraint.column === column.name && constraint.definition.startsWith('CHECK'))
    .map(constraint => constraint.definition)
  if (column.type === 'timestamp with time zone') return column.required ? 'Moment' : 'MaybeMoment'
  if (column.type === 'jsonb') {
    if (!column.required) return 'MaybeJson'
    return checks.some(check => /jsonb_typeof\(\w+\) = 'array'/.test(check)) ? 'JsonList' : 'Json'
  }
  const element = column.type.replace(/(\(.*\))?(\[\])?$/, '')
  const known = plainTypes[element]
  if (known === undefined)
    throw new Error(`${table.name}.${column.name} is ${column.type}: teach scripts/print-schema.ts`)
  const words =
    known === 'string' ? checks.map(check => wordsOf(check, column.name)).find(Boolean) : undefined
  const single = words?.join(' | ') ?? known
  const whole = column.type.endsWith('[]') ? (words ? `(${single})[]` : `${single}[]`) : single
  return column.required ? whole : `${whole} | null`
}

/** The words to which a check holds a column: `x in ('a', 'b')`, `x = 'a'`, `x <@ array['a', 'b']`. */
function wordsOf(check: string, column: string): string[] | undefined {
  const orNull = `(?:\\(*${column} IS NULL\\)* OR )?`
  const text = `'(?:[^']|'')*'::text`
  const list = `ARRAY\\[(?<list>${text}(?:, ${text})*)\\]`
  const shape = `^CHECK \\(\\(${orNull}\\(*${column} (?:= ANY \\(${list}\\)|<@ ${list.replace('list>', 'held>')}|= (?<one>${text}))\\)*$`
  const found = new RegExp(shape).exec(check)?.groups
  const held = found?.list ?? found?.held ?? found?.one
  return held
    ?.match(/'(?:[^']|'')*'(?=::text)/g)
    ?.map(word => `'${word.slice(1, -1).replaceAll("''", "\\'")}'`)
}
