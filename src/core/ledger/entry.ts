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

/** JSON with sorted keys: the same value has one text and one hash, however it was laid out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value)
}

/** The text whose SHA-256 is an entry's hash. */
export function entryText(previous: string, facts: LedgerFacts): string {
  const { at, actorId, action, subjectType, subjectId, unitId, detail } = facts
  return `${previous}\n${canonicalJson({ at, actorId, action, subjectType, subjectId, unitId, detail })}`
}
