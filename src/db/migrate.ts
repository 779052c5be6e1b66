import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Db } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/** The migration files in order; a name is `0001-what.sql` and is never changed once released. */
const migrations = () =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()

/** Runs a file of several statements, which the driver's parameterised queries cannot. */
export type RunScript = (script: string) => Promise<void>

/**
 * Brings the schema up to date, each file in one transaction that first claims its row, so that two
 * processes that start together cannot both run it. Returns the names of the files it ran.
 */
export async function migrate(db: Db, runScript: RunScript): Promise<string[]> {
  await sql`create table if not exists schema_migration (name text primary key, at timestamptz not null default now())`.execute(
    db,
  )
  const known = await sql<{ name: string }>`select name from schema_migration`.execute(db)
  const done = new Set(known.rows.map(row => row.name))
  const pending = migrations().filter(name => !done.has(name))
  for (const name of pending) {
    const script = readFileSync(new URL(name, folder), 'utf8')
    await runScript(`begin;\ninsert into schema_migration (name) values ('${name}');\n${script}\ncommit;`)
  }
  return pending
}
