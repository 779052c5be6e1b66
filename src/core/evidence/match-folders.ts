import type { AreaCode } from '../access/role.ts'
import type { AreaToMatch, IndicatorToMatch, PlanToMatch, SubComponentToMatch } from './plan-to-match.ts'
import type { PathPart, ReadPath } from './read-path.ts'
import type { WordWeights } from './word-weights.ts'
import { meaningfulWords } from './words.ts'

/** Why a file belongs where it was put; the points of all reasons make the confidence. */
export type MatchReason =
  | { readonly code: 'area-name' | 'area-number'; readonly printed: string; readonly points: number }
  | { readonly code: 'sub-name' | 'sub-number'; readonly printed: string; readonly points: number }
  | {
      readonly code: 'indicator-name' | 'indicator-number'
      readonly printed: string
      readonly points: number
    }
  /** A number such as `II.1.1` in the path. */
  | { readonly code: 'plan-number'; readonly printed: string; readonly points: number }
  /** What the file's name or title shares with the evidence asked for. */
  | {
      readonly code: 'words-of-name' | 'words-of-title'
      readonly printed: string
      readonly points: number
    }
  | { readonly code: 'other-year'; readonly printed: string; readonly points: number }

/** As far as the folders and numbers of a path lead into the plan. */
export interface FolderPlace {
  readonly area: AreaToMatch | null
  readonly sub: SubComponentToMatch | null
  readonly indicator: IndicatorToMatch | null
  readonly reasons: readonly MatchReason[]
  /** Folders that no node of the plan explains; they say something about the file. */
  readonly rest: readonly PathPart[]
}

/** How people shorten the names of the six areas. */
const shortNames: Readonly<Record<AreaCode, readonly string[]>> = {
  MP: ['mp', 'manajemen perubahan'],
  TT: ['tt', 'tl', 'tatalaksana', 'penataan tatalaksana'],
  SDM: ['sdm', 'manajemen sdm', 'penataan sistem manajemen sdm aparatur', 'penataan sistem manajemen sdm'],
  AK: ['ak', 'akuntabilitas', 'penguatan akuntabilitas kinerja', 'akuntabilitas kinerja'],
  PW: ['pw', 'pengawasan', 'penguatan pengawasan'],
  PP: [
    'pp',
    'yanlik',
    'pelayanan publik',
    'kualitas pelayanan publik',
    'peningkatan kualitas pelayanan publik',
  ],
}

export function placeByFolders(plan: PlanToMatch, path: ReadPath, weights: WordWeights): FolderPlace {
  const byCode = placeByCode(plan, path)
  if (byCode) return { ...byCode, rest: path.folders }
  const reasons: MatchReason[] = []
  let rest = path.folders

  const area = areaIn(plan, rest, weights)
  if (area) {
    reasons.push(...area.reasons)
    rest = rest.slice(area.at + 1)
  }
  const subs = area ? area.found.subComponents : plan.areas.flatMap(({ subComponents }) => subComponents)
  const sub = nodeIn(subs, rest, weights, {
    name: ({ name }) => name,
    no: ({ no }) => String(no),
    counts: 'sub-component',
    // Without its area a number says nothing, and a name must be clearer.
    byNumber: area !== null,
    least: area ? 0.55 : 0.75,
    points: { name: 25, number: 12 },
    codes: ['sub-name', 'sub-number'],
  })
  if (sub) {
    reasons.push(...sub.reasons)
    rest = rest.slice(sub.at + 1)
  }
  const indicator = sub
    ? nodeIn(sub.found.indicators, rest, weights, {
        name: ({ text }) => text,
        no: ({ no }) => no,
        counts: 'indicator',
        byNumber: true,
        least: 0.5,
        points: { name: 20, number: 10 },
        codes: ['indicator-name', 'indicator-number'],
      })
    : null
  if (indicator) {
    reasons.push(...indicator.reasons)
    rest = rest.slice(indicator.at + 1)
  }
  const owner = area?.found ?? plan.areas.find(each => sub && each.subComponents.includes(sub.found)) ?? null
  return { area: owner, sub: sub?.found ?? null, indicator: indicator?.found ?? null, reasons, rest }
}

function placeByCode(plan: PlanToMatch, path: ReadPath): Omit<FolderPlace, 'rest'> | null {
  for (const [areaNo, subNo, indicatorNo] of path.codes) {
    const area = plan.areas[areaNo - 1]
    const sub = area?.subComponents.find(({ no }) => no === subNo)
    if (!area || !sub) continue
    const indicator = sub.indicators.find(({ no }) => no === indicatorNo) ?? null
    if (indicatorNo !== null && indicator === null) continue
    const printed = [areaNo, subNo, indicatorNo].filter(part => part !== null).join('.')
    const points = indicator ? 60 : 45
    return { area, sub, indicator, reasons: [{ code: 'plan-number', printed, points }] }
  }
  return null
}

type Found<T> = { readonly found: T; readonly at: number; readonly reasons: readonly MatchReason[] }

function areaIn(
  plan: PlanToMatch,
  folders: readonly PathPart[],
  weights: WordWeights,
): Found<AreaToMatch> | null {
  const names = plan.areas.map(({ code, label }) =>
    [label, ...(code === null ? [] : shortNames[code])].map(meaningfulWords),
  )
  // The outermost folder that names an area: further in, the same words name something of that area.
  for (const [at, part] of folders.entries()) {
    const [best] = plan.areas
      .map((area, index) => ({
        area,
        index,
        score: Math.max(...(names[index] ?? []).map(name => weights.alike(part.words, name))),
      }))
      .sort((a, b) => b.score - a.score)
    if (!best || best.score < 0.6) continue
    const points = Math.round(30 * best.score) + (part.number === best.index + 1 ? 5 : 0)
    return { found: best.area, at, reasons: [{ code: 'area-name', printed: part.printed, points }] }
  }
  for (const [at, part] of folders.entries()) {
    const found = part.number === null ? undefined : plan.areas[part.number - 1]
    if (found && (part.counts === 'area' || (part.roman && part.counts === null)))
      return { found, at, reasons: [{ code: 'area-number', printed: part.printed, points: 25 }] }
  }
  return null
}

type NodeRule<T> = {
  readonly name: (node: T) => string
  readonly no: (node: T) => string
  readonly counts: PathPart['counts']
  readonly byNumber: boolean
  readonly least: number
  readonly points: { readonly name: number; readonly number: number }
  readonly codes: readonly ['sub-name', 'sub-number'] | readonly ['indicator-name', 'indicator-number']
}

function nodeIn<T>(
  nodes: readonly T[],
  folders: readonly PathPart[],
  weights: WordWeights,
  rule: NodeRule<T>,
): Found<T> | null {
  let best: (Found<T> & { score: number }) | null = null
  let second = 0
  for (const [at, part] of folders.entries()) {
    for (const node of nodes) {
      const agrees = rule.byNumber && part.number !== null && rule.no(node) === String(part.number)
      const score = weights.alike(part.words, meaningfulWords(rule.name(node))) + (agrees ? 0.1 : 0)
      if (score < rule.least) continue
      if (score > (best?.score ?? 0)) {
        second = best?.score ?? 0
        const points = Math.min(rule.points.name, Math.round(rule.points.name * score)) + (agrees ? 5 : 0)
        best = { found: node, at, score, reasons: [{ code: rule.codes[0], printed: part.printed, points }] }
      } else second = Math.max(second, score)
    }
  }
  if (best && best.score - second >= 0.05) return best
  const [part] = folders
  if (!rule.byNumber || !part || part.number === null || part.roman) return null
  if (part.counts !== null && part.counts !== rule.counts) return null
  const found = nodes.find(node => rule.no(node) === String(part.number))
  return found
    ? { found, at: 0, reasons: [{ code: rule.codes[1], printed: part.printed, points: rule.points.number }] }
    : null
}
