import { type EvidenceKind, kindFits, kindsNamed } from './kind.ts'
import type { FolderPlace } from './match-folders.ts'
import type {
  AreaToMatch,
  IndicatorToMatch,
  PlanToMatch,
  SlotToMatch,
  SubComponentToMatch,
} from './plan-to-match.ts'
import type { ReadPath } from './read-path.ts'
import { type WordWeights, weighWords } from './word-weights.ts'
import { meaningfulWords } from './words.ts'

export interface SlotPlace {
  readonly order: number
  readonly area: AreaToMatch
  readonly sub: SubComponentToMatch
  readonly indicator: IndicatorToMatch
  readonly slot: SlotToMatch
  readonly words: readonly string[]
  /** The words of its indicator and sub-component. */
  readonly around: readonly string[]
  readonly asked: readonly EvidenceKind[]
}

/** The slots of a plan, and which of them hold a word. */
export interface SlotIndex {
  readonly weights: WordWeights
  readonly slotsWith: ReadonlyMap<string, readonly SlotPlace[]>
}

const leastLikeness = 0.45
/** Slots closer together than this cannot be told apart. */
const margin = 0.07

export function indexSlots(plan: PlanToMatch): SlotIndex {
  const slots = slotPlaces(plan)
  const slotsWith = new Map<string, SlotPlace[]>()
  for (const slot of slots)
    for (const word of slot.words) slotsWith.set(word, [...(slotsWith.get(word) ?? []), slot])
  const weights = weighWords(
    [...slots.map(({ words }) => words), ...nodeWords(plan)],
    slots.map(({ around }) => around),
  )
  return { weights, slotsWith }
}

/** The slot within the folders' place that fits the name or title best, and those that cannot be told from it. */
export function fittingSlots(
  { weights, slotsWith }: SlotIndex,
  read: ReadPath,
  place: FolderPlace,
  title: string | null,
): { place: SlotPlace; score: number }[] {
  const own = title === null ? read.file.words : [...new Set([...meaningfulWords(title), ...read.file.words])]
  const context = place.rest.flatMap(({ words }) => words)
  const words = own.length > 0 ? own : context
  const given = [...new Set([...words, ...context])]
  const printed = [title, read.file.printed, ...place.rest.map(part => part.printed).toReversed()]
  const kinds = printed.map(text => kindsNamed(text ?? '')).find(found => found.length > 0) ?? []

  // A slot without a word in common cannot reach the least likeness.
  const near = new Set(
    given.flatMap(word => [...weights.meant(word).keys()]).flatMap(word => slotsWith.get(word) ?? []),
  )
  const scored = [...near]
    .filter(
      ({ area, sub, indicator }) =>
        (place.indicator ?? indicator) === indicator &&
        (place.sub ?? sub) === sub &&
        (place.area ?? area) === area,
    )
    .map(slot => ({
      place: slot,
      score:
        (weights.share(slot.words, given) + weights.share(words, slot.words)) / 2 +
        0.2 * weights.share(words, slot.around) +
        kindPoints(kinds, slot.asked),
    }))
    .sort((a, b) => b.score - a.score || a.place.order - b.place.order)
  const [best] = scored
  if (!best || best.score < leastLikeness) return []
  const asks = best.place.words.join(' ')
  return scored.filter(
    ({ score, place: { words: each } }) => score > best.score - margin || each.join(' ') === asks,
  )
}

const kindPoints = (kinds: readonly EvidenceKind[], asked: readonly EvidenceKind[]): number =>
  kinds.length === 0 || asked.length === 0 ? 0 : kinds.some(kind => kindFits(kind, asked)) ? 0.1 : -0.2

const slotPlaces = ({ areas }: PlanToMatch): SlotPlace[] =>
  areas
    .flatMap(area =>
      area.subComponents.flatMap(sub =>
        sub.indicators.flatMap(indicator => {
          const around = meaningfulWords(`${indicator.text} ${sub.name}`)
          return indicator.slots.map(slot => ({
            area,
            sub,
            indicator,
            slot,
            words: meaningfulWords(slot.text),
            around,
            asked: kindsNamed(slot.text),
          }))
        }),
      ),
    )
    .map((place, order) => ({ ...place, order }))

const nodeWords = ({ areas }: PlanToMatch) =>
  areas.flatMap(({ label, subComponents }) => [
    meaningfulWords(label),
    ...subComponents.map(({ name }) => meaningfulWords(name)),
  ])
