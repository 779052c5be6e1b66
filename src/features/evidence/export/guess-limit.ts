/** Wrong codes that one address may try in a while, and how long that is in milliseconds. */
const mostGuesses = 20
const window = 10 * 60 * 1000
/** Addresses remembered; past it the oldest are forgotten. */
const mostAddresses = 10_000

/**
 * Slows down whoever tries codes. Only wrong ones count, so that an office behind one address reads on. Counted in
 * this process.
 */
export function createGuessLimit() {
  const wrong = new Map<string, { count: number; since: number }>()
  const standing = (address: string, now: Date) => {
    const found = wrong.get(address)
    return found && now.getTime() - found.since < window ? found : null
  }
  return {
    tooMany: (address: string, now: Date): boolean => (standing(address, now)?.count ?? 0) >= mostGuesses,
    wrong: (address: string, now: Date): void => {
      const found = standing(address, now)
      wrong.delete(address)
      wrong.set(address, { count: (found?.count ?? 0) + 1, since: found?.since ?? now.getTime() })
      const [oldest] = wrong.keys()
      if (wrong.size > mostAddresses && oldest !== undefined) wrong.delete(oldest)
    },
  }
}
