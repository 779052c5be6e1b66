/**
 * The bundle of a closed cycle: what stands in it and how large it may be.
 * docs/reference/bundle-format.md describes it for other programs.
 */
import type { LedgerEntry } from '../ledger/entry.ts'
import type { ScoreSettings } from '../score/answers.ts'

export const bundleFormat = 'zona-bundle-1'

/** The members that `bundle.json` names by their hashes, in the order in which they are written. */
export const contentNames = [
  'instrument.json',
  'answers.json',
  'evidence-manifest.json',
  'ledger.json',
  'score.json',
] as const
export type ContentName = (typeof contentNames)[number]

export const indexName = 'bundle.json'
export const signatureName = 'signature'
export const memberNames: readonly string[] = [...contentNames, indexName, signatureName]

/** Bytes; a cycle of 127 items with thousands of ledger entries stays far below. */
export const bundleLimits = { file: 8_000_000, member: 16_000_000, depth: 64 } as const

export type BundleIndex = {
  readonly format: string
  readonly engine: string
  readonly agency: string
  readonly unit: { readonly id: string; readonly name: string }
  readonly cycle: string
  readonly year: number
  readonly kind: string
  readonly closedAt: string
  readonly instrument: { readonly id: string; readonly hash: string }
  readonly key: {
    readonly algorithm: 'Ed25519'
    /** The 32 bytes in hexadecimal digits. */
    readonly publicKey: string
    /** The SHA-256 of those bytes. */
    readonly fingerprint: string
  }
  readonly members: Readonly<Record<ContentName, { readonly sha256: string; readonly size: number }>>
  /** The hashes of a member's parts, so that a change can be named. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type TrackAnswer = {
  readonly value: unknown
  readonly explanation: string
  readonly version: number
}

export type BundleAnswers = {
  readonly instrument: string
  readonly settings: ScoreSettings
  readonly tracks: {
    readonly unit: Readonly<Record<string, TrackAnswer>>
    /** Null until assessors have their own values. */
    readonly assessor: null
    readonly final: null
  }
}

export type ManifestPiece = {
  readonly id: string
  /** Empty, like the address and the file's name, where the piece is restricted. */
  readonly title: string
  readonly confidentiality: string
  readonly state: string
  readonly version: number
  readonly fileName: string
  readonly type: string
  readonly size: number | null
  /** Null where the piece is an address and not a file. */
  readonly sha256: string | null
  readonly url: string
  readonly cited: readonly { readonly code: string; readonly page: string }[]
}

export type SequencedEntry = LedgerEntry & { readonly seq: number }

export type BundleLedger = {
  /** Every entry about this cycle before its closing, in the ledger's order. */
  readonly entries: readonly SequencedEntry[]
  /** The ledger's last entry, whatever it is about, at the moment of closing. */
  readonly head: { readonly seq: number; readonly hash: string }
}

export type BundleContents = {
  readonly instrument: unknown
  readonly answers: BundleAnswers
  readonly evidence: readonly ManifestPiece[]
  readonly ledger: BundleLedger
  readonly score: unknown
}

export type Bytes = Uint8Array<ArrayBuffer>
/** Hexadecimal digits. */
export type Sha256 = (bytes: Bytes) => Promise<string>
export type CheckSignature = (publicKey: Bytes, signature: Bytes, data: Bytes) => Promise<boolean>

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of hexadecimal digits; empty where the text is none. */
export const fromHex = (text: string): Bytes =>
  /^(?:[0-9a-f]{2})*$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
    : new Uint8Array()
