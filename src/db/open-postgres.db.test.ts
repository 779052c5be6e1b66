import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from './open-database.ts'
import { openPostgres } from './open-postgres.ts'
import { testDatabases } from './testing.ts'

/** An address that leads to `target` until it is silenced: then nothing passes, and no connection is closed. */
async function silentLine(target: URL) {
  let silent = false
  const held: Socket[] = []
  const proxy = createServer(near => {
    const far = connect(Number(target.port || 5432), target.hostname)
    held.push(near, far)
    const pass = (to: Socket) => (bytes: Buffer) => void (silent || to.write(bytes))
    near.on('data', pass(far)).on('error', () => undefined)
    far.on('data', pass(near)).on('error', () => undefined)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const at = proxy.address()
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = typeof at === 'object' && at ? String(at.port) : ''
  return {
    url: url.href,
    silence: () => {
      silent = true
    },
    speak: () => {
      silent = false
    },
    close: () => {
      for (const socket of held) socket.destroy()
      proxy.close()
    },
  }
}

const server = testDatabases.find(({ name }) => name === 'PostgreSQL')

describe.runIf(server)('a pool on PostgreSQL', () => {
  let database: OpenDatabase
  beforeAll(async () => {
    if (!server) throw new Error('no server to connect to')
    database = await server.open()
  })
  afterAll(() => database.close())

  /** What a restart of the server does to the process: it cuts every connection, whatever that is doing. */
  async function cutConnections() {
    if (database.kind !== 'postgres') throw new Error('only a server has connections')
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await other.end()
    await wait(100)
  }

  test('goes on with new connections after the server has cut an idle one', async () => {
    await sql`select 1`.execute(database.db)
    await cutConnections()
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
  })

  test('fails a transaction whose connection was cut between two queries, and nothing else', async () => {
    const cut = database.db.transaction().execute(async tx => {
      await sql`select 1`.execute(tx)
      await cutConnections()
      await sql`select 1`.execute(tx)
    })
    await expect(cut).rejects.toThrow()
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
  })

  test('whose connection falls silent in the middle of a statement fails that one, and goes on', async () => {
    if (database.kind !== 'postgres') throw new Error('only a server has connections')
    const line = await silentLine(new URL(database.url))
    const beyond = await openPostgres(line.url, 1, 700)
    try {
      line.silence()
      await expect(sql`select ${'lost'} as word`.execute(beyond.db)).rejects.toThrow('Query read timeout')
      line.speak()
      expect((await sql`select ${'here'} as word`.execute(beyond.db)).rows).toEqual([{ word: 'here' }])
    } finally {
      await beyond.close()
      line.close()
    }
  })

  test('what is asked often is prepared, and goes on after its table was changed', async () => {
    await sql`create table changed (id integer)`.execute(database.db)
    await sql`insert into changed values (${1})`.execute(database.db)
    const ask = () => sql`select * from changed where id = ${1}`.execute(database.db)
    for (let turn = 0; turn < 5; turn += 1) await ask()
    const { rows } = await sql`
      select statement from pg_prepared_statements where statement like ${'select * from changed%'}`.execute(
      database.db,
    )
    expect(rows).toEqual([{ statement: 'select * from changed where id = $1' }])

    await sql`alter table changed add column word text default 'baru'`.execute(database.db)
    await expect(ask()).rejects.toThrow(/cached plan/)
    await wait(100)
    expect((await ask()).rows).toEqual([{ id: 1, word: 'baru' }])
  })
})
