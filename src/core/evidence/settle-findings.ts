import type { Finding } from './findings.ts'

/** What the unit wrote about a finding, with the key and the subject that the finding had then. */
export interface Explanation {
  readonly key: string
  readonly subject: string
  readonly text: string
}

/**
 * `open`: nobody said anything. `explained`: the explanation stands. `changed`: one was given, but the facts are
 * others since, so it no longer settles the finding.
 */
export type SettledFinding<E extends Explanation> = {
  readonly finding: Finding
  readonly state: 'open' | 'explained' | 'changed'
  /** The one that stands, or the last one of this subject. */
  readonly explanation: E | null
}

/** Pairs findings with explanations, given oldest first; an explanation without words settles nothing. */
export function settleFindings<E extends Explanation>(
  findings: readonly Finding[],
  explanations: readonly E[],
): SettledFinding<E>[] {
  const worded = explanations.filter(({ text }) => text.trim() !== '')
  const byKey = new Map(worded.map(each => [each.key, each]))
  const bySubject = new Map(worded.map(each => [each.subject, each]))
  return findings.map(finding => {
    const standing = byKey.get(finding.key)
    if (standing) return { finding, state: 'explained', explanation: standing }
    const former = bySubject.get(finding.subject)
    return former
      ? { finding, state: 'changed', explanation: former }
      : { finding, state: 'open', explanation: null }
  })
}
