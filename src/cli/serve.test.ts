import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'zona-serve-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('zona serve says where it listens, and ends in order when it is told to stop', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./zona.ts', import.meta.url)), 'serve'],
    {
      env: { PATH: process.env.PATH, ZONA_DATA: folder, PORT: '0' },
    },
  )
  let [said, complained] = ['', '']
  child.stderr.on('data', data => (complained += data))
  const ended = new Promise<number | null>(done => child.once('exit', done))
  const address = await new Promise<string>((done, fail) => {
    child.once('exit', () => fail(new Error(complained)))
    child.stdout.on('data', data => {
      said += data
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (found) done(found)
    })
  })
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  // As a supervisor does that tells every process of a service.
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGTERM'), 20)
  expect([await ended, complained]).toEqual([0, ''])
  await expect(fetch(address)).rejects.toThrow()
})
