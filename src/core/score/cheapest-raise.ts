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
  for (const offers of questions) ways = withOffers(ways, offers, mostCost)
  for (const inner of groups) ways = pairs(ways, waysOf(inner, mostCost), mostCost)
  return ways.filter(({ gain }) => gain >= need)
}

function withOffers(ways: readonly Way[], offers: readonly Offer[], mostCost: number): readonly Way[] {
  const best = new Best()
  for (const way of ways) best.keep(way.cost, way.gain, () => way.made)
  for (const offer of offers)
    for (const before of ways) {
      const cost = before.cost + offer.cost
      if (cost > mostCost) break
      best.keep(cost, before.gain + offer.gain, () => ({ offer, before }))
    }
  return best.undominated()
}

function pairs(left: readonly Way[], right: readonly Way[], mostCost: number): readonly Way[] {
  const best = new Best()
  for (const a of left)
    for (const b of right) {
      if (a.cost + b.cost > mostCost) break
      best.keep(a.cost + b.cost, a.gain + b.gain, () => ({ both: [a, b] }))
    }
  return best.undominated()
}

/** The way of the highest gain for every cost; how it was made is only asked for where it is kept. */
class Best {
  readonly #byCost: (Way | undefined)[] = []

  keep(cost: number, gain: bigint, made: () => Made | null): void {
    const known = this.#byCost[cost]
    if (known === undefined || gain > known.gain) this.#byCost[cost] = { cost, gain, made: made() }
  }

  /** In the order of cost, without those that something cheaper gains as well. */
  undominated(): readonly Way[] {
    let most = -1n
    const kept: Way[] = []
    for (const way of this.#byCost) {
      if (way === undefined || way.gain <= most) continue
      most = way.gain
      kept.push(way)
    }
    return kept
  }
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
