import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEmbedded } from '../db/open-embedded.ts'
import { receiveUpload } from '../features/evidence/bring/receive-upload.ts'
import { bytesOf, depsOf, scratchServices, seedProgramme } from '../features/evidence/seed.test-data.tsx'
import { folderStore } from '../features/evidence/store/folder-store.ts'
import { objectKey } from '../features/evidence/store/object-store.ts'
import { evidenceCommand } from './evidence.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zona-cli-'))
  vi.stubEnv('ZONA_DATA', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: string[]) {
  const lines = { stdout: '', stderr: '' }
  const code = await evidenceCommand(args, {
    stdout: text => {
      lines.stdout += `${text}\n`
    },
    stderr: text => {
      lines.stderr += `${text}\n`
    },
  })
  return { code, ...lines }
}

test('verify answers 0 while every byte is as it was, and 1 with a name for each that is not', async () => {
  const database = await openEmbedded(join(folder, 'database'))
  const seed = await seedProgramme(database.db)
  const services = { ...scratchServices(), store: folderStore(join(folder, 'objects')) }
  const received = await receiveUpload(depsOf(database.db, seed.people.staff), services, {
    unitId: seed.unit.id,
    name: 'a.txt',
    bytes: bytesOf(`isi ${randomUUID()}`),
  })
  await database.close()
  services.remove()
  if (!received.ok) throw new Error(received.problem.kind)
  expect(await run('verify')).toEqual({ code: 0, stdout: '1 berkas diperiksa, 0 tidak cocok.\n', stderr: '' })
  writeFileSync(join(folder, 'objects', objectKey(received.value.sha256)), 'isi lain')
  expect(await run('verify')).toEqual({
    code: 1,
    stdout: '1 berkas diperiksa, 1 tidak cocok.\n',
    stderr: `BERUBAH ${received.value.sha256}\n`,
  })
  rmSync(join(folder, 'objects', objectKey(received.value.sha256)))
  expect(await run('sweep')).toMatchObject({ code: 1, stderr: `HILANG ${received.value.sha256}\n` })
})

test('what is no command is told how to be one', async () => {
  for (const args of [[], ['x'], ['verify', '--remove'], ['sweep', '--hapus']]) {
    const { code, stderr } = await run(...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining('zona evidence sweep --remove')])
  }
  expect(await run('--help')).toMatchObject({ code: 0 })
})
