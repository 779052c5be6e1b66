import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { treeLimits } from './file-tree.ts'
import { describeSkip, describeTreeProblem, openZip, type SkipReason, type TreeProblem } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Made {
  readonly name: string | Buffer
  readonly content?: string
  readonly flags?: number
  readonly method?: number
  /** Unix mode. */
  readonly mode?: number
  readonly claimedSize?: number
  readonly claimedChecksum?: number
  /** Points at another entry's head instead of its own. */
  readonly offset?: number
}

/** A ZIP made byte by byte, so that every fault in it is on purpose. */
function zipOf(entries: readonly Made[]): Buffer {
  const body: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.content ?? 'isi')
    const packed = entry.method === 0 ? data : deflateRawSync(data)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(entry.flags ?? 0, 2)
    facts.writeUInt16LE(entry.method ?? 8, 4)
    facts.writeUInt32LE(entry.claimedChecksum ?? crc32(data), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(entry.claimedSize ?? data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    body.push(Buffer.from('PK\u0003\u0004'), facts, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(entry.offset ?? at, 10)
    list.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), facts, tail, name)
    at += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...body, listed, Buffer.from('PK\u0005\u0006'), end])
}

let count = 0
function fileOf(bytes: Buffer): string {
  count += 1
  const path = join(folder, `${count}.zip`)
  writeFileSync(path, bytes)
  return path
}

async function open(entries: readonly Made[], limits = treeLimits) {
  const tree = await openZip(fileOf(zipOf(entries)), limits)
  if (!tree.ok) throw new Error(tree.problem.kind)
  return tree.value
}

describe('a ZIP of a shared drive', () => {
  test('is listed with its folders, and every entry read by itself', async () => {
    const tree = await open([
      { name: 'I. Manajemen Perubahan/', content: '' },
      { name: 'I. Manajemen Perubahan/SK Tim.pdf', content: 'sk' },
      { name: 'II/SOP.docx', content: 'sop', method: 0 },
    ])
    expect(tree.files.map(({ path, size }) => [path, size])).toEqual([
      ['I. Manajemen Perubahan/SK Tim.pdf', 2],
      ['II/SOP.docx', 3],
    ])
    expect(tree.skipped).toEqual([])
    const contents = await Promise.all(tree.files.map(async file => text(await file.open())))
    expect(contents).toEqual(['sk', 'sop'])
    await tree.close()
  })
  test('may lie in a store that gives its bytes by ranges', async () => {
    const bytes = zipOf([{ name: 'a.txt', content: 'isi'.repeat(10_000) }])
    const tree = await openZip({
      size: bytes.length,
      read: async ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
    })
    if (!tree.ok) throw new Error(tree.problem.kind)
    const [file] = tree.value.files
    expect(file && (await text(await file.open()))).toBe('isi'.repeat(10_000))
  })
  test('keeps the letters of its names: UTF-8 with and without the flag, and the old code page', async () => {
    const tree = await open([
      { name: 'Rapat ké-1.txt', flags: 0x800 },
      { name: 'Rapat ké-2.txt' },
      { name: Buffer.from([...Buffer.from('Rapat k'), 0x82, ...Buffer.from('-3.txt')]) },
      { name: 'Area 1\\SK.txt' },
    ])
    expect(tree.files.map(({ path }) => path)).toEqual([
      'Rapat ké-1.txt',
      'Rapat ké-2.txt',
      'Rapat ké-3.txt',
      'Area 1/SK.txt',
    ])
  })
  test.each<[string, Made, SkipReason]>([
    ['a path out of the folder', { name: '../../etc/passwd' }, 'climbs-out'],
    ['the same with backslashes', { name: 'a\\..\\..\\b.txt' }, 'climbs-out'],
    ['an absolute path', { name: '/etc/passwd' }, 'climbs-out'],
    ['a drive', { name: 'C:\\a.txt' }, 'climbs-out'],
    ['a symbolic link', { name: 'pintasan', content: '/etc/passwd', mode: 0o120777 }, 'symlink'],
    ['a locked entry', { name: 'a.txt', flags: 1 }, 'encrypted'],
    ['an archive inside', { name: 'a/b.zip' }, 'archive-inside'],
    ['nothing', { name: 'a.txt', content: '' }, 'empty'],
    ['a control character', { name: 'a\u0000b.txt' }, 'bad-name'],
    ['a name of 1,001 letters', { name: 'a'.repeat(1_001) }, 'bad-name'],
    ['another method', { name: 'a.txt', method: 12 }, 'unknown-method'],
    ['more than a file may hold', { name: 'a.txt', claimedSize: 3 * 2 ** 30 }, 'too-large'],
  ])('an entry with %s is left out and named, and the others stay', async (_, entry, why) => {
    const tree = await open([{ name: 'baik.txt' }, entry])
    expect(tree.files.map(({ path }) => path)).toEqual(['baik.txt'])
    expect(tree.skipped.map(each => each.why)).toEqual([why])
    expect(tree.skipped[0]?.path).not.toMatch(/\p{Cc}/u)
  })
  test('of two entries with one name the first counts', async () => {
    const tree = await open([{ name: 'SK.txt' }, { name: 'sk.TXT' }])
    expect(tree.skipped).toEqual([{ path: 'sk.TXT', why: 'same-name' }])
  })
})

describe('a ZIP that means harm', () => {
  const problem = async (bytes: Buffer, limits = treeLimits) => {
    const tree = await openZip(fileOf(bytes), limits)
    return tree.ok ? null : tree.problem
  }
  test('that claims to unpack to 100 GB is refused before anything is unpacked', async () => {
    const entries = Array.from({ length: 60 }, (_, at) => ({ name: `${at}.txt`, claimedSize: 1.9 * 2 ** 30 }))
    expect(await problem(zipOf(entries))).toMatchObject({ kind: 'unpacks-too-far' })
  })
  test('that unpacks to more than it claims ends in an error at the claimed size', async () => {
    const tree = await open([{ name: 'a.txt', content: 'x'.repeat(1_000_000), claimedSize: 1_000 }])
    const [file] = tree.files
    let seen = 0
    await expect(async () => {
      for await (const chunk of (await file?.open()) ?? []) seen += chunk.length
    }).rejects.toThrow()
    expect(seen).toBeLessThanOrEqual(1_000)
  })
  test('whose bytes are not those that were packed ends in an error', async () => {
    const tree = await open([{ name: 'a.txt', claimedChecksum: 1 }])
    await expect((async () => text((await tree.files[0]?.open()) ?? Readable.from([])))()).rejects.toThrow(
      /checksum/,
    )
  })
  test('whose entries share their bytes is refused', async () => {
    const entries = [{ name: 'a.txt' }, { name: 'b.txt', offset: 0 }]
    expect(await problem(zipOf(entries))).toEqual({ kind: 'overlapping-entries' })
  })
  test('with more entries than an agency has files is refused', async () => {
    const entries = [{ name: 'a' }, { name: 'b' }]
    expect(await problem(zipOf(entries), { ...treeLimits, files: 1 })).toEqual({
      kind: 'too-many-files',
      limit: 1,
    })
  })
  test('cut off, damaged, locked as a whole, missing, or no ZIP at all is a clear problem', async () => {
    const sound = zipOf([{ name: 'a.txt' }])
    expect(await problem(sound.subarray(0, sound.length - 10))).toEqual({ kind: 'not-a-zip' })
    expect(await problem(Buffer.from('bukan zip'))).toEqual({ kind: 'not-a-zip' })
    expect(await problem(Buffer.alloc(0))).toEqual({ kind: 'not-a-zip' })
    const broken = Buffer.from(sound)
    broken.write('XX', sound.indexOf('PK\u0001\u0002'))
    expect(await problem(broken)).toEqual({ kind: 'damaged' })
    expect(await problem(zipOf([{ name: 'a.txt', flags: 0x41 }]))).toEqual({ kind: 'encrypted' })
    expect(await openZip(join(folder, 'tidak ada.zip'))).toEqual({
      ok: false,
      problem: { kind: 'not-found' },
    })
  })
})

test.each(['id', 'en'] as const)('every problem is a sentence and every reason a phrase (%s)', locale => {
  const problems: TreeProblem[] = [
    { kind: 'not-found' },
    { kind: 'not-a-zip' },
    { kind: 'damaged' },
    { kind: 'encrypted' },
    { kind: 'too-many-files', limit: 50_000 },
    { kind: 'unpacks-too-far', bytes: 1e11, limit: 5e10 },
    { kind: 'overlapping-entries' },
  ]
  for (const problem of problems) expect(describeTreeProblem(problem, locale)).toMatch(/^[A-Z].*\.$/)
  expect(describeSkip('climbs-out', locale)).toMatch(/^[a-z]/)
})
