/** What is looked at, in the order of a report. */
export const checkNames = [
  'signature',
  'key',
  'members',
  'instrument',
  'score',
  'ledger',
  'evidence',
] as const
export type CheckName = (typeof checkNames)[number]

/** One thing that does not hold. */
export type BundleFault =
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'fingerprint-differs'; readonly says: string; readonly recomputed: string }
  | { readonly kind: 'unknown-key'; readonly fingerprint: string }
  | { readonly kind: 'member-changed'; readonly member: string }
  | { readonly kind: 'part-changed'; readonly member: string; readonly part: string }
  | { readonly kind: 'part-added'; readonly member: string; readonly part: string }
  | { readonly kind: 'part-removed'; readonly member: string; readonly part: string }
  | { readonly kind: 'instrument-not-pinned'; readonly says: string; readonly recomputed: string }
  | { readonly kind: 'instrument-not-whole'; readonly path: string; readonly count: number }
  | { readonly kind: 'other-instrument'; readonly says: string; readonly found: string }
  | { readonly kind: 'not-scorable'; readonly codes: readonly string[] }
  | {
      readonly kind: 'number-differs'
      readonly path: string
      readonly says: string
      readonly recomputed: string
    }
  | { readonly kind: 'entry-changed'; readonly seq: number }
  | { readonly kind: 'link-broken'; readonly seq: number }
  | { readonly kind: 'out-of-order'; readonly seq: number }
  | { readonly kind: 'other-cycle'; readonly seq: number }
  | { readonly kind: 'other-instrument-recorded'; readonly seq: number }
  | {
      readonly kind: 'submitted-otherwise'
      readonly seq: number
      readonly says: string
      readonly recomputed: string
    }
  | { readonly kind: 'file-missing'; readonly title: string; readonly version: number }
  | {
      readonly kind: 'file-changed'
      readonly title: string
      readonly version: number
      readonly fileName: string
    }

export type BundleCheck = {
  readonly name: CheckName
  /** `unchecked`: what it would be compared with was not given. */
  readonly state: 'holds' | 'fails' | 'unchecked'
  readonly faults: readonly BundleFault[]
  /** How many things were compared. */
  readonly count: number
  /** Of the evidence: how many pieces have a file, and how many are an address, which nothing can be compared with. */
  readonly pieces?: { readonly files: number; readonly addresses: number }
}

export const checked = (name: CheckName, count: number, faults: readonly BundleFault[]): BundleCheck => ({
  name,
  state: faults.length > 0 ? 'fails' : 'holds',
  faults,
  count,
})

export const unchecked = (name: CheckName): BundleCheck => ({
  name,
  state: 'unchecked',
  faults: [],
  count: 0,
})
