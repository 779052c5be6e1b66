import { firstOfMonth, type LocalDate } from '../../core/shared/local-date.ts'

/** What stands in the database, as far as a comparison needs it. */
export type StandingRows = {
  readonly subComponents: readonly { readonly id: string; readonly area: string; readonly name: string }[]
  readonly indicators: readonly {
    readonly id: string
    readonly sub_component_id: string
    readonly text: string
    readonly owner_text: string | null
    readonly position: number
  }[]
  readonly actions: readonly { readonly id: string; readonly indicator_id: string; readonly text: string }[]
  readonly evidence: readonly { readonly indicator_id: string; readonly text: string }[]
  readonly schedules: readonly {
    readonly indicator_id: string
    readonly text: string
    readonly start_date: LocalDate | null
  }[]
  readonly obligations: readonly {
    readonly id: string
    readonly action_id: string
    readonly due: LocalDate
    readonly state: 'open' | 'done' | 'waived'
  }[]
}

/** The part of a plan that people write; two of them can be compared. */
export type PlanText = Omit<StandingRows, 'obligations'>

export type RowContent = {
  readonly text: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
  readonly schedules: readonly string[]
  readonly owner: string | null
}

export type PlanDiff = {
  readonly added: readonly RowContent[]
  readonly removed: readonly (RowContent & { readonly id: string })[]
  readonly changed: readonly { readonly before: RowContent; readonly after: RowContent }[]
  readonly same: number
  /** From the new rows' ids to the ids that stand and are kept. */
  readonly kept: { readonly subComponents: IdMap; readonly indicators: IdMap; readonly actions: IdMap }
}
type IdMap = ReadonlyMap<string, string>

/** Texts that differ in white space and capitals only are the same. */
export const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
const wordsOf = (text: string) =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )

/** The share of words that two texts have in common, 0 to 1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const common = [...left].filter(word => right.has(word)).length
  const all = left.size + right.size - common
  return all === 0 ? 1 : common / all
}

type Item = { readonly id: string; readonly group: string; readonly text: string; readonly hint: string }
const alike = 0.5

/**
 * Pairs new rows with standing ones: first those with the same id; then, within their group, those with the
 * same text, at the same place where it repeats, then the most alike.
 */
function pair(fresh: readonly Item[], standing: readonly Item[]): Map<string, string> {
  const pairs = new Map<string, string>()
  const free = new Set(standing)
  const take = (item: Item, found: Item | undefined) => {
    if (!found) return
    pairs.set(item.id, found.id)
    free.delete(found)
  }
  const byId = new Map(standing.map(item => [item.id, item]))
  for (const item of fresh) take(item, byId.get(item.id))
  for (const exact of [true, false]) {
    for (const item of fresh) {
      if (pairs.has(item.id)) continue
      const same = (other: Item) =>
        other.group === item.group &&
        fold(other.text) === fold(item.text) &&
        (!exact || other.hint === item.hint)
      take(item, [...free].find(same))
    }
  }
  const scored = fresh
    .filter(item => !pairs.has(item.id))
    .flatMap(item =>
      [...free]
        .filter(other => other.group === item.group)
        .map(other => ({ item, other, score: similarity(item.text, other.text) })),
    )
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score)
  for (const { item, other } of scored) if (!pairs.has(item.id) && free.has(other)) take(item, other)
  return pairs
}

/** What a new reading of the plan changes in the one that stands. */
export function planDiff(fresh: PlanText, standing: PlanText): PlanDiff {
  const subComponents = pair(fresh.subComponents.map(subItem), standing.subComponents.map(subItem))
  const subOf = (subs: StandingRows['subComponents']) => new Map(subs.map(sub => [sub.id, sub]))
  const [freshSubs, standingSubs] = [subOf(fresh.subComponents), subOf(standing.subComponents)]
  const item =
    (subs: ReturnType<typeof subOf>) =>
    ({ id, text, sub_component_id }: StandingRows['indicators'][number]): Item => {
      const sub = subs.get(sub_component_id)
      return { id, text, group: sub?.area ?? '', hint: fold(sub?.name ?? '') }
    }
  const indicators = pair(fresh.indicators.map(item(freshSubs)), standing.indicators.map(item(standingSubs)))
  const actionItem = (indicatorOf: (id: string) => string) => (action: StandingRows['actions'][number]) => ({
    id: action.id,
    text: action.text,
    group: indicatorOf(action.indicator_id),
    hint: '',
  })
  const actions = pair(
    fresh.actions.map(actionItem(id => indicators.get(id) ?? `new ${id}`)),
    standing.actions.map(actionItem(id => id)),
  )

  const [before, after] = [contentOf(standing), contentOf(fresh)]
  const keptIds = new Set(indicators.values())
  const changed: { before: RowContent; after: RowContent }[] = []
  const added: RowContent[] = []
  let same = 0
  for (const { id } of fresh.indicators) {
    const is = after(id)
    const was = indicators.get(id)
    if (was === undefined) added.push(is)
    else if (JSON.stringify(before(was)) === JSON.stringify(is)) same++
    else changed.push({ before: before(was), after: is })
  }
  const removed = standing.indicators
    .filter(({ id }) => !keptIds.has(id))
    .map(({ id }) => ({ id, ...before(id) }))
  return { added, removed, changed, same, kept: { subComponents, indicators, actions } }
}

/** Whether the two say the same of every indicator. */
export const isSame = ({ added, removed, changed }: PlanDiff): boolean =>
  added.length + removed.length + changed.length === 0

/** The first day whose open dates a change may take away: dates of a plan that was never approved bind nobody. */
export const changeableFrom = (
  plan: { readonly version: number; readonly year: number },
  today: LocalDate,
) => (plan.version === 0 ? firstOfMonth(plan.year - 1, 1) : today)

/** Whether a date is a record of the year, so that its row stays: settled, or open and before `from`. */
export const isRecord = (
  { state, due }: Pick<StandingRows['obligations'][number], 'state' | 'due'>,
  from: LocalDate,
) => state !== 'open' || due < from

/**
 * The indicators left out of a newer document that stay all the same, each with the actions that hold it: those with
 * dates that are settled, or open and before `from`. Their schedules and evidence go.
 */
export function staying(
  { removed }: PlanDiff,
  { actions, obligations }: Pick<StandingRows, 'actions' | 'obligations'>,
  from: LocalDate,
): ReadonlyMap<string, readonly string[]> {
  const bound = new Set(obligations.filter(row => isRecord(row, from)).map(row => row.action_id))
  const held = Map.groupBy(
    actions.filter(({ id }) => bound.has(id)),
    action => action.indicator_id,
  )
  return new Map(
    removed.flatMap(({ id }) => {
      const own = held.get(id)
      return own ? [[id, own.map(({ text }) => text)] as const] : []
    }),
  )
}

const subItem = ({ id, area, name }: StandingRows['subComponents'][number]): Item => ({
  id,
  text: name,
  group: area,
  hint: '',
})

/** An indicator with everything that belongs to it, in words. */
export function contentOf(rows: Omit<PlanText, 'subComponents'>): (indicatorId: string) => RowContent {
  const texts = (list: readonly { readonly indicator_id: string; readonly text: string }[]) => {
    const grouped = Map.groupBy(list, row => row.indicator_id)
    return (id: string) => (grouped.get(id) ?? []).map(({ text }) => text)
  }
  const [actions, evidence] = [texts(rows.actions), texts(rows.evidence)]
  const schedules = texts(
    rows.schedules.map(row => ({
      ...row,
      text: row.start_date ? `${row.text} (${row.start_date})` : row.text,
    })),
  )
  const byId = new Map(rows.indicators.map(row => [row.id, row]))
  return id => {
    const row = byId.get(id)
    return {
      text: row?.text ?? '',
      actions: actions(id),
      evidence: evidence(id),
      schedules: schedules(id),
      owner: row?.owner_text ?? null,
    }
  }
}
