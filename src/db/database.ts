import type { PGlite } from '@electric-sql/pglite'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** A migrated database and how to close it. */
export type OpenDatabase = { readonly db: Db; readonly close: () => Promise<void> } & (
  | { readonly kind: 'pglite'; readonly pglite: PGlite }
  | {
      readonly kind: 'postgres'
      readonly url: string
      /** Of this process's pool; `waiting` counts those who wait for a connection. */
      readonly connections: () => { readonly total: number; readonly idle: number; readonly waiting: number }
    }
)
