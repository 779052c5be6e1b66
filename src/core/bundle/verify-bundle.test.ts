import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../ledger/entry.ts'
import { bundleWith, contents, facts, rewrite, sha256, testKey, verify } from './bundle.test-data.ts'
import type { BundleFault, CheckName } from './check.ts'
import { bundleLimits, toHex, utf8 } from './format.ts'
import { makeBundle } from './make-bundle.ts'

const key = testKey()
const hashOf = (value: unknown) => sha256(utf8(canonicalJson(value)))
const untouched = await bundleWith(key)
const { fingerprint } = await (async () => {
  const read = await verify(untouched)
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value.index.key
})()

/** What does not hold, by the check that found it. */
async function faultsOf(
  ...of: Parameters<typeof verify>
): Promise<Partial<Record<CheckName, BundleFault[]>>> {
  const verified = await verify(...of)
  if (!verified.ok) throw new Error(`it cannot even be read: ${verified.problem.kind}`)
  const failed = verified.value.checks.filter(({ state }) => state === 'fails')
  expect(verified.value.verdict === 'fails').toBe(failed.length > 0)
  return Object.fromEntries(failed.map(({ name, faults }) => [name, faults]))
}

describe('a bundle that nobody touched', () => {
  test('holds in every check, with the agency’s key and its file at hand', async () => {
    const verified = await verify(untouched, {
      trusted: [fingerprint],
      files: [{ name: 'another name.pdf', sha256: 'c'.repeat(64) }],
    })
    expect(verified).toMatchObject({ ok: true, value: { verdict: 'holds' } })
    if (verified.ok)
      expect(new Set(verified.value.checks.map(({ state }) => state))).toEqual(new Set(['holds']))
  })

  test('says what could not be checked where there is nothing to compare with', async () => {
    const verified = await verify(untouched)
    if (!verified.ok) throw new Error(verified.problem.kind)
    const open = verified.value.checks.filter(({ state }) => state === 'unchecked')
    expect(open.map(({ name }) => name)).toEqual(['key', 'evidence'])
    expect(verified.value.verdict).toBe('unproven')
  })

  test('is the same to the last byte when it is made again', async () => {
    expect(toHex(await bundleWith(key))).toBe(toHex(untouched))
  })
})

describe('a bundle that was changed', () => {
  test('with one changed answer names the answer and every number that no longer follows', async () => {
    const forged = rewrite(untouched, 'answers.json', text =>
      text.replace('"P.MP.1.b":{"explanation":"","value":"A"', '"P.MP.1.b":{"explanation":"","value":"C"'),
    )
    const faults = await faultsOf(forged)
    expect(Object.keys(faults)).toEqual(['members', 'score'])
    expect(faults.members).toEqual([
      { kind: 'part-changed', member: 'answers.json', part: 'P.MP.1.b' },
      { kind: 'member-changed', member: 'answers.json' },
    ])
    const total = faults.score?.find(fault => fault.kind === 'number-differs' && fault.path === 'score.total')
    expect(total).toMatchObject({ says: '17.25', recomputed: '17' })
  })

  test('with one changed weight names the sub-item, and is not the pinned instrument', async () => {
    const forged = rewrite(untouched, 'instrument.json', text =>
      text.replace(/("code":"P\.MP\.1",.{0,4000}?"weight":")([^"]+)/s, '$10.25'),
    )
    const faults = await faultsOf(forged)
    expect(faults.members).toContainEqual({
      kind: 'part-changed',
      member: 'instrument.json',
      part: 'P.MP.1',
    })
    expect(faults.instrument?.map(({ kind }) => kind)).toContain('instrument-not-pinned')
  })

  test('with a score that was raised says what it says and what it should say', async () => {
    const forged = rewrite(untouched, 'score.json', text => text.replace(/"total":"[^"]+"/, '"total":"99"'))
    const { total } = contents().score as { total: string }
    const faults = await faultsOf(forged)
    expect(faults.score).toEqual([
      { kind: 'number-differs', path: 'score.total', says: '99', recomputed: total },
    ])
    expect(faults.ledger).toEqual([{ kind: 'submitted-otherwise', seq: 15, says: total, recomputed: '99' }])
  })

  test('with a changed ledger entry names its number', async () => {
    const forged = rewrite(untouched, 'ledger.json', text => text.replace('"now":"Ya"', '"now":"Tidak"'))
    const faults = await faultsOf(forged)
    expect(faults.ledger).toEqual([{ kind: 'entry-changed', seq: 11 }])
    expect(faults.members).toEqual([{ kind: 'member-changed', member: 'ledger.json' }])
  })

  test('whose entry was put after another one than it followed breaks there', async () => {
    const whole = contents()
    const [first, second, third] = whole.ledger.entries
    if (!first || !second || !third) throw new Error('three entries are expected')
    const swapped = { ...whole.ledger, entries: [first, { ...third, seq: 11 }, { ...second, seq: 15 }] }
    const faults = await faultsOf(await bundleWith(key, { ledger: swapped }))
    expect(faults.ledger).toEqual([{ kind: 'link-broken', seq: 11 }])
  })

  test('with another instrument than the ledger recorded names the entries that contradict it', async () => {
    const whole = contents()
    const { pillars, ...rest } = whole.instrument as { pillars: unknown }
    const instrument = { ...rest, pillars, id: 'permenpanrb-90-2021', supersedes: 'lain' }
    const forged = await makeBundle(
      { ...facts, instrument: { ...facts.instrument, hash: await hashOf(instrument) } },
      { ...whole, instrument },
      key,
      sha256,
    )
    expect(await faultsOf(forged)).toEqual({ ledger: [{ kind: 'other-instrument-recorded', seq: 10 }] })
  })

  test('with a changed title of evidence names the piece', async () => {
    const forged = rewrite(untouched, 'evidence-manifest.json', text =>
      text.replace('SK Tim Kerja', 'SK Lain'),
    )
    expect((await faultsOf(forged)).members).toContainEqual({
      kind: 'part-changed',
      member: 'evidence-manifest.json',
      part: 'e1',
    })
  })

  test('with hashes made to fit no longer carries the agency’s signature', async () => {
    const forged = rewrite(untouched, 'bundle.json', text => text.replace('"year":2026', '"year":2025'))
    expect(await faultsOf(forged)).toEqual({ signature: [{ kind: 'bad-signature' }] })
  })
})

describe('the evidence files', () => {
  const given = (name: string, sha256: string) => ({ trusted: [fingerprint], files: [{ name, sha256 }] })

  test('one that was swapped is named', async () => {
    expect(await faultsOf(untouched, given('SK TIM.pdf', 'e'.repeat(64)))).toEqual({
      evidence: [{ kind: 'file-changed', title: 'SK Tim Kerja', version: 2, fileName: 'SK Tim.pdf' }],
    })
  })

  test('one that is not there is named', async () => {
    expect(await faultsOf(untouched, given('lain.pdf', 'e'.repeat(64)))).toEqual({
      evidence: [{ kind: 'file-missing', title: 'SK Tim Kerja', version: 2 }],
    })
  })
})

describe('the key', () => {
  test('a bundle signed again by another key holds in itself and is none of the agency’s', async () => {
    const other = testKey()
    const forged = await bundleWith(other)
    const verified = await verify(forged)
    expect(verified).toMatchObject({ ok: true, value: { verdict: 'unproven' } })
    if (!verified.ok) return
    expect(await faultsOf(forged, { trusted: [fingerprint] })).toEqual({
      key: [{ kind: 'unknown-key', fingerprint: verified.value.index.key.fingerprint }],
    })
  })

  test('a signature of another key over the same words is refused', async () => {
    const other = testKey()
    const forged = rewrite(untouched, 'bundle.json', text =>
      text.replace(toHex(key.publicKey), toHex(other.publicKey)),
    )
    const faults = await faultsOf(forged)
    expect(faults.signature?.map(({ kind }) => kind)).toEqual(['bad-signature', 'fingerprint-differs'])
  })

  test('a signature that is cut off or no hexadecimal text is refused', async () => {
    for (const broken of ['', 'xyz', 'ab'.repeat(63)])
      expect((await faultsOf(rewrite(untouched, 'signature', () => broken))).signature).toEqual([
        { kind: 'bad-signature' },
      ])
  })
})

describe('an archive that holds more than its members', () => {
  const problem = async (bytes: Uint8Array) => {
    const verified = await verify(new Uint8Array(bytes), { trusted: [fingerprint] })
    return verified.ok ? verified.value.verdict : verified.problem
  }
  const start = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6)
  /** The archive with the directory, and what it says of the places of members, moved along. */
  const moved = (bytes: Uint8Array, by: number): Buffer => {
    const copy = Buffer.from(bytes)
    for (let line = start(copy); line < copy.length - 22; line += 46 + copy.readUInt16LE(line + 28))
      copy.writeUInt32LE(copy.readUInt32LE(line + 42) + by, line + 42)
    copy.writeUInt32LE(start(copy) + by, copy.length - 6)
    return copy
  }
  const junk = Buffer.from('bukan bagian bundel')

  test('with a comment, or with something after its end, is refused', async () => {
    const commented = Buffer.concat([untouched, junk])
    commented.writeUInt16LE(junk.length, untouched.length - 2)
    expect(await problem(commented)).toEqual({ kind: 'archive-comment', bytes: junk.length })
    expect(await problem(Buffer.concat([untouched, junk]))).toEqual({
      kind: 'bytes-after',
      bytes: junk.length,
    })
  })

  test('with something before it is refused, whether its places count that or not', async () => {
    for (const archive of [untouched, moved(untouched, junk.length)])
      expect(await problem(Buffer.concat([junk, archive]))).toEqual({
        kind: 'bytes-before',
        bytes: junk.length,
      })
  })

  test('with an entry that its directory does not list is refused with that entry’s name', async () => {
    const hidden = zipSync({ 'answers.json': utf8('{"instrument":"lain"}') }, { level: 0 })
    const entry = Buffer.from(hidden).subarray(0, start(Buffer.from(hidden)))
    expect(await problem(Buffer.concat([entry, moved(untouched, entry.length)]))).toEqual({
      kind: 'unlisted-entry',
      member: 'answers.json',
    })
  })

  test('with a gap between members, or beside the directory, is refused', async () => {
    const archive = Buffer.from(untouched)
    const directory = start(archive)
    const before = Buffer.concat([archive.subarray(0, directory), junk, archive.subarray(directory)])
    before.writeUInt32LE(directory + junk.length, before.length - 6)
    const after = Buffer.concat([archive.subarray(0, -22), junk, archive.subarray(-22)])
    for (const gap of [before, after])
      expect(await problem(gap)).toEqual({ kind: 'bytes-between', bytes: junk.length, member: null })
    const second = archive.indexOf('answers.json') - 30
    const between = Buffer.concat([archive.subarray(0, second), junk, archive.subarray(second)])
    between.writeUInt32LE(directory + junk.length, between.length - 6)
    let line = directory + junk.length
    for (let at = 0; at < 7; at += 1, line += 46 + between.readUInt16LE(line + 28))
      if (at > 0) between.writeUInt32LE(between.readUInt32LE(line + 42) + junk.length, line + 42)
    expect(await problem(between)).toEqual({
      kind: 'bytes-between',
      bytes: junk.length,
      member: 'answers.json',
    })
  })

  test('whose headers say something else than the directory, or something besides, is refused', async () => {
    const named = Buffer.from(untouched)
    named.write('A', named.indexOf('answers.json'), 'latin1')
    expect(await problem(named)).toEqual({ kind: 'header-differs', member: 'answers.json' })
    const dated = Buffer.from(untouched)
    dated.writeUInt16LE(0x22, dated.indexOf('score.json') - 30 + 12)
    expect(await problem(dated)).toEqual({ kind: 'header-differs', member: 'score.json' })
    const extra = zipSync(unzipSync(untouched), {
      level: 0,
      extra: { 28789: junk },
    })
    expect(await problem(extra)).toEqual({ kind: 'header-unusual', member: 'instrument.json' })
  })

  test('with bytes after the end of a deflated content is refused; deflated members as such are read', async () => {
    const deflated = zipSync(unzipSync(untouched))
    expect(await problem(deflated)).toBe('holds')
    const archive = Buffer.from(deflated)
    const directory = start(archive)
    const longer = Buffer.concat([archive.subarray(0, directory), junk, archive.subarray(directory)])
    longer.writeUInt32LE(directory + junk.length, longer.length - 6)
    const [header, line] = [archive.indexOf('signature') - 30, longer.lastIndexOf('signature') - 46]
    for (const place of [header + 18, line + 20])
      longer.writeUInt32LE(longer.readUInt32LE(place) + junk.length, place)
    expect(await problem(longer)).toEqual({ kind: 'bytes-inside', member: 'signature' })
  })
})

describe('what is no bundle', () => {
  const names = ['instrument.json', 'answers.json', 'evidence-manifest.json', 'ledger.json', 'score.json']
  const all = [...names, 'bundle.json', 'signature']
  const zip = (members: Readonly<Record<string, Uint8Array>>) => zipSync(members)
  const empty = Object.fromEntries(all.map(name => [name, new Uint8Array([123, 125])]))
  const problem = async (bytes: Uint8Array<ArrayBuffer>) => {
    const verified = await verify(bytes)
    return verified.ok ? null : verified.problem
  }
  const without = (name: string) =>
    Object.fromEntries(Object.entries(empty).filter(([member]) => member !== name))

  test('a removed member is named', async () => {
    for (const name of all)
      expect(await problem(zip(without(name)))).toEqual({ kind: 'missing-member', member: name })
  })

  test('a file that does not belong, and a name that climbs, are named', async () => {
    const one = new Uint8Array([1])
    expect(await problem(zip({ ...empty, 'readme.txt': one }))).toEqual({
      kind: 'extra-member',
      member: 'readme.txt',
    })
    for (const name of ['../answers.json', '/etc/passwd', 'C:\\x', 'a\\b'])
      expect(await problem(zip({ ...empty, [name]: one }))).toEqual({ kind: 'bad-name', member: name })
  })

  test('a member that stands twice is named', async () => {
    const twice = zip({ ...empty, 'ledgex.json': new Uint8Array([123, 125]) })
    const renamed = Buffer.from(twice).toString('latin1').replaceAll('ledgex.json', 'ledger.json')
    expect(await problem(new Uint8Array(Buffer.from(renamed, 'latin1')))).toEqual({
      kind: 'repeated-member',
      member: 'ledger.json',
    })
  })

  test('a member that unpacks to more than a bundle holds is refused before it is unpacked', async () => {
    const bomb = zip({ ...without('ledger.json'), 'ledger.json': new Uint8Array(bundleLimits.member + 1) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problem(new Uint8Array(bomb))).toEqual({
      kind: 'member-too-large',
      member: 'ledger.json',
      limit: bundleLimits.member,
    })
  })

  test('a member whose directory lies about its size is never unpacked beyond that size', async () => {
    const bomb = Buffer.from(zip({ ...without('ledger.json'), 'ledger.json': new Uint8Array(4_000_000) }))
    const directory = bomb.lastIndexOf('ledger.json') - 46
    expect(bomb.readUInt32LE(directory)).toBe(0x02014b50)
    const header = bomb.indexOf('ledger.json') - 30
    for (const place of [header + 22, directory + 24]) bomb.writeUInt32LE(2, place)
    expect(await problem(new Uint8Array(bomb))).toEqual({ kind: 'bytes-inside', member: 'ledger.json' })
  })

  test('JSON that is none, that nests without end or has another shape is refused by its name', async () => {
    const broken = (text: string) => rewrite(untouched, 'ledger.json', () => text)
    expect(await problem(broken('{'))).toEqual({ kind: 'not-json', member: 'ledger.json' })
    expect(await problem(broken('['.repeat(100_000)))).toEqual({ kind: 'too-deep', member: 'ledger.json' })
    expect(await problem(broken('{"entries":[],"head":{"seq":"1","hash":""}}'))).toEqual({
      kind: 'bad-shape',
      member: 'ledger.json',
      path: 'head.seq',
    })
  })

  test('a bundle of a later format says so', async () => {
    const later = rewrite(untouched, 'bundle.json', text => text.replace('zona-bundle-1', 'zona-bundle-9'))
    expect(await problem(later)).toEqual({ kind: 'unknown-format', format: 'zona-bundle-9' })
  })

  test('what is no ZIP, or too large to be a bundle, is refused', async () => {
    expect(await problem(new Uint8Array())).toEqual({ kind: 'not-a-zip' })
    expect(await problem(new TextEncoder().encode('bukan zip sama sekali'))).toEqual({ kind: 'not-a-zip' })
    expect(await problem(untouched.slice(0, -30))).toEqual({ kind: 'not-a-zip' })
    expect(await problem(new Uint8Array(bundleLimits.file + 1))).toEqual({
      kind: 'file-too-large',
      limit: bundleLimits.file,
    })
  })
})
