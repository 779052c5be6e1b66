import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect } from 'kysely'
import type { OpenDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

const plainText = (value: string) => value
/** Dates stay text, as civil dates; counts become numbers. OIDs are PostgreSQL's own. */
const parsers = { 1082: plainText, 20: Number }

/**
 * PostgreSQL's own default of 128 MB is cleared at every start, which takes half of it; an agency's whole database
 * is smaller than this.
 */
const sharedBuffers = '32MB'
/**
 * In bytes executed, before V8 compiles a function of the database anew. At its default of 13 MB the start alone
 * sends the largest function there, two seconds of work for which the end of the process then waits.
 */
const compileAfter = 1_000_000_000

/**
 * Opens the embedded database in a folder, or in memory where none is given, and migrates it. One in memory
 * can begin as the copy of another (`dumpDataDir`).
 */
export async function openEmbedded(folder: string | null, copyOf?: Blob): Promise<OpenDatabase> {
  const lock = folder === null ? null : await lockFolder(folder)
  try {
    setFlagsFromString(`--wasm-tiering-budget=${compileAfter}`)
    const pglite = await PGlite.create({
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`],
      ...(folder === null ? {} : { dataDir: folder }),
      ...(copyOf ? { loadDataDir: copyOf } : {}),
      parsers,
      extensions: { pg_trgm },
    })
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    await migrate(db, async script => {
      try {
        await pglite.exec(script)
      } catch (error) {
        await pglite.exec('rollback')
        throw error
      }
    })
    return {
      db,
      kind: 'pglite',
      pglite,
      close: async () => {
        await db.destroy()
        if (!pglite.closed) await pglite.close()
        lock?.close()
      },
    }
  } catch (error) {
    lock?.close()
    throw error
  }
}

export class FolderInUse extends Error {}

/**
 * PGlite has no lock of its own, and two processes on one folder lose rows. The lock is a listening
 * socket named for the folder, since the system releases it however the process dies.
 */
function lockFolder(folder: string): Promise<Server> {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const name = `zona-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`
  const address =
    process.platform === 'linux'
      ? `\0${name}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\${name}`
        : join(path, '..', `.${name}.sock`)
  return new Promise((done, fail) => {
    const server = createServer(socket => socket.destroy())
    server.unref()
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new FolderInUse(path) : error),
    )
    server.listen(address, () => done(server))
  })
}
