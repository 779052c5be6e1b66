import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { OpenDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { preparingClient } from './prepared-statements.ts'
import type { Tables } from './tables.ts'

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082) return (value: string) => value
    if (oid === 20) return Number
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  }) as typeof pg.types.getTypeParser,
}

/** The server ends a statement after so many milliseconds. */
const longestStatement = 30_000

/**
 * Opens PostgreSQL 15 or newer by its address and migrates it. A connection that does not answer a statement within
 * `patience` milliseconds is dead, for the server would have ended the statement: it is closed and leaves the pool.
 */
export async function openPostgres(
  url: string,
  maxConnections = 10,
  patience = 1.5 * longestStatement,
): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    types,
    statement_timeout: longestStatement,
    query_timeout: patience,
    connectionTimeoutMillis: patience,
    Client: preparingClient(),
  })
  // A server that restarts cuts its connections, idle or held. Node ends a process whose 'error' nobody hears; the
  // pool drops the connection by itself, and whoever held it learns of it by the next query.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db, async script => {
      const client = await pool.connect()
      let failed = true
      try {
        await client.query(script)
        failed = false
      } finally {
        // A script that failed leaves its transaction open: that connection is thrown away.
        client.release(failed)
      }
    })
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    kind: 'postgres',
    url,
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => db.destroy(),
  }
}
