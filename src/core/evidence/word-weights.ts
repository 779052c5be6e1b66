import { likeness } from './words.ts'

/** How much words have in common, rare words counting more than those that half the plan holds. */
export interface WordWeights {
  weight(word: string): number
  /** The words of the plan that this one is or may mean, with how much it is like them. */
  meant(word: string): ReadonlyMap<string, number>
  /** Of the words wanted, the share that is given, from 0 to 1. One side must be words of the plan. */
  share(wanted: readonly string[], given: readonly string[]): number
  /** How alike two short names are, from 0 to 1: what each holds of the other. */
  alike(a: readonly string[], b: readonly string[]): number
}

/** A word that the plan does not know says a little about the file, and nothing about the plan. */
const unknownWeight = 0.5
const nothing: ReadonlyMap<string, number> = new Map()

/**
 * @param texts the names and the evidence of the plan, whose words are weighed by how many of them hold each
 * @param further other words of the plan
 */
export function weighWords(
  texts: readonly (readonly string[])[],
  further: readonly (readonly string[])[],
): WordWeights {
  const counts = new Map<string, number>()
  for (const words of further) for (const word of words) counts.set(word, 1)
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const meanings = new Map<string, ReadonlyMap<string, number>>()

  // Each word is compared with the plan's once, however many files bear it.
  const meant = (word: string): ReadonlyMap<string, number> => {
    const kept = meanings.get(word)
    if (kept) return kept
    const found = [...counts.keys()].flatMap((other): [string, number][] => {
      const like = likeness(word, other)
      return like > 0 ? [[other, like]] : []
    })
    const made = found.length === 0 ? nothing : new Map(found)
    meanings.set(word, made)
    return made
  }
  const weight = (word: string): number => {
    // A slip of the pen is as common as the word that was meant.
    const count =
      counts.get(word) ?? Math.max(0, ...[...meant(word).keys()].map(each => counts.get(each) ?? 0))
    return count === 0 ? unknownWeight : 1 / (1 + Math.log2(count) / 2)
  }
  const share = (wanted: readonly string[], given: readonly string[]): number => {
    let [all, found] = [0, 0]
    for (const word of wanted) {
      let best = 0
      for (const other of given) {
        if (best === 1) break
        best = Math.max(best, word === other ? 1 : (meant(other).get(word) ?? meant(word).get(other) ?? 0))
      }
      const value = weight(word)
      all += value
      found += value * best
    }
    return all === 0 ? 0 : found / all
  }
  return { weight, meant, share, alike: (a, b) => (share(a, b) + share(b, a)) / 2 }
}
