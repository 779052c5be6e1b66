import type { Readable } from 'node:stream'

/** The bytes from `start` to `end`, both included, as in a Range header. */
export type ByteRange = { readonly start: number; readonly end: number }

export type StoredObject = { readonly sha256: string; readonly size: number; readonly modifiedAt: Date }
export type StagedObject = { readonly id: string; readonly modifiedAt: Date }

/**
 * Where the bytes lie. An object's name is the SHA-256 of its content, so that the same bytes are stored once
 * and cannot be swapped. Bytes arrive in a staging place and get their name only when they are whole and
 * durable: whatever happens in between, no half object carries a name.
 */
export type ObjectStore = {
  /** Writes a stream to the staging place, never holding it whole in memory. Throws `StoreProblem`. */
  readonly stage: (id: string, source: AsyncIterable<Uint8Array>) => Promise<void>
  /**
   * Writes behind the first `offset` bytes that were appended before under this id, and is done once they are
   * durable. What stands past `offset` is lost.
   */
  readonly append: (id: string, offset: number, source: AsyncIterable<Uint8Array>) => Promise<void>
  /** How many appended bytes stand, one behind the other. */
  readonly appended: (id: string) => Promise<number>
  /** Forgets what was appended past `offset`. */
  readonly cut: (id: string, offset: number) => Promise<void>
  /** Makes appended bytes what `stage` would have left. Asked again, it goes on where it was cut off. */
  readonly gather: (id: string) => Promise<void>
  readonly readStaged: (id: string, range?: ByteRange) => Promise<Readable>
  /** Makes staged bytes durable under their hash; replaces an equal object. */
  readonly settle: (id: string, sha256: string) => Promise<void>
  readonly dropStaged: (id: string) => Promise<void>
  readonly read: (sha256: string, range?: ByteRange) => Promise<Readable>
  /** Null where there is no such object. */
  readonly find: (sha256: string) => Promise<StoredObject | null>
  readonly list: () => AsyncIterable<StoredObject>
  readonly listStaged: () => AsyncIterable<StagedObject>
  readonly remove: (sha256: string) => Promise<void>
}

/** The store could not do it, through no fault of who asked. */
export class StoreProblem extends Error {
  readonly kind: 'store-full' | 'store-unavailable'
  constructor(kind: StoreProblem['kind'], cause: unknown) {
    super(kind, { cause })
    this.kind = kind
  }
}

const hash = /^[0-9a-f]{64}$/
const stagingId = /^[0-9a-f-]{36}$/

/** Two levels of folders, so that none grows to hundreds of thousands of entries. */
export function objectKey(sha256: string): string {
  if (!hash.test(sha256)) throw new Error('not a SHA-256')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export function stagingKey(id: string): string {
  if (!stagingId.test(id)) throw new Error('not an id')
  return `staging/${id}`
}

export const isHash = (text: string): boolean => hash.test(text)
