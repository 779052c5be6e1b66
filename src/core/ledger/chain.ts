import { createHash } from 'node:crypto'

/** What happened, without its place in the chain. `detail` holds no text of a report and no secret. */
export type LedgerFacts = {
  readonly at: string
  readonly actorId: string | null
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly unitId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export type LedgerEntry = LedgerFacts & { readonly previous: string; readonly hash: string }

/** The hash that the first entry follows. */
export const genesis = '0'.repeat(64)

/** JSON with sorted keys, so that a stored and a recomputed entry hash alike. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256, as 64 hexadecimal digits, over the hash before and the facts in canonical form. */
export function link(previous: string, facts: LedgerFacts): LedgerEntry {
  const { at, actorId, action, subjectType, subjectId, unitId, detail } = facts
  const body = canonical({ at, actorId, action, subjectType, subjectId, unitId, detail })
  return { ...facts, previous, hash: createHash('sha256').update(`${previous}\n${body}`).digest('hex') }
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
