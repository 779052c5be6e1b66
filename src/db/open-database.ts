import type { OpenDatabase } from './database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

export type { OpenDatabase }

/** PostgreSQL where an address is given, the embedded database in `folder` otherwise. */
export const openDatabase = (settings: {
  databaseUrl: string | null
  folder: string
}): Promise<OpenDatabase> =>
  settings.databaseUrl === null ? openEmbedded(settings.folder) : openPostgres(settings.databaseUrl)
