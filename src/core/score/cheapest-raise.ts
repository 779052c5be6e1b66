/** What raising one thing to some level costs and brings; `choice` says which level of which question it is. */
export interface Offer {
  readonly cost: number
  readonly gain: bigint
  readonly choice: Choice
}

export interface Choice {
  readonly question: number
  readonly level: number
}

/** A group that must gain at least `need`: questions, and groups inside it that have needs of their own. */
export interface Group {
  readonly need: bigint
  /** By question: the offers, of which at most one is taken. */
  readonly questions: readonly (readonly Offer[])[]
  readonly groups: readonly Group[]
}

export interface Raise {
  readonly cost: number
  readonly gain: bigint
  readonly choices: readonly Choice[]
}

/** A way to some cost; the choices are a chain back through what was combined. */
interface Way {
  readonly cost: number
  readonly gain: bigint
  readonly made: Made | null
}
type Made = { readonly offer: Offer; readonly before: Way } | { readonly both: readonly [Way, Way] }

const start: Way = { cost: 0, gain: 0n, made: null }

/**
 * The cheapest offers that give every group what it needs; of equally cheap ones those that gain most. Null where
 * nothing up to `mostCost` does. Exact: needs only ask for more, so per group and cost only the highest gain
 * can ever be part of an optimum, and groups lie inside one another or apart.
 */
export function cheapestRaise(group: Group, mostCost: number): Raise | null {
  const [best] = waysOf(group, mostCost)
  return best === undefined ? null : { cost: best.cost, gain: best.gain, choices: choicesOf(best) }
}

/** The ways that meet the group's needs: rising cost, and each dearer one gains more. */
function waysOf({ need, questions, groups }: Group, mostCost: number): readonly Way[] {
  let ways: readonly Way[] = [start]
  for (const offers of questions) ways = undominated(withOffers(ways, offers, mostCost))
  for (const inner of groups) {
    const below = waysOf(inner, mostCost)
    ways = undominated(pairs(ways, below, mostCost))
  }
  return ways.filter(({ gain }) => gain >= need)
}

const withOffers = (ways: readonly Way[], offers: readonly Offer[], mostCost: number): Way[] => [
  ...ways,
  ...offers.flatMap(offer =>
    ways
      .filter(({ cost }) => cost + offer.cost <= mostCost)
      .map(before => ({
        cost: before.cost + offer.cost,
        gain: before.gain + offer.gain,
        made: { offer, before },
      })),
  ),
]

function pairs(left: readonly Way[], right: readonly Way[], mostCost: number): Way[] {
  const found: Way[] = []
  for (const a of left)
    for (const b of right) {
      if (a.cost + b.cost > mostCost) break
      found.push({ cost: a.cost + b.cost, gain: a.gain + b.gain, made: { both: [a, b] } })
    }
  return found
}

/** The highest gain of every cost, without those that something cheaper gains as well. */
function undominated(ways: readonly Way[]): Way[] {
  const byCost = new Map<number, Way>()
  for (const way of ways) {
    const known = byCost.get(way.cost)
    if (known === undefined || way.gain > known.gain) byCost.set(way.cost, way)
  }
  const kept: Way[] = []
  for (const way of [...byCost.values()].sort((a, b) => a.cost - b.cost))
    if (kept.length === 0 || way.gain > (kept.at(-1)?.gain ?? 0n)) kept.push(way)
  return kept
}

function choicesOf(way: Way): Choice[] {
  const found: Choice[] = []
  const open: Way[] = [way]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.made === null) continue
    if ('both' in next.made) open.push(...next.made.both)
    else {
      found.push(next.made.offer.choice)
      open.push(next.made.before)
    }
  }
  return found.sort((a, b) => a.question - b.question)
}
