import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'

/**
 * Seconds of `npm run demo -- --once` on an empty folder, and again on the folder it left; and until `npm run demo` on
 * that folder can be opened.
 */
export async function benchStarting(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zona-bench-'))
  try {
    return [
      { name: 'demo --once, first start', value: start(folder), unit: 's', limit: { atMost: 15 } },
      { name: 'demo --once, second start', value: start(folder), unit: 's', limit: { atMost: 3 } },
      { name: 'demo, second start until it serves', value: await serve(folder), unit: 's' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function start(folder: string): number {
  const begin = performance.now()
  const run = spawnSync('npm', ['run', '--silent', 'demo', '--', '--once'], {
    env: { ...process.env, ZONA_DATA: folder },
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`the demo ended with ${run.status}: ${run.stderr}`)
  return (performance.now() - begin) / 1000
}

async function serve(folder: string): Promise<number> {
  const begin = performance.now()
  const run = spawn('npm', ['run', '--silent', 'demo'], {
    env: { ...process.env, ZONA_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<void>(done => run.once('close', () => done()))
  let said = ''
  for await (const part of run.stdout) {
    said += part
    if (!said.includes('Buka http://')) continue
    const seconds = (performance.now() - begin) / 1000
    if (run.pid) process.kill(-run.pid, 'SIGINT')
    await ended
    return seconds
  }
  throw new Error('the demo ended before it served')
}
