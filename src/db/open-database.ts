import type { PGlite } from '@electric-sql/pglite'
import type { Db } from './database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

/** A migrated database and how to close it. */
export type OpenDatabase = { readonly db: Db; readonly close: () => Promise<void> } & (
  | { readonly kind: 'pglite'; readonly pglite: PGlite }
  | { readonly kind: 'postgres'; readonly url: string }
)

/** PostgreSQL where an address is given, the embedded database in `folder` otherwise. */
export const openDatabase = (settings: {
  databaseUrl: string | null
  folder: string
}): Promise<OpenDatabase> =>
  settings.databaseUrl === null ? openEmbedded(settings.folder) : openPostgres(settings.databaseUrl)
