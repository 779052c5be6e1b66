import { likeness } from './words.ts'

/** How much words have in common, rare words counting more than those that half the plan holds. */
export interface WordWeights {
  weight(word: string): number
  /** Of the words wanted, the share that is given, from 0 to 1. */
  share(wanted: readonly string[], given: readonly string[]): number
  /** How alike two short names are, from 0 to 1: what each holds of the other. */
  alike(a: readonly string[], b: readonly string[]): number
}

/** A word that the plan does not know says a little about the file, and nothing about the plan. */
const unknownWeight = 0.5

export function weighWords(texts: readonly (readonly string[])[]): WordWeights {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const known = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()

  const weight = (word: string): number => {
    const kept = known.get(word)
    if (kept !== undefined) return kept
    let count = counts.get(word) ?? 0
    // A slip of the pen is as common as the word that was meant.
    if (count === 0)
      for (const [other, n] of counts) if (likeness(word, other) > 0) count = Math.max(count, n)
    const made = count === 0 ? unknownWeight : 1 / (1 + Math.log2(count) / 2)
    known.set(word, made)
    return made
  }
  const like = (a: string, b: string): number => {
    let row = pairs.get(a)
    if (!row) {
      row = new Map()
      pairs.set(a, row)
    }
    let found = row.get(b)
    if (found === undefined) {
      found = likeness(a, b)
      row.set(b, found)
    }
    return found
  }
  const share = (wanted: readonly string[], given: readonly string[]): number => {
    let [all, found] = [0, 0]
    for (const word of wanted) {
      const value = weight(word)
      let best = 0
      for (const other of given) best = Math.max(best, like(word, other))
      all += value
      found += value * best
    }
    return all === 0 ? 0 : found / all
  }
  return { weight, share, alike: (a, b) => (share(a, b) + share(b, a)) / 2 }
}
