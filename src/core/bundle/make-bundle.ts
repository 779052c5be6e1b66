import { zipSync } from 'fflate'
import { canonicalJson } from '../ledger/entry.ts'
import {
  type BundleContents,
  type BundleIndex,
  type Bytes,
  bundleFormat,
  type ContentName,
  contentNames,
  indexName,
  type Sha256,
  signatureName,
  toHex,
  utf8,
} from './format.ts'
import { hashParts, partsOf } from './parts.ts'

export type BundleFacts = Pick<
  BundleIndex,
  'engine' | 'agency' | 'unit' | 'cycle' | 'year' | 'kind' | 'closedAt' | 'instrument'
>

/** A key pair that can sign. `publicKey` is the 32 bytes themselves. */
export type BundleKey = {
  readonly publicKey: Bytes
  readonly sign: (data: Bytes) => Promise<Bytes>
}

/**
 * The bytes of a bundle. The same contents under the same key give the same bytes: Ed25519 signs without
 * randomness, keys are sorted, members stand uncompressed in one order and carry no time.
 */
export async function makeBundle(
  facts: BundleFacts,
  contents: BundleContents,
  key: BundleKey,
  sha256: Sha256,
): Promise<Bytes> {
  const values: Readonly<Record<ContentName, unknown>> = {
    'instrument.json': contents.instrument,
    'answers.json': contents.answers,
    'evidence-manifest.json': { pieces: contents.evidence },
    'ledger.json': contents.ledger,
    'score.json': contents.score,
  }
  const described = await Promise.all(
    contentNames.map(async name => {
      const bytes = utf8(canonicalJson(values[name]))
      const parts = await hashParts(partsOf(name, values[name]), sha256)
      return { name, bytes, parts, sha256: await sha256(bytes), size: bytes.length }
    }),
  )
  const by = <T>(pick: (one: (typeof described)[number]) => T) =>
    Object.fromEntries(described.map(one => [one.name, pick(one)]))
  const index = {
    format: bundleFormat,
    ...facts,
    key: {
      algorithm: 'Ed25519',
      publicKey: toHex(key.publicKey),
      fingerprint: await sha256(key.publicKey),
    },
    members: by(({ sha256, size }) => ({ sha256, size })),
    parts: by(({ parts }) => parts),
  }
  const signed = utf8(canonicalJson(index))
  const signature = utf8(`${toHex(await key.sign(signed))}\n`)
  return zipInOrder([
    ...described.map(({ name, bytes }) => [name, bytes] as const),
    [indexName, signed],
    [signatureName, signature],
  ])
}

/** Uncompressed, with the first moment that a ZIP can name. */
export const zipInOrder = (members: readonly (readonly [string, Bytes])[]): Bytes =>
  zipSync(Object.fromEntries(members), { level: 0, mtime: new Date(1980, 0, 1) })
