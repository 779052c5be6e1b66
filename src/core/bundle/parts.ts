import { isObject } from '../instrument/shape.ts'
import { canonicalJson } from '../ledger/entry.ts'
import { type ContentName, type Sha256, utf8 } from './format.ts'

/** The parts of a member that are hashed on their own, by a name that a reader knows. */
export function partsOf(member: ContentName, content: unknown): ReadonlyMap<string, unknown> {
  const parts = new Map<string, unknown>()
  if (!isObject(content)) return parts
  if (member === 'instrument.json') instrumentParts(content, parts)
  if (member === 'answers.json') {
    const { tracks, ...rest } = content
    parts.set('*', rest)
    const unit = isObject(tracks) && isObject(tracks.unit) ? tracks.unit : {}
    for (const [code, answer] of Object.entries(unit)) parts.set(code, answer)
  }
  if (member === 'evidence-manifest.json')
    for (const piece of listOf(content.pieces)) parts.set(String(piece.id), piece)
  return parts
}

/** Each sub-item with its questions and weight; what stands above them, by its own code. */
function instrumentParts(content: Readonly<Record<string, unknown>>, parts: Map<string, unknown>) {
  const { pillars, ...rest } = content
  parts.set('*', rest)
  for (const pillar of listOf(pillars)) {
    const { areas, ...own } = pillar
    parts.set(String(own.code), own)
    for (const area of listOf(areas)) {
      const { subItems, ...shell } = area
      parts.set(`${own.code}.${shell.area}`, shell)
      for (const subItem of listOf(subItems)) parts.set(String(subItem.code), subItem)
    }
  }
}

const listOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** The hash of each part, by its name. */
export const hashParts = async (
  parts: ReadonlyMap<string, unknown>,
  sha256: Sha256,
): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      [...parts].map(async ([name, part]) => [name, await sha256(utf8(canonicalJson(part)))] as const),
    ),
  )
