/** Seconds to wait before the next request of that id is served; 0 when this one is. */
export type RateLimit = (id: string, now: Date) => number

/**
 * So many requests a minute for each id, all at once or spread; 0 is no limit. Counted in this process: two
 * processes allow twice as many.
 */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => 0
  const perMs = perMinute / 60_000
  const buckets = new Map<string, { left: number; at: number }>()
  return (id, now) => {
    const at = now.getTime()
    const before = buckets.get(id) ?? { left: perMinute, at }
    const left = Math.min(perMinute, before.left + Math.max(0, at - before.at) * perMs)
    if (left < 1) return Math.max(1, Math.ceil((1 - left) / perMs / 1000))
    buckets.set(id, { left: left - 1, at })
    return 0
  }
}
