import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Db } from './database.ts'
import type { OpenDatabase } from './open-database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

export type TestDatabase = { readonly name: string; readonly open: () => Promise<OpenDatabase> }

const server = process.env.TEST_DATABASE_URL
const embedded: TestDatabase = { name: 'PGlite', open: openCopy }

/**
 * PGlite always, and PostgreSQL when `TEST_DATABASE_URL` names a server on which databases may be made;
 * `TEST_DATABASE_ONLY=postgres` leaves out the embedded one, for a run that follows another.
 */
export const testDatabases: readonly TestDatabase[] = server
  ? [
      ...(process.env.TEST_DATABASE_ONLY === 'postgres' ? [] : [embedded]),
      { name: 'PostgreSQL', open: () => openScratch(server) },
    ]
  : [embedded]

/**
 * An embedded database of its own. To make one and migrate it takes three times as long as to copy one, so the
 * first of a set of migrations is kept under node_modules for the others.
 */
async function openCopy(): Promise<OpenDatabase> {
  const kept = `${keptFolder}/${madeFrom()}.tar`
  if (existsSync(kept)) return openEmbedded(null, new Blob([readFileSync(kept)]))
  const first = await openEmbedded(null)
  if (first.kind !== 'pglite') throw new Error('the embedded database is PGlite')
  const copy = await first.pglite.dumpDataDir('none')
  mkdirSync(keptFolder, { recursive: true })
  const partial = `${kept}.${randomUUID()}`
  writeFileSync(partial, Buffer.from(await copy.arrayBuffer()))
  renameSync(partial, kept)
  return first
}

const keptFolder = fileURLToPath(new URL('../../node_modules/.cache/zona-test', import.meta.url))

/** A hash of everything that the empty database is made from. */
function madeFrom(): string {
  const hash = createHash('sha256')
  const migrations = new URL('./migrations/', import.meta.url)
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(new URL(name, migrations)))
  hash.update(readFileSync(new URL('./open-embedded.ts', import.meta.url)))
  hash.update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

/** A database of its own for one test file, dropped when closed: the server's others are never touched. */
async function openScratch(serverUrl: string): Promise<OpenDatabase> {
  const name = `zona_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const opened = await openPostgres(url.href, 5)
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await connectionsGone(serverUrl, name)
      await onServer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

/** A pool says that it has ended before the server has let its connections go; to cut one then is a fault. */
async function connectionsGone(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let look = 0; look < 100; look += 1) {
      const left = await client.query('select 1 from pg_stat_activity where datname = $1', [name])
      if (left.rowCount === 0) return
      await new Promise(done => setTimeout(done, 20))
    }
  } finally {
    await client.end()
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** An agency with one unit below it, for tests that need somewhere to be. */
export async function seedUnit(
  db: Db,
): Promise<{ agencyId: string; unitId: string; unitPath: [string, string] }> {
  const agencyId = randomUUID()
  const unitId = randomUUID()
  const tail = unitId.slice(0, 8)
  const created_at = new Date('2026-01-02T00:00:00Z')
  await db
    .insertInto('unit')
    .values([
      {
        id: agencyId,
        parent_id: null,
        slug: `instansi-${tail}`,
        name: 'Instansi Contoh',
        short_name: 'Instansi',
        created_at,
      },
      {
        id: unitId,
        parent_id: agencyId,
        slug: `unit-${tail}`,
        name: 'Unit Contoh',
        short_name: 'Unit',
        created_at,
      },
    ])
    .execute()
  return { agencyId, unitId, unitPath: [agencyId, unitId] }
}
