import { openDatabase } from '../db/open-database.ts'
import { databaseSettings } from '../settings.ts'
import { helpOrRefusal } from './arguments.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

const usage = 'Pemakaian: zona migrate. Memperbarui skema basis data, lalu selesai.'

/** `zona migrate`: brings the database's schema up to date and says so. */
export async function migrateCommand(args: readonly string[], out: Output): Promise<number> {
  const answered = helpOrRefusal(args, usage, out)
  if (answered !== null) return answered
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const database = await openDatabase(databaseSettings(settings))
  await database.close()
  out.stdout('Skema basis data sudah mutakhir.')
  return 0
}
