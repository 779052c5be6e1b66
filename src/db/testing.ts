import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Db } from './database.ts'
import type { OpenDatabase } from './open-database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

export type TestDatabase = { readonly name: string; readonly open: () => Promise<OpenDatabase> }

const server = process.env.TEST_DATABASE_URL
const embedded: TestDatabase = { name: 'PGlite', open: () => openEmbedded(null) }

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
