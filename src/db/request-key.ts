import { createHash } from 'node:crypto'
import type { Db } from './database.ts'

/**
 * A form's key bound to what the form says: the same form sent twice has one effect, one that says something else is
 * another form. Undefined where `key` is none that a page of ours gave out. `content` must survive JSON.
 */
export function boundKey(key: unknown, content: unknown): string | undefined {
  if (typeof key !== 'string' || !/^[0-9a-f-]{36}$/.test(key)) return undefined
  return createHash('sha256')
    .update(JSON.stringify([key, content]))
    .digest('hex')
}

/** Nobody sends a form again after this many milliseconds: seven days. */
const keptFor = 7 * 24 * 60 * 60 * 1000

/** Forgets the keys, and the answers kept with them, of forms that nobody will send again. */
export async function forgetOldKeys(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('request_key')
    .where('at', '<', new Date(now.getTime() - keptFor))
    .execute()
}
