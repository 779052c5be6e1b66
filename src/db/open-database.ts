import type { OpenDatabase } from './database.ts'
import { openEmbedded } from './open-embedded.ts'

export type { OpenDatabase }

/** PostgreSQL where an address is given, the embedded database in `folder` otherwise. */
export const openDatabase = async (settings: {
  databaseUrl: string | null
  folder: string
}): Promise<OpenDatabase> =>
  settings.databaseUrl === null
    ? openEmbedded(settings.folder)
    : (await import('./open-postgres.ts')).openPostgres(settings.databaseUrl)
