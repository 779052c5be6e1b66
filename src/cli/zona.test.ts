import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./zona.ts', import.meta.url))

test('a reader that stops early, as `zona … | head` does, breaks nothing and is told of nothing', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--help'])
  let complained = ''
  child.stderr.on('data', data => (complained += data))
  // Closed before the command writes its first line.
  child.stdout.destroy()
  const code = await new Promise<number | null>(done => child.once('close', done))
  expect([code, complained]).toEqual([0, ''])
})
