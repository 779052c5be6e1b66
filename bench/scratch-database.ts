import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type ScratchDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A PostgreSQL database of its own on the server that an address names. */
export async function makeScratchDatabase(server: string): Promise<ScratchDatabase> {
  const name = `zona_bench_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

/** What PostgreSQL does by itself soon after rows have come, unless its administrator has turned that off. */
export const gatherStatistics = ({ url }: ScratchDatabase): Promise<void> => onServer(url, 'analyze')

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
