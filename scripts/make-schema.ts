// npm run schema: writes src/db/schema.sql and src/db/tables.ts, as the migrations make them.
// npm run schema -- --check: writes nothing, and fails when one of the two is not what it would write.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect } from 'kysely'
import { printSchema, printTableTypes } from './print-schema.ts'
import { readSchema } from './read-schema.ts'

const folder = 'src/db/migrations'
const pglite = await PGlite.create({ extensions: { pg_trgm } })
const db = new Kysely<never>({ dialect: new PGliteDialect({ pglite }) })
const madeBy = new Map<string, string>()
try {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.sql')) continue
    await pglite.exec(readFileSync(`${folder}/${name}`, 'utf8')).catch((cause: Error) => {
      throw new Error(`${folder}/${name}: ${cause.message}`)
    })
    const { tables } = await readSchema(db)
    for (const table of tables) if (!madeBy.has(table.name)) madeBy.set(table.name, name)
  }
  const schema = await readSchema(db)
  const made = {
    'src/db/schema.sql': printSchema(schema, madeBy),
    'src/db/tables.ts': printTableTypes(schema),
  }
  const stale = Object.entries(made).filter(([path, content]) => read(path) !== content)
  if (process.argv.includes('--check')) {
    for (const [path] of stale) console.error(`${path} is not what the migrations make: npm run schema`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const [path, content] of stale) {
      writeFileSync(path, content)
      console.log(`${path} written`)
    }
    if (stale.length === 0) console.log('Nothing to change.')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await db.destroy()
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
