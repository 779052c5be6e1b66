import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'

/** Seconds of `npm run demo -- --once` on an empty folder, and again on the folder it left. */
export function benchStarting(): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'zona-bench-'))
  try {
    return [
      { name: 'demo --once, first start', value: start(folder), unit: 's', limit: { atMost: 15 } },
      { name: 'demo --once, second start', value: start(folder), unit: 's', limit: { atMost: 3 } },
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
