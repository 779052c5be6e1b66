import type { Readable } from 'node:stream'

/** One file of a shared drive, not yet opened. */
export interface SharedFile {
  /** From the root, with `/` between the parts. */
  readonly path: string
  /** In bytes; of a ZIP's entry as the archive claims. */
  readonly size: number
  /** The content piece by piece. Ends in an error where it is damaged or longer than `size`. */
  open(): Promise<Readable>
}

/** Why something in the tree is not offered as a file. */
export type SkipReason =
  /** It points out of its folder, or to an absolute place. */
  | 'climbs-out'
  | 'symlink'
  | 'encrypted'
  | 'empty'
  | 'too-large'
  /** An archive in the archive: unpacked by a person, or not at all. */
  | 'archive-inside'
  | 'same-name'
  | 'bad-name'
  | 'unknown-method'
  /** A device, a pipe, or a folder that may not be read. */
  | 'not-readable'

export interface SkippedFile {
  readonly path: string
  readonly why: SkipReason
}

export interface FileTree {
  readonly files: readonly SharedFile[]
  readonly skipped: readonly SkippedFile[]
  close(): Promise<void>
}

export interface TreeLimits {
  readonly files: number
  /** Of one file, in bytes. */
  readonly fileBytes: number
  /** Of all files together when unpacked. */
  readonly totalBytes: number
}

export const treeLimits: TreeLimits = { files: 50_000, fileBytes: 2 * 2 ** 30, totalBytes: 50 * 2 ** 30 }

/** Why a whole tree is refused. */
export type TreeProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'too-many-files'; readonly limit: number }
  | { readonly kind: 'unpacks-too-far'; readonly bytes: number; readonly limit: number }
  /** Entries that share their bytes: no program writes such a ZIP but one that means harm. */
  | { readonly kind: 'overlapping-entries' }

const archive = /\.(?:zip|rar|7z|tar|t?gz|bz2|xz|iso)$/i
const control = /\p{Cc}/u

/** The path as it is offered, or why it is not. Both separators count, as Windows writes `\` into ZIPs. */
export function checkPath(given: string): { path: string } | { why: SkipReason } {
  if (given === '' || given.length > 1_000 || control.test(given)) return { why: 'bad-name' }
  const path = given.replaceAll('\\', '/')
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return { why: 'climbs-out' }
  const parts = path.split('/').filter(part => part !== '' && part !== '.')
  if (parts.includes('..')) return { why: 'climbs-out' }
  if (parts.length === 0) return { why: 'bad-name' }
  return archive.test(parts.at(-1) ?? '')
    ? { why: 'archive-inside' }
    : { path: parts.join('/').normalize('NFC') }
}

/** A path that may be shown, whatever is in it. */
export const showable = (path: string): string =>
  path.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd').slice(0, 300)
