import { err, ok, type Result } from '../shared/result.ts'
import { type Bytes, bundleLimits, memberNames } from './format.ts'
import {
  type ListedMember,
  type LooseArchive,
  looseIn,
  readDirectory,
  shown,
  unpack,
} from './zip-directory.ts'

/** Why a file is no bundle that can be checked. */
export type UnreadableBundle =
  | { readonly kind: 'file-too-large'; readonly limit: number }
  | { readonly kind: 'not-a-zip' }
  | LooseArchive
  | { readonly kind: 'bad-name'; readonly member: string }
  | { readonly kind: 'extra-member'; readonly member: string }
  | { readonly kind: 'repeated-member'; readonly member: string }
  | { readonly kind: 'missing-member'; readonly member: string }
  | { readonly kind: 'member-too-large'; readonly member: string; readonly limit: number }
  | { readonly kind: 'not-json'; readonly member: string }
  | { readonly kind: 'too-deep'; readonly member: string }
  | { readonly kind: 'bad-shape'; readonly member: string; readonly path: string }
  | { readonly kind: 'unknown-format'; readonly format: string }

export type Members = ReadonlyMap<string, Bytes>

/**
 * Unpacks exactly the members of a bundle, from an archive that holds not a byte besides them. What the directory claims
 * is judged before anything is unpacked.
 */
export function openBundle(bytes: Bytes): Result<Members, UnreadableBundle> {
  if (bytes.length > bundleLimits.file) return err({ kind: 'file-too-large', limit: bundleLimits.file })
  try {
    const directory = readDirectory(bytes)
    if (!directory.ok) return err(directory.problem ?? { kind: 'not-a-zip' })
    const refused = refusal(directory.value.members) ?? looseIn(bytes, directory.value)
    if (refused) return err(refused)
    const members = new Map<string, Bytes>()
    for (const member of directory.value.members) {
      const content = unpack(bytes, member)
      if (!content.ok) return content
      members.set(member.name, content.value)
    }
    return ok(members)
  } catch {
    return err({ kind: 'not-a-zip' })
  }
}

function refusal(listed: readonly ListedMember[]): UnreadableBundle | null {
  const seen = new Set<string>()
  for (const { name, originalSize } of listed) {
    const member = shown(name)
    if (/^[/\\]|\.\.|[\\:]|\p{Cc}/u.test(name)) return { kind: 'bad-name', member }
    if (!memberNames.includes(name)) return { kind: 'extra-member', member }
    if (seen.has(name)) return { kind: 'repeated-member', member }
    if (originalSize > bundleLimits.member)
      return { kind: 'member-too-large', member, limit: bundleLimits.member }
    seen.add(name)
  }
  const missing = memberNames.find(name => !seen.has(name))
  return missing === undefined ? null : { kind: 'missing-member', member: missing }
}

/** The JSON of a member, refused before parsing where it nests too deep to walk. */
export function jsonOf(member: string, bytes: Bytes): Result<unknown, UnreadableBundle> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return err({ kind: 'not-json', member })
  }
  if (nestsTooDeep(text)) return err({ kind: 'too-deep', member })
  try {
    return ok(JSON.parse(text))
  } catch {
    return err({ kind: 'not-json', member })
  }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      depth += 1
      if (depth > bundleLimits.depth) return true
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return false
}
