import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { readInstrument } from '../instrument/read-instrument.ts'
import { link } from '../ledger/chain.ts'
import { canonicalJson } from '../ledger/entry.ts'
import { score } from '../score/score.ts'
import type { BundleContents, Bytes } from './format.ts'
import { type BundleKey, makeBundle, zipInOrder } from './make-bundle.ts'
import { type VerifyWith, verifyBundle } from './verify-bundle.ts'
import { webChecks } from './web-checks.ts'

export const { sha256, checkSignature } = webChecks(crypto.subtle)

export function testKey(): BundleKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async data => new Uint8Array(sign(null, data, privateKey)),
  }
}

export const cycle = '0b6f7c52-1111-4222-8333-444455556666'
const file = (name: string) => new URL(`../../../${name}`, import.meta.url)
const instrument: unknown = JSON.parse(
  readFileSync(file('data/instruments/permenpanrb-90-2021.json'), 'utf8'),
)

export const given: Readonly<Record<string, unknown>> = {
  'P.MP.1.a': 'Ya',
  'P.MP.1.b': 'A',
  'R.MP.1.a': { agents: 7, changes: 7 },
  'H.BERSIH.a': '3.6',
}

/** A small cycle: four answers, one file and one address, four entries of which two follow each other. */
export function contents(): BundleContents {
  const read = readInstrument(instrument)
  if (!read.ok) throw new Error('the official instrument is not well formed')
  const scored = score(read.value, given)
  if (!scored.ok) throw new Error(scored.problem.kind)
  const entry = (
    seq: number,
    action: string,
    previous: string,
    detail: Readonly<Record<string, unknown>>,
  ) => {
    const at = `2026-11-24T03:00:${seq}.000Z`
    const about = { actorId: 'u', action, subjectType: 'assessment', subjectId: cycle, unitId: null }
    return { seq, ...link(previous, { at, ...about, detail }) }
  }
  const started = entry(10, 'assessment-started', 'a'.repeat(64), { hash: facts.instrument.hash })
  const answered = entry(11, 'assessment-answered', started.hash, {
    answers: { 'P.MP.1.a': { was: null, now: 'Ya' } },
  })
  const submitted = entry(15, 'assessment-submitted', 'b'.repeat(64), { total: scored.value.total })
  const entries = [started, answered, submitted]
  return {
    instrument,
    answers: {
      instrument: 'permenpanrb-90-2021',
      settings: {},
      tracks: {
        unit: Object.fromEntries(
          Object.entries(given).map(([code, value]) => [code, { value, explanation: '', version: 1 }]),
        ),
        assessor: null,
        final: null,
      },
    },
    evidence: [
      {
        id: 'e1',
        title: 'SK Tim Kerja',
        confidentiality: 'internal',
        state: 'accepted',
        version: 2,
        fileName: 'SK Tim.pdf',
        type: 'application/pdf',
        size: 12,
        sha256: 'c'.repeat(64),
        url: '',
        cited: [{ code: 'P.MP.1.a', page: 'hal. 2' }],
      },
    ],
    ledger: { entries, head: { seq: 20, hash: 'd'.repeat(64) } },
    score: scored.value,
  }
}

export const facts = {
  engine: 'zona 0.1.0',
  agency: 'Instansi Contoh',
  unit: { id: 'u1', name: 'Unit Contoh' },
  cycle,
  year: 2026,
  kind: 'scored',
  instrument: {
    id: 'permenpanrb-90-2021',
    hash: createHash('sha256').update(canonicalJson(instrument)).digest('hex'),
  },
  closedAt: '2026-11-24T04:00:00.000Z',
}

export const bundleWith = (key: BundleKey, changed: Partial<BundleContents> = {}): Promise<Bytes> =>
  makeBundle(facts, { ...contents(), ...changed }, key, sha256)

/** A bundle of which somebody rewrote the text of one member. */
export function rewrite(bytes: Bytes, member: string, change: (text: string) => string): Bytes {
  const members = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Bytes] => {
    const text = new TextDecoder().decode(content)
    const changed = name === member ? change(text) : text
    if (name === member && changed === text) throw new Error(`${member} holds nothing to change`)
    return [name, new TextEncoder().encode(changed)]
  })
  return zipInOrder(members)
}

export const verify = (bytes: Bytes, more: Partial<VerifyWith> = {}) =>
  verifyBundle(bytes, { sha256, checkSignature, trusted: null, files: null, ...more })
