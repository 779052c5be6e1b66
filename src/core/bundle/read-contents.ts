import { isObject, list, object, oneOf, orNull, type Read, table, text, whole } from '../instrument/shape.ts'
import { err, ok, type Result } from '../shared/result.ts'
import {
  type BundleAnswers,
  type BundleIndex,
  type BundleLedger,
  bundleFormat,
  contentNames,
  indexName,
  type ManifestPiece,
  type SequencedEntry,
  signatureName,
  type TrackAnswer,
} from './format.ts'
import { jsonOf, type Members, type UnreadableBundle } from './open-bundle.ts'

const anyText: Read<string> = (value, path, mistakes) => {
  if (typeof value === 'string') return value
  mistakes.push({ path, kind: 'not-text' })
  return ''
}

const digits =
  (count: number): Read<string> =>
  (value, path, mistakes) => {
    if (typeof value === 'string' && value.length === count && /^[0-9a-f]*$/.test(value)) return value
    mistakes.push({ path, kind: 'not-text' })
    return ''
  }
const hash = digits(64)

const anything: Read<unknown> = value => value
const none: Read<null> = (value, path, mistakes) => {
  if (value !== null) mistakes.push({ path, kind: 'not-known' })
  return null
}
const record: Read<Readonly<Record<string, unknown>>> = table(anything)

const member = object(['sha256', 'size'], ({ need }) => ({
  sha256: need('sha256', hash),
  size: need('size', whole),
}))

const index: Read<BundleIndex> = object(
  [
    ...['format', 'engine', 'agency', 'unit', 'cycle', 'year', 'kind', 'closedAt'],
    ...['instrument', 'key', 'members', 'parts'],
  ],
  ({ need }) => ({
    format: need('format', text),
    engine: need('engine', text),
    agency: need('agency', anyText),
    unit: need(
      'unit',
      object(['id', 'name'], unit => ({ id: unit.need('id', text), name: unit.need('name', text) })),
    ),
    cycle: need('cycle', text),
    year: need('year', whole),
    kind: need('kind', text),
    closedAt: need('closedAt', text),
    instrument: need(
      'instrument',
      object(['id', 'hash'], one => ({ id: one.need('id', text), hash: one.need('hash', hash) })),
    ),
    key: need(
      'key',
      object(['algorithm', 'publicKey', 'fingerprint'], key => ({
        algorithm: key.need('algorithm', oneOf('Ed25519')),
        publicKey: key.need('publicKey', hash),
        fingerprint: key.need('fingerprint', hash),
      })),
    ),
    members: need(
      'members',
      object([...contentNames], one => ({
        'instrument.json': one.need('instrument.json', member),
        'answers.json': one.need('answers.json', member),
        'evidence-manifest.json': one.need('evidence-manifest.json', member),
        'ledger.json': one.need('ledger.json', member),
        'score.json': one.need('score.json', member),
      })),
    ),
    parts: need('parts', table(table(hash))),
  }),
)

const trackAnswer: Read<TrackAnswer> = object(['value', 'explanation', 'version'], ({ need }) => ({
  value: need('value', anything),
  explanation: need('explanation', anyText),
  version: need('version', whole),
}))

const zeroOrOne = oneOf('0', '1')

const answers: Read<BundleAnswers> = object(['instrument', 'settings', 'tracks'], ({ need }) => ({
  instrument: need('instrument', text),
  settings: need(
    'settings',
    object(['zeroDenominator'], settings => {
      const zeroDenominator = settings.may('zeroDenominator', table(zeroOrOne))
      return zeroDenominator === undefined ? {} : { zeroDenominator }
    }),
  ),
  tracks: need(
    'tracks',
    object(['unit', 'assessor', 'final'], tracks => ({
      unit: tracks.need('unit', table(trackAnswer)),
      assessor: tracks.need('assessor', none),
      final: tracks.need('final', none),
    })),
  ),
}))

const pieceFields = [
  ...['id', 'title', 'confidentiality', 'state', 'version', 'fileName', 'type', 'size', 'sha256', 'url'],
  'cited',
]
const piece: Read<ManifestPiece> = object(pieceFields, ({ need }) => ({
  id: need('id', text),
  title: need('title', anyText),
  confidentiality: need('confidentiality', text),
  state: need('state', text),
  version: need('version', whole),
  fileName: need('fileName', anyText),
  type: need('type', anyText),
  size: need('size', orNull(whole)),
  sha256: need('sha256', orNull(hash)),
  url: need('url', anyText),
  cited: need(
    'cited',
    list(
      object(['code', 'page'], one => ({ code: one.need('code', text), page: one.need('page', anyText) })),
    ),
  ),
}))
const manifest = object(['pieces'], ({ need }) => need('pieces', list(piece)))

const entryFields = [
  ...['seq', 'at', 'actorId', 'action', 'subjectType', 'subjectId', 'unitId', 'detail', 'previous', 'hash'],
]
const entry: Read<SequencedEntry> = object(entryFields, ({ need }) => ({
  seq: need('seq', whole),
  at: need('at', text),
  actorId: need('actorId', orNull(anyText)),
  action: need('action', text),
  subjectType: need('subjectType', text),
  subjectId: need('subjectId', anyText),
  unitId: need('unitId', orNull(text)),
  detail: need('detail', record),
  previous: need('previous', hash),
  hash: need('hash', hash),
}))
const ledger: Read<BundleLedger> = object(['entries', 'head'], ({ need }) => ({
  entries: need('entries', list(entry)),
  head: need(
    'head',
    object(['seq', 'hash'], head => ({ seq: head.need('seq', whole), hash: head.need('hash', hash) })),
  ),
}))

/** The contents of a bundle, of the right shape though perhaps not true. */
export type ReadBundle = {
  readonly index: BundleIndex
  readonly signature: string
  readonly instrument: unknown
  readonly answers: BundleAnswers
  readonly evidence: readonly ManifestPiece[]
  readonly ledger: BundleLedger
  readonly score: Readonly<Record<string, unknown>>
  /** Each member as JSON, for the hashes of its parts. */
  readonly raw: Readonly<Record<string, unknown>>
}

export function readContents(members: Members): Result<ReadBundle, UnreadableBundle> {
  const raw: Record<string, unknown> = {}
  for (const name of [indexName, ...contentNames]) {
    const found = jsonOf(name, members.get(name) ?? new Uint8Array())
    if (!found.ok) return found
    raw[name] = found.value
  }
  const given = raw[indexName]
  const format = isObject(given) ? given.format : undefined
  if (typeof format === 'string' && format !== bundleFormat)
    return err({ kind: 'unknown-format', format: format.slice(0, 40) })
  const bad: UnreadableBundle[] = []
  const read = <T>(name: string, reader: Read<T>): T => {
    const mistakes: Parameters<Read<T>>[2] = []
    const value = reader(raw[name], '', mistakes)
    const [first] = mistakes
    if (first) bad.push({ kind: 'bad-shape', member: name, path: first.path.slice(0, 80) })
    return value
  }
  const bundle = {
    index: read(indexName, index),
    signature: new TextDecoder().decode(members.get(signatureName)).trim().slice(0, 200),
    instrument: raw['instrument.json'],
    answers: read('answers.json', answers),
    evidence: read('evidence-manifest.json', manifest),
    ledger: read('ledger.json', ledger),
    score: read('score.json', record),
    raw,
  }
  const [first] = bad
  return first ? err(first) : ok(bundle)
}
