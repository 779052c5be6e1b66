import { fittingSlots, indexSlots, type SlotIndex, type SlotPlace } from './fit-slots.ts'
import { type FolderPlace, type MatchReason, placeByFolders } from './match-folders.ts'
import type {
  AreaToMatch,
  IndicatorToMatch,
  PlanToMatch,
  SlotToMatch,
  SubComponentToMatch,
} from './plan-to-match.ts'
import { type ReadPath, readPath } from './read-path.ts'
import { meaningfulWords, yearsIn } from './words.ts'

export interface FoundFile {
  /** From the root of the shared folder, with `/` or `\`. */
  readonly path: string
  /** What the document calls itself, where that is known. */
  readonly title: string | null
}

export type MatchLevel = 'area' | 'sub-component' | 'indicator' | 'slot'

export interface FileMatch {
  readonly path: string
  /** The deepest node of the plan that is known; the ids below it are null. */
  readonly level: MatchLevel
  readonly areaId: string
  readonly subComponentId: string | null
  readonly indicatorId: string | null
  readonly slotId: string | null
  /** 0 to 100: the sum of the reasons' points. */
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
  /** Slots that fit, best first; more than one where they could not be told apart. */
  readonly slotIds: readonly string[]
}

export interface UnmatchedFile {
  readonly path: string
  readonly why: 'nothing-fits' | 'not-a-document'
}

/** How sure a match is: `sure` may be taken over as it is, `unsure` needs a person's eye. */
export const certaintyOf = (confidence: number): 'sure' | 'likely' | 'unsure' =>
  confidence >= 75 ? 'sure' : confidence >= 50 ? 'likely' : 'unsure'

/** Below this a place is a guess and no match. */
const leastConfidence = 20
/** What systems and programs leave behind in folders. */
const litter = /^(?:~\$.*|\._.*|\.ds_store|thumbs\.db|desktop\.ini|.*\.(?:tmp|lnk|url|exe|bat))$/i

/**
 * Finds where in the plan each file of a shared folder belongs, by the names of its folders, its own name and its
 * title. The same files give the same answer, file by file, whatever else lies beside them.
 */
export function matchFiles(
  plan: PlanToMatch,
  files: readonly FoundFile[],
): { matched: FileMatch[]; unmatched: UnmatchedFile[] } {
  const index = indexSlots(plan)
  // Files of one folder share its place.
  const places = new Map<string, FolderPlace>()
  const placeOf = (read: ReadPath): FolderPlace => {
    const key = JSON.stringify([read.folders.map(({ printed }) => printed), read.codes])
    const place = places.get(key) ?? placeByFolders(plan, read, index.weights)
    places.set(key, place)
    return place
  }
  const matched: FileMatch[] = []
  const unmatched: UnmatchedFile[] = []
  for (const file of files) {
    const name = file.path.split(/[/\\]/).at(-1) ?? ''
    const match = litter.test(name) ? null : matchFile(plan, index, placeOf, file)
    if (match) matched.push(match)
    else unmatched.push({ path: file.path, why: litter.test(name) ? 'not-a-document' : 'nothing-fits' })
  }
  return { matched, unmatched }
}

function matchFile(
  plan: PlanToMatch,
  index: SlotIndex,
  placeOf: (read: ReadPath) => FolderPlace,
  { path, title }: FoundFile,
): FileMatch | null {
  const read = readPath(path)
  const place = placeOf(read)
  const named = fittingSlots(index, read, place, null)
  const titled = title === null ? [] : fittingSlots(index, read, place, title)
  const byTitle = (titled[0]?.score ?? 0) > (named[0]?.score ?? 0)
  const fitting = byTitle ? titled : named
  const score = fitting[0]?.score ?? 0

  // Outside any folder of the plan a name such as "Laporan" tells nothing, however well it fits.
  const words = byTitle ? meaningfulWords(title ?? '') : read.file.words
  const told = place.area ? 1 : words.reduce((sum, word) => sum + index.weights.weight(word), 0)
  const node = commonNode(
    fitting.map(({ place: slot }) => slot),
    place,
  )
  if (node === null) return null
  const reasons = [...place.reasons]
  const deeper =
    node.level === 'slot' || (node.level === 'indicator' && !place.indicator) || node.level !== levelOf(place)
  if (fitting.length > 0 && deeper)
    reasons.push({
      code: byTitle ? 'words-of-title' : 'words-of-name',
      printed: byTitle ? (title ?? '') : read.file.printed,
      points: Math.round((node.level === 'slot' ? 45 : 25) * Math.min(1, score) * Math.min(1, told)),
    })
  const otherYears = otherYearsOf(plan, read, node.slot)
  if (otherYears.length > 0) reasons.push({ code: 'other-year', printed: otherYears.join(', '), points: -15 })

  const confidence = Math.max(
    0,
    Math.min(
      100,
      reasons.reduce((sum, { points }) => sum + points, 0),
    ),
  )
  if (confidence < leastConfidence) return null
  return {
    path,
    level: node.level,
    areaId: node.area.id,
    subComponentId: node.sub?.id ?? null,
    indicatorId: node.indicator?.id ?? null,
    slotId: node.slot?.id ?? null,
    confidence,
    reasons,
    slotIds: fitting.map(({ place: { slot } }) => slot.id).slice(0, 5),
  }
}

type Node = {
  level: MatchLevel
  area: AreaToMatch
  sub: SubComponentToMatch | null
  indicator: IndicatorToMatch | null
  slot: SlotToMatch | null
}

/** The deepest node that all fitting slots share, or the folders' own where none fits. */
function commonNode(fitting: readonly SlotPlace[], place: FolderPlace): Node | null {
  const [first, ...others] = fitting
  const same = <T>(of: (slot: SlotPlace) => T): T | null =>
    first && others.every(other => of(other) === of(first)) ? of(first) : null
  const area = same(slot => slot.area) ?? place.area
  if (area === null) return null
  const sub = same(slot => slot.sub) ?? place.sub
  const indicator = same(slot => slot.indicator) ?? place.indicator
  const slot = same(({ slot: each }) => each)
  const level = slot ? 'slot' : indicator ? 'indicator' : sub ? 'sub-component' : 'area'
  return { level, area, sub, indicator, slot }
}

const levelOf = ({ area, sub, indicator }: FolderPlace): MatchLevel | null =>
  indicator ? 'indicator' : sub ? 'sub-component' : area ? 'area' : null

function otherYearsOf({ year }: PlanToMatch, { years }: ReadPath, slot: SlotToMatch | null): number[] {
  if (year === null || years.length === 0 || years.includes(year)) return []
  const asked = slot === null ? [] : yearsIn(slot.text)
  return years.filter(each => !asked.includes(each))
}
