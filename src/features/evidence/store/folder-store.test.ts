import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeFileProblem } from '../bring/describe-problem.ts'
import { receiveFile } from '../bring/receive-file.ts'
import { pdf } from '../bring/sample-files.test-data.ts'
import { bytesOf, scratchServices } from '../seed.test-data.tsx'
import { folderStore } from './folder-store.ts'
import { objectKey, stagingKey } from './object-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'zona-store-'))
const services = scratchServices()
afterAll(() => {
  services.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('a store in a folder', () => {
  test('says that it is full when the system takes no more bytes, and keeps nothing of the file', () => {
    // A limit on the size of files, which the system answers as it answers a full disk.
    const program = `
      import { receiveFile } from ${JSON.stringify(new URL('../bring/receive-file.ts', import.meta.url).href)}
      import { folderStore } from ${JSON.stringify(new URL('./folder-store.ts', import.meta.url).href)}
      async function* bytes() { for (let n = 0; n < 64; n++) yield Buffer.alloc(65536, 'a') }
      const services = { store: folderStore(${JSON.stringify(folder)}), largest: 1e9, kinds: ['txt'], scan: null }
      const taken = await receiveFile(services, { id: ${JSON.stringify(randomUUID())}, name: 'a.txt', bytes: bytes() })
      console.log(JSON.stringify(taken))`
    const run = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 1000 && exec "$0" --import tsx --input-type=module -e "$1"',
        process.execPath,
        program,
      ],
      { encoding: 'utf8' },
    )
    expect(run.stdout.trim()).toBe('{"ok":false,"problem":{"kind":"store-full"}}')
    expect(readdirSync(join(folder, 'staging'))).toEqual([])
    expect(describeFileProblem({ kind: 'store-full' }, 'a.txt', 'id')).toContain('penuh')
  })

  test('says that it is away when its folder is none', async () => {
    const path = join(folder, 'bukan-folder')
    writeFileSync(path, '')
    const taken = await receiveFile(
      { ...services, store: folderStore(path) },
      { id: randomUUID(), name: 'SK.pdf', bytes: bytesOf(pdf()) },
    )
    expect(taken).toEqual({ ok: false, problem: { kind: 'store-unavailable' } })
  })

  test('never leaves its folder, whatever it is asked for', () => {
    for (const name of ['../x', 'A'.repeat(64), '']) {
      expect(() => objectKey(name)).toThrow()
      expect(() => stagingKey(name)).toThrow()
    }
  })
})
