import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { treeLimits } from './file-tree.ts'
import { openFolder } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'zona-folder-'))
afterAll(() => rmSync(root, { recursive: true }))
mkdirSync(join(root, 'Area 1/Tim Kerja'), { recursive: true })
writeFileSync(join(root, 'Area 1/Tim Kerja/SK Tim.pdf'), 'sk')
writeFileSync(join(root, 'Area 1/kosong.txt'), '')
writeFileSync(join(root, 'b.txt'), 'b')
writeFileSync(join(root, 'arsip.zip'), 'b')
symlinkSync('/etc', join(root, 'etc'))

test('a folder is listed with everything below it; symbolic links are named and not followed', async () => {
  const tree = await openFolder(root)
  if (!tree.ok) throw new Error(tree.problem.kind)
  expect(tree.value.files.map(({ path, size }) => [path, size])).toEqual([
    ['Area 1/Tim Kerja/SK Tim.pdf', 2],
    ['b.txt', 1],
  ])
  expect(tree.value.skipped).toEqual([
    { path: 'Area 1/kosong.txt', why: 'empty' },
    { path: 'arsip.zip', why: 'archive-inside' },
    { path: 'etc', why: 'symlink' },
  ])
  const [file] = tree.value.files
  expect(file && (await text(await file.open()))).toBe('sk')
})

test('a folder that is missing or holds too much is a clear problem', async () => {
  expect(await openFolder(join(root, 'tidak ada'))).toMatchObject({ problem: { kind: 'not-found' } })
  expect(await openFolder(join(root, 'b.txt'))).toMatchObject({ problem: { kind: 'not-found' } })
  expect(await openFolder(root, { ...treeLimits, files: 2 })).toMatchObject({
    problem: { kind: 'too-many-files' },
  })
  expect(await openFolder(root, { ...treeLimits, totalBytes: 2 })).toMatchObject({
    problem: { kind: 'unpacks-too-far', bytes: 3 },
  })
})
