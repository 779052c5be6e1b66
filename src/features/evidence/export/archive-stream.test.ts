import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folderStore } from '../store/folder-store.ts'
import { objectKey } from '../store/object-store.ts'
import { archiveStream } from './archive-stream.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-archive-'))
const store = folderStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file of that many zeros, which takes no room on the disk. */
function sparse(sha256: string, size: number) {
  const where = join(folder, objectKey(sha256))
  mkdirSync(dirname(where), { recursive: true })
  writeFileSync(where, '')
  truncateSync(where, size)
  return { path: `${sha256.slice(0, 2)}.mp4`, sha256, size, modifiedAt: new Date('2026-01-01T00:00:00Z') }
}

describe('an archive on its way', () => {
  test('a gigabyte is sent without being held: memory grows by less than 64 MB', async () => {
    const files = ['ab', 'cd'].map(pair => sparse(pair.repeat(32), 2 ** 29))
    const zip = archiveStream(store, files, async () => [])
    let sent = 0
    let first = 0
    let most = 0
    for await (const chunk of zip) {
      const step = Math.floor(sent / 2 ** 24)
      sent += chunk.length
      // The first part fills buffers and warms the code.
      if (sent < 2 ** 27 || step === Math.floor(sent / 2 ** 24)) continue
      const { rss } = process.memoryUsage()
      first ||= rss
      most = Math.max(most, rss)
    }
    expect(sent).toBeGreaterThan(2 ** 30)
    expect(most - first).toBeLessThan(64 * 2 ** 20)
  }, 120_000)

  test('whoever stops reading ends it: the file that was open is closed', async () => {
    const zip = archiveStream(store, [sparse('ef'.repeat(32), 2 ** 29)], async () => [])
    for await (const chunk of zip) if (chunk.length > 1000) break
    expect(zip.destroyed).toBe(true)
  })
})
