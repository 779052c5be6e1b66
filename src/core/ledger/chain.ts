import { createHash } from 'node:crypto'
import { entryText, type LedgerEntry, type LedgerFacts } from './entry.ts'

export type { LedgerEntry, LedgerFacts } from './entry.ts'

/** The hash that the first entry follows. */
export const genesis = '0'.repeat(64)

/** SHA-256, as 64 hexadecimal digits, over the hash before and the facts in canonical form. */
export function link(previous: string, facts: LedgerFacts): LedgerEntry {
  return { ...facts, previous, hash: createHash('sha256').update(entryText(previous, facts)).digest('hex') }
}

/** The index of the first entry that does not follow from the ones before it, or null when all do. */
export function firstBreak(entries: readonly LedgerEntry[], after = genesis): number | null {
  let previous = after
  for (const [index, entry] of entries.entries()) {
    if (entry.previous !== previous || link(previous, entry).hash !== entry.hash) return index
    previous = entry.hash
  }
  return null
}
