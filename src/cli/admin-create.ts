import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { openServer } from '../web/open-server.ts'
import { adminCreateCommand } from './admin.ts'
import { type Output, settingsOrExplain } from './settings-or-explain.ts'

/** `zona admin create`: opens what the command needs and closes it again. */
export async function adminCreate(args: string[], out: Output): Promise<number> {
  const settings = settingsOrExplain(out)
  if (!settings) return 2
  const server = await openServer(settings, { jobs: false })
  const now = new Date()
  try {
    return await adminCreateCommand(args, {
      db: server.database.db,
      origin: server.origin,
      out,
      now,
      newId: randomUUID,
      readInput: () => text(process.stdin),
    })
  } finally {
    await server.close()
  }
}
