import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { openDatabase } from '../db/open-database.ts'
import { databaseSettings, originOf } from '../settings.ts'
import { adminCreateCommand } from './admin.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

/** `zona admin create`: opens what the command needs. */
export function adminCreate(args: string[], out: Output): Promise<number> {
  return adminCreateCommand(args, {
    async open() {
      const settings = settingsOrExplain(out)
      if (!settings) return null
      const { db, close } = await openDatabase(databaseSettings(settings))
      return { db, close, origin: originOf(settings) }
    },
    out,
    now: new Date(),
    newId: randomUUID,
    readInput: () => text(process.stdin),
  })
}
