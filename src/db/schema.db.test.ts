import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printSchema, printTableTypes } from '../../scripts/print-schema.ts'
import { readSchema, type Schema, type Table } from '../../scripts/read-schema.ts'
import type { OpenDatabase } from './open-database.ts'
import { testDatabases } from './testing.ts'

const committed = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

describe.each(testDatabases)('the committed schema and $name', ({ open }) => {
  let database: OpenDatabase
  let schema: Schema
  beforeAll(async () => {
    database = await open()
    schema = await readSchema(database.db.withTables())
  })
  afterAll(() => database.close())

  test('show the same tables, constraints and indexes after all migrations', () => {
    const withoutHeadings = committed('schema.sql').replace(/^-- \d{4}-.*\n\n/gm, '')
    expect(printSchema(schema, new Map())).toBe(withoutHeadings)
  })

  test('give the queries the same types', () => {
    expect(printTableTypes(schema)).toBe(committed('tables.ts'))
  })
})

describe('The types of a table', () => {
  const column = (name: string, type: string, required = true) => ({
    name,
    type,
    required,
    preset: null,
    numbered: false,
  })
  const check = (column: string, definition: string) => ({ name: `${column}_check`, definition, column })
  const typesOf = (table: Partial<Table>) =>
    printTableTypes({
      tables: [{ name: 't', columns: [], constraints: [], indexes: [], triggers: [], ...table }],
      functions: [],
    })

  test('are the words that a check allows, in whatever way it says so', () => {
    const types = typesOf({
      columns: [column('a', 'text'), column('b', 'text', false), column('c', 'text[]'), column('d', 'text')],
      constraints: [
        check('a', "CHECK ((a = ANY (ARRAY['x'::text, 'it''s'::text])))"),
        check('b', "CHECK (((b IS NULL) OR (b = ANY (ARRAY['x'::text, 'y'::text]))))"),
        check('c', "CHECK ((c <@ ARRAY['x'::text, 'y'::text]))"),
        check('d', "CHECK ((d = 'x'::text))"),
      ],
    })
    expect(types).toContain("a: 'x' | 'it\\'s'\n")
    expect(types).toContain("b: 'x' | 'y' | null\n")
    expect(types).toContain("c: ('x' | 'y')[]\n")
    expect(types).toContain("d: 'x'\n")
  })

  test('are not narrowed by a check that says more than the words', () => {
    const types = typesOf({
      columns: [column('a', 'text')],
      constraints: [check('a', "CHECK (((a = ANY (ARRAY['x'::text])) OR (length(a) > 9)))")],
    })
    expect(types).toContain('a: string\n')
  })

  test('of JSON that a check holds to a list are a list', () => {
    const types = typesOf({
      columns: [column('a', 'jsonb'), column('b', 'jsonb')],
      constraints: [check('b', "CHECK ((jsonb_typeof(b) = 'array'::text))")],
    })
    expect(types).toContain('a: Json\n')
    expect(types).toContain('b: JsonList\n')
  })

  test('of a kind that nobody has mapped stop with the name of the column', () => {
    expect(() => typesOf({ columns: [column('a', 'interval')] })).toThrow('t.a is interval')
  })
})
