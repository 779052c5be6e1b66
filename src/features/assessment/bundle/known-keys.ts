import { createHash } from 'node:crypto'
import { toHex } from '../../../core/bundle/format.ts'
import type { Db } from '../../../db/database.ts'
import { usedKeys } from './queries.ts'
import type { SigningKeys } from './signing-key.ts'

export type KnownKey = {
  readonly fingerprint: string
  readonly publicKey: string
  /** Null: it has signed nothing yet. */
  readonly since: Date | null
  readonly current: boolean
}

/** The key in use and every key that ever signed, the one in use first. */
export async function knownKeys(db: Db, keys: SigningKeys): Promise<readonly KnownKey[]> {
  const own = await keys.find()
  const used = await usedKeys(db)
  const publicKey = own && toHex(own.publicKey)
  const listed = used.map(key => ({ ...key, current: key.publicKey === publicKey }))
  if (!own || publicKey === null || listed.some(({ current }) => current))
    return listed.sort((a, b) => Number(b.current) - Number(a.current))
  const fingerprint = createHash('sha256').update(own.publicKey).digest('hex')
  return [{ fingerprint, publicKey, since: null, current: true }, ...listed]
}
