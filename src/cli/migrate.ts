import { openDatabase } from '../db/open-database.ts'
import { databaseSettings } from '../settings.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

/** `zona migrate`: brings the database's schema up to date and says so. */
export async function migrateCommand(out: Output): Promise<number> {
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const database = await openDatabase(databaseSettings(settings))
  await database.close()
  out.stdout('Skema basis data sudah mutakhir.')
  return 0
}
