import { ok, type Result } from '../shared/result.ts'
import { type BundleCheck, type BundleFault, checked, unchecked } from './check.ts'
import { checkLedger } from './check-ledger.ts'
import { checkInstrumentAndScore } from './check-score.ts'
import {
  type BundleIndex,
  type Bytes,
  type CheckSignature,
  contentNames,
  fromHex,
  indexName,
  type ManifestPiece,
  type Sha256,
} from './format.ts'
import { type Members, openBundle, type UnreadableBundle } from './open-bundle.ts'
import { hashParts, partsOf } from './parts.ts'
import { type ReadBundle, readContents } from './read-contents.ts'

/** A file that lies beside the bundle, to be compared with the manifest. */
export type GivenFile = { readonly name: string; readonly sha256: string }

export type VerifyWith = {
  readonly sha256: Sha256
  readonly checkSignature: CheckSignature
  /** Fingerprints of the keys that the agency is known to have; null where nobody said. */
  readonly trusted: readonly string[] | null
  /** Null: the files themselves are not compared. */
  readonly files: readonly GivenFile[] | null
}

/**
 * `fails`: something does not hold. `unproven`: all of it agrees, but nobody said which keys are the agency's, so it
 * may be anyone's. `holds`: all of it agrees under a key of the agency.
 */
export type Verdict = 'holds' | 'unproven' | 'fails'

export type VerifiedBundle = {
  readonly index: BundleIndex
  readonly total: string
  readonly checks: readonly BundleCheck[]
  readonly verdict: Verdict
}

/** Recomputes everything that a bundle claims. A bundle that can be read gets every check, whatever failed before. */
export async function verifyBundle(
  bytes: Bytes,
  given: VerifyWith,
): Promise<Result<VerifiedBundle, UnreadableBundle>> {
  const members = openBundle(bytes)
  if (!members.ok) return members
  const read = readContents(members.value)
  if (!read.ok) return read
  const bundle = read.value
  const { sha256 } = given
  const instrumentHash = await sha256(bytesOf(members.value, 'instrument.json'))
  const checks = [
    await checkSignature(bundle, members.value, given),
    checkKey(bundle.index, given.trusted),
    await checkMembers(bundle, members.value, sha256),
    ...checkInstrumentAndScore(bundle, instrumentHash),
    await checkLedger(bundle, sha256),
    checkFiles(bundle.evidence, given.files),
  ]
  return ok({
    index: bundle.index,
    total: String(bundle.score.total),
    checks,
    verdict: checks.some(({ state }) => state === 'fails')
      ? 'fails'
      : given.trusted === null
        ? 'unproven'
        : 'holds',
  })
}

const bytesOf = (members: Members, name: string): Bytes => members.get(name) ?? new Uint8Array()

async function checkSignature(
  { index, signature }: ReadBundle,
  members: Members,
  { sha256, checkSignature }: VerifyWith,
): Promise<BundleCheck> {
  const publicKey = fromHex(index.key.publicKey)
  const faults: BundleFault[] = []
  if (!(await checkSignature(publicKey, fromHex(signature), bytesOf(members, indexName))))
    faults.push({ kind: 'bad-signature' })
  const recomputed = await sha256(publicKey)
  if (recomputed !== index.key.fingerprint)
    faults.push({ kind: 'fingerprint-differs', says: index.key.fingerprint, recomputed })
  return checked('signature', 1, faults)
}

/** Anyone can sign with a key of their own: only the agency's published keys say whose bundle it is. */
function checkKey({ key }: BundleIndex, trusted: readonly string[] | null): BundleCheck {
  if (trusted === null) return unchecked('key')
  return checked(
    'key',
    1,
    trusted.includes(key.fingerprint) ? [] : [{ kind: 'unknown-key', fingerprint: key.fingerprint }],
  )
}

async function checkMembers(
  { index, raw }: ReadBundle,
  members: Members,
  sha256: Sha256,
): Promise<BundleCheck> {
  const faults: BundleFault[] = []
  for (const member of contentNames) {
    const bytes = bytesOf(members, member)
    const named = index.members[member]
    if ((await sha256(bytes)) === named.sha256 && bytes.length === named.size) continue
    const found = new Map(Object.entries(await hashParts(partsOf(member, raw[member]), sha256)))
    const expected = new Map(Object.entries(index.parts[member] ?? {}))
    for (const part of new Set([...expected.keys(), ...found.keys()])) {
      const [was, is] = [expected.get(part), found.get(part)]
      if (was === is) continue
      const kind = was === undefined ? 'part-added' : is === undefined ? 'part-removed' : 'part-changed'
      faults.push({ kind, member, part })
    }
    faults.push({ kind: 'member-changed', member })
  }
  return checked('members', contentNames.length, faults)
}

/** A file is found by its hash, whatever it is called; one with the right name and another hash was swapped. */
function checkFiles(pieces: readonly ManifestPiece[], files: readonly GivenFile[] | null): BundleCheck {
  const asked = pieces.filter(piece => piece.sha256 !== null)
  const counted = { pieces: { files: asked.length, addresses: pieces.length - asked.length } }
  if (files === null || asked.length === 0) return { ...unchecked('evidence'), ...counted }
  const hashes = new Set(files.map(file => file.sha256))
  const names = new Set(files.map(file => file.name.toLowerCase()))
  const faults = asked.flatMap(({ sha256, title, id, version, fileName }): BundleFault[] => {
    if (sha256 !== null && hashes.has(sha256)) return []
    const called = title === '' ? id : title
    return fileName !== '' && names.has(fileName.toLowerCase())
      ? [{ kind: 'file-changed', title: called, version, fileName }]
      : [{ kind: 'file-missing', title: called, version }]
  })
  return { ...checked('evidence', asked.length, faults), ...counted }
}
